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
			case !number && rightAligned(b, i):
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
	if spans(b, i) {
		w.span(1+i, value, style)
		return
	}
	w.s.Put(sheet.At(1+i, w.row), value, style)
}

// spans reports whether a column takes what a wider table leaves beside it.
func spans(b *doc.Table, i int) bool { return i == len(b.Head)-1 && !rightAligned(b, i) }

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
