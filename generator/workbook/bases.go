package workbook

import (
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// basisKey names one row of the sheet Bases.
type basisKey struct {
	party   string
	measure budget.Measure
}

// makeBases builds the sheet of the sums that limits of the law speak about, one
// row per institution and measure.
func (m *maker) makeBases() {
	n := len(m.b.Phases)
	s := m.open(Bases, "bases", "bases_remark", repeat([]int{codeWidth, 190, 420}, moneyWidth, n, 165)...)
	s.Print.Portrait = true
	texts := []string{m.words.head("institution"), m.words.head("key"), m.words.head("measure")}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID)
	}
	heads(s, headRow, append(texts, m.words.head("total"))...)
	row := firstRow
	for i, in := range m.b.Institutions {
		for _, measure := range m.measuresOf(in.Party.ID) {
			m.bases[basisKey{in.Party.ID, measure}] = row
			line(s, sheet.At(1, row), sheet.TextStyle, in.Party.ID, string(measure), m.words.show(measure.Name(), "\n"))
			for phase := range n {
				s.Calc(sheet.At(4+phase, row), m.measureFormula(i, in, measure, phase), sheet.Amount(in.Measure(measure, phase)), sheet.CalcStyle)
			}
			s.Calc(sheet.At(4+n, row), sumRange(sheet.At(4, row), n), sheet.Amount(in.Measure(measure, budget.AllPhases)), sheet.TotalStyle)
			row++
		}
	}
	m.nameColumns(s, sheet.At(1, firstRow), row-firstRow, m.each([]string{"Basis_Institution", "Basis_Measure", ""}, "Basis", m.numbers(), "Basis_Total")...)
	freeze(s, 3)
}

// measuresOf are those that a limit of the institution needs, and the base of
// its indirect cost.
func (m *maker) measuresOf(party string) []budget.Measure {
	measures := []budget.Measure{budget.ModifiedDirect}
	add := func(measure budget.Measure) {
		if measure != "" && !slices.Contains(measures, measure) {
			measures = append(measures, measure)
		}
	}
	for _, l := range m.b.Limits {
		if l.Party == party {
			add(l.Base)
			add(l.Part)
		}
	}
	return measures
}

// basisCell is the cell of a measure in a phase, or over the whole project.
func (m *maker) basisCell(party string, measure budget.Measure, phase int) sheet.Ref {
	column := 4 + phase
	if phase == budget.AllPhases {
		column = 4 + len(m.b.Phases)
	}
	return sheet.At(column, m.bases[basisKey{party, measure}])
}

// measureFormula builds the sum of a measure in one phase from the amounts by
// institution.
func (m *maker) measureFormula(i int, in *budget.Institution, measure budget.Measure, phase int) string {
	last := len(m.sources) - 1
	sum := func(from, to int, keys ...string) string {
		return m.sumRows(i, keys, m.sourceColumn(phase, from), m.sourceColumn(phase, to), ByInstitution)
	}
	cost := func(keys ...string) string { return sum(0, last, keys...) }
	source := func(name string) string {
		at := slices.Index(m.sources, name)
		return sum(at, at, totalKey)
	}
	switch measure {
	case budget.ModifiedPersonnel:
		return m.modifiedPersonnel(in, phase, cost(budget.Personnel, budget.StudentPersonnel))
	case budget.ModifiedDirect: // cash stands before in kind
		return sum(0, last-1, m.without(budget.Entrusted, budget.International, budget.Burden)...)
	case budget.EntrustedBase:
		return cost(m.without(budget.Entrusted, budget.International, budget.Burden)...)
	case budget.Expertise:
		return sumIfs(lineAmount, lineInstitution, partyText(in), linePhase, on(Inputs, m.in.phase[phase]), lineExpert, `"Y"`)
	case budget.DirectCost:
		return cost(directKey)
	case budget.PersonnelCost:
		return cost(budget.Personnel, budget.StudentPersonnel)
	case budget.SharedGovernment:
		return source(project.Government) + m.lessInternational(cost)
	case budget.ShareBase:
		return cost(totalKey) + m.lessInternational(cost)
	case budget.OtherGovernment:
		return source(project.Government) + m.otherInternational(cost)
	case budget.OtherShareBase:
		return cost(totalKey) + m.otherInternational(cost)
	case budget.OwnCashMoney:
		return source(project.OwnCash)
	case budget.OwnInKindMoney:
		return source(project.OwnInKind)
	case budget.OwnMoney:
		return source(project.OwnCash) + "+" + source(project.OwnInKind)
	}
	return cost(categoryOf[measure])
}

// categoryOf is the cost category of the measures that are the cost of one.
var categoryOf = map[budget.Measure]string{
	budget.AllowanceCost: budget.Allowance,
	budget.IndirectCost:  budget.Indirect,
	budget.EntrustedCost: budget.Entrusted,
	budget.SecurityCost:  budget.SecurityAllowance,
	budget.StudentCost:   budget.StudentPersonnel,
	budget.BurdenCost:    budget.Burden,
}

// without lists the direct categories but some.
func (m *maker) without(excluded ...string) []string {
	return slices.DeleteFunc(m.categories(true), func(key string) bool { return slices.Contains(excluded, key) })
}

func (m *maker) lessInternational(cost func(...string) string) string {
	if m.b.Options.GovShareBase == budget.BaseTotal {
		return ""
	}
	return "-" + cost(budget.International)
}

// otherInternational is the part that the other reading takes out.
func (m *maker) otherInternational(cost func(...string) string) string {
	if m.b.Options.GovShareBase == budget.BaseTotal {
		return "-" + cost(budget.International)
	}
	return ""
}

// modifiedPersonnel adds unpaid researchers to the personnel cost and takes
// support staff out of it.
func (m *maker) modifiedPersonnel(in *budget.Institution, phase int, cost string) string {
	amounts := numbered(personAmount, phase)
	unpaid := quote(budget.Unpaid)
	return cost +
		"+" + sumIfs(amounts, personInstitution, partyText(in), personSource, unpaid, personSupport, `"N"`) +
		"-" + sumIfs(amounts, personInstitution, partyText(in), personCategory, quote(budget.Personnel), personSource, `"<>`+budget.Unpaid+`"`, personSupport, `"Y"`)
}

// partyText writes the id of an institution into a formula.
func partyText(in *budget.Institution) string { return quote(in.Party.ID) }
