//go:build conformance

package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/doc"
	"pactwright/generator/render/pdf"
)

// told is what pdf.js makes of a file.
type told struct {
	File    string
	Marked  bool
	Outline []struct {
		Title string
		Page  int
	}
	Pages  []toldNode
	Fields []struct {
		Name string
		Page int
		Rect [4]float64
	}
}

// toldNode is an element, or text.
type toldNode struct {
	Role, Lang, Alt string
	Kids            []toldNode
	text            string
}

func (n *toldNode) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &n.text)
	}
	type plain toldNode
	return json.Unmarshal(data, (*plain)(n))
}

// TestStructureIsRead has pdf.js read the structure of all documents of all
// examples: the text of the tree is that of the document, in order, every table has
// head cells, headings skip no level, bookmarks lead to the page of their heading,
// and signature fields stand where signatures.json says.
func TestStructureIsRead(t *testing.T) {
	t.Parallel()
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			documents := builtAs(t, name, pdf.Archive2b)
			dir, files := t.TempDir(), []string{"structure.mjs"}
			for i, d := range documents {
				files = append(files, filepath.Join(dir, fmt.Sprintf("%03d.pdf", i)))
				if err := os.WriteFile(files[i+1], d.data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command("node", files...)
			cmd.Dir = "render/pdf/testdata/readers"
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			i := 0
			for line := range bytes.Lines(out) {
				if !bytes.HasPrefix(line, []byte("{")) {
					continue // what pdf.js says about itself
				}
				var got told
				if err := json.Unmarshal(line, &got); err != nil {
					t.Fatal(err)
				}
				compareStructure(t, documents[i], got)
				i++
			}
			if i != len(documents) {
				t.Errorf("%d of %d files were read", i, len(documents))
			}
		})
	}
}

// usual are the examples at the level that packs have if nobody chooses another
// one, by name. Several tests read them.
var usual = struct {
	sync.Mutex
	documents map[string][]document
}{documents: map[string][]document{}}

// builtAs builds an example at a level of PDF/A and returns its documents.
func builtAs(t *testing.T, name string, level pdf.Archive) []document {
	t.Helper()
	if level != pdf.Archive2b {
		return buildAs(t, name, level)
	}
	usual.Lock()
	defer usual.Unlock()
	if usual.documents[name] == nil {
		usual.documents[name] = buildAs(t, name, level)
	}
	return usual.documents[name]
}

func buildAs(t *testing.T, name string, level pdf.Archive) []document {
	t.Helper()
	w := World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}
	if name == "two-party" {
		w = withLogo(t, "northfield.png", ring(t)) // so that a picture is judged, too
	}
	out, err := Build(w, Options{Archive: level})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(out.documents, func(d document) bool { return len(d.data) == 0 })
}

func compareStructure(t *testing.T, d document, got told) {
	t.Helper()
	if !got.Marked || len(got.Pages) != d.pages {
		t.Errorf("%s: marked %v, %d pages", d.file, got.Marked, len(got.Pages))
	}
	r := structureReader{t: t, file: d.file, second: string(d.settled.Second())}
	for _, p := range got.Pages {
		r.read(p, false)
	}
	want := wantedText(d.settled)
	for i, which := range []string{"the document", "its second language"} {
		if a, b := letters(r.text[i].String()), letters(want[i].String()); a != b {
			at := 0
			for at < len(a) && at < len(b) && a[at] == b[at] {
				at++
			}
			at = max(0, at-60)
			t.Errorf("%s: the tree of %s differs:\n got …%.200s\nwant …%.200s", d.file, which, a[at:], b[at:])
		}
	}
	tables := 0
	for _, b := range d.settled.Blocks {
		switch b.(type) {
		case *doc.Table, *doc.KeyValue:
			tables++
		}
	}
	if r.tables < tables {
		t.Errorf("%s: %d of %d tables have head cells", d.file, r.tables, tables)
	}
	for _, b := range got.Outline {
		if !strings.Contains(letters(headingsOn(got.Pages[b.Page-1])), letters(b.Title)) {
			t.Errorf("%s: the bookmark %q leads to page %d, which has no such heading", d.file, b.Title, b.Page)
		}
	}
	if len(got.Fields) != len(d.fields) {
		t.Fatalf("%s: pdf.js finds %d signature fields, the layout has %d", d.file, len(got.Fields), len(d.fields))
	}
	for i, f := range d.fields {
		g := got.Fields[i]
		rect := fmt.Sprintf("%.2f %.2f %.2f %.2f", g.Rect[0], g.Rect[1], g.Rect[2], g.Rect[3])
		var want [4]float64
		for k, s := range f.Rectangle {
			fmt.Sscan(s, &want[k])
		}
		if g.Name != f.Name || g.Page != f.Page || rect != fmt.Sprintf("%.2f %.2f %.2f %.2f", want[0], want[1], want[2], want[3]) {
			t.Errorf("%s: field %+v, want %+v", d.file, g, f)
		}
	}
}

// structureReader collects the text of a tree in both languages of a document,
// without contents pages and figures, whose text the document does not have.
type structureReader struct {
	t      *testing.T
	file   string
	second string
	level  int
	tables int // with head cells
	text   [2]strings.Builder
}

func (r *structureReader) read(n toldNode, second bool) {
	second = second || n.Role == "Sect" && n.Lang != "" && n.Lang == r.second
	switch {
	case n.Role == "TOC":
		return
	case n.Role == "Figure":
		if n.Alt == "" {
			r.t.Errorf("%s: a figure without words", r.file)
		}
		return
	case n.Role == "Table" && hasRole(n, "TH"): // on further pages a table goes on without
		r.tables++
	case len(n.Role) == 2 && n.Role[0] == 'H' && n.Role[1] <= '6':
		if l := int(n.Role[1] - '0'); l > r.level+1 {
			r.t.Errorf("%s: %s follows level %d", r.file, n.Role, r.level)
		} else {
			r.level = l
		}
	}
	which := 0
	if second {
		which = 1
	}
	r.text[which].WriteString(n.text)
	for i, k := range n.Kids {
		if i+1 < len(n.Kids) && n.Kids[i+1].Role == "TOC" {
			continue // the words above the contents
		}
		r.read(k, second)
	}
}

func hasRole(n toldNode, role string) bool {
	return n.Role == role || slices.ContainsFunc(n.Kids, func(k toldNode) bool { return hasRole(k, role) })
}

// headingsOn returns the headings of a page.
func headingsOn(n toldNode) string {
	if len(n.Role) == 2 && n.Role[0] == 'H' {
		return toldText(n)
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(headingsOn(k))
	}
	return b.String()
}

func toldText(n toldNode) string {
	s := n.text
	for _, k := range n.Kids {
		s += toldText(k)
	}
	return s
}

// wantedText returns the text of a document in the order of reading: columns apart.
func wantedText(r *doc.Resolved) (out [2]strings.Builder) {
	for _, b := range r.Blocks {
		if v, ok := b.(*doc.Columns); ok {
			blockText(&out[0], v.Left)
			second := &out[1]
			if r.Second() == "" {
				second = &out[0]
			}
			blockText(second, v.Right)
			continue
		}
		blockText(&out[0], b)
	}
	return out
}

func blockText(out *strings.Builder, b doc.Block) {
	text := func(words []doc.Inline) { out.WriteString(doc.Text(words)) }
	switch v := b.(type) {
	case *doc.Heading:
		text(v.Text)
	case *doc.Clause:
		out.WriteString(v.Number)
		text(v.Text)
	case *doc.Paragraph:
		text(v.Text)
	case *doc.List:
		for i, item := range v.Items {
			if v.Ordered {
				fmt.Fprint(out, v.Before+i+1)
			}
			text(item)
		}
	case *doc.Table:
		for _, row := range append([][]doc.Cell{v.Head}, v.Rows...) {
			for _, c := range row {
				text(c)
			}
		}
	case *doc.KeyValue:
		for _, row := range v.Rows {
			text(row.Key)
			text(row.Value)
		}
	case *doc.Signatures:
		for _, s := range v.Blocks {
			text(s.Heading)
			for _, l := range s.Lines {
				text(l.Label)
				text(l.Value)
			}
			out.WriteString(s.Seal)
		}
	case *doc.Notice:
		text(v.Title)
		for _, p := range v.Body {
			text(p)
		}
	case *doc.Figure:
		text(v.Title)
		text(v.Alt)
	}
}

// letters keeps letters and digits, since a line may divide words, and boxes are
// not drawn as characters.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFC.String(s))
}

// TestArchivesAreSound: qpdf finds no fault in any PDF of any example at any level,
// and Apache PDFBox Preflight passes all of them at level 1b.
func TestArchivesAreSound(t *testing.T) {
	t.Parallel()
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Run("qpdf", func(t *testing.T) {
		for _, level := range pdf.Archives {
			for _, name := range names {
				t.Run(string(level)+" "+name, func(t *testing.T) {
					t.Parallel()
					for i, d := range builtAs(t, name, level) {
						file := filepath.Join(dir, fmt.Sprintf("%s-%s-%03d.pdf", level, name, i))
						if err := os.WriteFile(file, d.data, 0o644); err != nil {
							t.Fatal(err)
						}
						if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
							t.Errorf("%s: %v: %s", d.file, err, out)
						}
					}
				})
			}
		}
	})
	files, err := filepath.Glob(filepath.Join(dir, string(pdf.Archive1b)+"-*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	preflight(t, dir, strings.Join(files, "\n")+"\n")
}

// preflight judges a list of files in one Java program.
func preflight(t *testing.T, dir, list string) {
	t.Helper()
	file := filepath.Join(dir, "list")
	if err := os.WriteFile(file, []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	var jars []string
	for _, jar := range []string{"pdfbox2", "preflight", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"} {
		jars = append(jars, "/usr/share/java/"+jar+".jar")
	}
	output(t, "java", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", file)
	verdicts, err := os.ReadFile(file + ".preflight.xml")
	if err != nil {
		t.Fatal(err)
	}
	if good, all := bytes.Count(verdicts, []byte(`<isValid type="PDF/A1-b">true<`)), strings.Count(list, "\n"); good != all || all == 0 {
		t.Errorf("Preflight passes %d of %d files: %.3000s", good, all, verdicts[max(0, bytes.Index(verdicts, []byte(">false<"))):])
	}
}
