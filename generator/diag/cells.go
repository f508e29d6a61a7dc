package diag

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// terminal measures text in the cells of a terminal: Hangul takes two. It is set
// here because the default of the package follows the locale.
var terminal = &runewidth.Condition{StrictEmojiNeutral: true}

func cells(text string) int { return terminal.StringWidth(text) }

// wrap breaks text at spaces into lines of at most width cells. Words that are
// longer are broken where they must be; line feeds stay.
func wrap(text string, width int) []string {
	width = max(width, 20)
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && cells(line)+1+cells(word) > width {
				lines = append(lines, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += word
			for cells(line) > width {
				end := len(terminal.Truncate(line, width, ""))
				if end == 0 {
					break // a single letter that is wider, which no terminal shows whole
				}
				lines = append(lines, line[:end])
				line = line[end:]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// pad returns text with spaces up to a width in cells.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-cells(text)))
}
