package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
)

// node is an element of a part, read by code that shares nothing with the writer.
type node struct {
	name string // with the prefix that is usual for its name space
	attr map[string]string
	kids []*node
	text string
}

// prefixes of the name spaces that parts may use.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w:",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r:",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a:",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic:",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp:",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp:",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "",
	"http://purl.org/dc/elements/1.1/":                                          "dc:",
	"http://purl.org/dc/terms/":                                                 "dcterms:",
	"http://www.w3.org/2001/XMLSchema-instance":                                 "xsi:",
	"http://www.w3.org/XML/1998/namespace":                                      "xml:",
	"urn:schemas-microsoft-com:vml":                                             "v:",
	"urn:schemas-microsoft-com:office:office":                                   "o:",
	"":      "",
	"xml":   "xml:",
	"xmlns": "xmlns:",
}

func prefixed(t testing.TB, n xml.Name) string {
	t.Helper()
	p, ok := prefixes[n.Space]
	if !ok {
		t.Fatalf("the name space %q is not known", n.Space)
	}
	return p + n.Local
}

func parsed(t testing.TB, name string, data []byte) *node {
	t.Helper()
	top := &node{}
	stack := []*node{top}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s is not XML: %v", name, err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			n := &node{name: prefixed(t, v.Name), attr: map[string]string{}}
			for _, a := range v.Attr {
				n.attr[prefixed(t, a.Name)] = a.Value
			}
			above := stack[len(stack)-1]
			above.kids = append(above.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			stack[len(stack)-1].text += string(v)
		}
	}
	if len(top.kids) != 1 {
		t.Fatalf("%s has %d roots", name, len(top.kids))
	}
	return top.kids[0]
}

// each calls f for a node and all below it.
func (n *node) each(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.each(f)
	}
}

// all returns the nodes of a name.
func (n *node) all(name string) []*node {
	var out []*node
	n.each(func(k *node) {
		if k.name == name {
			out = append(out, k)
		}
	})
	return out
}

// at returns the node at a path of children, or an empty one.
func (n *node) at(names ...string) *node {
	for _, name := range names {
		next := &node{attr: map[string]string{}}
		for _, k := range n.kids {
			if k.name == name {
				next = k
				break
			}
		}
		n = next
	}
	return n
}

// file is an open document.
type file struct {
	names []string
	data  map[string][]byte
	parts map[string]*node
}

func opened(t testing.TB, data []byte) file {
	t.Helper()
	names, content := unpacked(t, data)
	f := file{names: names, data: content, parts: map[string]*node{}}
	for name, part := range content {
		if ext := path.Ext(name); ext == ".xml" || ext == ".rels" {
			f.parts[name] = parsed(t, name, part)
		}
	}
	return f
}

// unpacked returns what is in an archive.
func unpacked(t testing.TB, data []byte) (names []string, content map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	content = map[string][]byte{}
	for _, entry := range z.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		if content[entry.Name] != nil {
			t.Errorf("%s is there twice", entry.Name)
		}
		if content[entry.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, entry.Name)
	}
	return names, content
}

func (f file) body() *node { return f.parts["word/document.xml"].at("w:body") }

// shown returns the words of a node as they are read. gone tells which changes are
// left out: w:ins or w:del.
func (n *node) shown(gone string) string {
	var out strings.Builder
	field := 0 // within the code of a field
	var walk func(*node)
	walk = func(n *node) {
		switch n.name {
		case gone, "w:pPr", "w:rPr", "w:sdtPr":
			return
		case "w:fldChar":
			switch n.attr["w:fldCharType"] {
			case "begin":
				field++
			case "separate":
				field--
			}
		case "w:br":
			out.WriteString("\n")
		case "w:tab":
			out.WriteString("\t")
		case "w:t", "w:delText":
			if field == 0 {
				out.WriteString(n.text)
			}
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return out.String()
}
