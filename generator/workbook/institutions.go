package workbook

import (
	"slices"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// Keys of the rows of sums beside those of the cost categories.
const (
	directKey = "DIRECT"
	totalKey  = "TOTAL"
)

// The columns of ByInstitution: institution, category, name, then the sources of
// money of each phase, the sources of the whole project, and the total.
const firstSource = 4

// sourceColumn is the column of a source in a phase; the phase after the last is
// the whole project.
func (m *maker) sourceColumn(phase, source int) int {
	return firstSource + phase*len(m.sources) + source
}

func (m *maker) totalColumn() int { return m.sourceColumn(len(m.b.Phases)+1, 0) }

// rowOf is the row of an institution, counted from 0, and a key.
func (m *maker) rowOf(institution int, key string) int {
	return firstRow + institution*len(m.rowKeys) + slices.Index(m.rowKeys, key)
}

// makeByInstitution builds the sheet of all amounts by institution, category,
// phase and source. Everything else adds up this sheet.
func (m *maker) makeByInstitution() {
	n := len(m.b.Phases)
	s := m.open(ByInstitution, "by_institution", "by_institution_remark",
		repeat([]int{codeWidth, codeWidth, 250}, 134, (n+1)*len(m.sources), 140)...)
	texts := []string{m.words.head("institution"), m.words.head("category"), m.words.head("name")}
	for _, phase := range m.b.Phases {
		for _, source := range m.sources {
			texts = append(texts, phase.ID+"\n"+m.words.head(source))
		}
	}
	for _, source := range m.sources {
		texts = append(texts, m.words.head("all_phases")+"\n"+m.words.head(source))
	}
	heads(s, headRow, append(texts, m.words.head("total"))...)
	s.Expect(len(m.b.Institutions) * len(m.rowKeys) * m.totalColumn())
	for i, in := range m.b.Institutions {
		for _, key := range m.rowKeys {
			m.amountRow(s, i, in, key)
		}
	}
	m.amountNames(table{m, s, len(m.b.Institutions)*len(m.rowKeys) - 1})
	freeze(s, 3)
}

func (m *maker) amountNames(t table) {
	t.name("Amount_Institution", 1)
	t.name("Amount_Category", 2)
	for phase := range m.b.Phases {
		for i, source := range m.sources {
			t.name(numbered("Amount_"+source, phase), m.sourceColumn(phase, i))
		}
	}
	for i, source := range m.sources {
		t.name("Amount_"+source, m.sourceColumn(len(m.b.Phases), i))
	}
	t.name("Amount_Total", m.totalColumn())
}

// amountRow writes one category, or one sum, of an institution.
func (m *maker) amountRow(s *sheet.Sheet, i int, in *budget.Institution, key string) {
	row, style := m.rowOf(i, key), sheet.CalcStyle
	if key == directKey || key == totalKey {
		style = sheet.TotalStyle
	}
	at := sheet.At(1, row)
	labels := sheet.TextStyle
	if style == sheet.TotalStyle {
		labels = sheet.TotalStyle
	}
	line(s, at, labels, in.Party.ID, key, m.rowName(key, "\n"))
	for phase := range m.b.Phases {
		for j, source := range m.sources {
			cell := sheet.At(m.sourceColumn(phase, j), row)
			value := m.amountOf(in.Party.ID, key, m.b.Phases[phase].ID, source)
			if formula := m.amountFormula(i, in, key, phase, source, cell); formula != "" {
				s.Calc(cell, formula, sheet.Amount(value), style)
			} else {
				s.Put(cell, sheet.Amount(value), style)
			}
		}
	}
	m.wholeProject(s, row, in.Party.ID, key, style)
}

// wholeProject adds up the phases of a row.
func (m *maker) wholeProject(s *sheet.Sheet, row int, party, key string, style sheet.Style) {
	n := len(m.b.Phases)
	for j, source := range m.sources {
		var parts []string
		for phase := range n {
			parts = append(parts, sheet.At(m.sourceColumn(phase, j), row).String())
		}
		s.Calc(sheet.At(m.sourceColumn(n, j), row), sumOfParts(parts), sheet.Amount(m.amountOf(party, key, "", source)), style)
	}
	s.Calc(sheet.At(m.totalColumn(), row), sumRange(sheet.At(m.sourceColumn(n, 0), row), len(m.sources)),
		sheet.Amount(m.amountOf(party, key, "", "")), sheet.TotalStyle)
}

// sumOfParts adds up single cells; none are 0.
func sumOfParts(parts []string) string {
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, "+")
}

func (m *maker) rowName(key, between string) string {
	switch key {
	case directKey:
		return m.words.both("direct_cost")
	case totalKey:
		return m.words.both("total_cost")
	}
	return m.words.show(m.categoryName(key), between)
}

// amountOf is the model's value of a cell of ByInstitution.
func (m *maker) amountOf(party, key, phase, source string) money.Amount {
	switch key {
	case directKey:
		return m.sumOf(party, m.categories(true), phase, source)
	case totalKey:
		return m.sum(party, "", phase, source)
	}
	return m.sum(party, key, phase, source)
}

// amountFormula is the formula of one cell; empty for cells that are always 0.
func (m *maker) amountFormula(i int, in *budget.Institution, key string, phase int, source string, cell sheet.Ref) string {
	bears := source == in.CostSource
	switch key {
	case directKey:
		return m.sumRows(i, m.categories(true), cell.Column, cell.Column, "")
	case totalKey:
		return m.sumRows(i, append([]string{directKey}, m.categories(false)...), cell.Column, cell.Column, "")
	case budget.International:
		if source != project.Government {
			return ""
		}
		return sumIfs(numbered("Payment_Won", phase), "Payment_Payer", cell0(cell, 1))
	case budget.Allowance:
		if !bears {
			return ""
		}
		return m.allowanceFormula(in, phase)
	case budget.Indirect:
		if !bears {
			return ""
		}
		return m.indirectFormula(in, phase)
	}
	rows := sumIfs(lineAmount, lineInstitution, cell0(cell, 1), lineCategory, cell0(cell, 2),
		linePhase, on(Inputs, m.in.phase[phase]), lineSource, on(Inputs, m.in.source[source]))
	if key == budget.Personnel || key == budget.StudentPersonnel {
		rows += "+" + sumIfs(numbered(personAmount, phase), personInstitution, cell0(cell, 1), personCategory, cell0(cell, 2),
			personSource, on(Inputs, m.in.source[source]))
	}
	return rows
}

// cell0 is the cell of another column in the row of a cell.
func cell0(cell sheet.Ref, column int) string { return sheet.At(column, cell.Row).FixedColumn() }

// indirectFormula takes the amount that is given or else the rate times the
// base, rounded down. The inner rounding keeps a product such as 0.29 × 100 from
// falling below itself as a binary fraction.
func (m *maker) indirectFormula(in *budget.Institution, phase int) string {
	given := on(Inputs, m.in.indirect[in.Party.ID][phase])
	base := on(Bases, m.basisCell(in.Party.ID, budget.ModifiedDirect, phase))
	return "IF(COUNT(" + given + ")=1," + given + "," + m.inUnits("ROUND("+on(Inputs, m.in.rate[in.Party.ID])+"*"+base+",6)") + ")"
}

// allowanceFormula takes the amount that is given, or the limit of the modified
// personnel cost if the allowance is computed.
func (m *maker) allowanceFormula(in *budget.Institution, phase int) string {
	given := on(Inputs, m.in.allowance[in.Party.ID][phase])
	if !in.ToLimit || !m.in.limits[budget.AllowanceLimit] {
		return "SUM(" + given + ")"
	}
	base := on(Bases, m.basisCell(in.Party.ID, budget.ModifiedPersonnel, phase))
	return "IF(COUNT(" + given + ")=1," + given + "," + m.inUnits("ROUND(Limit_"+budget.AllowanceLimit+"*"+base+",6)") + ")"
}

// sumRows adds up rows of an institution over a span of columns; rows that lie
// together make one range. A sheet name is put before the ranges of another
// sheet.
func (m *maker) sumRows(institution int, keys []string, from, to int, name string) string {
	rows := make([]int, 0, len(keys))
	for _, key := range keys {
		if slices.Contains(m.rowKeys, key) {
			rows = append(rows, m.rowOf(institution, key))
		}
	}
	slices.Sort(rows)
	if name != "" {
		name += "!"
	}
	var ranges []string
	for i := 0; i < len(rows); {
		end := i
		for end+1 < len(rows) && rows[end+1] == rows[end]+1 {
			end++
		}
		r := sheet.Range{From: sheet.At(from, rows[i]), To: sheet.At(to, rows[end])}
		ranges = append(ranges, name+r.String())
		i = end + 1
	}
	if len(ranges) == 0 {
		return "0"
	}
	return "SUM(" + strings.Join(ranges, ",") + ")"
}
