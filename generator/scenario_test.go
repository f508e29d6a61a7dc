package generator_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/budget"
	"pactwright/generator/project"
)

// scenarios name the figures and facts that each example illustrates.
var scenarios = map[string]string{
	"two-party":                 "s01",
	"field-of-use":              "s03",
	"commercialization":         "s04",
	"unfunded-partner":          "s05",
	"nine-parties":              "s07",
	"foreign-joint-institution": "s11",
}

// scenario is a consortium with its money, computed outside of this program.
type scenario struct {
	Track   string `json:"track"`
	Model   string `json:"model"`
	Parties []struct {
		ID         string   `json:"id"`
		NameEN     string   `json:"name_en"`
		NameNative string   `json:"name_native"`
		Country    string   `json:"country"`
		Type       string   `json:"type"`
		Role       string   `json:"role"`
		People     []string `json:"people"`
		Signatory  string   `json:"signatory"`
		Funding    string   `json:"funding"`
	} `json:"parties"`
	Rows            []scenarioRow `json:"rows"`
	GovPerPhase     []int64       `json:"gov_per_phase"`
	IntlPerPhase    []int64       `json:"intl_per_phase"`
	OwnCashPerPhase []int64       `json:"own_cash_per_phase"`
	OwnKindPerPhase []int64       `json:"own_kind_per_phase"`
	ProjectTotal    int64         `json:"project_total"`
}

// scenarioRow is the money of one party: its own, without what it passes on, or
// what it is paid by another one.
type scenarioRow struct {
	Party    string   `json:"party"`
	BookedBy string   `json:"booked_by"`
	Category string   `json:"category"`
	Gov      []int64  `json:"gov"`
	OwnCash  []int64  `json:"own_cash"`
	OwnKind  []int64  `json:"own_kind"`
	Currency string   `json:"ccy"`
	FC       []string `json:"fc"`
	FCTotal  string   `json:"fc_total"`
}

func loadScenario(t testing.TB, example string) scenario {
	t.Helper()
	if scenarios[example] == "" {
		t.Fatalf("the example %s has no figures to be held to", example)
	}
	text, err := os.ReadFile("project/testdata/consortia/" + scenarios[example] + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var s scenario
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestExampleFigures holds every example to the won, and to the smallest unit of
// the foreign currency, to the figures that it illustrates.
func TestExampleFigures(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			s := loadScenario(t, name)
			m, err := generator.Figures(world(t, name, example(t, name)))
			if err != nil {
				t.Fatal(err)
			}
			payees := 0
			for _, row := range s.Rows {
				if row.Category == "INTL" {
					payees++
					paid(t, m.Budget, row)
				} else {
					own(t, m.Budget, row)
				}
			}
			equal(t, "payments", len(m.Budget.Payments), payees)
			equal(t, "institutions with money", len(m.Budget.Institutions), len(s.Rows)-payees)
			for i, phase := range m.Budget.Phases {
				equal(t, phase.ID+" government", phase.Totals.Government.Minor(), s.GovPerPhase[i])
				equal(t, phase.ID+" international", phase.Totals.International.Minor(), s.IntlPerPhase[i])
				equal(t, phase.ID+" own cash", phase.Totals.OwnCash.Minor(), s.OwnCashPerPhase[i])
				equal(t, phase.ID+" own in kind", phase.Totals.OwnInKind.Minor(), s.OwnKindPerPhase[i])
			}
			equal(t, "phases", len(m.Budget.Phases), len(s.GovPerPhase))
			equal(t, "project total", m.Budget.Totals.Total.Minor(), s.ProjectTotal)
		})
	}
}

// own compares the money that an institution keeps.
func own(t *testing.T, b *budget.Budget, row scenarioRow) {
	t.Helper()
	in := b.Institution(row.Party)
	if in == nil {
		t.Errorf("%s has no budget", row.Party)
		return
	}
	for i, totals := range in.Phases {
		at := row.Party + " " + b.Phases[i].ID
		equal(t, at+" government", totals.Government.Minor()-totals.International.Minor(), row.Gov[i])
		equal(t, at+" own cash", totals.OwnCash.Minor(), row.OwnCash[i])
		equal(t, at+" own in kind", totals.OwnInKind.Minor(), row.OwnKind[i])
		equal(t, at+" other money", totals.Other.Minor(), 0)
	}
}

// paid compares what one payee abroad gets, in both currencies.
func paid(t *testing.T, b *budget.Budget, row scenarioRow) {
	t.Helper()
	payments := b.PaymentsTo(row.Party)
	if len(payments) != 1 {
		t.Errorf("%d payments to %s, want 1", len(payments), row.Party)
		return
	}
	p := payments[0]
	equal(t, row.Party+" payer", p.Payer, row.BookedBy)
	equal(t, row.Party+" currency", p.Total.Currency().Code(), row.Currency)
	equal(t, row.Party+" installments", len(p.Instalments), len(row.FC))
	for i, fc := range row.FC {
		at := row.Party + " " + b.Phases[i].ID
		equal(t, at+" planned", p.Planned[i].Minor(), row.Gov[i])
		equal(t, at+" installment", p.Instalments[i].Paid.Minor(), row.Gov[i])
		equal(t, at+" installment abroad", digits(p.Instalments[i].Foreign.Plain()), fc)
		equal(t, at+" of the phase abroad", digits(p.Foreign[i].Plain()), fc)
	}
	equal(t, row.Party+" total abroad", digits(p.Total.Plain()), row.FCTotal)
}

func digits(amount string) string { return strings.ReplaceAll(amount, ",", "") }

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// TestExampleFacts holds the parties of every example to those of its scenario.
func TestExampleFacts(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			s := loadScenario(t, name)
			m, err := generator.Figures(world(t, name, example(t, name)))
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "id", m.Project.Info.ID, name)
			equal(t, "track", m.Project.Info.Track, s.Track)
			equal(t, "parties", len(m.Project.Parties), len(s.Parties))
			for i, want := range s.Parties {
				got := m.Project.Parties[i]
				equal(t, "party", got.ID, want.ID)
				equal(t, want.ID+" name", got.Name.EN, want.NameEN)
				equal(t, want.ID+" native name", got.Name.Native, want.NameNative)
				equal(t, want.ID+" country", got.Country, want.Country)
				equal(t, want.ID+" kind", got.Kind, want.Type)
				equal(t, want.ID+" role", string(got.Role), want.Role)
				equal(t, want.ID+" funding", got.Funding, want.Funding)
				if got.Role.IsForeign() {
					equal(t, want.ID+" model", got.Model, s.Model)
				}
				people(t, got, want.People)
				title, _, _ := strings.Cut(want.Signatory, " (")
				equal(t, want.ID+" signatory", strings.ToLower(got.Signatories[0].Title.EN), strings.ToLower(title))
			}
		})
	}
}

// people checks that everybody named in the scenario is one of the party's.
func people(t *testing.T, p project.Party, wanted []string) {
	t.Helper()
	for _, want := range wanted {
		if !slices.ContainsFunc(p.People, func(h project.Person) bool { return strings.Contains(want, h.Name.EN) }) {
			t.Errorf("%s has nobody who is %q", p.ID, want)
		}
	}
}
