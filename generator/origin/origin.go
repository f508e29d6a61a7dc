// Package origin tells where a place of a pack comes from: of a contract the
// clause file, who chose it and the values in it; of the budget workbook the
// formula, and the lines of the project file on which a figure rests.
package origin

import (
	"strings"

	"pactwright/generator/diag"
)

// lines collects what is told, a line at a time.
type lines []diag.Text

func (l *lines) add(t ...diag.Text) { *l = append(*l, t...) }

// say adds a line in both languages.
func (l *lines) say(en, ko string, args ...any) { l.add(diag.T(en, ko, args...)) }

// part adds the heading of a part, with a blank line above it.
func (l *lines) part(en, ko string) {
	if len(*l) > 0 {
		l.add(diag.Text{})
	}
	l.say(en, ko)
}

// both is text that is the same in both languages.
func both(text string) diag.Text { return diag.Text{EN: text, KO: text} }

// line puts a text of a cell or a value on one line.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
