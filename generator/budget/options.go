package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// Settings of the call for which the law leaves room or the call is silent.
const (
	// BaseTotalMinusIntl measures the government's share without the
	// international joint R&D funds, in the part and in the whole.
	BaseTotalMinusIntl = "total_minus_intl"
	// BaseTotal measures it against the institution's whole budget.
	BaseTotal = "total"

	// AnnualPhases are annual periods of one stage: limits bind the whole
	// project, and a phase beyond one is a warning.
	AnnualPhases = "annual"
	// StagePhases are stages of their own: limits bind each phase.
	StagePhases = "stage"
)

// Options are the settings of the call that the budget needs. The zero value is
// the default of each.
type Options struct {
	GovShareBase        string         // BaseTotalMinusIntl if empty
	PhaseKind           string         // AnnualPhases if empty
	EntrustedRecognised bool           // the ministry recognised entrusted cost over the limit
	ExpertiseRecognised bool           // the same for external expertise
	Caps                []money.Amount // government money per phase; shown, judged by the rules of the call
	RoundingUnit        money.Amount   // to which rows are rounded down after rounding; the minor unit if 0
	Stress              money.Percent  // by how much foreign currencies rise in the stress test; 0: no test
	IntlCap             money.Percent  // most international joint R&D cost, of the government's money; 0: no cap
	IntlCapCite         diag.Text      // where the call states the cap
}

// rounded rounds to the minor unit, half up, and then down to the rounding unit.
func (o Options) rounded(exact money.Decimal, grant money.Currency) (money.Amount, error) {
	a, err := money.Rounded(exact, grant)
	return o.floored(a), err
}

// floored rounds down to the rounding unit.
func (o Options) floored(a money.Amount) money.Amount {
	return money.New(a.Minor()-a.Minor()%o.RoundingUnit.Minor(), a.Currency())
}

// withDefaults fills what is not set and reports what is not known.
func (o Options) withDefaults(grant money.Currency) (Options, diag.List) {
	var unknown diag.List
	if o.RoundingUnit.Minor() < 1 {
		o.RoundingUnit = money.New(1, grant)
	}
	set := func(name string, value *string, fallback, other string) {
		switch *value {
		case "":
			*value = fallback
		case fallback, other:
		default:
			unknown.Add(diag.Finding{
				Code: CodeSetting, Severity: diag.Blocking,
				Message: diag.T("the setting %s is %q, which is not known", "설정 %s의 값을 알 수 없습니다: %q", name, *value),
				Fix:     diag.T("set it to %s or %s", "%s 또는 %s 중 하나로 정하십시오", fallback, other),
			})
			*value = fallback
		}
	}
	set("gov_share_base", &o.GovShareBase, BaseTotalMinusIntl, BaseTotal)
	set("phase_kind", &o.PhaseKind, AnnualPhases, StagePhases)
	return o, unknown
}
