package workbook

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// theCall is the call that is shipped, with what its law adds.
func theCall(t testing.TB) *call.Call {
	t.Helper()
	data, err := os.ReadFile("../../data/calls/iitp-2024-medical-ai.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, found := call.Load("iitp-2024-medical-ai.yaml", data)
	rules, more := call.NewRulebook(c, version(t))
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
	}
	return rules.Call
}

// written fills a template of a sheet for a project.
func written(t testing.TB, p *project.Project, name, text string) Prose {
	t.Helper()
	b, _ := budget.Compute(p, version(t), budget.Options{})
	c, v := theCall(t), version(t)
	notes := merge.NewNotes(merge.NewBase(p, c, calendar.Date{}), p, b, c, v)
	notes.Unit = diag.Text{EN: "Unit: KRW", KO: "단위: 원"}
	file := library.File{Path: name + ".md.tmpl", Data: []byte(text)}
	out := Prose{Name: name, Place: diag.Place{File: file.Path, Line: 1}}
	in := merge.Input{
		Type: &library.DocumentType{Body: file}, Project: p, Law: v, Call: c, Context: notes, Phrases: bundled(t),
	}
	for _, in.Lang = range merge.Languages(file) {
		symbolic, found := merge.Document(in)
		resolved, more := doc.Resolve(symbolic, nil)
		if found = append(found, more...); len(found) > 0 {
			t.Fatal(found)
		}
		out.Texts = append(out.Texts, resolved)
	}
	return out
}

// bookWith returns the workbook of the smallest project with sheets of text.
func bookWith(t testing.TB, o Options) (*sheet.Workbook, diag.List) {
	t.Helper()
	p := load(t, "small")
	b, _ := budget.Compute(p, version(t), budget.Options{Caps: []money.Amount{moneytest.KRW(1_600_000_000)}})
	w, found := Budget(p, b, bundled(t), o)
	return w.Book(), found
}

// TestNotesGolden keeps the sheet of notes for a person to review.
func TestNotesGolden(t *testing.T) {
	text, err := os.ReadFile("../../templates/documents/budget/notes.md.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	p := load(t, "small")
	p.Info.Title = project.Text{EN: "Deep reading", KO: "심층 판독"}
	w, found := bookWith(t, Options{Prose: []Prose{written(t, p, "Notes", string(text))}})
	if len(found) > 0 {
		t.Fatal(found)
	}
	golden(t, "testdata/notes.golden", (&sheet.Workbook{Sheets: []*sheet.Sheet{w.Sheet("Notes")}}).Dump())
}

const tables = "{{define \"ko\"}}\n# 특약\n\n{{.Unit}}\n\n" +
	"| 항목 | 금액 | 비율 | 날짜 | 설명 |\n|---|---:|---:|---:|---|\n" +
	"{{range .Budget.Institutions}}| {{.Party.ID}} | {{code .Totals.Total}} | {{.IndirectRate}} | {{$.Project.Start}} | {{words .Totals.Total}} |\n" +
	"| 없음 | – | {{$.Budget.Totals.Total}} 이내 | {{short $.Period}} | {{phrase \"total\"}} |\n" +
	"| **계** | {{plain .Totals.Total}} | | | |\n{{end}}\n" +
	"1. 하나\n2. 둘\n\n- 셋\n\n```keyterms\n총액: {{.Budget.Totals.Total}}\n설명: {{.Project.ID}} 과제\n```\n\n---\n\n" +
	"```notice warning\ntitle: 주의\n첫 문단\n\n둘째 문단\n```\n\n```signatures\nheading: 갑\n이름: {{.Project.ID}}\n날짜:\n```\n\n## 절\n\n```small\n작은 글\n```\n{{end}}"

// TestProse looks at every kind of block: values that stand alone in a cell are
// numbers, all others are text.
func TestProse(t *testing.T) {
	w, found := bookWith(t, Options{Prose: []Prose{written(t, load(t, "small"), "특약", tables)}})
	if len(found) > 0 {
		t.Fatal(found)
	}
	golden(t, "testdata/prose.golden", (&sheet.Workbook{Sheets: []*sheet.Sheet{w.Sheet("특약")}}).Dump())
	s := w.Sheet("특약")
	for ref, want := range map[string]struct {
		kind  sheet.Kind
		style sheet.Style
	}{
		"B8": {sheet.AmountKind, sheet.TextStyle}, "C8": {sheet.PercentKind, sheet.TextStyle}, "D8": {sheet.DateKind, sheet.TextStyle},
		"E8": {sheet.TextKind, sheet.TextStyle}, "B9": {sheet.TextKind, sheet.RightStyle}, "C9": {sheet.TextKind, sheet.RightStyle},
		"D9": {sheet.TextKind, sheet.RightStyle}, "B10": {sheet.AmountKind, sheet.TotalStyle}, "A5": {sheet.TextKind, sheet.ProseStyle},
	} {
		if c := cell(t, w, "특약", ref); c.Value.Kind() != want.kind || c.Style != want.style {
			t.Errorf("%s is %q, kind %d, style %s", ref, c.Value, c.Value.Kind(), c.Style)
		}
	}
	if !s.Print.Portrait || len(s.Print.Breaks) != 1 || s.Print.Header != "특약" || w.Sheets[len(w.Sheets)-2] != s {
		t.Errorf("%+v", s.Print)
	}
	if c := cell(t, w, "특약", "A2"); c.Formula != "Check_Status" {
		t.Errorf("the status is %+v", c)
	}
	if len(s.Columns) != 5 || s.Columns[0].Width >= s.Columns[4].Width {
		t.Errorf("columns %+v", s.Columns)
	}
}

// TestBothLanguages puts Korean above English, and only one of them if headings
// have one language.
func TestBothLanguages(t *testing.T) {
	both := written(t, load(t, "small"), "Both", "{{define \"en\"}}\n# Terms\n\nEnglish\n{{end}}{{define \"ko\"}}\n# 조건\n\n국문\n{{end}}")
	only := written(t, load(t, "small"), "Only", "{{define \"en\"}}\nNo title\n{{end}}")
	for lang, want := range map[diag.Lang]string{
		"": "조건 Terms|국문|Terms|English", diag.Korean: "조건|국문", diag.English: "Terms|English",
	} {
		w, found := bookWith(t, Options{Headings: lang, Prose: []Prose{both, only}})
		if len(found) > 0 {
			t.Fatal(found)
		}
		var texts []string
		for _, c := range w.Sheet("Both").Cells {
			if c.Formula == "" {
				texts = append(texts, c.Value.Text())
			}
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("%q: %s", lang, got)
		}
		if got := cell(t, w, "Only", "A1").Value.Text(); got != "Only" {
			t.Errorf("the title of a text without one is %q", got)
		}
	}
}

// TestHeadings shows words and names of categories in one language, but names of
// parties as they are.
func TestHeadings(t *testing.T) {
	for lang, want := range map[diag.Lang][3]string{
		diag.Korean: {"연구개발비 총괄", "간접비", "ko-KR"}, diag.English: {"Budget summary", "Indirect cost", "en-US"},
	} {
		w, found := bookWith(t, Options{Headings: lang})
		if len(found) > 0 {
			t.Fatal(found)
		}
		if got := cell(t, w, Summary, "A1").Value.Text(); got != want[0] {
			t.Errorf("%s: title %q", lang, got)
		}
		if !strings.Contains(w.Dump(), "\t"+want[1]+"\n") || w.Language != want[2] {
			t.Errorf("%s: no %q, language %s", lang, want[1], w.Language)
		}
		if lang == diag.English {
			for _, c := range w.Sheet(Checks).Cells {
				if strings.ContainsAny(c.Value.Text()+c.Formula, "가나다라마바사아자차카타파하합계금액") {
					t.Errorf("Checks!%s is %q", c.Ref, c.Value.Text())
				}
			}
		}
	}
}

// TestThousands shows amounts in thousands and leaves the cells as they are. The
// sheet of checks subtracts, and stays in won.
func TestThousands(t *testing.T) {
	won, _ := bookWith(t, Options{})
	w, found := bookWith(t, Options{Thousands: true})
	if len(found) > 0 || w.Dump() != won.Dump() {
		t.Errorf("the cells differ: %v", found)
	}
	for _, s := range w.Sheets {
		if want := s.Name != Checks && s.Name != Origin; want != (s.Unit == sheet.Thousands) {
			t.Errorf("%s has the unit %d", s.Name, s.Unit)
		}
	}
}

// TestSheetNames reports a template whose name no sheet can have, at the template.
func TestSheetNames(t *testing.T) {
	for name, says := range map[string]string{
		"summary": "two sheets", "By Year": "not usable", "FX1": "not usable", "History": "reserved", strings.Repeat("가", 32): "not usable",
	} {
		p := written(t, load(t, "small"), "A", "{{define \"ko\"}}\n글\n{{end}}")
		p.Name = name
		_, found := bookWith(t, Options{Prose: []Prose{p}})
		if len(found) == 0 || found[0].Code != CodeSheet || found[0].Template.File != "A.md.tmpl" || !strings.Contains(found[0].Message.EN, says) {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestPieces(t *testing.T) {
	long := strings.Repeat("낱말 ", 1_000)
	for _, piece := range pieces(long) {
		if n := len([]rune(piece)); n > longest {
			t.Errorf("a piece of %d characters", n)
		}
	}
	if got := strings.Join(pieces(long), " "); got != strings.TrimSpace(long) {
		t.Error("something is lost")
	}
	if got := pieces(strings.Repeat("x", 2*longest)); len(got) != 2 {
		t.Errorf("%d pieces", len(got))
	}
}

// TestProseIsBounded refuses a sheet that would unfold to more cells than a
// workbook holds.
func TestProseIsBounded(t *testing.T) {
	text := "{{define \"ko\"}}\n" + strings.Repeat("|a", 1_000) + "|\n" + strings.Repeat("|-", 1_000) + "|\n\n```keyterms\n" +
		strings.Repeat("가: 나\n", 600) + "```\n{{end}}"
	_, found := bookWith(t, Options{Prose: []Prose{written(t, load(t, "small"), "Wide", text)}})
	if len(found) != 1 || found[0].Code != CodeSheet || !strings.Contains(found[0].Message.EN, "more than") || found[0].Template.File != "Wide.md.tmpl" {
		t.Errorf("%v", found)
	}
}

// TestProseWidths fills the page: what is of text gives way, and numbers get what
// they need.
func TestProseWidths(t *testing.T) {
	for name, c := range map[string]struct{ wanted, want []int }{
		"no table":     {[]int{0}, []int{1250}},
		"numbers only": {[]int{100, 150}, []int{500, 750}},
		"text":         {[]int{100, 9_000, 150, 250}, []int{100, 666, 150, 333}},
		"much text":    {[]int{9_000, 9_000, 9_000, 9_000, 9_000, 9_000, 9_000, 9_000, 9_000}, []int{160, 160, 160, 160, 160, 160, 160, 160, 160}},
	} {
		if divide(c.wanted); !slices.Equal(c.wanted, c.want) {
			t.Errorf("%s: %v, want %v", name, c.wanted, c.want)
		}
	}
}
