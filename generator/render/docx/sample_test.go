package docx

import (
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func say(s string) []doc.Inline { return []doc.Inline{{Text: s}} }

func ref(target string) doc.Inline { return doc.Inline{Kind: doc.RefInline, Target: target} }

func value(kind doc.InlineKind, path, text string) doc.Inline {
	return doc.Inline{Origin: doc.Origin{Path: path}, Kind: kind, Text: text, Value: text}
}

func heading(kind doc.HeadingKind, level int, anchor, title string) *doc.Heading {
	return &doc.Heading{Kind: kind, Level: level, Anchor: anchor, Text: say(title)}
}

func clause(depth int, anchor string, text ...doc.Inline) *doc.Clause {
	return &doc.Clause{Depth: depth, Anchor: anchor, Text: text}
}

func cells(texts ...string) []doc.Cell {
	var out []doc.Cell
	for _, t := range texts {
		var c doc.Cell
		for i, line := range strings.Split(t, "\n") {
			if i > 0 {
				c = append(c, doc.Inline{Kind: doc.LineBreak})
			}
			c = append(c, say(line)...)
		}
		out = append(out, c)
	}
	return out
}

func line(label, value string) doc.SignatureLine {
	return doc.SignatureLine{Label: say(label), Value: words(value)}
}

// resolved settles a document as the program does.
func resolved(t testing.TB, d doc.Document) *doc.Resolved {
	t.Helper()
	r, found := doc.Resolve(&d, nil)
	for _, f := range found {
		if f.Code != "DOC-TERM-UNUSED" {
			t.Errorf("%s: %s", f.Code, f.Message.EN)
		}
	}
	return r
}

// contract has every kind of block, every way of numbering and numbers that Word
// does not have.
func contract(t testing.TB, lang diag.Lang) *doc.Resolved {
	t.Helper()
	say2 := func(en, ko string) string {
		if lang == diag.Korean {
			return ko
		}
		return en
	}
	d := doc.Document{
		Lang: lang, Title: say2("Joint Research Agreement", "공동연구개발 계약서"), Style: "contract", Paper: doc.Letter, Contents: true,
		Footer: say2("Agreement", "계약서"), Mark: say2("Reference translation", "참고용 번역본"), Across: say2("DRAFT", "초안"),
	}
	add := func(b ...doc.Block) { d.Blocks = append(d.Blocks, b...) }
	add(
		heading(doc.TitleHeading, 0, "", say2("Joint Research Agreement", "공동연구개발 계약서")),
		heading(doc.SectionHeading, 1, "parties", say2("Parties", "당사자")),
		&doc.Paragraph{Text: []doc.Inline{
			{Text: say2("Between ", "당사자는 ")}, value(doc.TextInline, "parties[0].name", "Hanbit <University> & Co."), {Text: ", "},
			value(doc.DateInline, "agreements[0].effective_date", say2("July 1, 2024", "2024년 7월 1일")), {Text: say2("; see ", "; ")}, ref("ownership.shares"), {Text: ", "}, ref("parties"), {Text: "."},
		}},
		&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: say(say2("Term", "기간")), Value: say("2024")}, {Key: say(say2("Money", "금액")), Value: doc.Cell{value(doc.AmountInline, "budget.total", "KRW 960,000,000")}}}},
		&doc.PageBreak{},
		heading(doc.PartHeading, 1, "general", say2("General", "총칙")),
		heading(doc.ArticleHeading, 2, "definitions", say2("Definitions", "정의")),
		clause(1, "", say(say2("The following applies:", "다음과 같다."))...),
		clause(2, "definitions.first", say(say2("the first;", "첫째"))...),
		clause(3, "definitions.deep", say(say2("deep", "깊은 것"))...),
		clause(3, "", say(say2("deeper", "더 깊은 것"))...),
		clause(4, "", say(say2("deepest", "가장 깊은 것"))...),
		clause(2, "", say(say2("the second.", "둘째"))...),
		clause(1, "", doc.Inline{Text: say2("See ", "참조: ")}, ref("definitions.deep"), doc.Inline{Text: ", "}, ref("ownership"), doc.Inline{Text: ", "}, ref("single.only"), doc.Inline{Text: ", "}, ref("budget"), doc.Inline{Text: ", "}, ref("general"), doc.Inline{Text: ", "}, ref("roles")),
		heading(doc.ArticleHeading, 2, "single", say2("One clause", "한 항만 있는 조")),
		clause(1, "single.only", say(say2("It has no number:", "번호가 없다."))...),
		clause(2, "single.item", say(say2("but its items have.", "호에는 있다."))...),
		&doc.Paragraph{Style: doc.Conspicuous, Anchor: "limit", Text: []doc.Inline{{Text: say2("NO WARRANTY, see ", "보증 없음, ")}, ref("single.item"), {Text: ", "}, ref("limit")}},
		heading(doc.PartHeading, 1, "results", say2("Results", "성과")),
		heading(doc.ArticleHeading, 2, "ownership", say2("Ownership", "귀속")),
	)
	for i := range 20 {
		anchor := ""
		if i == 1 {
			anchor = "ownership.shares"
		}
		add(clause(1, anchor, say(say2("Share ", "지분 ")+itoa(i+1))...))
		if i != 0 {
			continue
		}
		for k := range 28 {
			add(clause(2, "", say(say2("item ", "호 ")+itoa(k+1))...))
			if k != 0 {
				continue
			}
			for j := range 16 {
				add(clause(3, "", say(say2("part ", "목 ")+itoa(j+1))...))
			}
		}
	}
	add(
		&doc.Notice{Kind: doc.AnnotationNotice, Title: say(say2("Why", "이유")), Body: [][]doc.Inline{say(say2("Because of the call.", "공고에 따라"))}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{
			{Heading: say(say2("Lead", "주관기관")), Seal: say2("Seal", "직인"), Lines: []doc.SignatureLine{line("Name", "Kim"), line("By", "")}},
			{Heading: say(say2("Partner", "해외기관")), Lines: []doc.SignatureLine{line("By", ""), line("Name", "Ann")}},
		}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{
			{Heading: say("A"), Lines: []doc.SignatureLine{line("By", "")}}, {Heading: say("B"), Lines: []doc.SignatureLine{line("By", ""), line("Date", "")}}, {Heading: say("C")},
		}},
		heading(doc.ExhibitHeading, 1, "budget", say2("Budget", "연구개발비")),
		&doc.Paragraph{Style: doc.Right, Text: say(say2("Unit: KRW", "단위: 원"))},
		&doc.Table{Align: []doc.Align{doc.AlignLeft, doc.AlignRight, doc.AlignCenter}, Head: cells("No.", "Amount", "State"), Total: true,
			Rows: [][]doc.Cell{cells("1", "5,000", "☑"), cells("2\n(two)", "7,000", "☐"), cells("Total", "12,000", "")}},
		&doc.Table{Head: cells("Next"), Rows: [][]doc.Cell{cells("to it")}},
		&doc.List{Items: [][]doc.Inline{say(say2("a bullet", "글머리표")), {{Kind: doc.LinkInline, Text: "site", Target: "https://example.org/?a=1&b=2"}, {Kind: doc.LinkInline, Text: "bad", Target: "javascript:alert(1)"}}}},
		&doc.List{Ordered: true, Items: [][]doc.Inline{say("one"), say("two")}},
		&doc.List{Ordered: true, Items: [][]doc.Inline{say("one again")}},
		&doc.Figure{Kind: doc.ColumnsFigure, Title: say("Money by phase"), Alt: say("One phase."), Series: cells("Government"), Rows: []doc.FigureRow{{Label: say("P1"), Values: cells("5,000"), Note: say("5,000")}}},
		heading(doc.ExhibitHeading, 1, "roles", say2("Roles", "역할")),
		&doc.Paragraph{Style: doc.Center, Text: []doc.Inline{{Text: "x", Emph: true}, {Kind: doc.BlankInline, Text: "place"}, {Text: " "}, ref("roles")}},
		&doc.PageBreak{},
	)
	return resolved(t, d)
}

// beside is a contract in two languages.
func beside(t testing.TB, stacked bool) *doc.Resolved {
	t.Helper()
	both, found := doc.SideBySide(contract(t, diag.English), contract(t, diag.Korean))
	for _, f := range found {
		t.Errorf("%s: %s", f.Code, f.Message.EN)
	}
	both.Stacked = stacked
	return both
}

// letter is a letter with a logo.
func letter(t testing.TB) *doc.Resolved {
	t.Helper()
	logo := &doc.Picture{Width: 4, Height: 2, RGB: make([]byte, 24), Alt: diag.T("A square", "네모")}
	return resolved(t, doc.Document{
		Lang: diag.English, Title: "Letter of Intent", Style: "letter", Paper: doc.A4.Landscape(), Logos: map[string]*doc.Picture{"KR1": logo},
		Blocks: []doc.Block{
			&doc.Paragraph{Style: doc.Letterhead, Logo: "KR1", Text: []doc.Inline{{Text: "Hanbit University"}, {Kind: doc.LineBreak}, {Text: "Seoul"}}},
			&doc.Paragraph{Style: doc.Letterhead, Text: say("One line")},
			&doc.Paragraph{Text: say("Dear Ann:")},
			&doc.Paragraph{Style: doc.Small, Text: say("Small print.")},
		},
	})
}

func samples(t testing.TB) map[string]*doc.Resolved {
	t.Helper()
	return map[string]*doc.Resolved{
		"en": contract(t, diag.English), "ko": contract(t, diag.Korean), "columns": beside(t, false), "stacked": beside(t, true), "letter": letter(t),
		"empty": {Document: doc.Document{Lang: diag.Korean}}, "redline": redline(t),
	}
}

func testMeta(t testing.TB, r *doc.Resolved) Meta {
	t.Helper()
	day, err := calendar.New(2024, 7, 1)
	if err != nil {
		t.Fatal(err)
	}
	m := Meta{Title: r.Title, Author: "한빛대학교", Lang: r.Lang, Date: day, Changes: Changes{Author: "Counsel", Date: day}}
	for i, b := range r.Blocks {
		if _, ok := b.(*doc.PageBreak); !ok && i < 12 {
			m.Comments = append(m.Comments, Comment{Block: i, Author: "Kim Seo-yeon", Date: day, Text: "Look at this.\nIt is <new> & odd."})
		}
	}
	return m
}

// made renders a document and opens it.
func made(t testing.TB, r *doc.Resolved) file {
	t.Helper()
	out, err := Render(r, testMeta(t, r))
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, out)
}
