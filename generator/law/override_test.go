package law

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
)

func day(t testing.TB, text string) calendar.Date {
	t.Helper()
	if text == "" {
		return calendar.Date{}
	}
	d, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func of(t testing.TB, provision, value, from string) Override {
	return Override{
		Path: "project.law_overrides[0]", Provision: provision, Value: value, From: day(t, from),
		Reason: Text{EN: "addendum", KO: "부칙"},
	}
}

var project2024 = Days{}

func days(t testing.TB, on, end string) Days { return Days{On: day(t, on), End: day(t, end)} }

// Every kind of figure takes its own unit, in both languages, from its first
// day on; the version that is shared stays as it is.
func TestFiguresAreOverridden(t *testing.T) {
	v := load2024(t)
	for _, c := range []struct {
		provision, value, from, on string
		now                        string // empty: not in force
	}{
		{"allowance", "25%", "", "", "25%"},
		{"allowance", "12.5 percent", "", "", "12.5%"},
		{"allowance", "100퍼센트", "", "", "100%"},
		{"std-26-1", "25%", "", "", "25%"}, // the only figure that cites it
		{"equipment_sharing", "KRW 50,000,000", "", "", "KRW 50,000,000"},
		{"equipment_sharing", "KRW 50_000_000", "", "", "KRW 50,000,000"},
		{"software_before_end", "3개월", "", "", "3 months"},
		{"plan_after_award", "30 days", "", "", "30 days"},
		{"allowance", "25%", "2024-05-20", "2024-05-20", "25%"},
		{"allowance", "25%", "2024-05-21", "2024-05-20", ""},
	} {
		got, found := v.With([]Override{of(t, c.provision, c.value, c.from)}, days(t, c.on, "2026-12-31"))
		if len(found) > 0 || len(got.Changes) != 1 {
			t.Errorf("%s %s: %v, %v", c.provision, c.value, found, got.Changes)
			continue
		}
		change := got.Changes[0]
		if change.InForce != (c.now != "") || c.now != "" && change.Now.EN != c.now {
			t.Errorf("%s %s from %s on %s: %+v, want %q", c.provision, c.value, c.from, c.on, change, c.now)
		}
	}
	if l, _ := v.Limit("allowance"); l.Percent.English() != "20%" || !l.Found || v.Changes != nil {
		t.Errorf("the shared version was changed: %+v", l)
	}
}

// What an override sets is no law that was found, and says so wherever it is
// cited; a document may refer to the article all the same.
func TestAnOverriddenFigureSaysSo(t *testing.T) {
	v, _ := load2024(t).With([]Override{of(t, "allowance", "25%", "")}, project2024)
	l, _ := v.Limit("allowance")
	if l.Found || l.Percent.English() != "25%" {
		t.Errorf("limit %+v", l)
	}
	c, _ := v.Citation(l.Cite)
	if c.Found || !c.Printable() {
		t.Errorf("citation %+v", c)
	}
	if why := v.Cite(l.Cite); !strings.Contains(why.EN, "changed by the project file: addendum") || !strings.Contains(why.KO, "과제 파일에서 변경: 부칙") {
		t.Errorf("cited as %v", why)
	}
	if c, _ := v.Citation("decree-annex-1"); c.Printable() {
		t.Error("what was never found may be printed")
	}
}

// A threshold that is changed has its new number in its own unit.
func TestAnOverriddenThreshold(t *testing.T) {
	v, _ := load2024(t).With([]Override{of(t, "kind_equipment_age", "72 months", "")}, project2024)
	if x, _ := v.Threshold("kind_equipment_age"); x.Months != 72 || x.Amount.Minor()+x.Days+x.Count != 0 || x.Found {
		t.Errorf("%+v", x)
	}
}

// A provision without a figure is replaced by what it orders instead.
func TestProvisionsAreOverridden(t *testing.T) {
	o := of(t, "decree-20-3", "", "2026-03-10")
	o.Says = Text{EN: "Interest goes to the Treasury.", KO: "이자는 국고에 납입한다."}
	for _, c := range []struct {
		on   string
		says bool
	}{{"2026-03-09", false}, {"2026-03-10", true}} {
		v, found := load2024(t).With([]Override{o}, days(t, c.on, "2026-12-31"))
		x, _ := v.Citation("decree-20-3")
		if len(found) > 0 || (x.Says == o.Says) != c.says || x.Found == c.says {
			t.Errorf("on %s: %v, %+v", c.on, found, x)
		}
	}
}

// What cannot be applied is a finding at its place, and changes nothing.
func TestWrongOverrides(t *testing.T) {
	for _, c := range []struct {
		name             string
		provision, value string
		from, on         string
		code, path, says string
	}{
		{"unknown", "alowance", "25%", "", "", CodeOverride, ".provision", `no provision "alowance"`},
		{"wrong unit", "allowance", "3 months", "", "", CodeOverride, ".value", "takes a percentage"},
		{"no unit", "allowance", "25", "", "", CodeOverride, ".value", "takes a percentage"},
		{"term for an amount", "equipment_sharing", "25%", "", "", CodeOverride, ".value", "takes an amount"},
		{"no amount", "equipment_sharing", "KRW 0", "", "", CodeOverride, ".value", "takes an amount"},
		{"very long", "plan_after_award", "1000001 days", "", "", CodeOverride, ".value", "takes days"},
		{"months for days", "plan_after_award", "2 months", "", "", CodeOverride, ".value", "takes days"},
		{"nothing", "allowance", "0%", "", "", CodeOverride, ".value", "takes a percentage"},
		{"too much", "allowance", "100.01%", "", "", CodeOverride, ".value", "takes a percentage"},
		{"negative", "plan_after_award", "-3 days", "", "", CodeOverride, ".value", "takes days"},
		{"very large", "plan_after_award", "99999999999999999999 days", "", "", CodeOverride, ".value", "takes days"},
		{"no number", "plan_after_award", "days", "", "", CodeOverride, ".value", "takes days"},
		{"several figures", "std-114-3", "6%", "", "", CodeOverride, ".provision", "several figures"},
		{"a figure for a text", "decree-20-3", "3 months", "", "", CodeOverride, "", "takes a text"},
		{"no text", "decree-20-3", "", "", "", CodeOverride, "", "takes a text"},
		{"after the end", "allowance", "25%", "2027-01-01", "2024-05-20", CodeOverrideDate, ".effective_from", "after the project ends"},
		{"no day to judge by", "allowance", "25%", "2025-01-01", "", CodeOverrideDate, ".effective_from", "no date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, found := load2024(t).With([]Override{of(t, c.provision, c.value, c.from)}, days(t, c.on, "2026-12-31"))
			if len(found) != 1 || found[0].Code != c.code || found[0].Path != "project.law_overrides[0]"+c.path || !strings.Contains(found[0].Message.EN, c.says) {
				t.Fatalf("found %+v", found)
			}
			if found[0].Message.KO == "" || found[0].Fix.EN == "" || found[0].Fix.KO == "" {
				t.Errorf("incomplete %+v", found[0])
			}
			if l, _ := v.Limit("allowance"); l.Percent.English() != "20%" || !l.Found {
				t.Errorf("applied all the same: %+v", l)
			}
		})
	}
}

// The last day of the project still is one on which an override can begin.
func TestOverrideOnTheLastDay(t *testing.T) {
	_, found := load2024(t).With([]Override{of(t, "allowance", "25%", "2026-12-31")}, days(t, "2024-05-20", "2026-12-31"))
	if len(found) > 0 {
		t.Error(found)
	}
}

func TestOverriddenTwice(t *testing.T) {
	second := of(t, "std-26-1", "30%", "")
	second.Path = "project.law_overrides[1]"
	v, found := load2024(t).With([]Override{of(t, "allowance", "25%", ""), second}, project2024)
	if len(found) != 1 || found[0].Code != CodeOverride || found[0].Path != second.Path+".provision" || len(v.Changes) != 1 {
		t.Errorf("found %v, changes %v", found, v.Changes)
	}
}

// An override names one thing: no key of a version stands for two.
func TestKeysAreUnambiguous(t *testing.T) {
	keys := load2024(t).keys()
	slices.Sort(keys)
	if n := len(slices.Compact(slices.Clone(keys))); n != len(keys) {
		t.Errorf("%d keys, %d of them different", len(keys), n)
	}
}

// A reading is overdue from the day after its months have passed; all of one day
// are one finding.
func TestOverdue(t *testing.T) {
	text := strings.Replace(small, "id: test", "id: test\nreview: {months: 12}", 1)
	v, found := Load("test.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatal(found)
	}
	for on, want := range map[string]int{"2027-11-23": 0, "2027-11-24": 1, "": 0} {
		got := v.Overdue(day(t, on))
		if len(got) != want {
			t.Errorf("on %q: %v", on, got)
		}
		for _, f := range got {
			if f.Code != CodeOverdue || f.Severity != diag.Warning || f.Place.Line == 0 || !strings.Contains(f.Message.EN, "act-1") {
				t.Errorf("%+v", f)
			}
		}
	}
	v.Review.Months = 0
	if got := v.Overdue(day(t, "2090-01-01")); len(got) > 0 {
		t.Errorf("a file that states no term: %v", got)
	}
}

func FuzzFigure(f *testing.F) {
	for _, text := range []string{"25%", "3개월", "-1 days", "KRW 1e9", "", "%", "٣ days"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if x, ok := readFigure(text); ok && x.unit == amountUnit && x.amount.Minor() <= 0 || ok && x.unit != percentUnit && x.unit != amountUnit && (x.number <= 0 || x.number > maxFigure) {
			t.Errorf("%q is %+v", text, x)
		}
	})
}
