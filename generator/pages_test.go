package generator

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/render/pdf"
	"pactwright/templates"
)

// updating tells whether golden files are to be written anew.
func updating() bool {
	return flag.Lookup("update").Value.(flag.Getter).Get().(bool)
}

// TestFirstPages holds where everything stands on the first page of a document of
// each type and language, and how many pages it has. A change of layout shows here
// as numbers, before anybody looks at a page. No type of document is left out.
func TestFirstPages(t *testing.T) {
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	seen, types := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		firstPages(t, name, World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}, seen)
	}
	for _, v := range variants {
		firstPages(t, v.name, v.world(t), seen)
	}
	for kind := range seen {
		id, _, _ := strings.Cut(kind, ".")
		types[id] = true
	}
	all, err := library.Layers{{Name: "built in", FS: templates.Files}}.List("documents")
	if err != nil || len(all) == 0 {
		t.Fatalf("there are %d types of documents, %v", len(all), err)
	}
	for _, id := range all {
		if !types[id] {
			t.Errorf("no example and no variant of one makes the document type %s: add it to variants", id)
		}
	}
	if !updating() {
		kept, err := filepath.Glob(filepath.Join("testdata", "pages", "*.txt"))
		if err != nil || len(kept) != len(seen) {
			t.Errorf("%d files for %d kinds of documents, %v", len(kept), len(seen), err)
		}
	}
}

// variant is an example with changes, for documents that no example has.
type variant struct {
	name, example string
	replace       [][2]string
	more          string // at the end of the file
}

var variants = []variant{
	{"a variant with changes", "field-of-use", [][2]string{{"parties: [KR1, US1]", "parties: [KR1, JP1, US1]"}}, `
changes:
  - id: c1
    kind: join
    date: 2025-04-01
    agreement: us1
    party: US1
    reason: {en: A cohort from North America is required., ko: 북미 코호트가 필요함.}
    approval: {reference: Letter 1, date: 2025-03-10, project_agreement: 2025-03-20}
  - id: c2
    kind: leave
    date: 2026-07-01
    agreement: us1
    party: JP1
    reason: {en: The laboratory moves., ko: 연구실이 이전함.}
    approval: {reference: Letter 2, date: 2026-05-02}
  - id: c3
    kind: amend
    date: 2025-06-01
    agreement: us1
    reason: {en: Twice as many studies are read., ko: 판독 대상이 두 배로 늘어남.}
    approval: {reference: Letter 3, date: 2025-05-02}
    amounts:
      - {payment: PAY-US1, phase: P2, before: 150_000_000, after: 170_000_000}
documents:
  - {type: nda, for: US1, date: 2024-03-04}
  - {type: invention-disclosure, for: us1}
  - {type: use-report, for: us1}
  - {type: publication-notice, for: us1}
  - {type: invoice, for: US1-1}
  - {type: remittance, for: US1-1}
`},
	{"a variant without a trial", "two-party", [][2]string{
		{"    kind: loi\n", "    kind: moa\n"},
		{"    binding: non_binding ", "    binding: mixed\n    binding_articles: [confidentiality, costs]\n"},
		{"    required: true  ", "    required: false\n    exemption_proof: true\n    ethics_approval: true\n"},
	}, `
documents:
  - {type: participation-overseas}
  - {type: withdrawal, for: US1, note: {en: The group closes., ko: 연구팀이 해체됩니다.}}
  - {type: withdrawal, for: KR1}
`},
}

// world returns the variant beside the files of the examples.
func (v variant) world(t *testing.T) World {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../data/examples")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, v.example+".yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := string(text)
	for _, r := range v.replace {
		if !strings.Contains(s, r[0]) {
			t.Fatalf("%s has no %q", v.example, r[0])
		}
		s = strings.Replace(s, r[0], r[1], 1)
	}
	if err := os.WriteFile(file, []byte(s+v.more), 0o644); err != nil {
		t.Fatal(err)
	}
	return World{Dir: os.DirFS(dir), Name: v.example + ".yaml"}
}

// firstPages compares the first page of each kind of document that was not seen
// before.
func firstPages(t *testing.T, name string, w World, seen map[string]bool) {
	t.Helper()
	out, err := Build(w, Options{})
	if err != nil || out.Findings.Has(diag.Blocking) {
		t.Fatal(name, err, out.Findings)
	}
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	faces, err := builtInFaces()
	if err != nil {
		t.Fatal(err)
	}
	reviewed, err := Review(w, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range append(out.documents, reviewed.documents...) {
		kind := d.typ.ID + "." + d.langCode()
		if d.settled == nil || seen[kind] {
			continue
		}
		seen[kind] = true
		style, _, err := s.style(d.typ.Style)
		if err != nil {
			t.Fatal(err)
		}
		laid, _, _ := pdf.Layout(d.settled, style, faces)
		comparePage(t, filepath.Join("testdata", "pages", kind+".txt"), fmt.Sprintf("%s of %s\n%s", d.file, name, firstPage(laid, faces)))
	}
}

// firstPage prints the texts of the first page with their places in points.
func firstPage(l *pdf.Laid, faces *pdf.Faces) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d pages of %d x %d\n", len(l.Pages), l.Width/100, l.Height/100)
	for _, x := range l.Pages[0].Texts {
		fmt.Fprintf(&b, "%7.2f %7.2f %5.2f %s %q\n", float64(x.X)/100, float64(x.Y)/100, float64(x.Size)/100, faces.Name(x.Face), x.S)
	}
	p := &l.Pages[0]
	fmt.Fprintf(&b, "%d grounds, %d rules, %d boxes, %d links, %d fields\n", len(p.Rects), len(p.Rules), len(p.Checks), len(p.Links), len(p.Fields))
	return b.String()
}

func comparePage(t *testing.T, file, got string) {
	t.Helper()
	if updating() {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		line := func(l []string) string {
			if i < len(l) {
				return l[i]
			}
			return "(nothing)"
		}
		if line(a) != line(b) {
			t.Errorf("%s, line %d:\n want %s\n  got %s", file, i+1, line(a), line(b))
			return
		}
	}
}
