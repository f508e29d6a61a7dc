package versions

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// cells compares the figures of the two workbooks that formulas give. A cell is
// known again by its sheet, its table and the labels of its row and its column,
// since rows move when others are added.
func (c *Comparison) cells(old, new Version) {
	if old.Book == nil || new.Book == nil {
		c.missing(diag.T("the budget workbook", "예산 통합문서"), old.Book == nil, new.Book == nil)
		return
	}
	was, is := computed(old.Book), computed(new.Book)
	before := map[string]labelled{}
	for _, l := range was {
		before[l.key] = l
	}
	now := map[string]bool{}
	for _, n := range is {
		now[n.key] = true
		o, ok := before[n.key]
		switch {
		case !ok && !zero(n.value):
			c.Cells = append(c.Cells, Change{Kind: Added, What: both(n.label), New: shown(n.value), NewPlace: n.at.String()})
		case ok && (o.value.String() != n.value.String() || o.value.Currency() != n.value.Currency()):
			c.Cells = append(c.Cells, Change{
				Kind: Changed, What: both(n.label), Old: shown(o.value), New: shown(n.value), Difference: valueDifference(o.value, n.value),
				OldPlace: o.at.String(), NewPlace: n.at.String(),
			})
		}
	}
	for _, o := range was {
		if !now[o.key] && !zero(o.value) {
			c.Cells = append(c.Cells, Change{Kind: Removed, What: both(o.label), Old: shown(o.value), OldPlace: o.at.String()})
		}
	}
}

// labelled is a cell with what it is known by.
type labelled struct {
	key, label string
	at         sheet.Address
	value      sheet.Value
}

// computed lists the cells with formulas of the sheets that people read.
func computed(book *sheet.Workbook) []labelled {
	cells := sheet.NewCells(book)
	seen := map[string]int{}
	var out []labelled
	for _, s := range book.Sheets {
		if s.Hidden || s.Name == workbook.Bases {
			continue
		}
		for _, c := range s.Cells {
			side := s.Name == workbook.Checks && c.Value.Kind() != sheet.TextKind // of a check: what comes of it says enough
			if c.Formula == "" || c.Value.Kind() == sheet.Empty || side {
				continue
			}
			at := sheet.Address{Sheet: s.Name, Ref: c.Ref}
			row, column, table := cells.Labels(at)
			words := append([]string{s.Name}, row...)
			if column != "" {
				words = append(words, column)
			}
			label := strings.Join(strings.Fields(strings.Join(words, ", ")), " ")
			key := table + "\n" + label
			seen[key]++
			out = append(out, labelled{key + "\n" + strconv.Itoa(seen[key]), label, at, c.Value})
		}
	}
	return out
}

func zero(v sheet.Value) bool {
	return v.Kind() == sheet.Empty || v.IsNumber() && v.Number().IsZero() || v.String() == ""
}

// shown is a value on one line, and a dash for none.
func shown(v sheet.Value) diag.Text {
	if v.Kind() == sheet.AmountKind {
		return diag.Text{EN: v.Amount().Code(), KO: v.Amount().Korean()}
	}
	if text := strings.Join(strings.Fields(v.Printed()), " "); text != "" {
		return both(text)
	}
	return both("-")
}

// valueDifference is the new value less the old one, exactly; empty if they
// cannot be compared.
func valueDifference(old, new sheet.Value) diag.Text {
	if old.Kind() != new.Kind() {
		return diag.Text{}
	}
	switch new.Kind() {
	case sheet.AmountKind:
		if d, err := new.Amount().Sub(old.Amount()); err == nil {
			return signedAmount(d)
		}
	case sheet.IntKind, sheet.DecimalKind:
		return both(signed(new.Number().Sub(old.Number())))
	}
	return diag.Text{}
}
