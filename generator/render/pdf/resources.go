package pdf

import (
	"bytes"
	"fmt"
)

// Lists in the object that says what pages use, as the library writes them.
var (
	fontEntry    = []byte("/Font <<\n")
	pictureEntry = []byte("/XObject <<\n")
)

// resources adds fonts and pictures to what the library lists as used by pages.
func (f *finisher) resources(number int, o []byte) error {
	before, rest, ok := bytes.Cut(o, fontEntry)
	between, after, also := bytes.Cut(rest, pictureEntry)
	if !ok || !also {
		return errLibrary
	}
	out := append(bytes.Clone(before), fontEntry...)
	for _, s := range f.fonts {
		out = fmt.Appendf(out, "%s %d 0 R\n", resourceName(s.id), f.font(s))
	}
	out = append(append(out, between...), pictureEntry...)
	for n, p := range f.laid.pictures() {
		out = fmt.Appendf(out, "/L%d %d 0 R\n", n, f.picture(p))
	}
	f.object(number, append(out, after...))
	return nil
}
