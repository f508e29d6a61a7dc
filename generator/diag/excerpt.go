package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// excerpt is a line of a file as it is shown, with the marked part of it in
// cells from the left.
type excerpt struct {
	text          string
	indent, width int
}

// excerptOf shows the part of a line that a place names, in at most room cells.
// A longer line is cut on both sides of the place.
func excerptOf(line string, p Place, room int) excerpt {
	before, marked, after := split(line, p)
	if len(line) <= 4*room { // only then it can fit
		e := excerpt{text: before + marked + after, indent: cells(before), width: cells(marked)}
		if cells(e.text) <= room {
			return e
		}
	}
	marked = head(marked, room-room/4)
	left := room - cells(marked)
	before = tail(before, max(left/2, left-cells(head(after, left))))
	after = head(after, left-cells(before))
	return excerpt{text: before + marked + after, indent: cells(before), width: cells(marked)}
}

// split divides a line at a place and makes it fit to be shown.
func split(line string, p Place) (before, marked, after string) {
	start := runeOffset(line, p.Column-1)
	end := start + runeOffset(line[start:], max(p.Width, 1))
	shown := func(s string) string { return oneLine(strings.ReplaceAll(s, "\t", "    ")) }
	return shown(line[:start]), shown(line[start:end]), shown(line[end:])
}

// runeOffset returns where the n-th rune begins, or the length of the text.
func runeOffset(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// head returns the beginning of text in at most room cells.
func head(text string, room int) string {
	if near := runeOffset(text, 2*room); near < len(text) {
		text = text[:near]
	} else if cells(text) <= room {
		return text
	}
	if room < 1 {
		return ""
	}
	return terminal.Truncate(text, room-1, "") + "…"
}

// tail returns the end of text in at most room cells.
func tail(text string, room int) string {
	if len(text) <= 4*room && cells(text) <= room {
		return text
	}
	if room < 1 {
		return ""
	}
	start := len(text)
	for width := 1; start > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		width += terminal.RuneWidth(r)
		if width > room {
			break
		}
		start -= size
	}
	return "…" + text[start:]
}

// files hands out lines of the files that findings speak of.
type files struct {
	source func(file string) ([]byte, bool)
	lines  map[string][]string
}

// line returns a line counted from 1, if the file is at hand and has it.
func (f files) line(p Place) (string, bool) {
	if f.source == nil || p.Line < 1 {
		return "", false
	}
	lines, known := f.lines[p.File]
	if !known {
		if data, ok := f.source(p.File); ok {
			lines = strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
		}
		f.lines[p.File] = lines
	}
	if p.Line > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[p.Line-1], "\r"), true
}

// locationLines shows a place: its name and, if the file is at hand, the line
// with marks below the part that is meant.
func (h human) locationLines(p Place, mark string) []string {
	lines := []string{"  " + oneLine(p.String())}
	text, ok := h.files.line(p)
	if !ok {
		return lines
	}
	number := fmt.Sprintf("%4d", p.Line)
	room := max(h.width-cells(number)-3, 20)
	e := excerptOf(text, p, room)
	lines = append(lines, strings.TrimRight(h.paint(dim, number+" │")+" "+e.text, " "))
	if p.Column < 1 {
		return lines
	}
	blank := strings.Repeat(" ", len(number))
	return append(lines,
		h.paint(dim, blank+" │")+" "+strings.Repeat(" ", e.indent)+h.paint(red, strings.Repeat(mark, max(e.width, 1))))
}
