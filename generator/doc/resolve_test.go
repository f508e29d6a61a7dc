package doc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// resolved parses and resolves text with «…» tokens.
func resolved(t testing.TB, lang diag.Lang, text string) (*Resolved, diag.List) {
	t.Helper()
	filled, tokens := fill(t, text, sampleValues(lang))
	d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: lang})
	expectNone(t, withoutExhibits(found))
	return Resolve(d, sampleGlossary)
}

const outlineText = `
## A {#p1 .part}

### A1 {#a1 .article}

Text without a number.

### A2 {#a2 .article}

1. «anchor only»Only item:
   1. «anchor only.first»first
   2. second
      1. «anchor only.deep»deep
         1. «anchor only.deepest»deepest

## B {#p2 .part}

### A3 {#a3 .article}

1. one
2. «anchor two»two:
   1. «anchor two.first»first
   2. «anchor two.second»second
      1. «anchor two.deep»deep
      2. «anchor two.deep2»deep
         1. a
         2. «anchor two.deepest»b
3. «anchor three»three
   1. first

## X {#x1 .exhibit}

«anchor inside»Inside.

## Y {#x2 .exhibit}

## Signatures {#signing}
`

func TestNumbering(t *testing.T) {
	tests := []struct {
		lang diag.Lang
		want string
	}{
		{diag.English, "Part 1|Article 1|Article 2||(a)|(b)|(i)|(A)|Part 2|Article 3|3.1|3.2|(a)|(b)|(i)|(ii)|(A)|(B)|3.3|(a)|Exhibit A|Exhibit B|"},
		{diag.Korean, "제1장|제1조|제2조||1.|2.|가.|1)|제2장|제3조|①|②|1.|2.|가.|나.|1)|2)|③|1.|별표 1|별표 2|"},
	}
	for _, test := range tests {
		r, found := resolved(t, test.lang, outlineText)
		expectNone(t, withoutExhibits(found))
		var got []string
		for _, b := range r.Blocks {
			switch b := b.(type) {
			case *Heading:
				got = append(got, b.Number)
			case *Clause:
				got = append(got, b.Number)
			}
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: got %s, want %s", test.lang, strings.Join(got, "|"), test.want)
		}
	}
}

func TestHeadingText(t *testing.T) {
	tests := map[diag.Lang]string{
		diag.English: "Part 1. A\nArticle 1. A1\nExhibit A. X\nSignatures\n",
		diag.Korean:  "제1장 A\n제1조(A1)\n[별표 1] X\nSignatures\n",
	}
	for lang, want := range tests {
		r, found := resolved(t, lang, "## A {.part}\n\n### A1 {.article}\n\n## X {.exhibit}\n\n## Signatures")
		expectNone(t, found)
		if got := PlainText(r.Blocks); got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
	}
}

// withoutExhibits leaves out that nothing names the exhibits of a sample: most
// samples are about something else.
func withoutExhibits(found diag.List) diag.List {
	return slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Code == CodeExhibit })
}

func TestReferences(t *testing.T) {
	tests := []struct{ anchor, en, ko string }{
		{"p2", "Part 2", "제2장"},
		{"a1", "Article 1", "제1조"},
		{"only", "Article 2", "제2조"},
		{"only.first", "Section 2(a)", "제2조제1호"},
		{"only.deep", "Section 2(b)(i)", "제2조제2호가목"},
		{"only.deepest", "Section 2(b)(i)(A)", "제2조제2호가목1)"},
		{"two", "Section 3.2", "제3조제2항"},
		{"two.second", "Section 3.2(b)", "제3조제2항제2호"},
		{"two.deep2", "Section 3.2(b)(ii)", "제3조제2항제2호나목"},
		{"two.deepest", "Section 3.2(b)(ii)(B)", "제3조제2항제2호나목2)"},
		{"three", "Section 3.3", "제3조제3항"},
		{"x2", "Exhibit B", "별표 2"},
		{"inside", "Exhibit A", "별표 1"},
		{"signing", "Signatures", "Signatures"},
	}
	for _, test := range tests {
		for lang, want := range map[diag.Lang]string{diag.English: test.en, diag.Korean: test.ko} {
			r, found := resolved(t, lang, outlineText+"\n«ref "+test.anchor+"»")
			found = withoutExhibits(found)
			expectNone(t, found)
			last := r.Blocks[len(r.Blocks)-1].(*Paragraph)
			if got := Text(last.Text); got != want {
				t.Errorf("%s in %s: got %s, want %s", test.anchor, lang, got, want)
			}
		}
	}
}

func TestNumberForms(t *testing.T) {
	tests := []struct{ got, want string }{
		{upperLetters(1), "A"}, {upperLetters(26), "Z"}, {upperLetters(27), "AA"}, {upperLetters(53), "AAA"}, {upperLetters(0), "?"},
		{roman(4), "IV"}, {roman(9), "IX"}, {roman(14), "XIV"}, {roman(49), "XLIX"}, {roman(1999), "MCMXCIX"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
	for n, want := range map[int]string{1: "가", 2: "나", 8: "아", 14: "하", 15: "거", 16: "너", 28: "허", 29: "고", 43: "구", 57: "그", 71: "기", 84: "히"} {
		if got, ok := mok(n); !ok || got != want {
			t.Errorf("mok(%d) = %s, want %s", n, got, want)
		}
	}
	if _, ok := mok(85); ok {
		t.Error("there is no 85th letter")
	}
}

func TestTooManyParagraphs(t *testing.T) {
	text := "### A {.article}\n\n" + strings.Repeat("1. a\n", maxCircled)
	r, found := resolved(t, diag.Korean, text)
	expectNone(t, found)
	if last := r.Blocks[maxCircled].(*Clause); last.Number != "⑳" {
		t.Errorf("the last number is %s", last.Number)
	}
	_, found = resolved(t, diag.Korean, text+"1. one more")
	expect(t, found, CodeNumber, "제1조 has more sub-clauses")
	_, found = resolved(t, diag.English, text+"1. one more")
	expectNone(t, found)
}

func TestResolveFindings(t *testing.T) {
	tests := []struct{ name, text, code, message, fix string }{
		{"unknown anchor", "### A {#ownership .article}\n\n«ref ownreship»", CodeRef, "no “ownreship”", "did you mean “ownership”?"},
		{"anchor of an article left out", "### A {#ownership .article}\n\n1. «anchor ownership.shares»a\n\n«ref shares»", CodeRef, "no “shares”", "“ownership.shares”"},
		{"nothing near", "### A {#a .article}\n\n«ref publication»", CodeRef, "no “publication”", "add {#publication …}"},
		{"no number", "«anchor a»text\n\n«ref a»", CodeRef, "no number", "refer to an article"},
		{"twice", "### A {#a .article}\n\n### B {#a .article}", CodeAnchor, "given twice; it already names Article 1", "rename"},
		{"unknown particle", "성과«p 는/을»", CodeParticle, "는/을 is not known", "을/를"},
		{"particle at the start", "«p 을/를» 성과", CodeParticle, "을/를", "right after"},
		{"particle after an unknown sound", "龘«p 을/를»", CodeParticle, "after “龘”; both forms are printed: 을(를)", "Hangul"},
		{"unknown term", "«term result»", CodeTerm, "no term “result”", "did you mean “results”?"},
		{"unlike any term", "«term zzz»", CodeTerm, "no term “zzz”", "glossary"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := resolved(t, diag.English, test.text)
			expect(t, found, test.code, test.message)
			if !strings.Contains(found[0].Fix.EN, test.fix) {
				t.Errorf("the fix is %q", found[0].Fix.EN)
			}
		})
	}
}

// A sub-clause that no template makes, only a caller of Resolve.
func TestClauseWithoutPlace(t *testing.T) {
	for _, blocks := range [][]Block{
		{&Clause{Depth: 1}},
		{&Heading{Kind: ArticleHeading, Level: 1}, &Clause{Depth: 2}},
		{&Heading{Kind: ArticleHeading, Level: 1}, &Clause{Depth: 9}},
	} {
		_, found := Resolve(&Document{Lang: diag.English, Blocks: blocks}, nil)
		expect(t, found, CodeNumber, "cannot be numbered")
	}
}

func TestBlankInDraft(t *testing.T) {
	d := &Document{Lang: diag.Korean, Blocks: []Block{&Paragraph{Text: []Inline{{Kind: BlankInline}, {Kind: ParticleInline, Target: "을/를"}}}}}
	r, found := Resolve(d, nil)
	expectNone(t, found)
	if got := strings.TrimSpace(PlainText(r.Blocks)); got != "[…]을(를)" {
		t.Errorf("got %s", got)
	}
}

// article writes a random article with references to any anchor of the pool.
func article(rng *rand.Rand, name string, pool []string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "### %s {#%s .article}\n\n", name, name)
	for i := range rng.IntN(5) {
		fmt.Fprintf(&out, "1. «anchor %s.c%d»text «ref %s»\n", name, i, pool[rng.IntN(len(pool))])
		for j := range rng.IntN(4) {
			fmt.Fprintf(&out, "   1. «anchor %s.c%d.s%d»text «ref %s»\n", name, i, j, pool[rng.IntN(len(pool))])
		}
	}
	return out.String() + "\n"
}

// However many articles are left out, the numbers have no gap, every reference
// to an article that is there prints its number, and all others are found.
func TestNumbersHaveNoGaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		lang := diag.English
		if rng.IntN(2) == 0 {
			lang = diag.Korean
		}
		names := []string{"a", "b", "c", "d", "e", "f"}
		var text strings.Builder
		kept := map[string]bool{}
		for _, name := range names {
			if content := article(rng, name, names); rng.IntN(3) > 0 {
				text.WriteString(content)
				kept[name] = true
			}
		}
		r, found := resolved(t, lang, text.String())
		checkNumbers(t, r)
		dangling := 0
		for _, b := range r.Blocks {
			for _, run := range runs(b) {
				for _, in := range *run.text {
					if in.Kind == RefInline && !kept[in.Target] {
						dangling++
					} else if in.Kind == RefInline && !strings.ContainsAny(in.Text, "123456") {
						t.Errorf("a reference to %s prints %q", in.Target, in.Text)
					}
				}
			}
		}
		if len(found) != dangling {
			t.Errorf("%d findings for %d dangling references", len(found), dangling)
		}
	}
}

// checkNumbers recounts the numbers in the simplest way.
func checkNumbers(t *testing.T, r *Resolved) {
	t.Helper()
	articles, first, second := 0, 0, 0
	for i, b := range r.Blocks {
		switch b := b.(type) {
		case *Heading:
			articles++
			first = 0
			if want := map[diag.Lang]string{diag.English: fmt.Sprintf("Article %d", articles), diag.Korean: fmt.Sprintf("제%d조", articles)}[r.Lang]; b.Number != want {
				t.Errorf("block %d has number %s, want %s", i, b.Number, want)
			}
		case *Clause:
			want := map[diag.Lang]string{}
			if b.Depth == 1 {
				first++
				second = 0
				want[diag.English] = fmt.Sprintf("%d.%d", articles, first)
				want[diag.Korean] = string([]rune("①②③④⑤")[first-1])
			} else {
				second++
				want[diag.English] = fmt.Sprintf("(%c)", 'a'+second-1)
				want[diag.Korean] = fmt.Sprintf("%d.", second)
			}
			isOnly := b.Depth == 1 && b.Number == "" && first == 1
			if b.Number != want[r.Lang] && !isOnly {
				t.Errorf("block %d has number %s, want %s", i, b.Number, want[r.Lang])
			}
		}
	}
}
