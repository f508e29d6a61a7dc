package budget

import (
	"pactwright/generator/project"
)

// table holds minor units by institution, category, phase and source. Its whole sum is
// kept within money.MaxMinor and no cell is negative, so that no sum over a part
// of it can overflow.
type table struct {
	institutions, categories, phases, sources int
	minor                                     []int64
}

func newTable(institutions, categories, phases, sources int) table {
	return table{institutions, categories, phases, sources, make([]int64, institutions*categories*phases*sources)}
}

// all selects every index of one dimension.
const all = -1

// selection names one index, or all, of each dimension.
type selection struct{ institution, category, phase, source int }

func (t *table) at(institution, category, phase, source int) *int64 {
	return &t.minor[((institution*t.categories+category)*t.phases+phase)*t.sources+source]
}

// sum adds up a selection. It is asked for thousands of times in one budget.
func (t *table) sum(s selection) int64 {
	var sum int64
	i, institutions := span(s.institution, t.institutions)
	for ; i < institutions; i++ {
		c, categories := span(s.category, t.categories)
		for ; c < categories; c++ {
			p, phases := span(s.phase, t.phases)
			for ; p < phases; p++ {
				row := t.minor[((i*t.categories+c)*t.phases+p)*t.sources:]
				if s.source != all {
					sum += row[s.source]
					continue
				}
				for _, n := range row[:t.sources] {
					sum += n
				}
			}
		}
	}
	return sum
}

// span is the first index of a selection and the one after its last.
func span(index, count int) (first, end int) {
	if index == all {
		return 0, count
	}
	return index, index + 1
}

// totals adds up a selection by source and by kind of cost.
func (b *Budget) totals(s selection) Totals {
	source := func(name string) int64 {
		s := s
		s.source = b.sources[name]
		return b.cells.sum(s)
	}
	government, cash := source(project.Government), source(project.OwnCash)
	kind, other := source(project.OwnInKind), source(project.Other)
	indirect := b.category(s, Indirect)
	total := government + cash + kind + other
	return Totals{
		Government:    b.Amount(government),
		OwnCash:       b.Amount(cash),
		OwnInKind:     b.Amount(kind),
		Other:         b.Amount(other),
		Own:           b.Amount(cash + kind),
		Cash:          b.Amount(total - kind),
		Direct:        b.Amount(total - indirect),
		Indirect:      b.Amount(indirect),
		International: b.Amount(b.category(s, International)),
		Total:         b.Amount(total),
	}
}

// category sums one category within a selection, which may have chosen another
// one already.
func (b *Budget) category(s selection, key string) int64 {
	i, known := b.categories[key]
	if !known || s.category != all && s.category != i {
		return 0
	}
	s.category = i
	return b.cells.sum(s)
}

// total fills every total from the cells.
func (b *Budget) total() {
	b.Totals = b.totals(selection{all, all, all, all})
	for i := range b.Phases {
		b.Phases[i].Totals = b.totals(selection{all, all, i, all})
	}
	for i := range b.Categories {
		b.Categories[i].Totals = b.totals(selection{all, i, all, all})
	}
	for i, in := range b.Institutions {
		in.Totals = b.totals(selection{i, all, all, all})
		in.Phases = make([]Totals, len(b.Phases))
		for p := range in.Phases {
			in.Phases[p] = b.totals(selection{i, all, p, all})
		}
	}
	b.list()
}

// list keeps the amounts above zero as plain data.
func (b *Budget) list() {
	for i, in := range b.Institutions {
		for c, category := range b.Categories {
			for p, phase := range b.Phases {
				for s, source := range Sources() {
					if n := *b.cells.at(i, c, p, s); n != 0 {
						b.Cells = append(b.Cells, Cell{in.Party.ID, category.Key, phase.ID, source, b.Amount(n)})
					}
				}
			}
		}
	}
}
