// Package received tells whether a file that came in is what its name says and
// can be opened: a scan, a picture, an office document, an archive, plain text.
// It looks at structure and never at what a file says. Everything is bounded,
// and no bytes make it panic or run on.
package received

import (
	"errors"
	"path"
	"slices"
	"strings"
)

// Why a file cannot be used.
var (
	ErrEmpty    = errors.New("the file is empty")
	ErrEnding   = errors.New("the ending is not known")
	ErrOther    = errors.New("the file is of another kind than its ending")
	ErrDamaged  = errors.New("the file is damaged or cut off")
	ErrLocked   = errors.New("the file needs a password")
	ErrTooLarge = errors.New("the file holds more than is read here")
)

// Bounds on what a file may hold.
const (
	maxPixels   = 200_000_000 // of a picture; a page of A3 at 600 dots per inch has 70 million
	maxParts    = 10_000      // of an archive
	maxUnpacked = 256 << 20   // bytes of all parts of an archive together
	maxPart     = 4 << 20     // bytes of a part that is looked into
)

// File is what could be told of a file.
type File struct {
	Kind  string // the ending by which files of its kind are named
	Pages int    // of a PDF; 0: not known
}

// kind is a kind of files: how their bytes begin, and what tells whether one is
// whole.
type kind struct {
	ending string
	also   []string // other endings of the same kind
	begins []string // "" if files of the kind begin in any way
	look   func([]byte) (File, error)
}

var kinds = []kind{
	{ending: "pdf", begins: []string{"%PDF-"}, look: lookPDF},
	{ending: "png", begins: []string{"\x89PNG\r\n\x1a\n"}, look: lookPNG},
	{ending: "jpg", also: []string{"jpeg"}, begins: []string{"\xff\xd8\xff"}, look: lookJPEG},
	{ending: "docx", begins: []string{zipMagic}, look: office("wordprocessingml.document.main+xml")},
	{ending: "xlsx", begins: []string{zipMagic}, look: office("spreadsheetml.sheet.main+xml")},
	{ending: "hwpx", begins: []string{zipMagic}, look: lookHWPX},
	{ending: "zip", begins: []string{zipMagic}, look: lookZIP},
	{ending: "txt", begins: []string{""}, look: lookText},
}

// Endings returns the endings of the kinds that are known, as in pdf.
func Endings() []string {
	var out []string
	for _, k := range kinds {
		out = append(append(out, k.ending), k.also...)
	}
	return out
}

// Ending returns the ending of a file name in small letters and without its
// point. Files of one kind have the same one: that of scan.JPEG is jpg.
func Ending(name string) string {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	if k := kindOf(ending); k != nil {
		return k.ending
	}
	return ending
}

func kindOf(ending string) *kind {
	for i := range kinds {
		if k := &kinds[i]; k.ending == ending || slices.Contains(k.also, ending) {
			return k
		}
	}
	return nil
}

// Look tells of what kind a file is by its name, and whether its bytes are a
// whole file of that kind. The errors are those above, and wrap nothing else.
func Look(name string, data []byte) (File, error) {
	k := kindOf(Ending(name))
	switch {
	case k == nil:
		return File{}, ErrEnding
	case len(data) == 0:
		return File{Kind: k.ending}, ErrEmpty
	case !k.fits(data) && isOLE(data) && locked(data):
		return File{Kind: k.ending}, ErrLocked
	case !k.fits(data):
		return File{Kind: k.ending}, ErrOther
	}
	f, err := k.look(data)
	f.Kind = k.ending
	return f, err
}

// fits reports whether a file begins as those of the kind do. A file that is cut
// off within that beginning is damaged rather than of another kind.
func (k *kind) fits(data []byte) bool {
	return slices.ContainsFunc(k.begins, func(b string) bool {
		n := min(len(b), len(data))
		return b[:n] == string(data[:n])
	})
}
