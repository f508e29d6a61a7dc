package xlsx

import (
	"strings"

	"pactwright/generator/sheet"
)

// Heights of rows in points. Spreadsheet programs fit rows to wrapped text only
// when it is typed, so the heights are estimated here: a little too high is
// harmless, too low hides words.
const (
	lineHeight  = 15
	rowPadding  = 4
	titleHeight = 26
	maxHeight   = 400 // the format ends at 409
)

// Widths of characters in hundredths of a column's unit, the digit 0.
const (
	narrowRune = 92
	wideRune   = 175
	boldExtra  = 6
)

// height returns the height of a row of cells. Some span several columns.
func height(columns []sheet.Column, spans map[sheet.Ref]int, cells []*sheet.Cell) float64 {
	lines := 1
	for _, c := range cells {
		if c.Style == sheet.TitleStyle {
			return titleHeight
		}
		if wraps(c) && c.Ref.Column <= len(columns) {
			width := 0
			for _, column := range columns[c.Ref.Column-1 : min(c.Ref.Column-1+max(spans[c.Ref], 1), len(columns))] {
				width += column.Width
			}
			lines = max(lines, countLines(c, width))
		}
	}
	return min(float64(lines*lineHeight+rowPadding), maxHeight)
}

// spans returns how many columns the cells reach over that show as one.
func spans(s *sheet.Sheet) map[sheet.Ref]int {
	out := make(map[sheet.Ref]int, len(s.Merged))
	for _, r := range s.Merged {
		out[r.From] = r.To.Column - r.From.Column + 1
	}
	return out
}

// wraps reports whether the text of a cell is broken into lines.
func wraps(c *sheet.Cell) bool {
	if c.Value.Kind() != sheet.TextKind {
		return false
	}
	switch c.Style {
	case sheet.HeadStyle, sheet.TextStyle, sheet.InputStyle, sheet.CalcStyle, sheet.TotalStyle, sheet.LinkStyle,
		sheet.RightStyle, sheet.ProseStyle, sheet.NoticeStyle:
		return true
	}
	return false
}

// countLines breaks a text at words, as spreadsheets do, in a column of a width
// in tenths of a character.
func countLines(c *sheet.Cell, width int) int {
	room := width*10 - 100 // the cell's own margins
	bold := c.Style == sheet.HeadStyle || c.Style == sheet.TotalStyle
	lines := 0
	for paragraph := range strings.SplitSeq(c.Value.Text(), "\n") {
		lines += wrapped(paragraph, room, bold)
	}
	return lines
}

func wrapped(paragraph string, room int, bold bool) int {
	lines, used := 1, 0
	for word := range strings.SplitAfterSeq(paragraph, " ") {
		width := widthOf(word, bold)
		if used > 0 && used+width > room {
			lines, used = lines+1, 0
		}
		used += width
		for used > room { // a word longer than the line
			lines, used = lines+1, used-room
		}
	}
	return lines
}

func widthOf(text string, bold bool) int {
	width := 0
	for _, r := range text {
		if r >= 0x1100 {
			width += wideRune
		} else {
			width += narrowRune
		}
		if bold {
			width += boldExtra
		}
	}
	return width
}
