package diag

import (
	"bytes"
	"io"
	"strings"
)

// HumanOptions tells how findings are shown to a person.
type HumanOptions struct {
	Lang  Lang
	Color bool // ANSI colours, for a terminal
	Width int  // cells of a line; 0 means 114

	// Source returns the text of a file for the excerpts. It may be nil.
	Source func(file string) ([]byte, bool)
}

const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
)

// Human writes findings for a person to read: a headline with the code at its
// right end, the place with an excerpt of the file, the reason and the advice.
// The place in the user's data comes first, that in a template second.
func Human(w io.Writer, l List, o HumanOptions) error {
	h := human{HumanOptions: o, width: o.Width, files: files{o.Source, map[string][]string{}}}
	if h.width == 0 {
		h.width = 114
	}
	var out bytes.Buffer
	for i, f := range l.Sorted() {
		if i > 0 {
			out.WriteByte('\n')
		}
		for _, line := range h.finding(f) {
			out.WriteString(line + "\n")
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

type human struct {
	HumanOptions
	width int
	files files
}

func (h human) finding(f Finding) []string {
	lines := h.headline(f)
	mark := "^"
	for _, p := range []Place{f.Place, f.Template} {
		if !p.IsZero() {
			lines = append(lines, h.locationLines(p, mark)...)
			mark = "-"
		}
	}
	if f.Place.Line == 0 && f.Path != "" {
		lines = append(lines, "  "+oneLine(f.Path))
	}
	why, fix := Text{EN: "why:", KO: "이유:"}.In(h.Lang), Text{EN: "fix:", KO: "고칠 점:"}.In(h.Lang)
	label := max(cells(why), cells(fix)) + 2
	lines = append(lines, h.labelled(why, label, f.Why)...)
	return append(lines, h.labelled(fix, label, f.Fix)...)
}

// headline puts the code at the right end of the first line and wraps the
// message in the space beside it.
func (h human) headline(f Finding) []string {
	word := headlineWord(f.Severity).In(h.Lang) + ": "
	code := strings.TrimSpace(f.Code + " (" + severityWords[f.Severity].In(h.Lang) + ")")
	indent := cells(word)
	room := max(h.width-indent-cells(code)-2, 40)
	lines := wrap(printable(f.Message.In(h.Lang)), room)
	first := h.paint(severityColor(f.Severity), word) + h.paint(bold, lines[0])
	space := strings.Repeat(" ", max(h.width-indent-cells(lines[0])-cells(code), 2))
	out := []string{first + space + h.paint(dim, code)}
	for _, line := range lines[1:] {
		out = append(out, strings.Repeat(" ", indent)+h.paint(bold, line))
	}
	return out
}

func severityColor(s Severity) string {
	switch {
	case s >= Unmet:
		return red
	case s == Warning:
		return yellow
	}
	return cyan
}

// labelled writes the reason or the advice, wrapped and aligned after its label.
func (h human) labelled(label string, width int, text Text) []string {
	said := text.In(h.Lang)
	if said == "" {
		return nil
	}
	var lines []string
	for i, line := range wrap(printable(said), h.width-width-2) {
		if i > 0 {
			label = ""
		}
		lines = append(lines, strings.TrimRight("  "+h.paint(bold, label)+pad("", width-cells(label))+line, " "))
	}
	return lines
}

func (h human) paint(color, text string) string {
	if !h.Color || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}
