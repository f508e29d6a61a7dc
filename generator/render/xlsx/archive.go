package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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

// Close writes the file. Parts are packed side by side and written in order.
func (a *archive) Close() error {
	names := a.order()
	packed := make([]part, len(names))
	var group sync.WaitGroup
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(names)); i = next.Add(1) - 1 {
				packed[i] = pack(a.settle(names[i], a.parts[names[i]].Bytes()))
			}
		})
	}
	group.Wait()
	out := zip.NewWriter(a.to)
	for i, name := range names {
		if err := packed[i].write(out, name); err != nil {
			return err
		}
	}
	return out.Close()
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
		return shortRelations(data)
	}
	return data
}

// longRelation is how the stream writer spells the attribute r:id.
const longRelation = ` xmlns:relationships="http://schemas.openxmlformats.org/officeDocument/2006/relationships" relationships:id=`

func shortRelations(data []byte) []byte {
	if !bytes.Contains(data, []byte(longRelation)) {
		return data
	}
	return bytes.ReplaceAll(data, []byte(longRelation), []byte(" r:id="))
}

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
