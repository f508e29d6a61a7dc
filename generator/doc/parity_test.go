package doc

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

func TestParity(t *testing.T) {
	const head = "### A {#a .article}\n\n"
	tests := []struct{ name, left, right, want string }{
		{"order may differ", head + "1. «budget» «rate»\n2. b", head + "1. «rate» «budget»\n2. b", ""},
		{"parties and terms may differ", head + "1. «lead» and «term results»\n2. b", head + "1. a\n2. b", ""},
		{"plain text may differ", head + "1. a\n2. b", head + "1. c d e\n2. b", ""},
		{"opening may differ", "«signed»\n\n" + head, "text\n\n" + head, ""},
		{"signatures may differ", head + "## S\n\n«signed»", head + "## S\n\nb", ""},
		{"an amount is missing", head + "1. a\n2. «budget»", head + "1. a\n2. b",
			"Section 1.2 / 제1조제2항: only the English text has amount KRW 960000000; only the Korean text has nothing more"},
		{"another amount", head + "1. a\n2. «budget»", head + "1. a\n2. «other»",
			"Section 1.2 / 제1조제2항: only the English text has amount KRW 960000000; only the Korean text has amount KRW 5"},
		{"in another sub-clause", head + "1. «rate»\n2. b", head + "1. a\n2. «rate»",
			"Section 1.1 / 제1조제1항: only the English text has percent 60; only the Korean text has nothing more\n" +
				"Section 1.2 / 제1조제2항: only the English text has nothing more; only the Korean text has percent 60"},
		{"once and twice", head + "1. «days»\n2. b", head + "1. «days» «days»\n2. b",
			"Section 1.1 / 제1조제1항: only the English text has nothing more; only the Korean text has count 30 day"},
		{"a reference", head + "«ref a»", head + "b", "Article 1 / 제1조: only the English text has ref a; only the Korean text has nothing more"},
		{"other references", head + "«ref a»\n\n### B {#b .article}", head + "«ref b»\n\n### B {#b .article}",
			"Article 1 / 제1조: only the English text has ref a; only the Korean text has ref b"},
		{"paragraphs may be cut otherwise", head + "«budget»\n\n«rate»", head + "«rate» «budget»", ""},
		{"but not lose a value", head + "«budget»\n\n«rate»", head + "«rate»",
			"Article 1 / 제1조: only the English text has amount KRW 960000000; only the Korean text has nothing more"},
		{"a sub-clause is missing", head + "1. a\n2. b\n   1. c", head + "1. a\n2. b",
			"Article 1 / 제1조: the sub-clauses are not the same: only the English text has 2.1; only the Korean text has nothing more"},
		{"an article is missing", head + "### B {#b .article}", head,
			"Article 2 / –: the articles, parts or exhibits are not the same from here on (b, –)"},
		{"articles in another order", head + "### B {#b .article}", "### B {#b .article}\n\n" + head,
			"Article 1 / 제1조: the articles, parts or exhibits are not the same from here on (a, b)"},
		{"exhibits as a whole", "## X {.exhibit}\n\n«budget»\n\n### S\n\n«rate»", "## X {.exhibit}\n\n«rate» «budget»", ""},
		{"a value of an exhibit", "## X {.exhibit}\n\n«budget»", "## X {.exhibit}\n\n«rate»",
			"Exhibit A / 별표 1: only the English text has amount KRW 960000000; only the Korean text has percent 60"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := Parity(inLanguage(t, diag.English, test.left), inLanguage(t, diag.Korean, test.right))
			var got []string
			for _, f := range found {
				got = append(got, f.Message.EN)
				if f.Code != CodeParity || f.Severity != diag.Blocking {
					t.Errorf("got %s %s", f.Code, f.Severity)
				}
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

func inLanguage(t *testing.T, lang diag.Lang, text string) *Resolved {
	t.Helper()
	values := sampleValues(lang)
	values["other"] = value(AmountInline, "5", "KRW 5", "other")
	filled, tokens := fill(t, text, values)
	d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: lang})
	expectNone(t, found)
	r, found := Resolve(d, sampleGlossary)
	expectNone(t, found)
	return r
}

func TestSideBySideFindings(t *testing.T) {
	tests := []struct{ name, left, right, want string }{
		{"other kinds", "text", "- item", "paragraph “text” / list “item”: these two"},
		{"depth", "### A {.article}\n\n1. a\n2. b", "### A {.article}\n\n1. a\n   1. b", "clause 1.2 “b” / clause 1. “b”: these two"},
		{"style", "text", "```small\ntext\n```", "paragraph “text” / paragraph “text”"},
		{"missing block", "a\n\nb", "a", "paragraph “b” / –"},
		{"more blocks", "a", "a\n\nb", "– / paragraph “b”"},
		{"missing heading", "a\n\n## H", "a", "heading “H” / –"},
		{"heading kinds", "## H {.part}", "## H {.exhibit}", "heading Part 1 “Part 1. H” / heading 별표 1"},
		{"items", "- a\n- b", "- a", "list “a b” / list “a”"},
		{"rows", "| a |\n| - |\n| b |", "| a |\n| - |", "table “a b” / table “a”"},
		{"total", "| a |\n| - |\n| **b** |", "| a |\n| - |\n| b |", "table"},
		{"key terms", "```keyterms\na: b\nc: d\n```", "```keyterms\na: b\n```", "keyvalue “a b c d” / keyvalue “a b”"},
		{"signatures", "```signatures\na: b\n---\nc: d\n```", "```signatures\na: b\n```", "signatures"},
		{"signature lines", "```signatures\na: b\nc: d\n```", "```signatures\na: b\n```", "signatures"},
		{"notices", "```notice info\na\n```", "```notice bad\na\n```", "notice “a” / notice “a”"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := SideBySide(inLanguage(t, diag.English, test.left), inLanguage(t, diag.Korean, test.right))
			expect(t, found, CodeParity, test.want)
		})
	}
}

// After a mismatch the pairs go on with the next heading.
func TestSideBySideGoesOn(t *testing.T) {
	left := inLanguage(t, diag.English, "a\n\nb\n\n## H\n\nc")
	right := inLanguage(t, diag.Korean, "a\n\n- b\n\n## H\n\nc")
	both, found := SideBySide(left, right)
	expect(t, found, CodeParity, "paragraph “b” / list “b”")
	if len(both.Blocks) != 3 {
		t.Errorf("got %d blocks, want 3", len(both.Blocks))
	}
}

// A finding stands in the second language and names the place in the first.
func TestParityPlaces(t *testing.T) {
	in := func(lang diag.Lang, file string, kind Inline) *Resolved {
		o := Origin{Template: diag.Place{File: file, Line: 3}}
		r, _ := Resolve(&Document{Lang: lang, Blocks: []Block{
			&Heading{Kind: ArticleHeading, Level: 1},
			&Clause{Origin: o, Depth: 1, Text: []Inline{kind}},
		}}, nil)
		return r
	}
	found := Parity(in(diag.English, "en.tmpl", Inline{Kind: DateInline, Value: "2024-07-01"}), in(diag.Korean, "ko.tmpl", Inline{}))
	expect(t, found, CodeParity, "date 2024-07-01")
	if found[0].Template.File != "ko.tmpl" || !strings.Contains(found[0].Why.EN, "en.tmpl:3") {
		t.Errorf("got %s, %s", found[0].Template, found[0].Why.EN)
	}
}

func TestJoinCell(t *testing.T) {
	text := func(s string) Cell { return Cell{{Kind: TextInline, Text: s}} }
	amount := func(s, v string) Cell { return Cell{{Kind: AmountInline, Text: s, Value: v}} }
	tests := []struct {
		name        string
		left, right Cell
		want        string
	}{
		{"same text", text("KRW"), text(" KRW"), "KRW"},
		{"two lines", text("Party"), text("당사자"), "Party<break>당사자"},
		{"same value", amount("KRW 5", "KRW 5"), amount("5원", "KRW 5"), "<amount KRW 5|KRW 5>"},
		{"another value", amount("KRW 5", "KRW 5"), amount("6원", "KRW 6"), "<amount KRW 5|KRW 5><break><amount KRW 6|6원>"},
		{"values with words", append(amount("KRW 5", "KRW 5"), text(" each")...), append(amount("5원", "KRW 5"), text("씩")...), "<amount KRW 5|KRW 5> each<break><amount KRW 5|5원>씩"},
		{"values with signs", append(text("("), amount("KRW 5", "KRW 5")...), append(text("약 "), amount("5원", "KRW 5")...), "(<amount KRW 5|KRW 5><break>약 <amount KRW 5|5원>"},
		{"references", Cell{{Kind: RefInline, Text: "Article 1", Target: "a", Value: "a"}}, Cell{{Kind: RefInline, Text: "제1조", Target: "a", Value: "a"}}, "<ref a a|Article 1><break><ref a a|제1조>"},
		{"left only", text("a"), nil, "a"},
		{"right only", nil, text("b"), "b"},
		{"none", nil, nil, ""},
	}
	for _, test := range tests {
		if got := dumpText(joinCell(test.left, test.right)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
