package merge

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
)

// budgetText is a project of so many phases with every source of money, a price
// in dollars, unpaid staff and a payee abroad; amounts differ from phase to phase.
func budgetText(phases int, more string) string {
	var periods, shares, planned, instalments, lines strings.Builder
	for i := range phases {
		year, id := 2024+i, fmt.Sprintf("P%d", i+1)
		fmt.Fprintf(&periods, "  - {id: %s, start: %d-07-01, end: %d-06-30}\n", id, year, year+1)
		fmt.Fprintf(&shares, "%d, ", 50+i)
		fmt.Fprintf(&planned, "%d, ", 10_000_000+i)
		fmt.Fprintf(&instalments, "        - {id: I%d, phase: %s, amount: %d, due: %d-09-30, event: {en: Start, ko: 착수}}\n", i+1, id, 10_000_000+i, year)
		fmt.Fprintf(&lines, "    - {id: L%d, party: KR1, category: ACT, phase: %s, item: {en: Cloud, ko: 클라우드}, quantity: 3, unit_price: %d, source: gov}\n", i+1, id, 7_000_000+i)
	}
	return fmt.Sprintf(`project:
  id: b01
  title: {en: Deep reading of images, ko: 영상 판독}
  start: 2024-07-01
  end: %d-06-30
parties:
  - id: KR1
    role: lead
    law_class: nonprofit
    name: {en: Hankuk Hospital, native: 한국병원}
    short: {en: HH, ko: 한국}
  - id: KR2
    role: joint
    law_class: sme
    name: {en: Maru Inc., native: 마루㈜}
    short: {en: Maru, ko: 마루}
  - id: US1
    role: overseas
    name: {en: Example Institute, native: Example Institute}
phases:
%sbudget:
  rates:
    - {currency: USD, krw_per_unit: "1380.00", date: 2024-04-22, source: {en: Fixed rate, ko: 고정 환율}}
  institutions:
    - {party: KR1, indirect_rate: 20, indirect_basis: {en: Notified rate, ko: 고시 비율}}
  people:
    - {id: H1, party: KR1, name: {en: Professor, ko: 교수}, category: PERS, source: unpaid, monthly: 9000000, participation: [%[3]s]}
    - {id: H2, party: KR1, name: {en: Engineer, ko: 엔지니어}, category: PERS, source: gov, monthly: 5000000, participation: [%[3]s]}
    - {id: H3, party: KR2, name: {en: Developer, ko: 개발자}, category: PERS, source: own_in_kind, monthly: 6000000, participation: [%[3]s]}
  lines:
%[4]s    - {id: LX, party: KR2, category: MATL, phase: P1, item: {en: Sensors, ko: 센서}, quantity: 10, unit_price: 12.50, currency: USD, source: own_cash, justification: {en: Six types, ko: 여섯 종류}}
    - {id: LG, party: KR2, category: ACT, phase: P1, item: {en: Tests, ko: 시험}, quantity: 1, unit_price: 30000000, source: gov}
  payments:
    - id: PAY
      payer: KR1
      payee: US1
      currency: USD
      phases: [%[5]s]
      instalments:
%[6]s%[7]s`, 2024+phases, periods.String(), shares.String(), lines.String(), planned.String(), instalments.String(), more)
}

func realLaw(t testing.TB) *law.Version {
	t.Helper()
	text, err := os.ReadFile("../../data/laws/kr-2024-02-29.yaml")
	if err != nil {
		t.Fatal(err)
	}
	v, found := law.Load("kr-2024-02-29.yaml", text)
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	return v
}

// budgetOf computes a project as the program does.
func budgetOf(t testing.TB, text string, o budget.Options) Budget {
	t.Helper()
	p := loadProject(t, text)
	b, found := budget.Compute(p, realLaw(t), o)
	for _, f := range found {
		if f.Severity == diag.Blocking {
			t.Fatalf("%s %s: %s", f.Code, f.Path, f.Message.EN)
		}
	}
	return NewBudget(NewBase(p, sampleCall(), date("2024-05-01")), p, b)
}

func total(amounts []money.Amount) int64 {
	sum := int64(0)
	for _, a := range amounts {
		sum += a.Minor()
	}
	return sum
}

// TestBudgetAddsUp: rows and columns of every table add up to the same total.
func TestBudgetAddsUp(t *testing.T) {
	for _, phases := range []int{1, 3, 6, 7, 13} {
		b := budgetOf(t, budgetText(phases, ""), budget.Options{})
		whole := b.Total.Total.Minor()
		byPhase, byInstitution := int64(0), int64(0)
		for _, row := range b.ByPhase {
			byPhase += row.Total.Minor()
			if total(row.BySource) != row.Total.Minor() {
				t.Errorf("%d phases: the sources of %s do not add up", phases, row.Phase)
			}
		}
		for _, row := range b.ByInstitution {
			byInstitution += row.Total.Minor()
		}
		if whole == 0 || byPhase != whole || byInstitution != whole || total(b.Total.BySource) != whole || b.Years.Total.Total.Minor() != whole {
			t.Errorf("%d phases: %d by phase, %d by institution, in all %d", phases, byPhase, byInstitution, whole)
		}
		grids(t, b.Categories, phases, whole)
		grids(t, b.Years.Grids, phases, whole)
		for i, in := range b.Institutions {
			grids(t, in.Grids, phases, b.ByInstitution[i].Total.Minor())
		}
		inKind(t, b, phases)
		people(t, b, phases)
	}
}

// grids holds tables to the number of phases that one shows, and their rows to
// the total, which only the last table has.
func grids(t *testing.T, list []Grid, phases int, whole int64) {
	t.Helper()
	if want := (phases + phasesWide - 1) / phasesWide; len(list) != want {
		t.Errorf("%d phases: %d tables, want %d", phases, len(list), want)
	}
	shown, sum := 0, int64(0)
	for n, g := range list {
		if len(g.Phases) > phasesWide || g.Whole != (n+1 == len(list)) {
			t.Errorf("%d phases: table %d has %d and the total %v", phases, n, len(g.Phases), g.Whole)
		}
		shown += len(g.Phases)
		categories := int64(0)
		for _, r := range g.Rows {
			if len(r.Amounts) != len(g.Phases) {
				t.Errorf("%d phases: %d amounts", phases, len(r.Amounts))
			}
			if r.Sum == "" {
				categories += total(r.Amounts)
			}
		}
		last := g.Rows[len(g.Rows)-1]
		if last.Sum != totalSum || total(last.Amounts) != categories || last.Total.Minor() != whole {
			t.Errorf("%d phases: the rows add up to %d, the total is %+v", phases, categories, last)
		}
		sum += categories
	}
	if shown != phases || sum != whole {
		t.Errorf("%d phases: %d are shown, with %d of %d", phases, shown, sum, whole)
	}
}

func inKind(t *testing.T, b Budget, phases int) {
	t.Helper()
	if want := (phases + phasesSplit - 1) / phasesSplit; len(b.InKind) != want {
		t.Errorf("%d phases: %d tables in cash and in kind, want %d", phases, len(b.InKind), want)
	}
	last := b.InKind[len(b.InKind)-1]
	row := last.Rows[len(last.Rows)-1]
	if kind := b.Total.BySource[slices.Index(b.Sources, "own_in_kind")]; row.Total.Kind != kind || row.Total.Cash.Minor()+kind.Minor() != b.Total.Total.Minor() {
		t.Errorf("%d phases: in cash and in kind %+v", phases, row.Total)
	}
}

// people: the unpaid post is listed and not counted.
func people(t *testing.T, b Budget, phases int) {
	t.Helper()
	paid := int64(0)
	for _, table := range b.People {
		paid += total(table.Sums)
		if len(table.Rows) != 3 || len(table.Sums) != len(table.Phases) {
			t.Errorf("%d phases: a table of people has %d rows", phases, len(table.Rows))
		}
	}
	rows := b.People[0].Rows
	if !b.Unpaid || paid != rows[1].Total.Minor()+rows[2].Total.Minor() || b.People[0].Total.Minor() != paid {
		t.Errorf("%d phases: the posts add up to %d", phases, paid)
	}
}

func TestBudgetAgainstTheCall(t *testing.T) {
	b := budgetOf(t, budgetText(2, ""), budget.Options{Caps: []money.Amount{moneytest.KRW(500_000_000), moneytest.KRW(1)}})
	gov := slices.Index(b.Sources, "gov")
	for i, row := range b.ByPhase {
		if got := row.Left.Minor(); got != row.Cap.Minor()-row.BySource[gov].Minor() {
			t.Errorf("phase %d: %d is left", i+1, got)
		}
	}
	if !b.Capped || b.Total.Cap.Minor() != 500_000_001 || !b.ByPhase[1].Left.IsNegative() {
		t.Errorf("the ceiling of all phases is %s", b.Total.Cap)
	}
	part := budgetOf(t, budgetText(2, ""), budget.Options{Caps: []money.Amount{moneytest.KRW(5)}})
	if !part.Capped || !part.Total.Cap.Currency().IsZero() || !part.ByPhase[1].Cap.Currency().IsZero() {
		t.Error("a ceiling that the call does not state has an amount")
	}
}

// TestBudgetAward: every table of changes ties to the budget that was asked for
// and to the one that was awarded.
func TestBudgetAward(t *testing.T) {
	if b := budgetOf(t, budgetText(2, ""), budget.Options{}); b.Award != nil {
		t.Error("there is an award that nobody made")
	}
	asked := budgetOf(t, budgetText(2, ""), budget.Options{})
	b := budgetOf(t, budgetText(2, "award:\n  government: [80000000, 60000000]\n  method: pro_rata\n"), budget.Options{})
	if b.Award == nil {
		t.Fatal("there is no award")
	}
	for name, rows := range map[string][]ChangeRow{"phases": b.Award.Phases, "institutions": b.Award.Institutions, "categories": b.Award.Categories} {
		var requested, awarded, difference int64
		for _, r := range rows {
			requested += r.Total.Requested.Minor()
			awarded += r.Total.Awarded.Minor()
			difference += r.Total.Difference.Minor()
		}
		if requested != asked.Total.Total.Minor() || awarded != b.Total.Total.Minor() || difference != awarded-requested {
			t.Errorf("%s: %d requested, %d awarded, difference %d", name, requested, awarded, difference)
		}
	}
	if got := b.Award.Phases[1].Government.Awarded.Minor(); got != 60_000_000 {
		t.Errorf("the second phase has %d", got)
	}
	changed := 0
	for _, l := range b.Lines {
		if l.Change != nil {
			changed++
		}
	}
	if changed == 0 || b.People[0].Rows[1].Phases[0].Change == nil || b.People[0].Rows[2].Phases[0].Change != nil {
		t.Errorf("%d lines are changed", changed)
	}
}

func TestBudgetStressAndReadings(t *testing.T) {
	b := budgetOf(t, budgetText(2, ""), budget.Options{})
	if b.Stress != nil || b.Rounded != nil {
		t.Error("there is a test that nobody asked for")
	}
	b = budgetOf(t, budgetText(2, ""), budget.Options{Stress: percentOf("10"), RoundingUnit: moneytest.KRW(1000)})
	if s := b.Stress; s == nil || len(s.Rows) != 1 || s.More.Minor() != s.Stressed.Minor()-s.Planned.Minor() || s.More.Minor() < 2_000_000 || s.More.Minor() > 2_000_010 {
		t.Errorf("the stress is %+v", s)
	}
	if b.Rounded == nil || b.Rounded.Minor() != 1000 {
		t.Errorf("the unit is %v", b.Rounded)
	}
	taken, other := 0, 0
	for _, l := range b.Limits {
		if l.Taken {
			taken++
		}
		if l.Other {
			other++
		}
		if l.Cite < 1 || l.Cite > len(b.Cited) || b.Cited[l.Cite-1].Number != l.Cite {
			t.Errorf("%s cites number %d of %d", l.Name.EN, l.Cite, len(b.Cited))
		}
	}
	if taken != 1 || other != 1 {
		t.Errorf("%d readings taken, %d others", taken, other)
	}
}

// TestBudgetWithoutMoney: nothing is asked for, and nothing is charted.
func TestBudgetWithoutMoney(t *testing.T) {
	b := budgetOf(t, strings.Split(budgetText(2, ""), "budget:\n")[0], budget.Options{})
	if b.Charted || len(b.Sources) != 0 || b.Total.Government != nil {
		t.Errorf("of nothing: %+v", b.Total)
	}
}

// printedBudget fills the built-in template.
func printedBudget(t *testing.T, b Budget, text string, lang diag.Lang) *doc.Resolved {
	t.Helper()
	layers := library.Layers{{Name: "built in", FS: os.DirFS("../../templates")}}
	typ, found, err := layers.Document("budget")
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	words, found, err := LoadWords(layers)
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	p := loadProject(t, text)
	c := sampleCall()
	c.Agency.Short = law.Text{EN: "AG", KO: "기관"}
	b.Call = NewBase(p, c, date("2024-05-01")).Call
	d, found := Document(Input{Type: typ, Lang: lang, Project: p, Law: realLaw(t), Call: c, Words: words, Context: b, Meta: doc.Document{Paper: doc.A4.Landscape()}})
	none(t, found)
	r, found := doc.Resolve(d, nil)
	none(t, found)
	return r
}

// TestBudgetTemplate: both languages of the budget print the same values, and
// what they print is what a person has looked at.
func TestBudgetTemplate(t *testing.T) {
	award := "award:\n  notified: 2024-06-24\n  government: [80000000, 60000000]\n  method: pro_rata\n  reason: {en: Less money, ko: 예산 축소}\n"
	for name, tt := range map[string]struct {
		text    string
		options budget.Options
	}{
		"two phases":   {budgetText(2, ""), budget.Options{Stress: percentOf("10"), Caps: []money.Amount{moneytest.KRW(500_000_000)}}},
		"awarded":      {budgetText(2, award), budget.Options{RoundingUnit: moneytest.KRW(1000)}},
		"seven phases": {budgetText(7, ""), budget.Options{}},
		"no money":     {strings.Split(budgetText(2, ""), "budget:\n")[0], budget.Options{}},
	} {
		b := budgetOf(t, tt.text, tt.options)
		en, ko := printedBudget(t, b, tt.text, diag.English), printedBudget(t, b, tt.text, diag.Korean)
		if e, k := valuesOf(en), valuesOf(ko); !slices.Equal(e, k) {
			t.Errorf("%s: the languages print other values:\n%s\n%s", name, strings.Join(e, ", "), strings.Join(k, ", "))
		}
		if name == "two phases" {
			golden(t, "budget.en.txt", en.Dump())
			golden(t, "budget.ko.txt", ko.Dump())
		}
	}
}

// valuesOf lists the typed values of a document, sorted.
func valuesOf(r *doc.Resolved) []string {
	var out []string
	for _, line := range strings.Split(r.Dump(), "\n") {
		for _, kind := range []string{"amount", "percent", "count", "date", "number"} {
			for rest := line; ; {
				_, after, ok := strings.Cut(rest, "<"+kind+" ")
				if !ok {
					break
				}
				value, _, _ := strings.Cut(after, "|")
				out = append(out, kind+" "+value)
				rest = after
			}
		}
	}
	slices.Sort(out)
	return out
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look at what changes", file)
	}
}
