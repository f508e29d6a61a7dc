package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// problem says why a character cannot be printed.
type problem uint8

const (
	printable problem = iota
	noGlyph
	rightToLeft
	control
)

// boxAdvance is the width of a drawn box in thousandths of an em.
const boxAdvance = 1000

// isBox tells whether a character is drawn as a box with lines.
func isBox(r rune) bool { return r == '☐' || r == '☑' || r == '☒' }

func boxKind(r rune) CheckKind {
	switch r {
	case '☐':
		return Unchecked
	case '☑':
		return Ticked
	case '☒':
		return Crossed
	}
	return Missing
}

// rightToLeftScripts are written from right to left, which the layout cannot do.
var rightToLeftScripts = []*unicode.RangeTable{
	unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic,
}

// unprintable judges a character before the faces are asked. Marks that did not
// compose with their letter, and single jamo of old Hangul, would need shaping;
// characters beyond the basic plane are in no face.
func unprintable(r rune) problem {
	switch {
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return control
	case r < 0x300:
		if r == '\u00AD' {
			return control
		}
		return printable
	case r >= runesCovered || r == utf8.RuneError:
		return noGlyph
	case unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029':
		return control
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Co, unicode.Cs) || r >= 0x1100 && r <= 0x11FF:
		return noGlyph
	case unicode.In(r, rightToLeftScripts...):
		return rightToLeft
	}
	return printable
}

// reported remembers a finding, so that a text that is measured and then set, or
// a table head that is repeated, is reported once.
type reported struct {
	origin doc.Origin
	r      rune
}

// report adds the finding for the character at byte at of words.
func (c *compositor) report(p problem, r rune, words string, at int, o doc.Origin) {
	key := reported{o, r}
	if c.reported[key] || c.faces.err != nil {
		return
	}
	c.reported[key] = true
	context := around(words, at)
	f := diag.Finding{Code: "PDF-GLYPH", Severity: diag.Blocking, Path: o.Path, Template: o.Template}
	switch p {
	case control:
		f.Message = diag.T("an invisible control character (U+%04[1]X) stands in “%[2]s”", "“%[2]s”에 보이지 않는 제어 문자(U+%04[1]X)가 있습니다", r, context)
		f.Fix = diag.T("delete the character", "그 문자를 지우십시오")
	case rightToLeft:
		f.Message = diag.T("“%[3]s” has %[1]q (U+%04[2]X) of a script that runs from right to left", "“%[3]s”에 오른쪽에서 왼쪽으로 쓰는 문자 %[1]q(U+%04[2]X)가 있습니다", r, r, context)
		f.Why = diag.T("the PDF is set from left to right only", "PDF는 왼쪽에서 오른쪽으로만 조판합니다")
		f.Fix = diag.T("write the name in Latin or Korean letters", "로마자나 한글로 적으십시오")
	default:
		f.Message = diag.T("the fonts have no glyph for %[1]q (U+%04[2]X) in “%[3]s”", "“%[3]s”의 %[1]q(U+%04[2]X)는 글꼴에 없는 문자입니다", r, r, context)
		f.Why = diag.T("the character would be missing on paper", "종이에 그 문자가 빠진 채 인쇄됩니다")
		f.Fix = diag.T("use another character or spell the word differently", "다른 문자를 쓰거나 다르게 적으십시오")
	}
	c.findings.Add(f)
}

// around returns the words around a byte offset, about forty characters.
func around(words string, at int) string {
	const side = 20
	before, after := []rune(words[:at]), []rune(words[at:])
	var b strings.Builder
	if len(before) > side {
		before = before[len(before)-side:]
		b.WriteString("…")
	}
	cut := len(after) > side
	if cut {
		after = after[:side]
	}
	for _, r := range append(before, after...) {
		if unprintable(r) == control {
			r = '·'
		}
		b.WriteRune(r)
	}
	if cut {
		b.WriteString("…")
	}
	return b.String()
}
