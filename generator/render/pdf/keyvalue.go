package pdf

import "pactwright/generator/doc"

// Bounds of the column of names in a key-value sheet, per cent of the width.
const (
	leastKeys = 18
	mostKeys  = 34
)

// keyValue sets names on a ground beside their values, a hairline between rows.
func (c *compositor) keyValue(v *doc.KeyValue, w where) []frag {
	s := c.style.KeyValue
	defer c.reading.end(c.reading.begin(tableKind))
	t := c.typ(s.Type, w)
	name := t.base()
	name.bold = true
	keys := w.width * leastKeys / 100
	texts, values := make([]*text, len(v.Rows)), make([]*text, len(v.Rows))
	for i, r := range v.Rows {
		texts[i], values[i] = c.keyValueRow(r, name, t.base())
		long, _ := texts[i].widths()
		keys = max(keys, long+2*s.PadX)
	}
	keys = min(keys, w.width*mostKeys/100)

	var out []frag
	for i := range v.Rows {
		f := c.row([]cell{
			{text: texts[i], x: w.x + s.PadX, width: keys - 2*s.PadX},
			{text: values[i], x: w.x + keys + s.PadX, width: w.width - keys - 2*s.PadX},
		}, t, s.PadY)
		ground(f, w.x, keys, s.Head)
		if i == 0 {
			f[0].ruleAt(0, w.x, w.width, frameRule, s.Frame)
		}
		last := &f[len(f)-1]
		if i+1 < len(v.Rows) {
			last.ruleAt(last.height, w.x, w.width, rowRule, s.Line)
		} else {
			last.ruleAt(last.height, w.x, w.width, frameRule, s.Frame)
		}
		if len(v.Rows) > 2 && (i == 0 || i+2 == len(v.Rows)) {
			keepNext(f) // neither the first nor the last row is alone on its page
		}
		out = append(out, f...)
	}
	if len(out) > 0 {
		out[0].before, out[len(out)-1].after = t.Before, t.After
		c.keepWhole(out, s)
	}
	return out
}

// keyValueRow composes a name and its value.
func (c *compositor) keyValueRow(r doc.KeyValueRow, name, value span) (*text, *text) {
	defer c.reading.end(c.reading.begin(tableRow))
	outer := c.reading.beginHead("Row")
	key := c.cellText(r.Key, name)
	c.reading.end(outer)
	defer c.reading.end(c.reading.begin(dataCell))
	return key, c.cellText(r.Value, value)
}
