package pdftext_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback/pdftext"
	"pactwright/generator/render/pdf"
)

func heading(kind doc.HeadingKind, level int, text, anchor string) *doc.Heading {
	return &doc.Heading{Kind: kind, Level: level, Anchor: anchor, Text: say(text)}
}

// sample has every kind of element, and levels of headings that are left out.
func sample(t testing.TB) *doc.Resolved {
	t.Helper()
	long := strings.Repeat("The Parties keep their records for five years. ", 60)
	en := doc.Document{Lang: diag.English, Title: "Sample", Style: "contract", Paper: doc.A4, Contents: true, Mark: "Reference"}
	ko := doc.Document{Lang: diag.Korean, Title: "표본", Style: "contract", Paper: doc.A4, Contents: true}
	add := func(left, right doc.Block) {
		en.Blocks, ko.Blocks = append(en.Blocks, left), append(ko.Blocks, right)
	}
	add(heading(doc.TitleHeading, 0, "Sample", ""), heading(doc.TitleHeading, 0, "표본", ""))
	add(heading(doc.ArticleHeading, 3, "Records", "records"), heading(doc.ArticleHeading, 3, "기록", "records"))
	add(&doc.Clause{Depth: 1, Number: "1.1", Text: say(long)}, &doc.Clause{Depth: 1, Number: "①", Text: say(strings.Repeat("당사자는 기록을 5년간 보관한다. ", 70))})
	add(&doc.Clause{Depth: 2, Number: "(a)", Text: say("in 서울특별시 and elsewhere")}, &doc.Clause{Depth: 2, Number: "1.", Text: say("서울특별시와 Northfield Example University 등")})
	note := func(s string) *doc.Notice {
		return &doc.Notice{Kind: doc.AnnotationNotice, Title: say("Note"), Body: [][]doc.Inline{say(s)}}
	}
	add(note("why"), note("이유"))
	add(&doc.Clause{Depth: 1, Number: "1.2", Text: []doc.Inline{{Text: "See "}, {Kind: doc.RefInline, Target: "records", Text: "Article 1"}, {Text: " and "}, {Kind: doc.LinkInline, Target: "https://law.example/", Text: "the law"}, {Text: "."}}},
		&doc.Clause{Depth: 1, Number: "②", Text: []doc.Inline{{Kind: doc.RefInline, Target: "records", Text: "제1조"}, {Text: "를 본다."}}})
	add(&doc.List{Items: [][]doc.Inline{say("☑ one"), say("☐ two")}}, &doc.List{Items: [][]doc.Inline{say("☑ 하나"), say("☐ 둘")}})
	table := &doc.Table{Head: []doc.Cell{say("Year"), say("Amount")}}
	for range 70 {
		table.Rows = append(table.Rows, []doc.Cell{say("P1"), say("320,000,000")})
	}
	table.Rows = append(table.Rows, []doc.Cell{nil, say("1")})
	add(table, table)
	sheet := &doc.KeyValue{Rows: []doc.KeyValueRow{{Key: say("Project"), Value: say("P")}, {Key: say("Grant"), Value: say("G")}}}
	add(sheet, sheet)
	bars := &doc.Figure{Kind: doc.BarsFigure, Title: say("Money"), Alt: say("One bar."), Rows: []doc.FigureRow{
		{Label: say("A"), Values: []doc.Cell{{{Kind: doc.AmountInline, Text: "5", Value: "KRW 5"}}}, Note: say("100%")},
	}}
	add(bars, bars)
	signed := func() *doc.Signatures {
		return &doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("Foundation"), Signer: "KR1-1", Lines: []doc.SignatureLine{{Label: say("By:")}, {Label: say("Name:"), Value: say("Kim")}}}}}
	}
	add(signed(), signed())
	add(heading(doc.ArticleHeading, 3, "End", ""), heading(doc.ArticleHeading, 3, "끝", ""))
	add(&doc.Clause{Depth: 1, Number: "2.1", Text: say("Nothing else.")}, &doc.Clause{Depth: 1, Number: "①", Text: say("그 밖에는 없다.")})
	both, found := doc.SideBySide(&doc.Resolved{Document: en}, &doc.Resolved{Document: ko})
	for _, f := range found {
		t.Fatal(f.Message.EN)
	}
	return both
}

// rendered makes a file of the sample at a level.
func rendered(t testing.TB, level string) []byte {
	t.Helper()
	faces, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("../../../templates/styles/contract.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var style pdf.Style
	if err := yaml.Unmarshal(raw, &style); err != nil {
		t.Fatal(err)
	}
	laid, _, found := pdf.Layout(sample(t), style, faces)
	for _, f := range found {
		t.Fatal(f.Message.EN)
	}
	day, err := calendar.New(2024, 7, 1)
	if err != nil {
		t.Fatal(err)
	}
	meta := pdf.Meta{Title: "Sample & <표본>", Author: "한빛대학교", Lang: diag.English, Date: day, Archive: pdf.Archive(level)}
	if level == "3b" {
		meta.Source = &pdf.Attachment{Name: "과제.yaml", Data: []byte("schema: 1\n")}
	}
	out, err := pdf.Render(laid, meta)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestOwnIsArchival examines what the program's own writer makes, at each level.
func TestOwnIsArchival(t *testing.T) {
	if found, err := pdftext.Archival(ownFile(t), "2b"); err != nil || len(found) > 0 { // a draft
		t.Error(found, err)
	}
	for _, level := range []string{"1b", "2b", "3b"} {
		found, err := pdftext.Archival(rendered(t, level), level)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			t.Errorf("%s: %s", level, f)
		}
	}
}

// TestFaultsAreFound: each rule of the examination notices its own fault.
func TestFaultsAreFound(t *testing.T) {
	files := map[string][]byte{}
	for _, f := range pdftext.Faults {
		if files[f.Level] == nil {
			files[f.Level] = rendered(t, f.Level)
		}
		found, err := pdftext.Disturb(files[f.Level], f)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if !slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, f.Rule+": ") }) {
			t.Errorf("%s: the rule %s says nothing; found are %q", f.Name, f.Rule, found)
		}
	}
}

// TestSpoken: what is read aloud is in the order of reading, article by article in
// the one language and then in the other, and words do not run into each other.
func TestSpoken(t *testing.T) {
	lines, err := pdftext.Spoken(rendered(t, "2b"))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(lines, "\n")
	last := 0
	for _, want := range []string{
		"H1 Sample\n", "H1 표본\n", "H2 Contents\nLink Records\n", "H2 목차\nLink 기록 3\n", "H2 Records\nLbl 1.1\nLBody The Parties keep their records",
		"Lbl (a)\nLBody in 서울특별시 and elsewhere\n", "P Note\nP why\n", "LBody See \nLink Article 1\nLBody  and \nLink the law\nLBody .\n",
		"Lbl •\nLBody ☑ one\n", "H2 기록\nLbl ①\nLBody 당사자는", "LBody 서울특별시와 Northfield Example University 등\n", "P 이유\n", "Lbl •\nLBody ☐ 둘\n",
		"TH Year\nTH Amount\nTD P1\nTD 320,000,000\nTD P1\n", "TD 1\n", "TH Project\nTD P\n", "P Money\n", "Figure ", "P One bar.", "P Foundation\nSpan By:", "Span Name:\nSpan Kim", "H2 End\nLbl 2.1", "H2 끝\nLbl ①",
	} {
		at := strings.Index(all[last:], want)
		if at < 0 {
			t.Fatalf("%q does not follow in\n%s", want, all[last:min(len(all), last+1500)])
		}
		last += at
	}
	if strings.Contains(all, "years.The") || strings.Count(all, "TH Year") != 1 {
		t.Error("words run together, or a head is read twice")
	}
}
