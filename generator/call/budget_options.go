package call

import (
	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// BudgetOptions are the readings of the call that the computation of a project's
// budget needs.
func (c *Call) BudgetOptions(p *project.Project) budget.Options {
	setting := func(id string) string { return c.Setting(p, id) }
	o := budget.Options{
		GovShareBase:        setting("gov_share_base"),
		PhaseKind:           setting("phase_kind"),
		EntrustedRecognised: setting("entrusted_recognised") == "yes",
		ExpertiseRecognised: setting("expertise_recognised") == "yes",
		Caps:                c.Caps(p),
		Stress:              percentSetting(setting("fx_stress")),
		IntlCap:             percentSetting(setting("intl_cap_pct")),
		IntlCapCite:         c.SettingNote("intl_cap_pct"),
	}
	if unit, err := money.Parse(setting("rounding_unit"), c.Currency); err == nil {
		o.RoundingUnit = unit
	}
	return o
}

// percentSetting reads a setting whose values are percentages; any other value,
// as none, is 0.
func percentSetting(value string) money.Percent {
	p, err := money.ParsePercent(value)
	if err != nil {
		return money.Percent{}
	}
	return p
}
