package doc

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// parsed parses text with «…» tokens and returns the dump of its blocks.
func parsed(t testing.TB, text string) (string, diag.List) {
	t.Helper()
	filled, tokens := fill(t, text, sampleValues(diag.English))
	d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: diag.English})
	_, blocks, _ := strings.Cut(Dump(d), "\n\n")
	return blocks, found
}

func TestParse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"values are never Markdown", "«title» and «title»", "paragraph: <text|Joint # \\*R&D\\* | Agreement @title> and <text|Joint # \\*R&D\\* | Agreement @title>\n"},
		{"soft line breaks", "one\ntwo **three\nfour**", "paragraph: one two **three four**\n"},
		{"soft line breaks in Korean", "연구개발\n성과", "paragraph: 연구개발 성과\n"},
		{"hard line break", "one  \ntwo", "paragraph: one<break>two\n"},
		{"escapes and entities", `a \* b &amp; c &copy; d \_ AT&T; &#x41; &#xE000; &nosuch;`, "paragraph: a \\* b & c © d \\_ AT&T; A &#xE000; &nosuch;\n"},
		{"strong beside a value", "**«short»**는 *«days»*를", "paragraph: **<text|KEI @parties[0].short>**는 _<count 30 day|thirty (30) days @term.days>_를\n"},
		{"both", "***a***", "paragraph: **_a_**\n"},
		{"link of a value", "[«short»](https://example.org/«short»)", "paragraph: <link https://example.org/KEI|KEI @parties[0].short>\n"},
		{"brackets are text", "[Signature Page] [a]: b", "paragraph: [Signature Page] [a]: b\n"},
		{"a definition of a link is text", "[a]: https://example.org", "paragraph: [a]: https://example.org\n"},
		{"line of dashes below text", "text\n---\nmore", "paragraph: text\npagebreak\nparagraph: more\n"},
		{"outline without gaps", "### A {.article}\n\n#### B\n\n### C {.article}\n\n## D", "heading article 1: A\nheading section 2: B\nheading article 1: C\nheading section 1: D\n"},
		{"article ends at a section as high", "### A {.article}\n\n1. a\n\n### B\n\n1. b", "heading article 1: A\nclause 1: a\nheading section 1: B\nlist ordered\n  - b\n"},
		{"section within an article", "### A {.article}\n\n#### B\n\n1. b", "heading article 1: A\nheading section 2: B\nclause 1: b\n"},
		{"blocks in a row", "«table»\n«table»", strings.Repeat("table left right\n  head Phase | KRW\n  row 1 | <amount KRW 5|KRW 5>\n", 2)},
		{"bullets below a sub-clause", "### A {.article}\n\n1. a:\n   - b\n   - c\n2. d", "heading article 1: A\nclause 1: a:\nlist\n  - b\n  - c\nclause 1: d\n"},
		{"anchor of a heading", "### «anchor own»Ownership {.article}", "heading article 1 #own: Ownership\n"},
		{"anchor with a space", "«anchor own» Text", "paragraph #own: Text\n"},
		{"bars in cells", "| a |\n| --- |\n| b \\| c |", "table left\n  head a\n  row b | c\n"},
		{"no total", "| a | b |\n| --- | --- |\n| **b** c | **d** |", "table left left\n  head a | b\n  row **b** c | **d**\n"},
		{"total with a value", "| a |\n| --- |\n| **«short»** |", "table left total\n  head a\n  row **<text|KEI @parties[0].short>**\n"},
		{"lines of a letterhead", "```letterhead\na\n**b**\n\nc\n```", "paragraph letterhead: a<break>**b**\nparagraph letterhead: c\n"},
		{"no Markdown blocks in a fence", "```center\n# a\n    1. b\n```", "paragraph center: # a<break>1. b\n"},
		{"values in labels", "```keyterms\n«short» «rate»: see: this\n```", "keyvalue\n  <text|KEI @parties[0].short> <percent 60|60% @shares[0]>: see: this\n"},
		{"notice without a title", "```notice info\na\nb\n\nc\n```", "notice info: \n  a b\n  c\n"},
		{"windows line ends", "a\r\n\r\nb\r\n", "paragraph: a\nparagraph: b\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, found := parsed(t, test.text)
			expectNone(t, found)
			want := strings.ReplaceAll(test.want, ": \n", ":\n")
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestParseFindings(t *testing.T) {
	tests := []struct{ name, text, code, message string }{
		{"code span", "the `code` here", CodeMarkdown, "`code` here"},
		{"image", "![a](https://example.org/a.png)", CodeMarkdown, "an image"},
		{"quotation", "> quoted «short»", CodeMarkdown, "quoted KEI"},
		{"indented", "    code", CodeMarkdown, "four spaces"},
		{"html block", "<div>\n</div>", CodeMarkdown, "HTML: “<div>”"},
		{"html comment", "<!-- note -->", CodeMarkdown, "HTML"},
		{"html inline", "a <hr> b", CodeMarkdown, "HTML: “<hr> b”"},
		{"br outside a cell", "a<br>b", CodeMarkdown, "HTML"},
		{"link scheme", "[a](javascript:alert)", CodeMarkdown, "a link to javascript:alert"},
		{"plain http", "[a](http://example.org)", CodeMarkdown, "a link to http://example.org"},
		{"amount in a link", "[«budget»](https://example.org)", CodeMarkdown, "not plain text within a link"},
		{"stars beside Hangul", "**“성과”**란", CodeMarkdown, "** that marks nothing"},
		{"unknown class", "## A {.chapter}", CodeMarkdown, "class chapter"},
		{"anchor in capitals", "## A {#Big .article}", CodeMarkdown, "id Big"},
		{"open attributes", "## A {.article", CodeMarkdown, "attributes of a heading"},
		{"unread attributes", "## A {article}", CodeMarkdown, "attributes of a heading"},
		{"empty heading", "## {.article}", CodeMarkdown, "no text"},
		{"no space", "##Heading", CodeMarkdown, "not a heading"},
		{"no table", "| a | b |\n| - |", CodeMarkdown, "not part of a table"},
		{"too many cells", "| a |\n| - |\n| b | c |", CodeMarkdown, "has 2 cells, the head has 1"},
		{"too few cells", "| a | b |\n| - | - |\n| c |", CodeMarkdown, "has 1 cells, the head has 2"},
		{"second paragraph", "### A {.article}\n\n1. a\n\n   b", CodeMarkdown, "second paragraph: “b”"},
		{"second paragraph of a bullet", "- a\n\n  b", CodeMarkdown, "second paragraph"},
		{"nested bullets", "- a\n  - b", CodeMarkdown, "a list within a list"},
		{"nested outside an article", "1. a\n   1. b", CodeMarkdown, "a list within a list"},
		{"table in an item", "### A {.article}\n\n1. a\n\n   | b |\n   | - |\n   | c |", CodeMarkdown, "a block within a list item"},
		{"empty item", "### A {.article}\n\n1. a\n2.\n", CodeMarkdown, "no text"},
		{"too deep", "### A {.article}\n\n1. a\n   1. b\n      1. c\n         1. d\n            1. e", CodeMarkdown, "deeper than 4"},
		{"a date as a list", "2024. 7. 1. is a date", CodeMarkdown, "read as a list: 2024"},
		{"unknown fence", "```python\nx\n```", CodeMarkdown, "no fenced block “python”"},
		{"bare fence", "```\nx\n```", CodeMarkdown, "no fenced block “”"},
		{"word after a fence", "```center wide\nx\n```", CodeMarkdown, "no further word: “wide”"},
		{"open fence", "```center\nx\n\ny", CodeMarkdown, "not closed"},
		{"open empty fence", "```center", CodeMarkdown, "not closed"},
		{"unknown notice", "```notice loud\nx\n```", CodeMarkdown, "no kind of notice “loud”"},
		{"empty notice", "```notice info\n```", CodeMarkdown, "is empty"},
		{"no label", "```keyterms\nA: b\njust text\n```", CodeMarkdown, "no label: “just text”"},
		{"no value", "```keyterms\nA: b\nBudget:\n```", CodeMarkdown, "no value: “Budget”"},
		{"strange signer", "```signatures\nsigner: KR1.1 (x)\nBy:\n```", CodeMarkdown, "cannot be named"},
		{"empty signatures", "```signatures\nheading: A\n```", CodeMarkdown, "is empty"},
		{"table within text", "see «table» here", CodeMarkdown, "within a text"},
		{"table in a cell", "| a |\n| - |\n| «table» |", CodeMarkdown, "within a text"},
		{"anchor in the middle", "text «anchor own» text", CodeAnchor, "“own” does not stand at the start"},
		{"anchor in a cell", "| a |\n| - |\n| «anchor own»b |", CodeAnchor, "“own” does not"},
		{"two anchors", "«anchor a»«anchor b»text", CodeAnchor, "“b” does not"},
		{"two anchors of a heading", "### «anchor b»A {#a .article}", CodeAnchor, "two anchors: a and b"},
		{"anchor alone", "«anchor a»\n\ntext", CodeAnchor, "stands alone"},
		{"private use", "a \uE005 b", CodeMarkdown, "no document can carry"},
		{"broken mark", "a \uE00099\uE001 b", CodeMarkdown, "stands for nothing"},
		{"open mark", "a \uE000 b", CodeMarkdown, "no document can carry"},
		{"control character", "a \x07 b", CodeMarkdown, "no document can carry"},
		{"not UTF-8", "a \xff b", CodeMarkdown, "no document can carry"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := parsed(t, test.text)
			expect(t, found, test.code, test.message)
		})
	}
}

// expect wants exactly one finding, complete in both languages.
func expect(t testing.TB, found diag.List, code, message string) {
	t.Helper()
	if len(found) != 1 {
		for _, f := range found {
			t.Logf("%s %s", f.Code, f.Message.EN)
		}
		t.Fatalf("got %d findings, want one %s", len(found), code)
	}
	f := found[0]
	if f.Code != code || !strings.Contains(f.Message.EN, message) {
		t.Errorf("got %s: %s, want %s: …%s…", f.Code, f.Message.EN, code, message)
	}
	if f.Message.KO == "" || f.Fix.EN == "" || f.Fix.KO == "" {
		t.Errorf("%s is not complete in both languages", f.Message.EN)
	}
	for _, text := range []string{f.Message.EN, f.Message.KO, f.Fix.EN, f.Fix.KO, f.Why.EN, f.Why.KO} {
		if strings.Contains(text, "%!") || strings.ContainsAny(text, "\uE000\uE001") {
			t.Errorf("badly formatted: %q", text)
		}
	}
}

func TestParseBounds(t *testing.T) {
	for message, text := range map[string]string{
		"bytes; at most":            strings.Repeat("a\n\n", maxText/3+1),
		"a passage without a blank": strings.Repeat("a b\n", maxPassage/3+1),
		"is longer than":            "|" + strings.Repeat("a", maxPassage+1),
	} {
		d, found := Parse(Filled{Text: text}, Document{})
		expect(t, found, CodeMarkdown, message)
		if len(d.Blocks) != 0 {
			t.Errorf("got %d blocks", len(d.Blocks))
		}
	}
	d, found := Parse(Filled{Text: "| a |\n| - |\n" + strings.Repeat("| b |\n", maxPassage/5+1)}, Document{})
	expectNone(t, found)
	if len(d.Blocks) != 1 {
		t.Errorf("a long table makes %d blocks", len(d.Blocks))
	}
}

// Place marks lead from the filled text back to the template, even across lines.
func TestPlaces(t *testing.T) {
	places := map[int]diag.Place{1: {File: "a.tmpl", Line: 5, Column: 1}, 2: {File: "b.tmpl", Line: 1, Column: 10}}
	tokens := []Token{
		one(Inline{Origin: Origin{Template: diag.Place{File: "a.tmpl", Line: 7, Column: 9}}, Kind: TextInline, Text: "x"}),
	}
	text := PlaceMark(1, 0) + "## Heading\n\nfirst " + Mark(0) + PlaceMark(2, 0) + " second\n\n> quoted\n"
	d, found := Parse(Filled{Text: text, Tokens: tokens, Place: func(file, _ int) diag.Place { return places[file] }}, Document{})
	expect(t, found, CodeMarkdown, "quotation")
	if got, want := found[0].Template, (diag.Place{File: "b.tmpl", Line: 3, Column: 1}); got != want {
		t.Errorf("the finding is at %s, want %s", got, want)
	}
	paragraph := d.Blocks[1].(*Paragraph)
	var got []string
	got = append(got, d.Blocks[0].From().Template.String(), paragraph.Template.String())
	for _, in := range paragraph.Text {
		got = append(got, in.Template.String())
	}
	want := "a.tmpl:5:1 a.tmpl:7:1 a.tmpl:7:1 a.tmpl:7:9 b.tmpl:1:10"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

// A block whose template position is not known takes that of its first value.
func TestPlaceOfFirstValue(t *testing.T) {
	at := diag.Place{File: "a.tmpl", Line: 7, Column: 9}
	d, found := Parse(Filled{Text: "text " + Mark(0), Tokens: []Token{one(Inline{Origin: Origin{Template: at}, Text: "x"})}}, Document{})
	expectNone(t, found)
	if got := d.Blocks[0].From().Template; got != at {
		t.Errorf("got %s, want %s", got, at)
	}
}

func FuzzParse(f *testing.F) {
	filled, _ := fill(f, "### A {.article}\n\n1. «lead» a\n   - b\n\n| a |\n| - |\n| «budget» |\n\n```keyterms\na: b\n```\n\n«table»", sampleValues(diag.English))
	f.Add(filled)
	f.Add("```signatures\nheading:\n---\n  a\n```")
	f.Add("1. 1. 1. 1. 1. a\n> - b\n***a** [b](<c>")
	f.Add("# \n#\n## {#a .b c=1.5 d=[1]}\n~~~")
	f.Add("|\n|-\n|||\n\uE0001\uE001\uE000")
	f.Add("a " + PlaceMark(1, 2) + "> b " + PlaceMark(7, 7) + "\uE0001.\uE001")
	values := sampleValues(diag.English)
	tokens := []Token{values["lead"], values["budget"], values["table"], values["anchorShares"], values["refShares"], values["resultsDefined"]}
	place := func(file, place int) diag.Place { return diag.Place{File: "a", Line: file, Column: place} }
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []diag.Lang{diag.English, diag.Korean} {
			d, _ := Parse(Filled{Text: text, Tokens: tokens, Place: place}, Document{Lang: lang})
			Dump(d)
			r, _ := Resolve(d, sampleGlossary)
			r.Dump()
			if found := Parity(r, r); len(found) > 0 {
				t.Errorf("a document differs from itself: %s", found[0].Message.EN)
			}
			if _, found := SideBySide(r, r); len(found) > 0 {
				t.Errorf("a document does not fit itself: %s", found[0].Message.EN)
			}
		}
	})
}
