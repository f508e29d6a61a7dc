package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// text is the bytes of a file with the offsets of its lines, to find where
// values begin and end. The parser tells only where they begin.
type text struct {
	data   string
	starts []int // of each line, the mark of the encoding left out
}

func newText(data []byte) *text {
	t := &text{data: string(data)}
	at := 0
	if strings.HasPrefix(t.data, string(bom)) {
		at = len(bom)
	}
	t.starts = append(t.starts, at)
	for i := at; i < len(t.data); i++ {
		if t.data[i] == '\n' {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// offset returns where a place is in the bytes.
func (t *text) offset(p diag.Place) int {
	at := t.starts[min(p.Line, len(t.starts))-1]
	for n := 1; n < p.Column && at < len(t.data) && t.data[at] != '\n'; n++ {
		_, size := utf8.DecodeRuneInString(t.data[at:])
		at += size
	}
	return at
}

// lineStart and lineEnd bound the line around an offset; the end is behind the
// line feed.
func (t *text) lineStart(at int) int {
	return max(t.starts[0], strings.LastIndexByte(t.data[:at], '\n')+1)
}

func (t *text) lineEnd(at int) int {
	if i := strings.IndexByte(t.data[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(t.data)
}

// before is what stands in the line of an offset before it.
func (t *text) before(at int) string { return t.data[t.lineStart(at):at] }

// rest is what stands in the line of an offset behind it.
func (t *text) rest(at int) string {
	return strings.TrimRight(t.data[at:t.lineEnd(at)], "\r\n")
}

func isFlow(v *Value) bool { return v.style&yaml.FlowStyle != 0 }

// end returns where a value ends, or false if the text is too strange to tell.
func (t *text) end(v *Value) (int, bool) {
	at := t.offset(v.Place)
	switch {
	case at < len(t.data) && t.data[at] == '*' && v.shared:
		return t.word(at), true
	case !v.IsScalar() && isFlow(v):
		return t.bracket(at)
	case v.Kind == Map && len(v.Entries) > 0:
		return t.end(v.Entries[len(v.Entries)-1].Value)
	case v.Kind == List && len(v.Items) > 0:
		return t.end(v.Items[len(v.Items)-1])
	case !v.IsScalar():
		return 0, false
	}
	return t.scalarEnd(v, at)
}

func (t *text) scalarEnd(v *Value, at int) (int, bool) {
	switch {
	case v.style&yaml.DoubleQuotedStyle != 0, v.style&yaml.SingleQuotedStyle != 0:
		return t.quote(at)
	case v.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		b, ok := t.block(at)
		return b.end, ok
	}
	for _, word := range strings.Fields(v.Text) {
		at = len(t.data) - len(strings.TrimLeftFunc(t.data[at:], unicode.IsSpace))
		if !strings.HasPrefix(t.data[at:], word) {
			return 0, false
		}
		at += len(word)
	}
	return at, true
}

// word returns the end of an alias.
func (t *text) word(at int) int {
	if i := strings.IndexAny(t.data[at:], " \t\r\n,]}"); i >= 0 {
		return at + i
	}
	return len(t.data)
}

// quote returns the end of a quoted scalar, which may run over several lines.
func (t *text) quote(at int) (int, bool) {
	if at >= len(t.data) || t.data[at] != '"' && t.data[at] != '\'' {
		return 0, false
	}
	mark := t.data[at]
	for i := at + 1; i < len(t.data); i++ {
		switch {
		case t.data[i] == '\\' && mark == '"':
			i++
		case t.data[i] != mark:
		case mark == '\'' && i+1 < len(t.data) && t.data[i+1] == mark:
			i++
		default:
			return i + 1, true
		}
	}
	return 0, false
}

// bracket returns the end of a list or map in brackets.
func (t *text) bracket(at int) (int, bool) {
	depth := 0
	for i := at; i < len(t.data); i++ {
		switch c := t.data[i]; {
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case c == '#' && strings.ContainsAny(t.data[i-1:i], " \t\n"):
			i = t.lineEnd(i) - 1
		case (c == '"' || c == '\'') && t.opens(at, i):
			end, ok := t.quote(i)
			if !ok {
				return 0, false
			}
			i = end - 1
		}
	}
	return 0, false
}

// opens reports whether a quotation mark inside brackets begins a scalar; inside
// a scalar it is an apostrophe.
func (t *text) opens(from, at int) bool {
	lead := strings.TrimRight(t.data[from:at], " \t\r\n")
	return lead != "" && strings.ContainsAny(lead[len(lead)-1:], "[{,:")
}

// blockText is a scalar after | or >: its header, where its lines begin and end,
// and how they are indented.
type blockText struct {
	header string
	end    int // behind the last line that is not blank, its line feed left out
	indent string
}

var blockHeader = regexp.MustCompile(`^[|>][-+]?[ \t]*(#.*)?$`)

func (t *text) block(at int) (blockText, bool) {
	b := blockText{header: t.rest(at), end: at + len(t.rest(at))}
	if !blockHeader.MatchString(b.header) {
		return b, false
	}
	for next := t.lineEnd(at); next < len(t.data); next = t.lineEnd(next) {
		line := t.rest(next)
		content := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(content)]
		switch {
		case content == "":
			continue
		case b.indent == "" && indent != "":
			b.indent = indent
		case b.indent == "", len(indent) < len(b.indent):
			return b, b.indent != ""
		}
		b.end = next + len(line)
	}
	return b, b.indent != ""
}

// colon returns where the value of an entry begins, behind its colon.
func (t *text) colon(e Entry) (int, bool) {
	at := t.offset(e.KeyPlace)
	end := at + len(e.Key)
	if at < len(t.data) && (t.data[at] == '"' || t.data[at] == '\'') {
		var ok bool
		if end, ok = t.quote(at); !ok {
			return 0, false
		}
	} else if !strings.HasPrefix(t.data[at:], e.Key) {
		return 0, false
	}
	end = len(t.data) - len(strings.TrimLeft(t.data[end:], " \t"))
	if end >= len(t.data) || t.data[end] != ':' {
		return 0, false
	}
	return end + 1, true
}

// dash returns where the dash of an item of a block list stands; it begins its
// line.
func (t *text) dash(item *Value) (int, bool) {
	at := t.offset(item.Place)
	lead := t.before(at)
	if strings.TrimSpace(lead) == "" && (item.Kind != Null || item.Text != "") { // the dash stands in a line above
		above := strings.TrimRight(t.data[:t.lineStart(at)], " \t\r\n")
		at = len(above)
		lead = t.before(at)
	}
	if strings.TrimSpace(lead) != "-" {
		return 0, false
	}
	return at - len(lead) + strings.IndexByte(lead, '-'), true
}
