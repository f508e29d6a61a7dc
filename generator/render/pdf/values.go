package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// pt writes centipoints as the points of a file.
func pt(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	if n%100 == 0 {
		return fmt.Sprintf("%s%d", sign, n/100)
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// textString writes a text for people as a file holds it.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(metaText(s))) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteByte('>')
	return b.String()
}

// escapes is built once: a document has some hundred links.
var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// asciiString writes a text of the program, as an address or a name is.
func asciiString(s string) string { return "(" + escapes.Replace(s) + ")" }

// rect writes a rectangle of a page of a height, from its lower left corner.
func rect(x, y, w, h, height int) string {
	return "[" + pt(x) + " " + pt(height-y-h) + " " + pt(x+w) + " " + pt(height-y) + "]"
}

// metaText makes a text safe: characters beyond the basic plane, control
// characters and broken UTF-8 are replaced.
func metaText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20:
			return ' '
		case r >= runesCovered || r == 0xFFFE || r == 0xFFFF:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
