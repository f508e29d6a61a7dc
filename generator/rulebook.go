package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// rulebooks are those of the embedded data, read once for all projects of a
// process. Nothing in one changes.
var rulebooks sync.Map // of bookKey: *readBook

type bookKey struct{ call, law string }

type readBook struct {
	book  *call.Rulebook
	found diag.List
	err   error
}

// missingData says that there is no call or law version of a name.
type missingData struct {
	folder, id string
	known      []string
}

func (e *missingData) Error() string { return fmt.Sprintf("%s has no %s", e.folder, e.id) }

// rulebook returns the call and the law version with the ids, and their rules.
// Its error is a [*missingData] if there is no such file.
func rulebook(callID, lawID string) (*call.Rulebook, diag.List, error) {
	key := bookKey{callID, lawID}
	if known, ok := rulebooks.Load(key); ok {
		r := known.(*readBook)
		return r.book, r.found, r.err
	}
	book, found, err := readRulebook(callID, lawID)
	if err == nil {
		rulebooks.Store(key, &readBook{book, found, err})
	}
	return book, found, err
}

func readRulebook(callID, lawID string) (*call.Rulebook, diag.List, error) {
	text, err := knownFile("calls", callID)
	if err != nil {
		return nil, nil, err
	}
	c, found := call.Load(callID+".yaml", text)
	if text, err = knownFile("laws", lawID); err != nil {
		return nil, nil, err
	}
	v, more := law.Load(lawID+".yaml", text)
	found.Add(more...)
	book, more := call.NewRulebook(c, v)
	found.Add(more...)
	return book, found, nil
}

// callBook returns a call with the law version that it names.
func callBook(callID string) (*call.Rulebook, diag.List, error) {
	text, err := knownFile("calls", callID)
	if err != nil {
		return nil, nil, err
	}
	c, _ := call.Load(callID+".yaml", text)
	return rulebook(callID, c.LawVersion)
}

// eachBook returns every call of the data with its law version.
func eachBook() ([]*call.Rulebook, error) {
	_, ids, err := dataFile("calls", "")
	if err != nil {
		return nil, err
	}
	var all []*call.Rulebook
	for _, id := range ids {
		book, _, err := callBook(id)
		if err != nil {
			return nil, err
		}
		all = append(all, book)
	}
	return all, nil
}

func knownFile(folder, id string) ([]byte, error) {
	text, known, err := dataFile(folder, id)
	if err == nil && text == nil {
		err = &missingData{folder, id, known}
	}
	return text, err
}

// dataFile returns a YAML file of the embedded data, or nil and the names that
// exist.
func dataFile(folder, id string) (text []byte, known []string, err error) {
	entries, err := fs.ReadDir(data.Files, folder)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok {
			known = append(known, name)
		}
	}
	if !slices.Contains(known, id) {
		return nil, known, nil
	}
	text, err = fs.ReadFile(data.Files, folder+"/"+id+".yaml")
	return text, known, err
}
