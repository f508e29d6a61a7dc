package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// asContract is how contracts fill their lines.
func asContract(width int) filling {
	return filling{width: width, justify: true, loose: 650, spaceStretch: 1500, letterStretch: 40, dash: 400}
}

// anyText is words of many scripts, with spaces at odd places and now and then a
// word without end.
func anyText(r *rand.Rand) string {
	alphabets := []string{
		"가각간갈감갑값강개객거건걸검", "甲乙丙丁戊己庚辛壬癸", "あいうえおかきくけこっゃ", "アイウエオカキクケコー",
		"abcdefghijklmnopqrstuvwxyz", "ABCDEFG", "0123456789", "ÀÉÎÕüçşłđơư", "().,;:%₩$“”「」-/…·", "é", "  ", " ", " ",
	}
	var b strings.Builder
	for range 1 + r.IntN(60) {
		letters := []rune(alphabets[r.IntN(len(alphabets))])
		n := 1 + r.IntN(9)
		if r.IntN(400) == 0 {
			n = 2000
		}
		for range n {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		if r.IntN(3) > 0 {
			b.WriteByte(' ')
		}
		if r.IntN(60) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestLinesAreTheText: lines follow each other without a character lost or
// doubled but the spaces at their ends, and none is wider than it may be unless
// a single character is.
func TestLinesAreTheText(t *testing.T) {
	c := testCompositor(t)
	r := rand.New(rand.NewPCG(21, 22))
	for range 1500 {
		tx := new(text)
		c.compose(tx, rich(anyText(r)), span{size: 900 + r.IntN(300), target: -1})
		f := asContract(2000 + r.IntN(40000))
		f.justify = r.IntN(4) > 0
		at := 0
		lines := tx.lines(f)
		for i, l := range lines {
			if l.from != at || l.to < l.from || l.next < l.to || l.next <= l.from {
				t.Fatalf("line %d runs from %d to %d, next %d, after %d", i, l.from, l.to, l.next, at)
			}
			for _, g := range tx.glyphs[l.to:l.next] {
				if g.class != classSpace && g.brk != breakForced {
					t.Fatalf("%q is lost behind line %d", g.r, i)
				}
			}
			if want := tx.measure(l.from, l.to) + l.dash; l.width != want {
				t.Fatalf("line %d is %d wide, not %d", i, want, l.width)
			}
			if l.width > f.width*1000 && l.to-l.from > 1 {
				t.Fatalf("line %d is %d wide in %d", i, l.width/1000, f.width)
			}
			if i > 0 && l.to > l.from && strings.ContainsRune(afterSpace, tx.glyphs[l.from].r) && tx.glyphs[l.from-1].brk > breakAddress && !tx.glyphs[l.from-1].hyphen {
				if tx.glyphs[l.from-1].brk != breakForced {
					t.Fatalf("line %d begins with %q", i, tx.glyphs[l.from].r)
				}
			}
			at = l.next
		}
		if at != len(tx.glyphs) {
			t.Fatalf("%d of %d characters are on lines", at, len(tx.glyphs))
		}
	}
}

// TestWordsAreDividedWhereTheyMayBe: a word has hyphens where an English reader
// expects them, and a name none.
func TestWordsAreDividedWhereTheyMayBe(t *testing.T) {
	for word, want := range map[string]string{
		"agreement": "agree-ment", "institution": "insti-tu-tion", "obligation": "oblig-a-tion", "confidentiality": "con-fi-den-tial-ity",
		"project": "project", "associate": "asso-ciate", "party": "party", "hyphenation": "hyphen-ation",
	} {
		places := english().places(word)
		var got strings.Builder
		for i, r := range word {
			if places>>i&1 == 1 {
				got.WriteByte('-')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("%s is divided %s, not %s", word, got.String(), want)
		}
	}
	c := testCompositor(t)
	for _, words := range []string{"Northfield", "PARTICIPATION", "information2", "x-information", "www.institution.example", "연구개발information"} {
		tx := new(text)
		c.compose(tx, rich(words), span{size: 1000, target: -1})
		markBreaks(tx.glyphs)
		tx.hyphenate(0, len(tx.glyphs))
		for i, g := range tx.glyphs {
			if g.hyphen {
				t.Errorf("%s is divided behind letter %d", words, i+1)
			}
		}
	}
}

// TestNarrowColumnsAreEven: in columns as narrow as those of two languages, with
// clauses set in, hardly a line is left ragged, few are loose, and a hyphen
// stands only where it pays.
func TestNarrowColumnsAreEven(t *testing.T) {
	c := testCompositor(t)
	lines, ragged, loose, dashes := 0, 0, 0, 0
	for _, words := range contractParagraphs {
		tx := new(text)
		c.compose(tx, rich(words), span{size: 918, target: -1})
		for width := 15000; width <= 24000; width += 500 {
			f := asContract(width)
			for _, l := range tx.lines(f) {
				if l.last {
					continue
				}
				lines++
				r := tx.stretch(l, f)
				if r > 1000 {
					ragged++
				}
				if r > 700 {
					loose++
				}
				if l.dash > 0 {
					dashes++
				}
			}
		}
	}
	t.Logf("%d lines: %d ragged, %d loose, %d divided words", lines, ragged, loose, dashes)
	if ragged*60 > lines || loose*10 > lines || dashes*15 > lines {
		t.Errorf("of %d lines %d are ragged, %d loose, %d end with a hyphen", lines, ragged, loose, dashes)
	}
}

// contractParagraphs are of the kind that contracts have.
var contractParagraphs = []string{
	"The Lead Institution shall, within fourteen (14) days after a written request, give another Party the parts of the Project Agreement that concern that Party, as far as the Lead Institution is free to disclose them.",
	"The Parties shall carry out the Project together. The purpose of the Project is to develop and validate medical software that ranks chest images by urgency and explains its ranking, and to apply for approval of a clinical trial plan.",
	"Research is uncertain, and no Party promises a particular outcome. A Party that has carried out its tasks with due care has reported on them in time, and is not in breach merely because an expected outcome is not reached.",
	"주관기관은 다른 당사자의 서면 요청을 받은 날부터 14일 이내에 협약 중 그 당사자와 관련된 부분을 공개할 수 있는 범위에서 제공한다. 이 경우 비밀유지의무는 계약이 끝난 뒤에도 존속한다.",
	"이 계약은 모든 당사자가 기명날인 또는 서명을 마친 날부터 당사자를 구속한다. 다만, 연구개발과제를 수행할 의무와 금액을 지급할 의무는 협약의 체결을 조건으로 발생하며, 협약이 체결되면 이 계약을 효력발생일부터 적용한다.",
}
