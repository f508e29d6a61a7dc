package generator

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/redraft"
	"pactwright/generator/render/docx"
)

// negotiable makes the documents of a project as Word files, by their names.
func negotiable(t *testing.T, name string) map[string][]byte {
	t.Helper()
	s, out, err := openWords(World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}, Options{})
	if err != nil || s == nil {
		t.Fatal(err, out.Findings)
	}
	made, err := s.negotiated(false)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, d := range made {
		if files[asWord(d.file)], err = s.wordOf(d); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// edited replaces parts of the text of a Word file as a word processor would.
func edited(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			for i := 0; i < len(pairs); i += 2 {
				if strings.Count(string(part), pairs[i]) == 0 {
					t.Fatalf("the file does not have %q", pairs[i])
				}
				part = bytes.Replace(part, []byte(pairs[i]), []byte(pairs[i+1]), 1)
			}
		}
		to, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func imported(t *testing.T, project string, data []byte, by string) Imported {
	t.Helper()
	out, err := ImportDocument(World{Dir: os.DirFS("../data/examples"), Name: project + ".yaml"}, Options{Lang: diag.English}, "back.docx", data, by, "")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestUneditedDocumentsChangeNothing: a contract in two languages of every example,
// and all documents of one, are known again, and come back without a change or a
// finding.
func TestUneditedDocumentsChangeNothing(t *testing.T) {
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for file, data := range negotiable(t, name) {
			if name != "two-party" && !strings.HasSuffix(file, "1.en-ko.docx") {
				continue
			}
			out := imported(t, name, data, "")
			if len(out.Changes) > 0 || len(out.Findings) > 0 || out.Text != nil {
				t.Errorf("%s %s: %v %v", name, file, out.Changes, out.Findings)
			}
		}
	}
}

// control is the text of a value as the Word file has it, up to its words.
func control(t *testing.T, data []byte, path string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := r.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	part, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(part), `<w:tag w:val="`+path+`"/>`)
	if at < 0 {
		t.Fatalf("the file has no value %s", path)
	}
	text := string(part[at:])
	return text[:strings.Index(text, "</w:t>")]
}

// TestEditedContractComesBack: values and words that were changed in Word are
// changed in the project file, each once; what has no place there is listed.
func TestEditedContractComesBack(t *testing.T) {
	files := negotiable(t, "two-party")
	value := func(file, path, old, new string) []string {
		c := control(t, files[file], path)
		if !strings.HasSuffix(c, ">"+old) {
			t.Fatalf("%s: %s", path, c)
		}
		return []string{c, strings.TrimSuffix(c, old) + new}
	}
	const en, ko, both = "agreement/us1.en.docx", "agreement/us1.ko.docx", "agreement/us1.en-ko.docx"
	const clauses = "agreements[0].clauses."
	for _, c := range []struct {
		name, file string
		pairs      []string
		changes    []string // what is said of each
		in         []string // the difference of the file
		found      string   // codes of findings
	}{
		{"nothing", en, nil, nil, nil, ""},
		{"a number of the project file", en, value(en, clauses+"publication.notice_days", "thirty (30) days", "forty-five (45) days"),
			[]string{"Key Terms → " + clauses + "publication.notice_days: thirty (30) days → forty-five (45) days"}, []string{"+        notice_days: 45"}, "WORD-OTHER"},
		{"a number of the library", en, value(en, clauses+"records.copy_days", "fourteen (14) days", "twenty (20) days"),
			[]string{"Section 16.4 → " + clauses + "records.copy_days: fourteen (14) days → twenty (20) days"}, []string{"+      records: {copy_days: 20}"}, ""},
		{"a number in other words", en, value(en, clauses+"records.copy_days", "fourteen (14) days", "20 days"),
			[]string{"Section 16.4 → " + clauses + "records.copy_days: fourteen (14) days → 20 days"}, []string{"+      records: {copy_days: 20}"}, "WORD-OTHER"},
		{"a date", ko, value(ko, "agreements[0].effective_date", "2024년 7월 1일", "2024년 7월 8일"),
			[]string{"핵심 계약조건 → agreements[0].effective_date: 2024년 7월 1일 → 2024년 7월 8일"}, []string{"+    effective_date: 2024-07-08"}, "WORD-OTHER"},
		{"words without a number", en, value(en, clauses+"records.copy_days", "fourteen (14) days", "a few days"),
			nil, nil, "WORD-VALUE"},
		{"one value, two others", en, append(value(en, clauses+"publication.notice_days", "thirty (30) days", "forty (40) days"),
			`thirty (30) days</w:t></w:r></w:sdtContent></w:sdt><w:r><w:rPr><w:lang w:val="en-US" w:eastAsia="ko-KR"/></w:rPr><w:t xml:space="preserve"> before its`,
			`sixty (60) days</w:t></w:r></w:sdtContent></w:sdt><w:r><w:rPr><w:lang w:val="en-US" w:eastAsia="ko-KR"/></w:rPr><w:t xml:space="preserve"> before its`),
			[]string{"Key Terms → " + clauses + "publication.notice_days: thirty (30) days → forty (40) days"}, nil, "WORD-TWICE"},
		{"words around references and values", en, []string{"For abstracts, and for texts", "For abstracts, posters &amp; texts"},
			[]string{"Section 26.3 → edits[0]: words changed"},
			[]string{`+      en: For abstracts, posters \& texts that report only data which the publishing Party has itself collected, the time under {{ref "publication.notice"}} is {{param "abstract_days"}}, and the time to object is {{param "abstract_objection_days"}}.`,
				"+    anchor: short", "+    by: US1"}, "EDIT-LANG"},
		{"words before a particle", ko, []string{"발생한 날을 산입하지 아니한다", "발생한 날을 세지 아니한다"}, []string{"제1조제2항제4호 → edits[0]: words changed"}, []string{`+    clause: "2.4"`}, "EDIT-LANG"},
		{"both languages", both, []string{"For abstracts, and for texts", "For abstracts and texts", "초록과, 발표하려는", "초록 및 발표하려는"},
			[]string{"Section 26.3 → edits[0]: words changed"},
			[]string{`+      en: For abstracts and texts that`, `+      ko: 초록 및 발표하려는 당사자가 스스로 수집한 데이터만을 보고하는 원고의 경우 {{ref "publication.notice"}}에 따른 기간은 {{param "abstract_days"}}, 이의 제기 기간은 {{param "abstract_objection_days"}}{{particle "으로/로"}} 한다.`}, ""},
		{"tracked words, and a new item", en, []string{`Headings serve only for orientation and do not affect the meaning.</w:t></w:r>`,
			`Headings serve </w:t></w:r><w:del w:id="9001" w:author="J" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>only </w:delText></w:r></w:del><w:r><w:t>for orientation.</w:t></w:r></w:p><w:p><w:r><w:t>A new item &lt;here&gt; costs 5*3 &amp; {{more}}.</w:t></w:r>`},
			[]string{"Section 1.2(b) → edits[0]: words changed", "Section 1.2(b) → edits[1]: words added"},
			[]string{`+    text: {en: Headings serve for orientation.}`, `+    change: add`}, "EDIT-LANG EDIT-LANG DOC-PARITY DOC-PARITY DOC-PARITY"},
		{"a clause that is gone", en, []string{`<w:t xml:space="preserve">Headings serve only for orientation and do not affect the meaning.</w:t>`, ""},
			[]string{"Section 1.2(b) → edits[0]: words removed"}, []string{"+    change: remove"}, ""},
		{"a heading", en, []string{">Definitions and Interpretation<", ">Definitions<"}, nil, nil, "WORD-PLACE"},
	} {
		out := imported(t, "two-party", edited(t, files[c.file], c.pairs...), "US1")
		var said, codes []string
		for _, one := range out.Changes {
			said = append(said, one.EN)
		}
		for _, f := range out.Findings {
			codes = append(codes, f.Code)
		}
		if strings.Join(said, "\n") != strings.Join(c.changes, "\n") || strings.Join(codes, " ") != c.found {
			t.Errorf("%s: %q, %s: %v", c.name, said, codes, out.Findings)
		}
		for _, line := range c.in {
			if !strings.Contains(out.Diff, line) {
				t.Errorf("%s: no line %q in\n%s", c.name, line, out.Diff)
			}
		}
		if (len(c.in) > 0) != (out.Text != nil) {
			t.Errorf("%s: the file would be written: %t:\n%s", c.name, out.Text != nil, out.Diff)
		}
	}
}

// TestNothingThatWasEditedIsDropped: whatever is done to paragraphs, as often as
// something was done there is a change or a finding about it.
func TestNothingThatWasEditedIsDropped(t *testing.T) {
	s, _, err := openWords(World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	made, err := s.negotiated(false)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	for _, d := range made {
		if d.kind != "agreement" {
			continue
		}
		was, err := s.wordText(d)
		if err != nil {
			t.Fatal(err)
		}
		for range 40 {
			is := *was
			is.Paragraphs = slices.Clone(was.Paragraphs)
			done := 0
			for range 1 + random.IntN(5) {
				i := random.IntN(len(is.Paragraphs))
				p := is.Paragraphs[i]
				if p.Text == "" || p.Contents || strings.HasSuffix(p.Text, "그리고 and.") {
					continue
				}
				done++
				p.Controls = nil
				switch random.IntN(3) {
				case 0:
					p.Text += " 그리고 and."
				case 1:
					p.Text = "x " + p.Text[:0] + "그리고 and."
				default:
					is.Paragraphs = slices.Insert(is.Paragraphs, i+1, docx.Paragraph{Text: fmt.Sprintf("A new paragraph %d, 그리고 and.", done), Table: p.Table})
					continue
				}
				is.Paragraphs[i] = p
			}
			out := redraft.Compare(redraft.Input{Name: "x.docx", Is: &is, Was: was, Document: d.settled, Plan: d.plan, Template: s.template, Project: s.project})
			told := len(out.Changes)
			for _, f := range out.Found {
				if f.Code == redraft.CodePlace || f.Code == redraft.CodeValue || f.Code == redraft.CodeTwice {
					told++
				}
			}
			if told < done {
				t.Errorf("%s: %d edits, told of %d: %v %v", d.file, done, told, out.Changes, out.Found)
			}
		}
	}
}

// TestEditedAgain: a clause whose words are those of an earlier edit comes back as a
// change of that edit; one that an edit added, and that is gone, takes the edit along.
func TestEditedAgain(t *testing.T) {
	text, err := os.ReadFile("../data/examples/two-party.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, `
edits:
  - agreement: us1
    article: publication
    anchor: notice
    text:
      en: A Party shows its text {{param "notice_days"}} before it is sent, subject to {{ref "publication.short"}}.
      ko: 당사자는 {{ref "publication.short"}}의 경우를 제외하고 {{param "notice_days"}} 전에 원고를 보인다.
    reason: {en: A., ko: 가.}
    by: US1
  - agreement: us1
    article: publication
    anchor: notice
    change: add
    text: {en: It waits for an answer., ko: 당사자는 회신을 기다린다.}
    reason: {en: B., ko: 나.}
    by: US1
`...)
	w := World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml", Text: text}
	s, _, err := openWords(w, Options{})
	if err != nil {
		t.Fatal(err)
	}
	made, err := s.negotiated(false)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(made, func(d document) bool { return d.file == "agreement/us1.en.pdf" })
	data, err := s.wordOf(made[at])
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, old, new, change string
		lines                  []string
	}{
		{"words of an edit", "A Party shows its text ", "A Party shall show its text ", "edits[0]: words changed",
			[]string{`+      en: A Party shall show its text {{param "notice_days"}} before it is sent, subject to {{ref "publication.short"}}.`}},
		{"what an edit added", "It waits for an answer.", "", "edits[1]: words removed", []string{"-    change: add"}},
		{"words of what an edit added", "It waits for an answer.", "It waits for no answer.", "edits[1]: words changed", []string{"It waits for no answer."}},
	} {
		out, err := ImportDocument(w, Options{Lang: diag.English}, "back.docx", edited(t, data, c.old, c.new), "", "")
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Changes) != 1 || !strings.HasSuffix(out.Changes[0].EN, c.change) {
			t.Errorf("%s: %v %v", c.name, out.Changes, out.Findings)
		}
		for _, line := range c.lines {
			if !strings.Contains(out.Diff, line) {
				t.Errorf("%s: no line %q in\n%s", c.name, line, out.Diff)
			}
		}
	}
}

// A redline that comes back is the contract that it shows: without an edit it
// changes nothing, and neither its missing contents nor our own remarks are told of.
func TestRedlineComesBack(t *testing.T) {
	out, err := Review(World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range out.Files {
		if !strings.HasSuffix(f.Path, ".docx") {
			continue
		}
		seen++
		if back := imported(t, "two-party", f.Data, ""); len(back.Findings) > 0 || len(back.Changes) > 0 {
			t.Errorf("%s unedited: %v, %v", f.Path, back.Changes, back.Findings)
		}
		if !strings.HasSuffix(f.Path, ".en.docx") {
			continue
		}
		changed := edited(t, f.Data, "Headings serve only for orientation", "Headings serve for orientation only")
		if back := imported(t, "two-party", changed, "US1"); len(back.Changes) != 1 || len(back.Findings) != 1 || back.Findings[0].Code != "EDIT-LANG" {
			t.Errorf("%s with one edit: %v, %v", f.Path, back.Changes, back.Findings)
		}
	}
	if seen != 2 {
		t.Errorf("%d redlines came back", seen)
	}
}
