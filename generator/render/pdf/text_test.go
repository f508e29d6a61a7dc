package pdf

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/doc"
)

func testCompositor(t testing.TB) *compositor {
	t.Helper()
	return newCompositor(resolved(doc.Document{}), testStyle(t, "contract"), testFaces(t))
}

// broken returns the lines of a text at 10 pt.
func broken(t testing.TB, c *compositor, inlines []doc.Inline, f filling) (*text, []string) {
	t.Helper()
	tx := new(text)
	c.compose(tx, inlines, span{size: 1000})
	var out []string
	for _, l := range tx.lines(f) {
		var b strings.Builder
		for _, g := range tx.glyphs[l.from:l.to] {
			b.WriteRune(g.r)
		}
		out = append(out, b.String())
	}
	return tx, out
}

func TestLinesBreakWhereTheyShould(t *testing.T) {
	c := testCompositor(t)
	for _, tt := range []struct {
		name  string
		text  string
		width int // in points
		want  string
	}{
		{"between words", "the quick brown fox", 60, "the quick|brown fox"},
		{"between eojeol", "연구개발 성과의 귀속", 75, "연구개발 성과의|귀속"},
		{"inside a long Hangul word", "연구개발성과활용촉진지원사업", 60, "연구개발성과|활용촉진지원|사업"},
		{"between Hanja", "國立研究開發法人日本醫療", 52, "國立研究開|發法人日本|醫療"},
		{"no closing sign at the start", "연구개발과제(이하", 52, "연구개발|과제(이하"},
		{"no opening sign at the end", "가나다라마 (바사)", 55, "가나다라마|(바사)"},
		{"kana and small kana", "ジョイント・リサーチ", 52, "ジョイン|ト・リサー|チ"},
		{"number and counter", "총액은 5000원을 넘는다", 52, "총액은|5000원을|넘는다"},
		{"won sign", "합계 ₩ 5,000", 40, "합계|₩ 5,000"},
		{"points of a date", "기간 2024. 7. 1.부터", 80, "기간|2024. 7. 1.부터"},
		{"a reference that fits", "under {ref x|Section 12.2(a)} of it", 150, "under Section 12.2(a) of it"},
		{"a reference on the next line", "as set out below under {ref x|Section 12.2(a)}", 160, "as set out below under|Section 12.2(a)"},
		{"the title of an act", "see {law x|Standards for Use of Funds, Art. 28(1)}", 90, "see Standards for|Use of Funds,|Art. 28(1)"},
		{"the provision of an act", "인정하는 경우({law x|「연구개발비 사용 기준」 제28조제1항})", 112, "인정하는 경우(「연구개발비|사용 기준」 제28조제1항)"},
		{"a particle", "주관기관{particle 을/를|을} 위하여 쓴다", 62, "주관기관을|위하여 쓴다"},
		{"hyphen", "a non-exclusive licence", 48, "a non-|exclusive|licence"},
		{"no break at a number's hyphen", "see 2024-10 now", 50, "see|2024-10|now"},
		{"non-breaking space", "see§\u00a03 of the", 40, "see§\u00a03|of the"},
		{"address", "https://example.org/a/b", 75, "https://example.|org/a/b"},
		{"any rune if nothing else", "WWWWWWWWWW", 40, "WWWW|WWWW|WW"},
		{"line break", "one \ntwo", 100, "one|two"},
		{"empty line", "one\n\ntwo", 100, "one||two"},
		{"spaces at the end", "one two   ", 42, "one two"},
		{"two spaces stay", "붙임  1. 계약서", 100, "붙임  1. 계약서"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, got := broken(t, c, rich(tt.text), filling{width: tt.width * 100, loose: 300})
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// mixes are what random texts are made of.
var mixes = []string{
	"가", "나다", "연구개발성과", "협약을", "國", "立法", "ひら", "カタ", "Agreement", "of", "a", " ", " ", " ", "  ", "\n", ".", ",", "(", ")",
	"「", "」", "12", "1,000", "₩", "%", "제3조", "·", "-", "/", "“", "”", "\u00a0", "ế", "☐", "https://a.b/c?d=e",
}

func randomText(r *rand.Rand, pieces int) string {
	var b strings.Builder
	for range pieces {
		b.WriteString(mixes[r.IntN(len(mixes))])
	}
	return b.String()
}

// TestLinesLoseNothing: the lines joined are the text without the spaces and line
// breaks between them, no line is wider than it may be, and none has a space at
// its end.
func TestLinesLoseNothing(t *testing.T) {
	c := testCompositor(t)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 3000 {
		s := randomText(r, 1+r.IntN(60))
		in := []doc.Inline{{Text: s[:len(s)/2]}, {Kind: doc.AmountInline, Text: s[len(s)/2:]}}
		if i%2 == 0 {
			in = rich(strings.NewReplacer("*", "", "_", "", "{", "").Replace(s))
		}
		tx := new(text)
		c.compose(tx, in, span{size: 1000})
		f := filling{width: 100 * (12 + r.IntN(400)), justify: i%3 == 0, loose: r.IntN(900)}
		at := 0
		for _, l := range tx.lines(f) {
			for _, g := range tx.glyphs[at:l.from] {
				t.Fatalf("%q: %q is lost before a line", s, g.r)
			}
			if l.next <= l.from {
				t.Fatalf("%q: a line without progress", s)
			}
			for _, g := range tx.glyphs[l.to:l.next] {
				if g.class != classSpace && g.r != '\n' {
					t.Fatalf("%q: %q is lost at the end of a line", s, g.r)
				}
			}
			if l.to > l.from && tx.glyphs[l.to-1].class == classSpace {
				t.Fatalf("%q: a line ends with a space", s)
			}
			if l.width > f.width*1000 && l.to-l.from > 1 {
				t.Fatalf("%q: a line is %d wide in %d", s, l.width/1000, f.width)
			}
			at = l.next
		}
		if at != len(tx.glyphs) {
			t.Fatalf("%q: the lines end at %d of %d", s, at, len(tx.glyphs))
		}
	}
}

// TestKeptUnitsStayWhole: what fits on half a line is never divided.
func TestKeptUnitsStayWhole(t *testing.T) {
	c := testCompositor(t)
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		in := []doc.Inline{
			{Text: randomText(r, r.IntN(20)) + " "},
			{Kind: doc.RefInline, Target: "x", Text: "Section 12.2(a)"},
			{Text: " " + randomText(r, r.IntN(20))},
		}
		_, lines := broken(t, c, in, filling{width: 16000 + r.IntN(20000), justify: true, loose: 500})
		if !strings.Contains(strings.Join(lines, "|"), "Section 12.2(a)") {
			t.Fatalf("the reference is divided: %q", lines)
		}
	}
}

// sentence returns words of both languages.
func sentence(r *rand.Rand, n int) string {
	words := []string{"연구개발성과의", "주관기관은", "이", "계약에", "따른", "the", "Results", "of", "each", "Party,", "ownership", "지식재산권을"}
	out := make([]string, n)
	for i := range out {
		out[i] = words[r.IntN(len(words))]
	}
	return strings.Join(out, " ")
}

// TestJustifiedLinesAreFlush: the last run of a justified line ends at the right
// edge, unless the line is left ragged as a whole.
func TestJustifiedLinesAreFlush(t *testing.T) {
	c := testCompositor(t)
	r := rand.New(rand.NewPCG(5, 6))
	flush, ragged := 0, 0
	for range 500 {
		tx := new(text)
		c.compose(tx, rich("*"+sentence(r, 5)+"* "+sentence(r, 40)), span{size: 1000, target: -1})
		const width = 30000
		for _, l := range tx.lines(filling{width: width, justify: true, loose: 650, spaceStretch: 900, letterStretch: 30, dash: 400}) {
			var d Drawing
			tx.draw(&d, l, 5000, 0, spacing{width: width, justify: true, spaceStretch: 900, letterStretch: 30})
			if l.last || len(d.Texts) == 0 || l.to > l.from && tx.glyphs[l.to-1].face == boxFace {
				continue
			}
			last := d.Texts[len(d.Texts)-1]
			end := last.X + last.Width + (len([]rune(last.S))-1)*last.Letter/10
			natural := last.Letter == 0 && end == 5000+l.width/1000
			switch off := end - (5000 + width); {
			case off > 20:
				t.Fatalf("a line ends %d centipoints beyond the edge", off)
			case off > -40:
				flush++
			case natural || d.Texts[0].Extra+last.Extra == 0:
				ragged++
			default:
				t.Fatalf("a stretched line ends %d centipoints before the edge", -off)
			}
		}
	}
	if flush < 300*ragged {
		t.Errorf("%d lines are flush, %d ragged", flush, ragged)
	}
}

// Where words are too long for a table, only the columns with the longest ones
// give way.
func TestLevelledColumns(t *testing.T) {
	for _, tt := range []struct {
		least []int
		room  int
		want  []int
	}{
		{[]int{20, 300, 300, 80}, 500, []int{20, 200, 200, 80}},
		{[]int{20, 120, 400, 80}, 500, []int{20, 120, 280, 80}},
		{[]int{300, 300, 300}, 301, []int{100, 100, 101}},
	} {
		if got := levelled(tt.least, tt.room); !slices.Equal(got, tt.want) {
			t.Errorf("%v in %d: %v, want %v", tt.least, tt.room, got, tt.want)
		}
	}
}
