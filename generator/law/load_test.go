package law

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/money/moneytest"
)

const folder = "../../data/laws"

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFilesLoadWithoutFindings(t *testing.T) {
	names, err := filepath.Glob(folder + "/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no law versions: %v", err)
	}
	for _, path := range names {
		name := filepath.Base(path)
		v, found := Load(name, read(t, name))
		for _, f := range found {
			t.Errorf("%s: %s: %s", f.Place, f.Code, f.Message.EN)
		}
		if want := strings.TrimSuffix(name, ".yaml"); v.ID != want {
			t.Errorf("%s: id is %q, want the file's name %q", name, v.ID, want)
		}
	}
}

func load2024(t testing.TB) *Version {
	t.Helper()
	v, found := Load("kr-2024-02-29.yaml", read(t, "kr-2024-02-29.yaml"))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return v
}

func TestLimitsOf2024(t *testing.T) {
	v := load2024(t)
	tests := []struct {
		key, percent string
		found        bool
	}{
		{"allowance", "20 %", true},
		{"security_allowance", "3 %", true},
		{"entrusted", "40 %", true},
		{"expertise", "40 %", true},
		{"indirect_company", "10 %", true},
		{"indirect_university_default", "5 %", true},
		{"indirect_nonprofit_default", "17 %", true},
		{"gov_share_sme", "75 %", false},
		{"gov_share_mid_size", "70 %", false},
		{"gov_share_large", "50 %", false},
		{"gov_share_public_corporation", "50 %", false},
		{"gov_share_nonprofit", "100 %", false},
		{"own_cash_sme", "10 %", false},
		{"own_cash_mid_size", "13 %", false},
		{"own_cash_large", "15 %", false},
		{"own_cash_public_corporation", "15 %", false},
		{"kind_equipment", "20 %", true},
		{"kind_technology", "50 %", true},
		{"allowance_person", "70 %", true},
		{"allowance_pace", "20 %", true},
	}
	for _, test := range tests {
		l, ok := v.Limit(test.key)
		if !ok || l.Percent.Value() != test.percent || l.Found != test.found {
			t.Errorf("%s = %s, found %t (known: %t); want %s, found %t",
				test.key, l.Percent.Value(), l.Found, ok, test.percent, test.found)
		}
	}
	if len(v.Limits) != len(tests) {
		t.Errorf("%d limits, want %d", len(v.Limits), len(tests))
	}
}

// Amounts, terms and numbers from the Standards and from Articles 12(6), 26(1)
// and 64 of the Decree.
func TestThresholdsOf2024(t *testing.T) {
	v := load2024(t)
	tests := []Threshold{
		{Key: "concurrent_projects", Count: 5, Cite: "decree-64"},
		{Key: "concurrent_as_pi", Count: 3, Cite: "decree-64"},
		{Key: "concurrent_projects_abroad", Count: 6, Cite: "decree-64-2"},
		{Key: "concurrent_as_pi_abroad", Count: 4, Cite: "decree-64-2"},
		{Key: "equipment_sharing", Amount: moneytest.KRW(30_000_000), Cite: "std-23-4"},
		{Key: "equipment_review", Amount: moneytest.KRW(100_000_000), Cite: "std-23-3"},
		{Key: "equipment_before_end", Months: 2, Cite: "std-23-5"},
		{Key: "software_before_end", Months: 2, Cite: "std-25-9"},
		{Key: "kind_equipment_age", Months: 60, Cite: "std-66-1"},
		{Key: "plan_after_award", Days: 20, Cite: "decree-12-6"},
		{Key: "kind_technology_age", Months: 24, Cite: "std-68-1"},
		{Key: "own_before_end", Months: 3, Cite: "std-60-2"},
		{Key: "report_after_end", Months: 3, Cite: "decree-26-1"},
		{Key: "entry_after_use", Days: 5, Cite: "std-70-2"},
		{Key: "refund_after_notice", Months: 1, Cite: "std-83-3"},
		{Key: "student_bachelor", Amount: moneytest.KRW(1_300_000), Cite: "std-40-4"},
		{Key: "student_master", Amount: moneytest.KRW(2_200_000), Cite: "std-40-4"},
		{Key: "student_doctor", Amount: moneytest.KRW(3_000_000), Cite: "std-40-4"},
	}
	for _, want := range tests {
		got, ok := v.Threshold(want.Key)
		if !ok || got.Amount != want.Amount || got.Months != want.Months || got.Days != want.Days || got.Count != want.Count || got.Cite != want.Cite || !got.Found {
			t.Errorf("%s = %+v, want %+v", want.Key, got, want)
		}
	}
	if len(v.Thresholds) != len(tests) {
		t.Errorf("%d thresholds, want %d", len(v.Thresholds), len(tests))
	}
}

func TestCategoriesOf2024(t *testing.T) {
	var keys []string
	for _, c := range load2024(t).Categories {
		keys = append(keys, c.Key)
		if c.Direct == (c.Key == "IND") {
			t.Errorf("%s: direct is %t", c.Key, c.Direct)
		}
	}
	want := []string{"PERS", "STUD", "EQUIP", "MATL", "ACT", "ALLOW", "SECA", "ENTR", "INTL", "BURD", "IND"}
	if !slices.Equal(keys, want) {
		t.Errorf("categories %v, want %v", keys, want)
	}
}

// The contents of the contract are asked for by the call, not by Article 28(4).
func TestArticle28DoesNotListContents(t *testing.T) {
	c, ok := load2024(t).Citation("std-28-4")
	if !ok {
		t.Fatal("std-28-4 is missing")
	}
	for _, word := range []string{"role", "result", "end date", "역할", "성과", "종료일"} {
		if strings.Contains(c.Says.EN+c.Says.KO, word) {
			t.Errorf("std-28-4 speaks of %q: %s", word, c.Says.EN)
		}
	}
}

func TestCiteMarksDefaults(t *testing.T) {
	v := load2024(t)
	if got := v.Cite("decree-annex-1"); !strings.Contains(got.EN, "not confirmed") || !strings.Contains(got.KO, "미확인") {
		t.Errorf("a default is cited as law: %v", got)
	}
	want := diag.Text{
		EN: "Standards for Use of R&D Funds for National R&D Projects, Art. 28(4) (MSIT Notice 2024-10, in force February 29, 2024)",
		KO: "「국가연구개발사업 연구개발비 사용 기준」 제28조제4항 (과학기술정보통신부고시 제2024-10호, 2024. 2. 29. 시행)",
	}
	if got := v.Cite("std-28-4"); got != want {
		t.Errorf("cite = %v, want %v", got, want)
	}
}

const small = `
id: test
currency: KRW
title: {en: "Test", ko: "시험"}
instruments:
  - {key: act, title: {en: "Act", ko: "법"}, version: {en: "1", ko: "1"}}
citations:
  - {key: act-1, instrument: act, article: {en: "Art. 1", ko: "제1조"}, says: {en: "a", ko: "가"}, found: true, checked: 2026-11-23}
categories:
  - {key: IND, name: {en: "Indirect", ko: "간접비"}, direct: false, cite: act-1}
limits:
  - {key: a, percent: 10, name: {en: "a", ko: "가"}, cite: act-1, found: true}
`

func TestLoadFindings(t *testing.T) {
	tests := []struct {
		name     string
		old, new string
		code     string
		path     string
	}{
		{"as it is", "", "", "", ""},
		{"no id", "id: test", "id:", CodeEmpty, "id"},
		{"no currency", "currency: KRW", "", CodeEmpty, "currency"},
		{"one language", `ko: "시험"`, `ko: ""`, CodeEmpty, "title.ko"},
		{"misspelt key", "instrument: act,", "instrumnet: act,", "YAML-KEY", "citations[0].instrumnet"},
		{"unknown instrument", "instrument: act,", "instrument: decree,", CodeUnknown, "citations[0].instrument"},
		{"no date", "checked: 2026-11-23", "checked: 2026-11-31", CodeDate, "citations[0].checked"},
		{"unknown citation", "direct: false, cite: act-1", "direct: false, cite: act-2", CodeUnknown, "categories[0].cite"},
		{"no limit", "percent: 10", "percent: 0", CodePercent, "limits[0].percent"},
		{"too much", "percent: 10", "percent: 100.01", CodePercent, "limits[0].percent"},
		{"not read", "found: true, checked", "found: false, checked", CodeDefault, "limits[0].found"},
		{"no such way to count", "limits:", "counting: [act-2]\nlimits:", CodeUnknown, "counting[0]"},
		{"no such holiday", "limits:", "holidays: [{month: 2, day: 30, name: {en: a, ko: 가}}]\nlimits:", CodeDate, "holidays[0]"},
		{"key twice", "limits:", "limits:\n  - {key: a, percent: 5, name: {en: a, ko: 가}, cite: act-1, found: true}", CodeTwice, "limits[1].key"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := small
			if test.old != "" {
				text = strings.Replace(small, test.old, test.new, 1)
			}
			_, found := Load("test.yaml", []byte(text))
			if test.code == "" {
				if len(found) > 0 {
					t.Fatal(found)
				}
				return
			}
			if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == test.code && f.Path == test.path }) {
				t.Errorf("no %s at %s in %v", test.code, test.path, found)
			}
			for _, f := range found {
				if f.Place.Line == 0 || f.Message.KO == "" || f.Severity != diag.Blocking {
					t.Errorf("incomplete finding %+v", f)
				}
			}
		})
	}
}

func TestLoadWithoutText(t *testing.T) {
	v, found := Load("test.yaml", nil)
	if v == nil || len(found) == 0 {
		t.Errorf("Load of nothing: %v, %v", v, found)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("limits: [{percent: -1}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, found := Load("fuzz.yaml", data)
		if v == nil {
			t.Fatal("no version")
		}
		if v.ID == "" && len(found) == 0 {
			t.Error("a version without an id and without findings")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	data := read(b, "kr-2024-02-29.yaml")
	for b.Loop() {
		Load("kr-2024-02-29.yaml", data)
	}
}
