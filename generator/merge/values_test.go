package merge

import (
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
)

func amount(code string, minor int64) money.Amount {
	c, err := money.ParseCurrency(code)
	if err != nil {
		panic(err)
	}
	return money.New(minor, c)
}

func decimal(text string) money.Decimal {
	d, err := money.ParseDecimal(text)
	if err != nil {
		panic(err)
	}
	return d
}

func pointer[T any](v T) *T { return &v }

// form is an inline as a test states it.
type form struct {
	kind  doc.InlineKind
	text  string
	value string
}

func forms(inlines []doc.Inline) []form {
	var out []form
	for _, in := range inlines {
		out = append(out, form{in.Kind, in.Text, in.Value})
	}
	return out
}

// Every typed value becomes an inline of its kind, in the form of the language,
// with a canonical value that is the same in both.
func TestTypedValues(t *testing.T) {
	period := calendar.Period{Start: date("2024-07-01"), End: date("2026-12-31")}
	tests := []struct {
		name   string
		value  any
		en, ko form
	}{
		{"string", "KIM & Co.", form{doc.TextInline, "KIM & Co.", ""}, form{doc.TextInline, "KIM & Co.", ""}},
		{"string of a type", project.Overseas, form{doc.TextInline, "overseas", ""}, form{doc.TextInline, "overseas", ""}},
		{"text", project.Text{EN: "images", KO: "영상"}, form{doc.TextInline, "images", ""}, form{doc.TextInline, "영상", ""}},
		{"message", diag.Text{EN: "a", KO: "가"}, form{doc.TextInline, "a", ""}, form{doc.TextInline, "가", ""}},
		{"text of a law", law.Text{EN: "a", KO: "가"}, form{doc.TextInline, "a", ""}, form{doc.TextInline, "가", ""}},
		{"text of the library", library.Text{EN: "a", KO: "가"}, form{doc.TextInline, "a", ""}, form{doc.TextInline, "가", ""}},
		{"pointer to a text", pointer(library.Text{EN: "a", KO: "가"}), form{doc.TextInline, "a", ""}, form{doc.TextInline, "가", ""}},
		{"name with Hangul", project.Name{EN: "Hankuk Hospital", Native: "한국병원"}, form{doc.TextInline, "Hankuk Hospital", ""}, form{doc.TextInline, "한국병원", ""}},
		{"name in another script", project.Name{EN: "Tokyo Institute", Native: "東京研究所"}, form{doc.TextInline, "Tokyo Institute", ""}, form{doc.TextInline, "Tokyo Institute", ""}},
		{"name given in Korean", project.Name{EN: "Example", Native: "東京研究所", KO: "도쿄연구소"}, form{doc.TextInline, "Example", ""}, form{doc.TextInline, "도쿄연구소", ""}},
		{"name without another form", pointer(project.Name{EN: "Example"}), form{doc.TextInline, "Example", ""}, form{doc.TextInline, "Example", ""}},
		{"won", moneytest.KRW(960_000_000), form{doc.AmountInline, "KRW 960,000,000", "KRW 960000000"}, form{doc.AmountInline, "960,000,000원", "KRW 960000000"}},
		{"dollars", amount("USD", 23_188_406), form{doc.AmountInline, "US$231,884.06", "USD 23188406"}, form{doc.AmountInline, "미화 231,884.06달러(USD 231,884.06)", "USD 23188406"}},
		{"no won", moneytest.KRW(0), form{doc.AmountInline, "KRW 0", "KRW 0"}, form{doc.AmountInline, "0원", "KRW 0"}},
		{"percentage", money.NewPercent(decimal("60.00")), form{doc.PercentInline, "60.00%", "60 %"}, form{doc.PercentInline, "60.00%", "60 %"}},
		{"count", money.Count{N: 30, Unit: money.Day}, form{doc.CountInline, "thirty (30) days", "30 day"}, form{doc.CountInline, "30일", "30 day"}},
		{"date", date("2024-07-01"), form{doc.DateInline, "July 1, 2024", "2024-07-01"}, form{doc.DateInline, "2024년 7월 1일", "2024-07-01"}},
		{"period", period, form{doc.DateInline, "July 1, 2024 to December 31, 2026", "2024-07-01/2026-12-31"}, form{doc.DateInline, "2024년 7월 1일부터 2026년 12월 31일까지", "2024-07-01/2026-12-31"}},
		{"decimal", decimal("1380.00"), form{doc.NumberInline, "1,380.00", "1380"}, form{doc.NumberInline, "1,380.00", "1380"}},
		{"int", 1234, form{doc.NumberInline, "1,234", "1234"}, form{doc.NumberInline, "1,234", "1234"}},
		{"int64", int64(0), form{doc.NumberInline, "0", "0"}, form{doc.NumberInline, "0", "0"}},
		{"currency", moneytest.Currency("KRW"), form{doc.TextInline, "KRW", ""}, form{doc.TextInline, "KRW", ""}},
	}
	for _, tt := range tests {
		for _, lang := range languages {
			d, found := job{lang: lang, body: "{{.Any}}", context: view{Any: tt.value}}.fill(t)
			none(t, found)
			want := tt.en
			if lang == diag.Korean {
				want = tt.ko
			}
			if got := forms(inlines(d)); len(got) != 1 || got[0] != want {
				t.Errorf("%s in %s is %+v, want %+v", tt.name, lang, got, want)
			}
		}
	}
}

// The functions that print a value in another form keep its type.
func TestForms(t *testing.T) {
	cost, on := amount("USD", 1005), date("2024-07-01")
	period := calendar.Period{Start: on, End: date("2025-03-31")}
	context := view{Rows: []row{{Amount: cost, Date: on, Period: period}}}
	tests := []struct {
		body   string
		kind   doc.InlineKind
		en, ko string
		value  string
	}{
		{"{{words .Amount}}", doc.AmountInline, "US$10.05 (ten and 05/100 US dollars)", cost.KoreanFormal(), "USD 1005"},
		{"{{code .Amount}}", doc.AmountInline, "USD 10.05", "USD 10.05", "USD 1005"},
		{"{{plain .Amount}}", doc.AmountInline, "10.05", "10.05", "USD 1005"},
		{"{{approx .Amount}}", doc.AmountInline, cost.ApproximateEnglish(), cost.ApproximateKorean(), "about USD 1005"},
		{"{{short .Date}}", doc.DateInline, on.English(), on.KoreanPoint(), "2024-07-01"},
		{"{{short .Period}}", doc.DateInline, period.English(), period.KoreanPoint(), "2024-07-01/2025-03-31"},
	}
	for _, tt := range tests {
		for _, lang := range languages {
			d, found := job{lang: lang, body: "{{range .Rows}}" + tt.body + "{{end}}", context: context}.fill(t)
			none(t, found)
			want := form{tt.kind, diag.Text{EN: tt.en, KO: tt.ko}.In(lang), tt.value}
			if got := forms(inlines(d)); len(got) != 1 || got[0] != want {
				t.Errorf("%s in %s is %+v, want %+v", tt.body, lang, got, want)
			}
		}
	}
}

// A value knows the YAML path and the template position that it comes from.
func TestOrigins(t *testing.T) {
	tests := []struct {
		body, path string
		column     int
	}{
		{"{{.Project.Title}}", "project.title", 3},
		{"Title: {{ .Project.Title }}", "project.title", 11},
		{"제목: {{.Project.ID}}", "project.id", 7},
		{"{{.Period}}", "", 3},
		{"{{.Party.Name}}", "parties[0].name", 3},
		{"{{with .Party}}{{.Short}}{{end}}", "parties[0].short", 18},
		{"{{$p := .Party}}{{$p.ID}}", "parties[0].id", 19},
		{"{{range .Roles}}{{.Role}}{{end}}", "roles[0].role", 19},
		{"{{range $i, $r := .Roles}}{{$r.Role}}{{end}}", "roles[0].role", 29},
		{`{{person "kim"}}`, "parties[0].people[0].name", 3},
		{`{{(pi "KR1").Title}}`, "parties[0].people[0].title", 3},
		{`{{institution "US1"}}`, "parties[2].name", 3},
		{`{{fullname "US1"}}`, "parties[2].name", 3},
		{`{{country "US"}}`, "", 3},
		{"{{trim .Project.ID}}", "project.id", 3},
	}
	for _, tt := range tests {
		d, found := job{lang: diag.English, body: tt.body}.fill(t)
		none(t, found)
		got := inlines(d)
		in := got[len(got)-1]
		if in.Path != tt.path || in.Template != (diag.Place{File: bodyFile, Line: 2, Column: tt.column}) {
			t.Errorf("%s comes from %q at %s", tt.body, in.Path, in.Template)
		}
	}
}

// Parties are named by their role where it is theirs alone, else by their short
// name; a label defines itself where it is asked to.
func TestParties(t *testing.T) {
	tests := []struct {
		body, en, ko string
	}{
		{`{{lead}}`, "the Lead Institution", "주관기관"},
		{`{{overseas}}`, "the Overseas Institution", "해외기관"},
		{`{{party "US1"}}`, "the Overseas Institution", "해외기관"},
		{`{{party "US2"}}`, "OI", "오아이"}, // overseas, too, but no party of this contract
		{`{{deflabel "US1"}}`, "Overseas Institution", "해외기관"},
		{`{{fullname "KR2"}}`, "Daehan Foundation, for and on behalf of its Daehan School", "대한재단(대한대학교)"},
		{`{{institution "KR2"}}`, "Daehan School", "대한대학교"},
		{`{{person (pi "KR1")}}`, "Minsu Kim", "김민수"},
		{`{{phase "P1"}}`, "Phase 1", "1차년도"},
		{`{{lawref "act-16"}}`, "The Act, Article 16", "「혁신법」 제16조"},
		{`{{enum "country" "US"}}`, "United States", "미국"},
	}
	for _, tt := range tests {
		for _, lang := range languages {
			d, found := job{lang: lang, body: tt.body, clauses: []clause{}}.fill(t)
			none(t, found)
			if got, want := doc.Text(inlines(d)), (diag.Text{EN: tt.en, KO: tt.ko}).In(lang); got != want {
				t.Errorf("%s in %s is %q, want %q", tt.body, lang, got, want)
			}
		}
	}
}

func TestShortLabels(t *testing.T) {
	for name, change := range map[string]func(*Input){
		"asked for":                func(in *Input) { in.Plan.Agreement.Labels = "short" },
		"two overseas parties":     func(in *Input) { in.Plan.Parties = append(in.Plan.Parties, in.Project.Party("US2")) },
		"a letter, not a contract": func(in *Input) { in.Plan = nil },
	} {
		in := job{lang: diag.English, body: `{{party "US1"}}`, clauses: []clause{}}.input(t)
		change(&in)
		d, found := Document(in)
		none(t, found)
		if got := doc.Text(inlines(d)); got != "EI" {
			t.Errorf("%s: the label is %q", name, got)
		}
	}
	in := job{lang: diag.Korean, body: `{{overseas}}`, clauses: []clause{}}.input(t)
	in.Plan.Overseas = append(in.Plan.Overseas, in.Project.Party("US2"))
	if d, _ := Document(in); doc.Text(inlines(d)) != "각 해외기관" {
		t.Errorf("several overseas parties are %q", doc.Text(inlines(d)))
	}
}

func TestJoin(t *testing.T) {
	tests := []struct {
		list   any
		en, ko string
	}{
		{[]string{"A"}, "A", "A"},
		{[]string{"A", "B"}, "A and B", "A 및 B"},
		{[]string{"A", "B", "C"}, "A, B, and C", "A, B 및 C"},
		{[]money.Amount{moneytest.KRW(1), moneytest.KRW(2)}, "KRW 1 and KRW 2", "1원 및 2원"},
	}
	for _, tt := range tests {
		for _, lang := range languages {
			d, found := job{lang: lang, body: "{{join .Any}}", context: view{Any: tt.list}}.fill(t)
			none(t, found)
			if got, want := doc.Text(inlines(d)), (diag.Text{EN: tt.en, KO: tt.ko}).In(lang); got != want {
				t.Errorf("%v in %s is %q, want %q", tt.list, lang, got, want)
			}
		}
	}
}

// Letters are put together as Unicode wants them, so that fonts and searches
// find them, and a text of several lines keeps its lines.
func TestTextIsNormalised(t *testing.T) {
	d, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: "Zu\u0308rich \u1112\u1161\u11ab\nsecond\n"}}.fill(t)
	none(t, found)
	want := []form{{doc.TextInline, "Z\u00fcrich \ud55c", ""}, {doc.LineBreak, "", ""}, {doc.TextInline, "second", ""}}
	got := forms(inlines(d))
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("the inlines are %+v", got)
	}
}
