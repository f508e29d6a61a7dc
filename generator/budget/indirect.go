package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Classes of institutions under the law.
const (
	sme               = "sme"
	midSize           = "mid_size"
	large             = "large"
	publicCorporation = "public_corporation"
	nonprofit         = "nonprofit"
	university        = "university"
	governmentInst    = "government_institute"
	foreign           = "foreign"
)

// University is the class of universities: Standards, Art. 39 to 53.
const University = university

// HiresInCash reports whether new hires of a class may be paid in cash:
// Standards, Art. 65(4).
func HiresInCash(class string) bool { return class == sme || class == midSize }

// HasStudents reports whether a class may plan student personnel cost:
// Standards, Art. 7.
func HasStudents(class string) bool {
	return class == university || class == governmentInst || class == foreign
}

// WholePerson reports whether one person of a class may take 100 % of the time
// in all; government-funded institutes go by the average of a year.
func WholePerson(class string) bool { return class != governmentInst }

// IsCompany reports whether an institution bears cost as a company does; public
// corporations do, too: Decree 19(1), Standards 114(4).
func IsCompany(class string) bool { return isCompany(class) }

func isCompany(class string) bool {
	switch class {
	case sme, midSize, large, publicCorporation:
		return true
	}
	return false
}

// defaultRateKey names the limit that gives an institution's indirect rate if
// none is notified: Standards 63 and 114. Government-funded institutes always
// have a rate of their own.
func defaultRateKey(class string) string {
	switch {
	case isCompany(class):
		return "indirect_company"
	case class == university:
		return "indirect_university_default"
	case class == nonprofit:
		return "indirect_nonprofit_default"
	}
	return ""
}

// indirects books the indirect cost, stated or computed.
func (c *computer) indirects() {
	for i, in := range c.b.Institutions {
		c.indirectRate(in)
		path := in.Party.Path
		if in.Entry != nil {
			path = in.Entry.Path + ".indirect"
		}
		if in.Entry != nil && len(in.Entry.Indirect) > 0 {
			given, ok := c.given(in.Entry.Indirect, path)
			if !ok {
				continue
			}
			in.Indirect = given
		} else {
			in.Computed = true
			in.Indirect = c.computedIndirect(i, in)
		}
		if awarded := c.cut.indirect(in); awarded != nil {
			in.Indirect, in.Computed = awarded, false
		}
		c.bookGiven(i, Indirect, in.Indirect, path)
	}
}

// indirectRate settles which rate is in effect.
func (c *computer) indirectRate(in *Institution) {
	if in.Entry != nil && c.states(in.Entry.IndirectRate, in.Entry.Path+".indirect_rate") {
		in.IndirectRate, in.RateStated = in.Entry.IndirectRate, true
		c.notNegative(in.IndirectRate.IsNegative(), in.Entry.Path+".indirect_rate")
		return
	}
	in.RateKey = defaultRateKey(in.Party.LawClass)
	if limit, ok := c.limit(in.RateKey); ok {
		in.IndirectRate = limit.Percent
		return
	}
	if in.RateKey != "" || in.Entry != nil && len(in.Entry.Indirect) > 0 {
		return
	}
	c.add(c.entryPath(in)+".indirect_rate", diag.Finding{
		Code: CodeIndirectRate, Severity: diag.Warning,
		Message: diag.T("%s has no indirect cost rate, so no indirect cost is planned", "간접비율이 없어 간접비를 계상하지 않았습니다: %s", in.Party.ID),
		Fix:     diag.T("state the notified rate and its basis", "고시된 간접비율과 근거를 쓰십시오"),
	})
}

// states tells a rate of 0 that is written from one that is not.
func (c *computer) states(rate money.Percent, path string) bool {
	if !rate.IsZero() {
		return true
	}
	return c.p.File != nil && c.p.File.Root.Find(path) != nil
}

// computedIndirect is the rate times the modified direct cost, rounded down.
func (c *computer) computedIndirect(party int, in *Institution) []money.Amount {
	amounts := make([]money.Amount, len(c.b.Phases))
	for phase := range amounts {
		base := c.b.Amount(c.b.modifiedDirect(party, phase))
		amounts[phase] = c.b.Amount(0)
		if !in.IndirectRate.IsNegative() {
			amounts[phase] = c.b.Options.floored(in.IndirectRate.FloorOf(base))
		}
	}
	return amounts
}

// modifiedDirect is the base of the indirect cost: direct cost in cash without
// entrusted R&D, international joint R&D and R&D contribution cost. Standards,
// Art. 2(9).
func (b *Budget) modifiedDirect(party, phase int) int64 {
	var sum int64
	for i, category := range b.Categories {
		if !category.Direct || outsideBase(category.Key) {
			continue
		}
		for source, name := range Sources() {
			if name != project.OwnInKind {
				sum += b.cells.sum(selection{party, i, phase, source})
			}
		}
	}
	return sum
}

// outsideBase reports the categories that carry no overhead of the institution.
func outsideBase(category string) bool {
	return category == Entrusted || category == International || category == Burden
}

// entryPath is where the budget speaks about an institution; failing that, the
// party itself.
func (c *computer) entryPath(in *Institution) string {
	if in.Entry != nil {
		return in.Entry.Path
	}
	return in.Party.Path
}
