package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// finish rewrites the file of the library as PDF/A: pages compressed, fonts added,
// links, outline and properties written anew, meta data in XMP that the catalog
// names, and what the colours mean.
func finish(raw []byte, l *Laid, marks [][]int, fonts []subsetFont, m Meta) ([]byte, error) {
	library, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	f := &finisher{laid: l, marks: marks, meta: m, fonts: fonts}
	f.packs = m.Archive.packs()
	f.out.Grow(len(raw)/2 + 4096)
	f.out.WriteString(m.Archive.head())
	f.reserve(len(library))
	for i, o := range library[:len(library)-2] { // without properties and catalog
		if err := f.library(i+1, o); err != nil {
			return nil, err
		}
	}
	root, info := len(library), len(library)-1
	f.object(info, properties(m))
	f.catalog(root)
	return f.close(root, info)
}

// finisher makes a file of what the library wrote and of what Layout placed.
type finisher struct {
	objects
	laid   *Laid
	marks  [][]int // of each page the elements of its marked content
	owners []owner // of objects, by their number in the way back
	form   []int   // the signature fields
	meta   Meta
	fonts  []subsetFont
}

// pageNumber returns the number of the object of a page, counted from 0: the
// library writes pages first, each with its content behind it.
func pageNumber(page int) int { return 3 + 2*page }

// Forms of the objects that are changed, as the library writes them.
var (
	plainStream  = []byte("<</Length ")
	streamStart  = []byte("\nstream\n")
	streamEnd    = []byte("\nendstream\n")
	objectEnd    = []byte("endobj\n")
	pageObject   = []byte("<</Type /Page\n")
	contentEntry = []byte("/Contents ")
)

// library writes one object of the library in its final form.
func (f *finisher) library(number int, o []byte) error {
	head, body, isStream := bytes.Cut(o, streamStart)
	switch {
	case isStream && !bytes.HasSuffix(body, streamEnd):
		return errLibrary
	case isStream && !bytes.HasPrefix(head, plainStream):
		return errLibrary
	case isStream:
		f.stream(number, "", body[:len(body)-len(streamEnd)])
	case bytes.HasPrefix(o, pageObject):
		return f.page(number, o)
	case bytes.Contains(o, pictureEntry):
		return f.resources(number, o)
	default:
		f.object(number, o)
	}
	return nil
}

// page writes a page with what lies over its content.
func (f *finisher) page(number int, o []byte) error {
	at := bytes.Index(o, contentEntry)
	n := (number - pageNumber(0)) / 2
	if at < 0 || n >= len(f.laid.Pages) || number != pageNumber(n) {
		return errLibrary
	}
	more := fmt.Appendf(nil, "/StructParents %d\n", n)
	if over := append(f.links(n), f.fields(n)...); len(over) > 0 {
		more = fmt.Appendf(more, "/Annots %s\n/Tabs /S\n", references(over))
	}
	f.object(number, append(append(o[:at:at], more...), o[at:]...))
	return nil
}

// references writes a list of objects.
func references(numbers []int) []byte {
	out := []byte{'['}
	for i, n := range numbers {
		if i > 0 {
			out = append(out, ' ')
		}
		out = fmt.Appendf(out, "%d 0 R", n)
	}
	return append(out, ']')
}

// catalog writes where everything else is found.
func (f *finisher) catalog(number int) {
	metadata, colours := f.reserve(1), f.reserve(1)
	f.bare(metadata, "/Type /Metadata /Subtype /XML ", []byte(xmp(f.meta))) // never compressed, so that any program finds it
	f.stream(colours, "/N 3 ", profile)
	o := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R\n/Lang (%s)\n/Metadata %d 0 R\n%s", f.meta.Lang, metadata, outputIntent(colours))
	o = fmt.Appendf(o, "/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n", f.structure())
	if root := f.bookmarks(); root > 0 {
		o = fmt.Appendf(o, "/Outlines %d 0 R\n/PageMode /UseOutlines\n", root)
	}
	if len(f.form) > 0 {
		o = fmt.Appendf(o, "/AcroForm <</Fields %s /SigFlags 1>>\n", references(f.form))
	}
	o = append(o, f.attachment()...)
	f.plain(number, append(o, "/ViewerPreferences <</DisplayDocTitle true>>>>"...))
}

var errLibrary = errors.New("the PDF library wrote a file of unknown form")

// readObjects returns the objects of a file by number, each without its first
// line and without endobj.
func readObjects(raw []byte) ([][]byte, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errLibrary
	}
	rest, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(rest))
	if err != nil || table < 0 || table > at {
		return nil, errLibrary
	}
	lines := strings.Split(string(raw[table:at]), "\n")
	var starts []int
	for _, l := range lines {
		if len(l) == 19 && strings.HasSuffix(l, " 00000 n ") {
			offset, err := strconv.Atoi(l[:10])
			if err != nil || offset >= table {
				return nil, errLibrary
			}
			starts = append(starts, offset)
		}
	}
	ends := append([]int{table}, starts...)
	sort.Ints(ends)
	objects := make([][]byte, len(starts))
	for i, start := range starts {
		end := ends[sort.SearchInts(ends, start+1)]
		_, body, ok := bytes.Cut(raw[start:end], []byte(" 0 obj\n"))
		if !ok || !bytes.HasSuffix(body, objectEnd) {
			return nil, errLibrary
		}
		objects[i] = body[:len(body)-len(objectEnd)]
	}
	if len(objects) < 4 {
		return nil, errLibrary
	}
	return objects, nil
}
