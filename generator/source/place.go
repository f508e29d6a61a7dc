package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// nodePlace returns the place of a node in the text. yaml.v3 gives the position
// of an anchor or a tag before the value if there is one; the place is that of
// the value itself, as long as it stands on the same line.
func (f *File) nodePlace(n *yaml.Node) diag.Place {
	if n.Line > len(f.lines) { // a value left out at the very end of the file
		return f.endPlace()
	}
	p := diag.Place{File: f.Name, Line: n.Line, Column: n.Column, Width: 1}
	text := f.textAt(n.Line, n.Column)
	if n.Kind != yaml.AliasNode {
		skipped := len(text) - len(withoutProperties(text))
		p.Column += utf8.RuneCountInString(text[:skipped])
		text = text[skipped:]
	}
	p.Width = max(1, nodeWidth(n, text))
	return p
}

// endPlace returns the place behind the last character.
func (f *File) endPlace() diag.Place {
	last := len(f.lines)
	return diag.Place{File: f.Name, Line: last, Column: 1 + utf8.RuneCountInString(f.line(last)), Width: 1}
}

const (
	maxWidth   = 1024 // bytes of a line that are looked at to measure a value
	checkpoint = 256  // runes between the remembered offsets of a long line
)

// textAt returns the text of a line from a column on, cut to a length that is
// enough to see the value. The offsets of columns are remembered, since a whole
// file may stand in one line.
func (f *File) textAt(n, column int) string {
	line := f.line(n)
	if len(line) > checkpoint {
		known, ok := f.columns[n]
		if !ok {
			known = offsets(line)
			f.columns[n] = known
		}
		i := min((column-1)/checkpoint, len(known)-1)
		line, column = line[known[i]:], column-i*checkpoint
	}
	line = afterRunes(line, column-1)
	return line[:min(len(line), maxWidth)]
}

// offsets returns the byte offset of every 256th rune of a line.
func offsets(line string) []int {
	var all []int
	count := 0
	for i := range line {
		if count%checkpoint == 0 {
			all = append(all, i)
		}
		count++
	}
	return all
}

// afterRunes returns the text after its first n runes.
func afterRunes(text string, n int) string {
	for ; n > 0 && text != ""; n-- {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	return text
}

// withoutProperties cuts anchors and tags from the beginning of a value.
func withoutProperties(text string) string {
	for rest := text; strings.HasPrefix(rest, "&") || strings.HasPrefix(rest, "!"); {
		end := strings.IndexAny(rest, " \t")
		if end < 0 {
			break
		}
		rest = strings.TrimLeft(rest[end:], " \t")
		if rest != "" && rest[0] != '#' {
			text = rest
		}
	}
	return text
}

// nodeWidth returns how many runes of the text, the rest of a line, belong to
// the node. Of a map it is the width of its first key; of a bracket or a dash
// it is 1.
func nodeWidth(n *yaml.Node, text string) int {
	switch {
	case n.Kind == yaml.AliasNode:
		return 1 + utf8.RuneCountInString(n.Value)
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0:
		return nodeWidth(n.Content[0], text)
	case n.Kind != yaml.ScalarNode:
		return 1
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return utf8.RuneCountInString(text[:quotedEnd(text, '"')])
	case n.Style&yaml.SingleQuotedStyle != 0:
		return utf8.RuneCountInString(text[:quotedEnd(text, '\'')])
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return len(strings.TrimRight(text[:commentStart(text)], " \t"))
	case strings.HasPrefix(text, n.Value):
		return utf8.RuneCountInString(n.Value)
	}
	return utf8.RuneCountInString(strings.TrimRight(text[:commentStart(text)], " \t"))
}

// quotedEnd returns where a quoted scalar ends on its first line.
func quotedEnd(text string, quote byte) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}

func commentStart(text string) int {
	if i := strings.Index(text, " #"); i >= 0 {
		return i
	}
	return len(text)
}

// PlaceIn returns where a line and a column of the text of a scalar, both from
// 1, stand in the file. Where the file writes the text in another way, as with
// escapes or folded lines, it is the place of the scalar.
func (f *File) PlaceIn(v *Value, line, column int) diag.Place {
	at := v.Place
	lines := strings.Split(v.Text, "\n")
	if line < 1 || line > len(lines) {
		return at
	}
	block := v.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if block {
		at.Line += line
	} else if line > 1 {
		return at
	}
	written := f.named(at.File).lines
	if at.Line > len(written) {
		return v.Place
	}
	first := strings.Index(written[at.Line-1], lines[line-1])
	if first < 0 {
		return v.Place
	}
	at.Column = utf8.RuneCountInString(written[at.Line-1][:first]) + column
	at.Width = 1
	return at
}
