package generator

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/pack"
	"pactwright/generator/source"
	"pactwright/generator/timeline"
)

// Folders of calls and law versions, in the embedded data and beside a project
// file.
const (
	callsDir = "calls"
	lawsDir  = "laws"
)

// shelf is where calls and law versions are found, the first place first: the
// folders calls and laws beside the project file, then those built in.
type shelf []fs.FS

func (w World) shelf() shelf {
	if w.Dir == nil {
		return builtInShelf
	}
	return shelf{w.Dir, data.Files}
}

var builtInShelf = shelf{data.Files}

// missingData says that there is no call or law version of an id.
type missingData struct {
	folder, id string
	known      []string
}

func (e *missingData) Error() string { return fmt.Sprintf("%s has no %s", e.folder, e.id) }

// ids lists the calls or law versions, sorted.
func (s shelf) ids(folder string) ([]string, error) {
	var all []string
	for _, place := range s {
		entries, err := fs.ReadDir(place, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if id, ok := strings.CutSuffix(e.Name(), ".yaml"); ok && !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	slices.Sort(all)
	return all, nil
}

// text returns the file of a call or law version with the name by which places
// call it: one built in has no folder. Its error is a [*missingData] if there is
// none.
func (s shelf) text(folder, id string) (name string, text []byte, err error) {
	known, err := s.ids(folder)
	if err != nil {
		return "", nil, err
	}
	if !slices.Contains(known, id) {
		return "", nil, &missingData{folder, id, known}
	}
	name = folder + "/" + id + ".yaml"
	for i, place := range s {
		text, err = source.ReadFile(place, name, source.MaxFile)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if i == len(s)-1 {
			name = id + ".yaml"
		}
		return name, text, err
	}
	return "", nil, &missingData{folder, id, known}
}

// reading is one call or law version being read with all that it extends.
type reading struct {
	shelf  shelf
	folder string
	sum    []byte // of all texts read
	err    error
}

// file decodes a file and lays it over those that it extends.
func (r *reading) file(id string) (*source.File, diag.List) {
	f, found := r.open(id)
	if f == nil || f.Root == nil {
		return f, found
	}
	f, more := source.Extend(f, func(id string) (*source.File, diag.List) {
		below, found := r.open(id)
		var missing *missingData
		if errors.As(r.err, &missing) {
			r.err = nil // the finding about extends says so
		}
		return below, found
	})
	return f, append(found, more...)
}

func (r *reading) open(id string) (*source.File, diag.List) {
	name, text, err := r.shelf.text(r.folder, id)
	if err != nil {
		r.err = err
		return nil, nil
	}
	sum := sha256.Sum256(append([]byte(name+"\x00"), text...))
	r.sum = append(r.sum, sum[:]...)
	if d, ok := decoded.get(sum); ok {
		return d.file, d.found
	}
	f, found := source.Decode(name, text)
	decoded.put(sum, decodedFile{f, found})
	return f, found
}

// Files of rules and rulebooks are read once for all projects of a process, and
// nothing in them changes. They are kept by the texts that they were read from.
var (
	decoded memo[[sha256.Size]byte, decodedFile]
	books   memo[string, readBook]
)

type decodedFile struct {
	file  *source.File
	found diag.List
}

type readBook struct {
	book  *call.Rulebook
	found diag.List
}

// rulebook returns the call and the law version with the ids, and their rules.
// An empty law version is that which the call names. It is nil if a file cannot
// be read as a tree of values or laid over the one that it extends; its error is a [*missingData] if there is no such
// file.
func (s shelf) rulebook(callID, lawID string) (*call.Rulebook, diag.List, error) {
	calls := reading{shelf: s, folder: callsDir}
	callFile, found := calls.file(callID)
	if calls.err != nil || callFile.Root == nil || unextended(found) {
		return nil, found, calls.err
	}
	if lawID == "" {
		lawID = namedLaw(callFile)
	}
	laws := reading{shelf: s, folder: lawsDir}
	lawFile, more := laws.file(lawID)
	if laws.err != nil || lawFile.Root == nil || unextended(more) {
		return nil, append(found, more...), laws.err
	}
	key := string(calls.sum) + string(laws.sum)
	if r, ok := books.get(key); ok {
		return r.book, r.found, nil
	}
	c, list := call.Read(callFile)
	found.Add(append(more, list...)...)
	v, list := law.Read(lawFile)
	found.Add(list...)
	book, list := call.NewRulebook(c, v)
	found.Add(list...)
	found.Add(timeline.Check(c.File, c.Deadlines, v)...)
	found.Add(timeline.Check(v.File, v.Deadlines, v, c.Deadlines)...)
	books.put(key, readBook{book, found})
	return book, found, nil
}

// unextended reports whether a file lacks what it was to be laid over, of which
// everything else wrong with it would follow.
func unextended(found diag.List) bool {
	return slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == source.CodeExtends })
}

func namedLaw(f *source.File) string {
	if v := f.Root.Get("law_version"); v != nil {
		return v.Text
	}
	return ""
}

// all returns every call with the law version that it names.
func (s shelf) all() ([]*call.Rulebook, error) {
	ids, err := s.ids(callsDir)
	if err != nil {
		return nil, err
	}
	var books []*call.Rulebook
	for _, id := range ids {
		book, _, err := s.rulebook(id, "")
		var missing *missingData
		if errors.As(err, &missing) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if book != nil {
			books = append(books, book)
		}
	}
	return books, nil
}

// ownRules returns the user's own files of calls and laws that a project is
// judged by, for a rebuild.
func (s *state) ownRules() ([]pack.File, error) {
	var out []pack.File
	for _, folder := range []string{callsDir, lawsDir} {
		entries, err := fs.ReadDir(s.world.Dir, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".yaml") {
				continue
			}
			name := folder + "/" + e.Name()
			text, err := source.ReadFile(s.world.Dir, name, source.MaxFile)
			if err != nil {
				return nil, err
			}
			out = append(out, pack.File{Path: inputsDir + "/" + name, Data: text})
		}
	}
	return out, nil
}
