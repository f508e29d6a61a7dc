package workbook

import "pactwright/generator/sheet"

// columns are the columns of a table by key, in the order in which they were
// added: what a sheet holds stands in one place.
type columns struct {
	keys   []string
	widths []int
	heads  []string
	at     map[string]int // from 1
}

func newColumns() *columns { return &columns{at: map[string]int{}} }

// add appends a column.
func (c *columns) add(key string, width int, head string) {
	c.keys = append(c.keys, key)
	c.at[key] = len(c.keys)
	c.widths, c.heads = append(c.widths, width), append(c.heads, head)
}

// has reports whether the table has a column.
func (c *columns) has(key string) bool { return c.at[key] > 0 }

// cell is the place of a column in a row.
func (c *columns) cell(key string, row int) sheet.Ref { return sheet.At(c.at[key], row) }

// row writes cells of a row by key.
type row struct {
	s  *sheet.Sheet
	c  *columns
	at int
}

func (r row) ref(key string) sheet.Ref { return r.c.cell(key, r.at) }

func (r row) put(key string, value sheet.Value, style sheet.Style) {
	if r.c.has(key) {
		r.s.Put(r.ref(key), value, style)
	}
}

// text writes a text that the user gives; an empty one leaves the cell empty.
func (r row) text(key, text string) {
	value := sheet.Value{}
	if text != "" {
		value = sheet.Text(text)
	}
	r.put(key, value, sheet.InputStyle)
}

func (r row) calc(key, formula string, value sheet.Value, style sheet.Style) {
	if r.c.has(key) {
		r.s.Calc(r.ref(key), formula, value, style)
	}
}
