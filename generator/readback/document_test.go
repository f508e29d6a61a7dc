package readback

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money/moneytest"
)

func say(text string) []doc.Inline { return []doc.Inline{{Text: text}} }

// agreement is a settled document with everything that repeats figures.
func agreement(t testing.TB) *doc.Resolved {
	t.Helper()
	amount := doc.Inline{Kind: doc.AmountInline, Text: "KRW 960,000,000 (nine hundred sixty million Korean won)", Value: "KRW 960000000"}
	paid := doc.Inline{Origin: doc.Origin{Path: "budget.payments[0].instalments[0]"}, Kind: doc.AmountInline, Text: "US$231,884.06", Value: "USD 23188406"}
	d := &doc.Document{
		Lang: diag.English, Title: "Agreement 2024", Contents: true,
		Blocks: []doc.Block{
			&doc.Heading{Kind: doc.TitleHeading, Text: say("Agreement 2024")},
			&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Text: say("Funds")},
			&doc.Clause{Depth: 1, Text: append(say("The funds are "), amount)},
			&doc.Clause{Depth: 1, Text: []doc.Inline{{Text: "Paid are "}, paid, {Text: " within thirty (30) days at 60.00%."}}},
			&doc.Table{
				Head: []doc.Cell{say("Phase 1"), say("at 1,380.00 won")},
				Rows: [][]doc.Cell{{say("P1"), say("320,000,000")}, {say("P2"), say("640,000,000")}},
			},
		},
	}
	r, found := doc.Resolve(d, nil)
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	return r
}

// pages are what a reader finds of the contract: a contents page, running heads,
// a table that goes on, an amount in words over the end of a page.
var pages = []string{
	"Contents\nArticle 1.\nFunds\n2\nAgreement 2024\n1 / 3",
	"Agreement 2024\nArticle 1.\nFunds\n1.1\nThe funds are KRW 960,000,000 (nine hundred\nAgreement 2024\n2 / 3",
	"sixty million Korean won)\n1.2\nPaid are US$231,884.06 within thirty (30) days at 60.00%.\n" +
		"Phase 1\nat 1,380.00 won\nP1\n320,000,000\nPhase 1\nat 1,380.00 won\nP2\n640,000,000\nAgreement 2024\n3 / 3",
}

func TestPagesAgree(t *testing.T) {
	n, found := comparePages("a.pdf", pages, agreement(t))
	if len(found) > 0 {
		t.Error(found)
	}
	if n != 7 { // 960,000,000, its words, 231,884.06, 60.00%, 1,380.00, 320,000,000, 640,000,000
		t.Errorf("%d figures", n)
	}
}

// TestExhibitHeads: the number of an exhibit may head each page, and no other number.
func TestExhibitHeads(t *testing.T) {
	r, found := doc.Resolve(&doc.Document{Lang: diag.Korean, Title: "계약서", Blocks: []doc.Block{
		&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Text: say("예산")},
		&doc.Paragraph{Text: say("금액은 따로 정한다")},
	}}, nil)
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	head := doc.Text(r.Blocks[0].(*doc.Heading).Text)
	read := func(running string) diag.List {
		_, found := comparePages("a.pdf", []string{
			running + "\n" + head + "\n금액은 따로\n1 / 2", running + "\n정한다\n2 / 2",
		}, r)
		return found
	}
	if found := read(head + " · 계약서"); len(found) > 0 {
		t.Errorf("%q: %v", head, found)
	}
	if found := read("별표 7 · 계약서"); len(found) == 0 {
		t.Error("another number heads the pages")
	}
}

func TestPagesDiffer(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a digit":         {"320,000,000", "320,000,001", "a.pdf, page 3, Article 1. Funds: expected 320,000,000, found 320,000,001"},
		"an amount":       {"US$231,884.06", "US$231,884.60", "a.pdf, page 3, Section 1.2: expected 231,884.06, found 231,884.60"},
		"a percentage":    {"60.00%", "40.00%", "a.pdf, page 3, Section 1.2: expected 60.00%, found 40.00%"},
		"a lost sign":     {"60.00%", "60.00", "a.pdf, page 3, Section 1.2: expected 60.00%, found 60.00"},
		"words":           {"sixty million", "sixteen million", "a.pdf, page 2, Section 1.1: expected nine hundred sixty million, found nine hundred"},
		"a count":         {"(30)", "(80)", "a.pdf, page 3, Section 1.2: expected 30, found 80"},
		"a figure gone":   {"640,000,000", "", "a.pdf, Article 1. Funds: expected 640,000,000, found nothing"},
		"a figure more":   {"P2\n", "P2\n5,000\n", "a.pdf, page 3: found 5,000, which the document does not have"},
		"a separator":     {"320,000,000", "320,00,0000", "expected 320,000,000, found 320,00,0000"},
		"a digit dropped": {"640,000,000", "64,000,000", "expected 640,000,000, found 64,000,000"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := make([]string, len(pages))
			for i, p := range pages {
				changed[i] = strings.ReplaceAll(p, c.old, c.new)
			}
			_, found := comparePages("a.pdf", changed, agreement(t))
			if len(found) == 0 || !strings.Contains(found[0].Message.EN, c.want) {
				t.Fatalf("got %v, want %s", found, c.want)
			}
			if f := found[0]; f.Code != CodePDF || f.Severity != diag.Blocking || f.Place.File != "a.pdf" || f.Message.KO == "" {
				t.Errorf("%+v", f)
			}
		})
	}
}

// TestWhichOfMany: of several equal figures the one is named whose surroundings
// are those of the change.
func TestWhichOfMany(t *testing.T) {
	var d doc.Document
	var text []string
	for _, label := range []string{"1.5", "2.5", "3.5", "4.5", "5.5"} {
		d.Blocks = append(d.Blocks, &doc.Heading{Kind: doc.SectionHeading, Text: say("Part " + label)}, &doc.Paragraph{Text: say("7,000")})
		text = append(text, "Part "+label, "7,000")
	}
	text[7] = "7,001"
	_, found := comparePages("a.pdf", []string{strings.Join(text, "\n")}, &doc.Resolved{Document: d})
	if len(found) != 1 || found[0].Message.EN != "a.pdf, page 1, Part 4.5: expected 7,000, found 7,001" {
		t.Error(found)
	}
}

func TestManyDifferences(t *testing.T) {
	var d doc.Document
	for range 3000 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("7,000")})
	}
	_, found := comparePages("a.pdf", []string{strings.Repeat("8,000\n", 3000)}, &doc.Resolved{Document: d})
	if len(found) != mostFindings+1 || !strings.Contains(found[mostFindings].Message.EN, "more figures differ") {
		t.Errorf("%d findings", len(found))
	}
}

// TestBrokenNumber: a number that had to be broken is whole, and its parts must
// both be there.
func TestBrokenNumber(t *testing.T) {
	settled := &doc.Resolved{Document: doc.Document{Blocks: []doc.Block{&doc.Paragraph{Text: say("pay 12,345,678 won and 금12,345,678원(금일천이백삼십사만오천육백칠십팔원)")}}}}
	for text, differs := range map[string]bool{
		"pay 12,345,\n678 won and 금12,345,678원(금일천이백\n삼십사만오천육백칠십팔원)":             false,
		"pay 12,345,678 won and 금12,345,678원(금일천이백\nother column\n삼십사만오천육백칠십팔원)": false,
		"pay 12,345,\n679 won and 금12,345,678원(금일천이백삼십사만오천육백칠십팔원)":               true,
		"pay 12,345,678 won and 금12,345,678원(금일천이백\nother column\n삼십사만오천육백칠십구원)": true,
	} {
		if _, found := comparePages("a.pdf", []string{text}, settled); (len(found) > 0) != differs {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func TestUnreadableIsAFinding(t *testing.T) {
	for name, data := range map[string]string{"empty": "", "text": "hello", "cut": "%PDF-1.7\n1 0 obj\n<<"} {
		_, found := Document("a.pdf", []byte(data), agreement(t))
		if len(found) != 1 || found[0].Code != CodeRead || found[0].Place.File != "a.pdf" {
			t.Errorf("%s: %v", name, found)
		}
	}
	_, found := Workbook("a.xlsx", []byte("PK"), Model{})
	if len(found) != 1 || found[0].Code != CodeRead {
		t.Error(found)
	}
}

func TestAmountsComeFromTheModel(t *testing.T) {
	known := Known{moneytest.KRW(960_000_000): true}
	if found := Amounts("a.pdf", agreement(t), known); len(found) > 0 {
		t.Error(found) // the other one comes from the project file
	}
	for name, change := range map[string]func(*doc.Inline){
		"another value": func(in *doc.Inline) { in.Value = "KRW 960000001" },
		"another text":  func(in *doc.Inline) { in.Text = "KRW 960,000,001" },
		"other words":   func(in *doc.Inline) { in.Text = strings.Replace(in.Text, "nine", "six", 1) },
		"no value":      func(in *doc.Inline) { in.Value = "" },
		"no currency":   func(in *doc.Inline) { in.Value = "960000000" },
		"no figure":     func(in *doc.Inline) { in.Text = "the price" },
	} {
		r := agreement(t)
		change(&r.Blocks[2].(*doc.Clause).Text[1])
		found := Amounts("a.pdf", r, known)
		if len(found) != 1 || found[0].Code != CodeAmount || !strings.Contains(found[0].Message.EN, "Section 1.1") {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// chart is a document with a chart whose first value does not fit into it.
func chart() *doc.Resolved {
	value := func(text string) doc.Cell { return doc.Cell{{Kind: doc.AmountInline, Text: text}} }
	return &doc.Resolved{Document: doc.Document{Blocks: []doc.Block{
		&doc.Columns{
			Left: &doc.Figure{Kind: doc.ColumnsFigure, Title: say("Cost by phase"), Alt: say("The most is 1,700,000 (P2)."), Rows: []doc.FigureRow{
				{Label: say("P1"), Values: []doc.Cell{value("30,000")}, Note: say("1,630,000")},
				{Label: say("P2"), Values: []doc.Cell{value("70,000")}, Note: say("1,700,000")},
			}},
			Right: &doc.Paragraph{Text: say("at 99.50%")},
		},
	}}}
}

// TestCharts: a chart prints a value only where it fits, and marks of its own;
// what it prints is compared, and its title and words are whole.
func TestCharts(t *testing.T) {
	const page = "Cost by phase\nUnit: KRW million\n2.00\n1,630,000\n1.50\n1,700,000\n70,000\n0.50\n0\nP1\nP2\nThe most is 1,700,000 (P2).\nat 99.50%"
	for change, want := range map[[2]string]string{
		{"", ""}:                                   "",
		{"70,000", ""}:                             "",
		{"70,000", "70,001"}:                       "a.pdf, page 1, Cost by phase: expected 70,000, found 70,001",
		{"1,630,000", "1,630,900"}:                 "a.pdf, page 1, Cost by phase: expected 1,630,000, found 1,630,900",
		{"1.50", "1.51"}:                           "a.pdf, page 1: found 1.51, which the document does not have",
		{"at 99.50%", ""}:                          "expected 99.50%, found nothing",
		{"million", "million thousand"}:            "found million thousand",
		{"is 1,700,000 (P2)", "is 1,700,900 (P2)"}: "expected 1,700,000, found 1,700,900",
	} {
		_, found := comparePages("a.pdf", []string{strings.Replace(page, change[0], change[1], 1)}, chart())
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.Contains(found[0].Message.EN, want)) {
			t.Errorf("%q: %v, want %s", change, found, want)
		}
	}
}

func TestMarks(t *testing.T) {
	for text, is := range map[string]bool{
		"0": true, "0.50": true, "2,500": true, "1,000": true, "15": true, "8": true,
		"7": false, "1,600,000,001": false, "35": false, "20%": false, "320,000,000": false,
	} {
		if got := (sighting{figure: figures(text)[0]}).isMark(); got != is {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestBrokenTwice: the same words, broken in two places.
func TestBrokenTwice(t *testing.T) {
	settled := &doc.Resolved{Document: doc.Document{Blocks: []doc.Block{
		&doc.Paragraph{Text: say("one million two hundred five won")}, &doc.Paragraph{Text: say("one million two hundred five won")},
	}}}
	for _, text := range []string{
		"one million two\nunder\nhundred five won\none million\nunder\ntwo hundred five won",
		"one\nunder\nmillion two hundred five won\none million two hundred\nunder\nfive won",
	} {
		if _, found := comparePages("a.pdf", []string{text}, settled); len(found) > 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
}
