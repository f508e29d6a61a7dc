// Package law holds one version of the law as data: cost categories, limits,
// rates and citations. A figure that no source confirms is a default and says
// so; it is never printed as law.
package law

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Text is a phrase in both languages.
type Text struct {
	EN string `yaml:"en"`
	KO string `yaml:"ko"`
}

// Diag returns the phrase as a message.
func (t Text) Diag() diag.Text { return diag.Text{EN: t.EN, KO: t.KO} }

// Version is one version of the law, a file in data/laws.
type Version struct {
	File        *source.File   `yaml:"-"`
	ID          string         `yaml:"id"`
	Title       Text           `yaml:"title"`
	Currency    money.Currency `yaml:"currency"` // in which the cases of its rules count
	Instruments []Instrument   `yaml:"instruments"`
	Citations   []Citation     `yaml:"citations"`
	Categories  []Category     `yaml:"categories"`
	Limits      []Limit        `yaml:"limits"`
	Thresholds  []Threshold    `yaml:"thresholds"`
	Sources     []Source       `yaml:"sources"` // what rules cite besides provisions
	Deadlines   []Deadline     `yaml:"deadlines"`
	Counting    []string       `yaml:"counting"` // keys of the provisions by which terms are counted
	Holidays    []Holiday      `yaml:"holidays"` // for notes beside a date; moving ones are not known
	Review      Review         `yaml:"review"`
	Changes     []Change       `yaml:"-"` // what a project file sets otherwise; see [Version.With]

	Topics   []Topic       `yaml:"topics"`   // under which reports list rules
	Settings []Setting     `yaml:"settings"` // of every call that has none of the same id
	Rules    *source.Value `yaml:"rules"`    // what package call judges by under every call of this law
}

// Topic is a heading under which reports list rules.
type Topic struct {
	ID   string `yaml:"id"`
	Name Text   `yaml:"name"`
}

// Option is one of several things that a project chooses from.
type Option struct {
	source.At
	ID   string `yaml:"id"`
	Name Text   `yaml:"name"`
}

// Setting is a point that calls leave open, with the reading taken unless the
// call or the project takes another.
type Setting struct {
	source.At
	ID      string   `yaml:"id"`
	Title   Text     `yaml:"title"`
	Default string   `yaml:"default"`
	Values  []Option `yaml:"values"`
	Note    Text     `yaml:"note"`
}

// Source is a text that rules cite. If nothing of it was found, what it says is
// a default and is shown as one.
type Source struct {
	source.At
	ID      string `yaml:"id"`
	Title   Text   `yaml:"title"`
	Version Text   `yaml:"version"`
	Found   bool   `yaml:"found"`
}

// Instrument is one act, decree or notice in the version that applies.
type Instrument struct {
	Key     string `yaml:"key"` // act, decree, standards, patent_act, pipa
	Title   Text   `yaml:"title"`
	Version Text   `yaml:"version"` // "MSIT Notice 2024-10, in force 2024-02-29"
}

// Citation is one provision and what it says, in our own words.
type Citation struct {
	Key        string `yaml:"key"`        // std-28-4
	Instrument string `yaml:"instrument"` // key of an Instrument
	Article    Text   `yaml:"article"`    // "Art. 28(4)", "제28조제4항"
	Says       Text   `yaml:"says"`
	Found      bool   `yaml:"found"`   // read in the source; false: a default to be checked
	Checked    string `yaml:"checked"` // date of the last reading

	Changed diag.Text `yaml:"-"` // what a project file sets otherwise, and why
	exists  bool      // it was found before it was changed
}

// Printable reports whether a document may refer to the provision: its text was
// read, whatever a project file says about its content.
func (c Citation) Printable() bool { return c.Found || c.exists }

// Category is one cost category (비목).
type Category struct {
	Key    string `yaml:"key"` // PERS, STUD, … IND
	Name   Text   `yaml:"name"`
	Direct bool   `yaml:"direct"`
	Cite   string `yaml:"cite"`
}

// Limit is a ratio that a budget must keep.
type Limit struct {
	Key     string        `yaml:"key"` // allowance, entrusted, expertise, indirect_company, …
	Percent money.Percent `yaml:"percent"`
	Name    Text          `yaml:"name"`
	Cite    string        `yaml:"cite"`
	Found   bool          `yaml:"found"`
}

// Threshold is an amount, a term or a number from which on a rule binds. Just
// one of Amount, Months, Days and Count is above 0. The amount is in the currency
// of the law, whatever that of a grant.
type Threshold struct {
	Key    string       `yaml:"key"`    // equipment_sharing, purchase_before_end, …
	Amount money.Amount `yaml:"amount"` // with its currency, as in KRW 30_000_000
	Months int64        `yaml:"months"`
	Days   int64        `yaml:"days"`
	Count  int64        `yaml:"count"` // of projects
	Name   Text         `yaml:"name"`
	Cite   string       `yaml:"cite"`
	Found  bool         `yaml:"found"`
}

// Citation returns the provision with the key.
func (v *Version) Citation(key string) (Citation, bool) {
	for _, c := range v.Citations {
		if c.Key == key {
			return c, true
		}
	}
	return Citation{}, false
}

// Instrument returns the instrument with the key.
func (v *Version) Instrument(key string) (Instrument, bool) {
	for _, i := range v.Instruments {
		if i.Key == key {
			return i, true
		}
	}
	return Instrument{}, false
}

// Limit returns the limit with the key.
func (v *Version) Limit(key string) (Limit, bool) {
	for _, l := range v.Limits {
		if l.Key == key {
			return l, true
		}
	}
	return Limit{}, false
}

// Threshold returns the threshold with the key.
func (v *Version) Threshold(key string) (Threshold, bool) {
	for _, t := range v.Thresholds {
		if t.Key == key {
			return t, true
		}
	}
	return Threshold{}, false
}

// Category returns the cost category with the key.
func (v *Version) Category(key string) (Category, bool) {
	for _, c := range v.Categories {
		if c.Key == key {
			return c, true
		}
	}
	return Category{}, false
}

// Cite prints a citation with its instrument and version, for a finding's why.
func (v *Version) Cite(key string) diag.Text {
	c, ok := v.Citation(key)
	if !ok {
		return diag.Text{}
	}
	i, _ := v.Instrument(c.Instrument)
	t := diag.T("%s, %s (%s)", "「%s」 %s (%s)", i.Title.Diag(), c.Article.Diag(), i.Version.Diag())
	switch {
	case !c.Changed.IsZero():
		t = diag.T("%s; %s", "%s; %s", t, c.Changed)
	case !c.Found:
		t.EN += "; not confirmed in a source, a default to be checked"
		t.KO += "; 출처 미확인, 확인이 필요한 기본값"
	}
	return t
}
