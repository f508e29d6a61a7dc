package review

import (
	"strings"

	"pactwright/generator/doc"
)

// redlineBlocks compares two lists of blocks: sub-clauses by their anchors, the
// rest by what it says.
func redlineBlocks(old, new part) []doc.Block {
	var out []doc.Block
	for _, p := range align(blockItems(old), blockItems(new)) {
		switch {
		case p.new == none:
			out = append(out, whole(old.blocks[p.old], doc.Deleted))
		case p.old == none:
			out = append(out, whole(new.blocks[p.new], doc.Inserted))
		default:
			out = append(out, redlineBlock(old.blocks[p.old], new.blocks[p.new])...)
		}
	}
	return out
}

func blockItems(p part) []item {
	out := make([]item, len(p.blocks))
	for i, b := range p.blocks {
		it := item{kind: kindOf(b), text: p.says[i]}
		it.key = it.text
		if a := anchorOf(b); a != "" {
			it.key = it.kind + " #" + a
		}
		out[i] = it
	}
	return out
}

// whole marks all texts of a block as standing in one of the two documents only.
// What is gone is no place to refer to.
func whole(b doc.Block, change doc.Change) doc.Block {
	b = doc.Clone(b)
	if change == doc.Deleted {
		switch b := b.(type) {
		case *doc.Heading:
			b.Anchor = ""
		case *doc.Clause:
			b.Anchor = ""
		case *doc.Paragraph:
			b.Anchor = ""
		}
	}
	for _, text := range doc.Texts(b) {
		*text = Whole(*text, change)
	}
	return b
}

// redlineBlock compares two blocks of a kind. What cannot be shown in one block
// stands in two.
func redlineBlock(old, new doc.Block) []doc.Block {
	if alike(old, new) {
		return []doc.Block{new}
	}
	switch b := new.(type) {
	case *doc.List:
		return []doc.Block{redlineList(old.(*doc.List), b)}
	case *doc.Table:
		return redlineTable(old.(*doc.Table), b)
	case *doc.KeyValue:
		return []doc.Block{redlineKeyValue(old.(*doc.KeyValue), b)}
	}
	out := doc.Clone(new)
	from, to := doc.Texts(old), doc.Texts(out)
	if len(from) != len(to) {
		return []doc.Block{whole(old, doc.Deleted), whole(new, doc.Inserted)}
	}
	for i := range to {
		*to[i] = Redline(*from[i], *to[i])
	}
	return []doc.Block{out}
}

func redlineList(old, new *doc.List) doc.Block {
	out := *new
	out.Items = nil
	for _, row := range redlineRows(asRows(old.Items), asRows(new.Items)) {
		out.Items = append(out.Items, row[0])
	}
	return &out
}

func asRows(items [][]doc.Inline) [][]doc.Cell {
	out := make([][]doc.Cell, len(items))
	for i, it := range items {
		out[i] = []doc.Cell{it}
	}
	return out
}

func redlineKeyValue(old, new *doc.KeyValue) doc.Block {
	rows := func(b *doc.KeyValue) [][]doc.Cell {
		var out [][]doc.Cell
		for _, r := range b.Rows {
			out = append(out, []doc.Cell{r.Key, r.Value})
		}
		return out
	}
	out := *new
	out.Rows = nil
	for _, row := range redlineRows(rows(old), rows(new)) {
		out.Rows = append(out.Rows, doc.KeyValueRow{Key: row[0], Value: row[1]})
	}
	return &out
}

// redlineTable compares two tables row by row. Tables with rows of different
// lengths, or of which only one ends in a total, are shown one after the other.
func redlineTable(old, new *doc.Table) []doc.Block {
	if !regular(old) || !regular(new) || len(old.Head) != len(new.Head) || old.Total != new.Total {
		return []doc.Block{whole(old, doc.Deleted), whole(new, doc.Inserted)}
	}
	out := *new
	out.Head = redlineCells(old.Head, new.Head)
	if !new.Total || len(old.Rows) == 0 || len(new.Rows) == 0 {
		out.Rows = redlineRows(old.Rows, new.Rows)
		return []doc.Block{&out}
	}
	n, m := len(old.Rows)-1, len(new.Rows)-1 // the totals belong together
	out.Rows = append(redlineRows(old.Rows[:n], new.Rows[:m]), redlineCells(old.Rows[n], new.Rows[m]))
	return []doc.Block{&out}
}

func regular(t *doc.Table) bool {
	for _, row := range t.Rows {
		if len(row) != len(t.Head) {
			return false
		}
	}
	return true
}

// redlineRows compares two lists of rows.
func redlineRows(old, new [][]doc.Cell) [][]doc.Cell {
	var out [][]doc.Cell
	for _, p := range align(rowItems(old), rowItems(new)) {
		switch {
		case p.new == none:
			out = append(out, wholeRow(old[p.old], doc.Deleted))
		case p.old == none:
			out = append(out, wholeRow(new[p.new], doc.Inserted))
		default:
			out = append(out, redlineCells(old[p.old], new[p.new]))
		}
	}
	return out
}

func rowItems(rows [][]doc.Cell) []item {
	out := make([]item, len(rows))
	for i, row := range rows {
		var text []string
		for _, c := range row {
			text = append(text, meaning(c))
		}
		out[i] = item{key: strings.Join(text, "\n"), text: strings.Join(text, "\n")}
	}
	return out
}

func wholeRow(row []doc.Cell, change doc.Change) []doc.Cell {
	out := make([]doc.Cell, len(row))
	for i, c := range row {
		out[i] = Whole(c, change)
	}
	return out
}

func redlineCells(old, new []doc.Cell) []doc.Cell {
	out := make([]doc.Cell, len(new))
	for i := range new {
		if lookAlike(old[i], new[i]) {
			out[i] = new[i]
			continue
		}
		out[i] = Redline(old[i], new[i])
	}
	return out
}
