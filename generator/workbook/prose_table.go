package workbook

import (
	"strconv"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// table writes a table. The last column of a table that is narrower than the
// sheet takes what is left.
func (w *proseWriter) table(b *doc.Table) {
	for i, text := range b.Head {
		w.cell(b, i, sheet.Text(doc.Lines(text)), sheet.HeadStyle)
	}
	w.row++
	for n, row := range b.Rows {
		for i, text := range row {
			style := sheet.TextStyle
			value, number := typed(text)
			switch {
			case b.Total && n == len(b.Rows)-1:
				style = sheet.TotalStyle
			case !number && i < len(b.Align) && b.Align[i] == doc.AlignRight:
				style = sheet.RightStyle
			}
			if !number {
				value = sheet.Text(doc.Lines(text))
			}
			w.cell(b, i, value, style)
		}
		w.row++
	}
}

func (w *proseWriter) cell(b *doc.Table, i int, value sheet.Value, style sheet.Style) {
	if i == len(b.Head)-1 && !rightAligned(b, i) {
		w.span(1+i, value, style)
		return
	}
	w.s.Put(sheet.At(1+i, w.row), value, style)
}

func rightAligned(b *doc.Table, i int) bool { return i < len(b.Align) && b.Align[i] == doc.AlignRight }

// typed returns the number, amount, percentage or date that a cell prints, if it
// prints nothing else.
func typed(c doc.Cell) (sheet.Value, bool) {
	var only *doc.Inline
	for i := range c {
		if strings.TrimSpace(c[i].Text) == "" {
			continue
		}
		if only != nil {
			return sheet.Value{}, false
		}
		only = &c[i]
	}
	if only == nil {
		return sheet.Value{}, false
	}
	switch only.Kind {
	case doc.AmountInline:
		return amountOf(only)
	case doc.PercentInline:
		p, err := money.ParsePercent(strings.TrimSuffix(only.Value, " %"))
		return sheet.Percent(p), err == nil
	case doc.DateInline:
		d, err := calendar.Parse(only.Value)
		return sheet.Date(d), err == nil
	case doc.NumberInline:
		d, err := money.ParseDecimal(only.Value)
		return number(d, 0), err == nil
	}
	return sheet.Value{}, false
}

// amountOf reads the exact amount. One that is printed with words or as
// approximate says more than a number and stays text.
func amountOf(in *doc.Inline) (sheet.Value, bool) {
	code, minor, _ := strings.Cut(in.Value, " ")
	currency, err := money.ParseCurrency(code)
	if err != nil {
		return sheet.Value{}, false
	}
	n, err := strconv.ParseInt(minor, 10, 64)
	if err != nil {
		return sheet.Value{}, false
	}
	a := money.New(n, currency)
	switch in.Text {
	case a.English(), a.Korean(), a.Code(), a.Plain():
		return sheet.Amount(a), true
	}
	return sheet.Value{}, false
}

// Widths of the columns of a sheet of text, in tenths of a character.
const (
	proseWidth    = 1_250 // what a portrait page holds in letters that can be read
	leastWidth    = 90
	flexibleWidth = 200 // columns that want more are of text and give way
	mostWidth     = 500
	leastText     = 160
)

// proseWidths gives columns of numbers and codes what they need, and divides the
// rest of the page among those of text.
func proseWidths(texts []*doc.Resolved) []int {
	wanted := []int{0}
	for _, t := range texts {
		for _, b := range t.Blocks {
			wanted = wants(wanted, b)
		}
	}
	rest, flexible := proseWidth, 0
	for i, w := range wanted {
		wanted[i] = min(max(w, leastWidth), mostWidth)
		if wanted[i] > flexibleWidth || len(wanted) == 1 {
			flexible += wanted[i]
		} else {
			rest -= wanted[i]
		}
	}
	for i, w := range wanted {
		if w > flexibleWidth || len(wanted) == 1 {
			wanted[i] = max(w*rest/flexible, leastText)
		}
	}
	return wanted
}

// wants notes how wide the columns of a table would be without line breaks.
func wants(wanted []int, b doc.Block) []int {
	note := func(i int, text string) {
		for len(wanted) <= i {
			wanted = append(wanted, 0)
		}
		for line := range strings.Lines(text) {
			wanted[i] = max(wanted[i], textWidthOf(line))
		}
	}
	switch b := b.(type) {
	case *doc.Table:
		for _, row := range append([][]doc.Cell{b.Head}, b.Rows...) {
			for i, c := range row {
				note(i, doc.Lines(c))
			}
		}
	case *doc.KeyValue:
		for _, r := range b.Rows {
			note(0, doc.Lines(r.Key))
			note(1, "")
		}
	case *doc.Signatures:
		note(1, "")
	case *doc.Columns:
		wanted = wants(wants(wanted, b.Left), b.Right)
	}
	return wanted
}

// textWidthOf is how wide a line of text is with the margins of its cell.
func textWidthOf(line string) int {
	width := 25
	for _, r := range line {
		if r >= 0x1100 {
			width += 18
		} else {
			width += 10
		}
	}
	return width
}
