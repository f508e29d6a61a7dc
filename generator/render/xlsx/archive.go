package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"pactwright/generator/sheet"
)

// archive is the zip file around the parts of a workbook. The library writes
// parts in an order that changes from run to run and with two prefixes that some
// readers do not know; the archive gathers all parts, puts that right, and
// writes them in one order with one date.
type archive struct {
	to    io.Writer
	book  *sheet.Workbook
	parts map[string]*bytes.Buffer
}

func newArchive(to io.Writer, book *sheet.Workbook) *archive {
	return &archive{to: to, book: book, parts: map[string]*bytes.Buffer{}}
}

// Create begins a part.
func (a *archive) Create(name string) (io.Writer, error) {
	buf := &bytes.Buffer{}
	a.parts[name] = buf
	return buf, nil
}

// AddFS adds every file of a file system, as the interface of the library asks.
func (a *archive) AddFS(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		a.parts[name] = bytes.NewBuffer(data)
		return nil
	})
}

// Close writes the file.
func (a *archive) Close() error {
	out := zip.NewWriter(a.to)
	for _, name := range a.order() {
		if err := writePart(out, name, a.settle(name, a.parts[name].Bytes())); err != nil {
			return err
		}
	}
	return out.Close()
}

// writePart adds one part with the first date that the format knows, as Excel does.
func writePart(out *zip.Writer, name string, data []byte) error {
	const january1980 = 1<<5 | 1
	//nolint:staticcheck // the newer field writes the time zone, too
	part, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: january1980})
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// order is content types, relations and workbook, then the rest by name.
func (a *archive) order() []string {
	first := []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
	var names []string
	for name := range a.parts {
		if !slices.Contains(first, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	present := slices.DeleteFunc(slices.Clone(first), func(name string) bool { return a.parts[name] == nil })
	return append(present, names...)
}

func (a *archive) settle(name string, data []byte) []byte {
	switch {
	case name == "[Content_Types].xml":
		return sortDefaults(data)
	case name == "docProps/core.xml":
		return a.core()
	case name == "docProps/app.xml":
		return []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`)
	case strings.HasPrefix(name, "xl/charts/"):
		return cacheCharts(a.book, data)
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return []byte(strings.ReplaceAll(string(data), longRelation, " r:id="))
	}
	return data
}

// longRelation is how the stream writer spells the attribute r:id.
const longRelation = ` xmlns:relationships="http://schemas.openxmlformats.org/officeDocument/2006/relationships" relationships:id=`

var defaultType = regexp.MustCompile(`<Default [^>]*>(</Default>)?`)

// sortDefaults orders the default content types, which come in the order of a
// map, and puts them where the first one stood.
func sortDefaults(data []byte) []byte {
	found := defaultType.FindAll(data, -1)
	at := defaultType.FindIndex(data)
	if at == nil {
		return data
	}
	sorted := make([]string, len(found))
	for i, f := range found {
		sorted[i] = string(f)
	}
	slices.Sort(sorted)
	rest := defaultType.ReplaceAll(data[at[0]:], nil)
	return slices.Concat(data[:at[0]], []byte(strings.Join(sorted, "")), rest)
}

// core is the properties of the document. It names neither a person nor a time.
func (a *archive) core() []byte {
	var buf bytes.Buffer
	buf.WriteString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, p := range []struct{ name, text string }{
		{"dc:title", a.book.Title}, {"dc:subject", a.book.Subject}, {"dc:language", a.book.Language},
	} {
		if p.text == "" {
			continue
		}
		buf.WriteString("<" + p.name + ">")
		_ = xml.EscapeText(&buf, []byte(p.text)) // a buffer does not fail
		buf.WriteString("</" + p.name + ">")
	}
	buf.WriteString("</cp:coreProperties>")
	return buf.Bytes()
}
