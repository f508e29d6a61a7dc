package doc

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// figureText is a figure that is in order, with one line of it replaced.
func figureText(old, new string) string {
	const text = "```figure columns\ntitle: Money\nalt: All of it.\nseries: a | b\nP1: «budget» | «nothing»\n```"
	return strings.Replace(text, old, new, 1)
}

func TestFigureFindings(t *testing.T) {
	if _, found := parsed(t, figureText("", "")); len(found) > 0 {
		t.Fatalf("the figure that is in order: %v", found)
	}
	for _, test := range []struct{ name, text, says string }{
		{"kind", figureText("columns", "pie"), "no kind of figure “pie”"},
		{"word behind the kind", figureText("columns", "columns wide"), "no kind of figure “columns wide”"},
		{"nothing beside it", figureText("columns", "columns beside"), "no figure right above"},
		{"no title", figureText("title: Money\n", ""), "no title"},
		{"second title", figureText("alt:", "title: More\nalt:"), "second line title"},
		{"no text", figureText("alt: All of it.\n", ""), "do not see it"},
		{"no series", figureText("series: a | b\nP1: «budget» | «nothing»", "P1: «budget»"), "names no series"},
		{"series of bars", figureText("columns", "bars"), "bars has series"},
		{"no rows", figureText("P1: «budget» | «nothing»\n", ""), "no values"},
		{"too few values", figureText(" | «nothing»", ""), "1 values for 2 series: “P1”"},
		{"too many values", figureText("«nothing»", "«nothing» | «nothing» | «nothing»"), "4 values for 2 series"},
		{"a value in words", figureText("«nothing»", "much"), "cannot show “much”"},
		{"a value that is a share", figureText("«nothing»", "«rate»"), "cannot show “60%”"},
		{"about so much", figureText("«nothing»", "«about»"), "cannot show “about KRW 5”"},
		{"less than nothing", figureText("«nothing»", "«debt»"), "cannot show “-KRW 5”"},
		{"another currency", figureText("«nothing»", "«dollars»"), "cannot show “US$5.00”"},
		{"no name", figureText("series: a | b", "series: a |"), "has no name"},
		{"line without a label", figureText("P1: «budget»", "P1 «budget»"), "has no label"},
		{"a line of dashes", figureText("P1:", "---\nP1:"), "--- stands in a figure"},
		{"many series", figureText("series: a | b\nP1: «budget» | «nothing»", "series: a|b|c|d|e|f|g\nP1: "+strings.Repeat("«budget»|", 6)+"«budget»"), "7 series and 1 categories"},
		{"many rows", figureText("P1: «budget» | «nothing»", strings.Repeat("P1: «budget» | «nothing»\n", MaxFigureRows+1)), "2 series and 25 categories"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, found := parsed(t, test.text)
			for _, f := range found {
				if f.Code != CodeMarkdown || f.Severity != diag.Blocking || f.Message.KO == "" || f.Fix.IsZero() {
					t.Errorf("the finding is %+v", f)
				}
				if strings.Contains(f.Message.EN, test.says) {
					return
				}
			}
			t.Errorf("found %v, want %q", found, test.says)
		})
	}
}

// TestFigureKeepsGaps: what is missing in a draft may stand in a figure.
func TestFigureKeepsGaps(t *testing.T) {
	got, found := parsed(t, figureText("«nothing»", "«gap»"))
	expectNone(t, found)
	if !strings.Contains(got, "row P1: <amount KRW 960000000|KRW 960,000,000 @budget.total> | <blank|[own]>") {
		t.Errorf("got\n%s", got)
	}
}

// TestAmountOfCell: only the exact amount of a cell that has no other counts.
func TestAmountOfCell(t *testing.T) {
	won := Inline{Kind: AmountInline, Value: "KRW 900000000000000", Text: "900,000,000,000,000"}
	word := Inline{Kind: TextInline, Text: "about"}
	if a, ok := (Cell{word, won}).Amount(); !ok || a.Value() != won.Value {
		t.Errorf("got %v %v", a, ok)
	}
	for name, c := range map[string]Cell{
		"nothing": {}, "words": {word}, "two": {won, won}, "rounded": {{Kind: AmountInline, Value: "about KRW 5"}},
		"beyond what money holds": {{Kind: AmountInline, Value: "KRW 9223372036854775807"}}, "no currency": {{Kind: AmountInline, Value: "5"}},
	} {
		if a, ok := c.Amount(); ok {
			t.Errorf("%s: got %v", name, a)
		}
	}
}

// TestFigureParity: the values of a figure count as those of a text do.
func TestFigureParity(t *testing.T) {
	resolve := func(lang diag.Lang, amount string) *Resolved {
		text := "## Article {#a .article}\n\n" + figureText("«budget»", amount)
		filled, tokens := fill(t, text, sampleValues(lang))
		d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: lang})
		expectNone(t, found)
		r, _ := Resolve(d, nil)
		return r
	}
	en, ko := resolve(diag.English, "«budget»"), resolve(diag.Korean, "«budget»")
	expectNone(t, Parity(en, ko))
	found := Parity(en, resolve(diag.Korean, "«nothing»"))
	if len(found) != 1 || found[0].Code != CodeParity || !strings.Contains(found[0].Message.EN, "amount KRW 960000000") {
		t.Errorf("found %v", found)
	}
}

func TestLandscape(t *testing.T) {
	if A4.Landscape() != "A4-landscape" || A4.Landscape().Landscape() != "A4-landscape" || A4.IsLandscape() || !Letter.Landscape().IsLandscape() || Letter.Landscape().Upright() != Letter {
		t.Error("paper does not turn")
	}
}
