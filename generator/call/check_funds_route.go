package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// fundsRoute asks that partners abroad are paid by one cost category only. Who
// may be paid by it is judged with the budget.
type fundsRoute struct {
	Roles        []project.Role `yaml:"roles"` // of the partners
	Category     string         `yaml:"category"`
	Payments     List           `yaml:"payments"` // of the category
	Payee        column         `yaml:"payee"`
	Lines        List           `yaml:"lines"` // of all other categories
	LinePayee    column         `yaml:"line_payee"`
	LineCategory column         `yaml:"line_category"`
}

func (f *fundsRoute) prepare(*Call) error {
	if len(f.Roles) == 0 || f.Category == "" {
		return textError("the check needs roles and a category", "검사에 roles와 category가 필요합니다")
	}
	if err := f.Payee.resolve(f.Payments, textType); err != nil {
		return err
	}
	if err := f.LinePayee.resolve(f.Lines, textType); err != nil {
		return err
	}
	return f.LineCategory.resolve(f.Lines, textType)
}

func (f *fundsRoute) check(e *env) outcome {
	var faults []Fault
	var evidence []Evidence
	for _, x := range f.Payments.entries(e.in.Project) {
		evidence = append(evidence, e.evidence(f.Payee.pathIn(x),
			diag.T("%s is paid by %s", "%[2]s 지급 대상: %[1]s", e.nameOf(f.Payee.text(x)), e.category(f.Category))))
	}
	for _, x := range f.Lines.entries(e.in.Project) {
		payee, category := f.LinePayee.text(x), f.LineCategory.text(x)
		if m, ok := e.member(payee); !ok || !slices.Contains(f.Roles, m.Role) || category == f.Category {
			continue
		}
		faults = append(faults, Fault{Path: f.LineCategory.pathIn(x), Text: diag.T("%s is paid by %s; joint research abroad is paid by %s only",
			"%s: %s 비목으로 지급, 국외 공동연구비는 %s 비목으로만 지급 가능", e.nameOf(payee), e.category(category), e.category(f.Category))})
	}
	pass := diag.T("payments abroad go through %s only", "국외 지급은 %s 비목으로만 계상됨", e.category(f.Category))
	if len(evidence) == 0 {
		pass = diag.T("nothing is paid abroad, which the call allows", "국외 지급 없음(공고상 지급은 선택 사항)")
	}
	return judged(pass, faults, evidence)
}

// category returns the name of a cost category, its key without a law version.
func (e *env) category(key string) diag.Text {
	if e.in.Law != nil {
		if c, ok := e.in.Law.Category(key); ok {
			return c.Name.Diag()
		}
	}
	return diag.Text{EN: key, KO: key}
}
