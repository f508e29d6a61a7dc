package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// fitted gives a new scalar the form of the old one: quoted numbers stay quoted,
// digits are grouped as before, decimals are kept, the end of a block stays.
func (p *patcher) fitted(old *Value, e Edit) *Value {
	if e.op != setting || !e.value.IsScalar() {
		return e.value
	}
	v := *e.value
	if v.Kind == Number {
		v.Text = p.digits(v.Text, old)
		if old.Kind == String && old.quoted {
			v.Kind = String
		}
	}
	block := yaml.LiteralStyle | yaml.FoldedStyle
	if v.Kind == String && old.style&block != 0 && strings.HasSuffix(old.Text, "\n") && !strings.HasSuffix(v.Text, "\n") {
		v.Text += "\n"
	}
	return &v
}

// digits writes a number as the old one was written; a number that replaces
// nothing, or one too short to tell, is written as the others of the file.
func (p *patcher) digits(number string, old *Value) string {
	grouped := p.grouped
	if old != nil {
		whole, fraction, _ := strings.Cut(old.Text, ".")
		if len(whole) > 3 {
			grouped = strings.Contains(whole, "_")
		}
		number = padded(number, len(fraction))
	}
	if !grouped {
		return number
	}
	whole, fraction, point := strings.Cut(number, ".")
	sign := whole[:len(whole)-len(strings.TrimLeft(whole, "+-"))]
	whole = whole[len(sign):]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "_" + whole[i:]
	}
	if point {
		whole += "." + fraction
	}
	return sign + whole
}

// padded gives a number at least n decimals.
func padded(number string, n int) string {
	_, fraction, point := strings.Cut(number, ".")
	if n > len(fraction) && !point {
		number += "."
	}
	return number + strings.Repeat("0", max(0, n-len(fraction)))
}

// set replaces a scalar.
func (p *patcher) set(at located, v *Value) bool {
	old := at.value
	from := p.text.offset(old.Place)
	if !old.IsScalar() {
		return false
	}
	if old.Kind == Null && old.Text == "" {
		return at.entry.Value != nil && p.add(from, from, " "+p.inline(v, true), at.depth)
	}
	to, ok := p.text.end(old)
	if !ok {
		return false
	}
	if v.Kind != String {
		return p.add(from, to, p.inline(v, at.flow), at.depth)
	}
	return p.add(from, to, p.rewritten(old, v.Text, from, at.flow), at.depth)
}

// rewritten writes a text in the manner of the old one, or in double quotes if
// that manner cannot hold it.
func (p *patcher) rewritten(old *Value, text string, from int, flow bool) string {
	switch {
	case old.style&yaml.DoubleQuotedStyle != 0:
		return doubleQuoted(text)
	case old.style&yaml.SingleQuotedStyle != 0:
		if quoted := "'" + strings.ReplaceAll(text, "'", "''") + "'"; holds(quoted, text, flow) {
			return quoted
		}
	case old.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if b, ok := p.text.block(from); ok {
			if block := p.blockOf(b, text, old.style&yaml.FoldedStyle != 0); holds(block, text, false) {
				return block
			}
		}
	default:
		return p.plain(text, flow)
	}
	return doubleQuoted(text)
}

// blockOf writes a text after the header of a block.
func (p *patcher) blockOf(b blockText, text string, folded bool) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	between := ""
	if folded {
		between = p.newline
	}
	var out strings.Builder
	out.WriteString(b.header)
	for i, line := range lines {
		if i > 0 {
			out.WriteString(between)
		}
		out.WriteString(p.newline)
		if line != "" {
			out.WriteString(b.indent + line)
		}
	}
	return out.String()
}

// plain writes a text without quotation marks if it can do without.
func (p *patcher) plain(text string, flow bool) string {
	if !strings.ContainsAny(text, "\n\t") && holds(text, text, flow) {
		return text
	}
	return doubleQuoted(text)
}

// holds reports whether a way of writing a text is read as that text.
func holds(written, text string, flow bool) bool {
	sample := "a: " + written + " # c\nb: c\n"
	if flow {
		sample = "{a: " + written + ", b: c}\n"
	}
	if strings.ContainsAny(written[:min(1, len(written))], "|>") {
		sample = "a: " + written + "\nb: c\n"
	}
	f, found := Decode("", []byte(sample))
	if len(found) > 0 || f.Root == nil || len(f.Root.Entries) != 2 {
		return false
	}
	a := f.Root.Get("a")
	return a != nil && a.Kind == String && a.Text == text
}

// doubleQuoted writes a text in double quotes.
func doubleQuoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}

// inline writes a value in one line.
func (p *patcher) inline(v *Value, flow bool) string {
	var parts []string
	switch v.Kind {
	case String:
		return p.plain(v.Text, flow)
	case Map:
		for _, e := range v.Entries {
			parts = append(parts, p.plain(e.Key, true)+": "+p.inline(e.Value, true))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case List:
		for _, item := range v.Items {
			parts = append(parts, p.inline(item, true))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return v.Text
}
