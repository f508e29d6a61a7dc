package docx

import (
	"unicode/utf8"

	"pactwright/generator/doc"
)

// table writes a table whose head Word repeats on every page.
func (w *writer) table(v *doc.Table, caption string, s side) {
	t := w.style.Table
	g := grid{columns: w.tableColumns(v), frame: &t.Frame, line: &t.Line, padX: t.PadX, padY: t.PadY, head: len(v.Head) > 0, caption: caption, change: tableChange(v)}
	if len(g.columns) == 0 {
		return
	}
	w.beginTable(g)
	if len(v.Head) > 0 {
		w.tableRow(v, v.Head, g, rowLook{whole: true, head: true, change: rowChange(v.Head)}, para{style: tableHeadStyle, keepNext: true}, &t.Head, s)
	}
	for i, row := range v.Rows {
		p := para{style: tableStyle, keepNext: i == 0 && len(v.Rows) > 1 || v.Total && i+2 == len(v.Rows)}
		r := rowLook{whole: weightOf(row) < longRow, change: rowChange(row)}
		if v.Total && i+1 == len(v.Rows) {
			p.bold, p.style = true, tableHeadStyle
			w.tableRow(v, row, g, r, p, &t.Head, s)
			continue
		}
		w.tableRow(v, row, g, r, p, nil, s)
	}
	w.endTable(g.change)
}

// tableChange returns the change that a whole table is part of.
func tableChange(v *doc.Table) doc.Change {
	var all []doc.Cell
	for _, row := range append([][]doc.Cell{v.Head}, v.Rows...) {
		all = append(all, row...)
	}
	return rowChange(all)
}

// longRow is how many characters a row has that may be divided between pages.
const longRow = 600

func weightOf(row []doc.Cell) int {
	n := 0
	for _, c := range row {
		n += utf8.RuneCountInString(doc.Text(c))
	}
	return n
}

func (w *writer) tableRow(v *doc.Table, row []doc.Cell, g grid, r rowLook, p para, ground *Color, s side) {
	w.beginRow(r)
	for i, width := range g.columns {
		var c doc.Cell
		if i < len(row) {
			c = row[i]
		}
		p.align = ""
		if i < len(v.Align) {
			p.align = []string{"", "right", "center"}[v.Align[i]]
		}
		w.cell(cellLook{width: width, ground: ground}, g, func() { w.paragraph(p, c, s) })
	}
	w.endRow()
}

// Bounds of the weight of a column: the widths of characters in halves of one em.
const (
	leastColumn = 5
	mostColumn  = 64
)

// tableColumns returns the widths of the columns: each has room for its longest
// word if that is possible, and the rest goes where the words are.
func (w *writer) tableColumns(v *doc.Table) []int {
	count := len(v.Head)
	for _, row := range v.Rows {
		count = max(count, len(row))
	}
	least, whole := make([]int, count), make([]int, count)
	for _, row := range append([][]doc.Cell{v.Head}, v.Rows...) {
		for i, c := range row {
			word, line := extent(c)
			least[i], whole[i] = max(least[i], word), max(whole[i], line)
		}
	}
	em := twips(w.style.Table.Size)
	pad := 2*twips(w.style.Table.PadX) + em/2
	for i := range least {
		least[i] = max(min(least[i], mostColumn/2), leastColumn)*em*56/100 + pad
		whole[i] = max(min(whole[i], mostColumn), leastColumn)*em*56/100 + pad
	}
	if room := w.width - sum(least); room > 0 {
		wish := make([]int, count)
		for i := range wish {
			wish[i] = max(whole[i]-least[i], 0)
		}
		if total := sum(wish); total > 0 && total <= room {
			return shares(w.width, whole)
		}
		if sum(wish) > 0 {
			for i, more := range shares(room, wish) {
				least[i] += more
			}
		}
	}
	return shares(w.width, least)
}

// extent returns the width of the longest word of a cell and of its longest line,
// in halves of one em.
func extent(c doc.Cell) (word, line int) {
	n, at := 0, 0
	end := func() { word, n = max(word, n), 0 }
	for _, in := range c {
		if in.Kind == doc.LineBreak {
			end()
			line, at = max(line, at), 0
			continue
		}
		values := in.Kind == doc.AmountInline || in.Kind == doc.DateInline || in.Kind == doc.PercentInline
		for _, r := range printed(in) {
			at += half(r)
			if r == ' ' && !values {
				end()
				continue
			}
			n += half(r)
		}
	}
	end()
	return word, max(line, at)
}

// half returns the width of a character in halves of one em: 2 of Hangul and other
// wide signs.
func half(r rune) int {
	if r >= 0x1100 && (r < 0x2000 || r >= 0x2E80) {
		return 2
	}
	return 1
}

// Bounds of the column of names in a key-value sheet, per cent of the width.
const (
	leastKeys = 18
	mostKeys  = 34
)

// keyValue writes names on a ground beside their values.
func (w *writer) keyValue(v *doc.KeyValue, s side) {
	if len(v.Rows) == 0 {
		return
	}
	t := w.style.KeyValue
	longest := 0
	for _, r := range v.Rows {
		_, line := extent(r.Key)
		longest = max(longest, line)
	}
	keys := longest*twips(t.Size)*58/100 + 2*twips(t.PadX)
	keys = min(max(keys, w.width*leastKeys/100), w.width*mostKeys/100)
	g := grid{columns: []int{keys, w.width - keys}, frame: &t.Frame, line: &t.Line, padX: t.PadX, padY: t.PadY}
	w.beginTable(g)
	for i, r := range v.Rows {
		w.beginRow(rowLook{whole: weightOf([]doc.Cell{r.Key, r.Value}) < longRow, change: rowChange([]doc.Cell{r.Key, r.Value})})
		keep := i == 0 || i+2 == len(v.Rows)
		w.cell(cellLook{width: keys, ground: &t.Head}, g, func() { w.paragraph(para{style: keyStyle, keepNext: keep}, r.Key, s) })
		w.cell(cellLook{width: g.columns[1]}, g, func() { w.paragraph(para{style: valueStyle, keepNext: keep}, r.Value, s) })
		w.endRow()
	}
	w.endTable(doc.Unchanged)
}

// figure writes the data of a chart as a table below its title, and in words what
// the chart would show.
func (w *writer) figure(v *doc.Figure, s side) {
	if len(v.Title) > 0 {
		w.paragraph(para{style: conspicuousStyle, keepNext: true}, v.Title, s)
	}
	alt := doc.Text(v.Alt)
	w.table(v.Table(), alt, s)
	if len(v.Alt) > 0 {
		w.paragraph(para{style: smallStyle}, v.Alt, s)
	}
}

// notice writes a remark on a ground with a bar beside it.
func (w *writer) notice(v *doc.Notice, s side) {
	n, look := w.style.Notices, w.noticeLook(v.Kind)
	bar := max(n.Bar*8/100, 8)
	g := grid{columns: []int{w.width}, padX: n.Pad, padY: n.Pad / 3}
	w.beginTable(g)
	texts := append([][]doc.Inline{v.Title}, v.Body...)
	w.beginRow(rowLook{change: changeOf(texts...)})
	c := cellLook{width: w.width, ground: &look.Ground, edges: []edge{
		{name: "w:top", width: 4, color: look.Frame},
		{name: "w:left", width: min(bar, 48), color: look.Bar},
		{name: "w:bottom", width: 4, color: look.Frame},
		{name: "w:right", width: 4, color: look.Frame},
	}}
	w.cell(c, g, func() {
		if len(v.Title) > 0 {
			w.paragraph(para{style: noticeTitleStyle, color: look.Title.hex()}, v.Title, s)
		}
		for _, text := range v.Body {
			w.paragraph(para{style: noticeStyle}, text, s)
		}
	})
	w.endRow()
	w.endTable(doc.Unchanged)
}

func (w *writer) noticeLook(k doc.NoticeKind) NoticeStyle {
	n := w.style.Notices
	switch k {
	case doc.GoodNotice:
		return n.Good
	case doc.WarningNotice:
		return n.Warning
	case doc.BadNotice:
		return n.Bad
	case doc.AnnotationNotice:
		return n.Annotation
	}
	return n.Info
}
