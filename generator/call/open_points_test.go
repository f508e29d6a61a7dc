package call

import (
	"strings"
	"testing"

	"pactwright/generator/law"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// What the text of the call does not state is a setting that says so until the
// project sets it.
func TestNotStated(t *testing.T) {
	c := book(t, callName).Call
	for _, id := range []string{"matching_ratio", "consortium", "closing_hour", "document_language", "irb_stage"} {
		if got := c.Setting(nil, id); got != "not_stated" {
			t.Errorf("%s is %q", id, got)
		}
	}
	for _, s := range c.Settings {
		for _, v := range s.Values {
			if v.ID == "not_stated" && (!strings.Contains(v.Name.EN, "not stated") || !strings.Contains(v.Name.KO, "공고에 없음")) {
				t.Errorf("%s: not stated is shown as %v", s.ID, v.Name)
			}
		}
	}
}

// The hour of closing is not known until the project sets it.
func TestClosingHour(t *testing.T) {
	c := book(t, callName).Call
	if note := c.ClosingNote(nil); !strings.Contains(note.EN, "does not state the hour") {
		t.Errorf("without the setting: %v", note)
	}
	p := new(project.Project)
	p.Info.Settings = source.Pairs[string]{{Key: "closing_hour", Value: "18:00"}}
	if note := c.ClosingNote(p); !strings.Contains(note.EN, "6 p.m.") || !strings.Contains(note.KO, "18:00") {
		t.Errorf("with the setting: %v", note)
	}
}

// A country stands to the forum as its lists say, each with its date.
func TestListsOfCountriesHaveDates(t *testing.T) {
	c := book(t, callName).Call.Countries
	for country, want := range map[string]string{
		"US": "named by the call (call of April 22, 2024)",
		"DE": "IMDRF member (as of December 2022)",
		"GB": "IMDRF member (as of December 2022)",
		"MX": "IMDRF affiliate member, as of March 2024",
		"AR": "IMDRF official observer, as of March 2024",
		"VN": "the choice is free",
	} {
		if got := c.standing(country).EN; !strings.HasSuffix(got, want) {
			t.Errorf("%s: %q, want %q", country, got, want)
		}
	}
}

// Address and link of the call's contact differ, and both are kept.
func TestContactAsPrinted(t *testing.T) {
	var differ int
	for _, e := range book(t, callName).Call.Contact.Email {
		if e.Link != e.Printed {
			differ++
		}
	}
	if differ != 1 {
		t.Errorf("%d addresses differ from their link, want 1", differ)
	}
}

// A rulebook under another version of the law judges by its figures, and the one
// that all projects share stays as it is.
func TestRulesUnderChangedLaw(t *testing.T) {
	b := book(t, callName)
	o := law.Override{Path: "project.law_overrides[0]", Provision: "concurrent_projects", Value: "2 projects", Reason: law.Text{EN: "trial", KO: "시험"}}
	v, found := b.Law.With([]law.Override{o}, law.Days{})
	report(t, found)
	other := newCase(t, b.Under(v), twoParty).results()
	r := resultOf(t, other, "LAW-CONC")
	if r.Status != Failed || !strings.Contains(r.Why.EN, "changed by the project file: trial") {
		t.Errorf("%s: %s (%s)", r.Status, r.Message.EN, r.Why.EN)
	}
	if r := resultOf(t, newCase(t, b, twoParty).results(), "LAW-CONC"); r.Status != Passed {
		t.Errorf("the shared rulebook: %s", r.Message.EN)
	}
}
