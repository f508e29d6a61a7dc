package intake_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/render/xlsx"
)

// TestUnedited takes back workbooks that nobody changed, and such that another
// program saved again: not a byte may change.
func TestUnedited(t *testing.T) {
	o := newOffice(t)
	examples, err := filepath.Glob("../../data/examples/*.yaml")
	if err != nil || len(examples) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range append(examples, consortium, small) {
		text := read(t, name)
		s := o.make(t, text)
		for how, book := range map[string][]byte{
			"as made":     s.book,
			"saved again": edit(t, s.book, func(*excelize.File) {}),
		} {
			r, out := s.take(t, book)
			if len(r.Changes)+len(r.Found) > 0 || !bytes.Equal(out, text) {
				t.Errorf("%s, %s:\n%s\n%s", name, how, changesOf(r), findingsOf(r.Found))
			}
		}
	}
}

func TestValues(t *testing.T) {
	text := read(t, example)
	s := newOffice(t).make(t, text)
	for _, c := range []struct {
		name    string
		cells   map[string]any
		changes string
		lines   string
	}{
		{"a number", map[string]any{"CostLines!H6": 90000000},
			"CostLines!H6 → budget.lines[0].unit_price: 88,000,000 → 90,000,000",
			"-      unit_price: 88_000_000\n+      unit_price: 90_000_000"},
		{"a number as text", map[string]any{"CostLines!H6": " 90,000,000 "},
			"CostLines!H6 → budget.lines[0].unit_price: 88,000,000 → 90,000,000",
			"-      unit_price: 88_000_000\n+      unit_price: 90_000_000"},
		{"full-width digits", map[string]any{"CostLines!G6": "４０"},
			"CostLines!G6 → budget.lines[0].quantity: 3 → 40",
			"-      quantity: 3\n+      quantity: 40"},
		{"a binary fraction", map[string]any{"CostLines!G6": 0.1 + add(0.2)},
			"CostLines!G6 → budget.lines[0].quantity: 3 → 0.3",
			"-      quantity: 3\n+      quantity: 0.3"},
		{"a percentage as text", map[string]any{"Personnel!L6": "75%"},
			"Personnel!L6 → budget.people[0].participation[0]: 40% → 75%",
			"-      participation: [40, 40, 40]\n+      participation: [75, 40, 40]"},
		{"a fraction", map[string]any{"Personnel!M6": 0.625},
			"Personnel!M6 → budget.people[0].participation[1]: 40% → 62.5%",
			"-      participation: [40, 40, 40]\n+      participation: [40, 62.5, 40]"},
		{"codes in small letters", map[string]any{"CostLines!C6": "matl", "CostLines!D7": " p2 "},
			"CostLines!C6 → budget.lines[0].category: EQUIP → MATL\nCostLines!D7 → budget.lines[1].phase: P1 → P2",
			"-      category: EQUIP\n-      phase: P1\n+      phase: P2\n+      category: MATL"},
		{"a flag that was absent", map[string]any{"CostLines!M6": "y"},
			"CostLines!M6 → budget.lines[0].external_expertise: N → Y",
			"+      external_expertise: true"},
		{"a flag that was there", map[string]any{"CostLines!M11": false},
			"CostLines!M11 → budget.lines[5].external_expertise: Y → N",
			"-      external_expertise: true\n+      external_expertise: false"},
		{"one language", map[string]any{"CostLines!E7": "가명처리 영상 암호화 저장장치\nStorage, encrypted"},
			`CostLines!E7 → budget.lines[1].item: "가명처리 영상 암호화 저장장치 / Encrypted storage for pseudonymised stud…" → "가명처리 영상 암호화 저장장치 / Storage, encrypted"`,
			"-      item: {en: Encrypted storage for pseudonymised studies, ko: 가명처리 영상 암호화 저장장치}\n" +
				`+      item: {en: "Storage, encrypted", ko: 가명처리 영상 암호화 저장장치}`},
		{"a text that goes", map[string]any{"CostLines!N9": ""},
			`CostLines!N9 → budget.lines[3].justification: "촬영 장비별 보정 시험 / Calibration across scanner types" → (empty)`,
			"-      justification: {en: Calibration across scanner types, ko: 촬영 장비별 보정 시험}"},
		{"a quoted rate", map[string]any{"Rates!B7": 1391.5},
			"Rates!B7 → budget.rates[0].krw_per_unit: 1,380 → 1,391.5",
			`-      krw_per_unit: "1380.00"` + "\n" + `+      krw_per_unit: "1391.50"`},
		{"a day", map[string]any{"Payments!E6": 45566},
			"Payments!E6 → budget.payments[0].instalments[0].due: 2024-09-30 → 2024-10-01",
			"-          due: 2024-09-30\n+          due: 2024-10-01"},
		{"the rate of an institution", map[string]any{s.at(t, "Institution_Rate"): 0.26},
			s.at(t, "Institution_Rate") + " → budget.institutions[0].indirect_rate: 25% → 26%",
			"-      indirect_rate: 25.00           # percent of the modified direct cost\n+      indirect_rate: 26.00           # percent of the modified direct cost"},
		{"an allowance", map[string]any{s.at(t, "Allowance_2"): "5,000,000"},
			s.at(t, "Allowance_2") + " → budget.institutions[0].allowance[1]: 60,000,000 → 5,000,000",
			"-      allowance: [60_000_000, 60_000_000, 80_000_000]\n+      allowance: [60_000_000, 5_000_000, 80_000_000]"},
		{"an indirect cost that had been computed", map[string]any{s.at(t, "Indirect_1"): 1000000, s.at(t, "Indirect_2"): 0, s.at(t, "Indirect_3"): 3},
			s.at(t, "Indirect_1") + " → budget.institutions[0].indirect[0]: (empty) → 1,000,000\n" +
				s.at(t, "Indirect_2") + " → budget.institutions[0].indirect[1]: (empty) → 0\n" +
				s.at(t, "Indirect_3") + " → budget.institutions[0].indirect[2]: (empty) → 3",
			"+      indirect: [1_000_000, 0, 3]"},
		{"optional words", map[string]any{"CostLines!F6": "us1", "CostLines!I6": "usd"},
			"CostLines!F6 → budget.lines[0].payee: (empty) → US1\nCostLines!I6 → budget.lines[0].currency: KRW → USD",
			"+      payee: US1\n+      currency: USD"},
		{"what else is known of a person", map[string]any{"Personnel!H7": "H1-person", "Personnel!I8": "Civil_Servant", "Personnel!O6": "20%", "Personnel!I6": ""},
			"Personnel!I6 → budget.people[0].employment: faculty → (empty)\nPersonnel!O6 → budget.people[0].other_projects[0]: 30% → 20%\n" +
				"Personnel!H7 → budget.people[1].person: (empty) → H1-person\nPersonnel!I8 → budget.people[2].employment: (empty) → civil_servant",
			"-      other_projects: [30, 30, 30]   # time in other projects; at most 100 percent in all\n-      employment: faculty\n" +
				"+      other_projects: [20, 30, 30]   # time in other projects; at most 100 percent in all\n+      person: H1-person\n+      employment: civil_servant"},
		{"when and how equipment is bought", map[string]any{"CostLines!O6": 45600, "CostLines!P7": "n", "CostLines!Q8": "y", "CostLines!O8": ""},
			"CostLines!O6 → budget.lines[0].bought: 2024-09-30 → 2024-11-04\nCostLines!P7 → budget.lines[1].sharing_checked: Y → N\n" +
				"CostLines!O8 → budget.lines[2].bought: 2024-09-30 → (empty)\nCostLines!Q8 → budget.lines[2].review_done: N → Y",
			"-      bought: 2024-09-30             # the planned day of purchase, or of a contract on software\n-      bought: 2024-09-30\n-      sharing_checked: true\n" +
				"+      bought: 2024-11-04             # the planned day of purchase, or of a contract on software\n+      sharing_checked: false\n+      review_done: true"},
		{"a payment and its instalment", map[string]any{"Overseas!G6": 310000000, "Payments!F6": 310000000},
			"Overseas!G6 → budget.payments[0].phases[0]: 320,000,000 → 310,000,000\nPayments!F6 → budget.payments[0].instalments[0].amount: 320,000,000 → 310,000,000",
			"-      phases: [320_000_000, 320_000_000, 320_000_000]\n-          amount: 320_000_000\n+      phases: [310_000_000, 320_000_000, 320_000_000]\n+          amount: 310_000_000"},
	} {
		r, out := s.take(t, typed(t, s.book, c.cells))
		if got := changesOf(r); got != c.changes || len(r.Found) > 0 {
			t.Errorf("%s: changes\n%s\nwant\n%s\n%s", c.name, got, c.changes, findingsOf(r.Found))
		}
		if got := diff(text, out); got != c.lines {
			t.Errorf("%s: lines\n%s\nwant\n%s", c.name, got, c.lines)
		}
	}
}

// TestComputedAllowance states an allowance that had been computed: the rule goes.
// A column that stands only where it is needed is taken back like others.
func TestComputedAllowance(t *testing.T) {
	text := read(t, consortium)
	s := newOffice(t).make(t, text)
	second := func(name string, down int) string {
		area, _ := xlsx.ParseArea(s.names[name])
		return area.Sheet + "!" + area.Range.From.Down(down).String()
	}
	cells := map[string]any{second("Line_OriginalPrice", 5): 240000000}
	for i, name := range []string{"Allowance_1", "Allowance_2", "Allowance_3", "Allowance_4"} {
		cells[second(name, 1)] = i + 1
	}
	r, out := s.take(t, typed(t, s.book, cells))
	want := strings.NewReplacer("7.77, allowance_to_limit: true", "7.77, allowance: [1, 2, 3, 4]", "250_000_001", "240_000_000").Replace(string(text))
	if string(out) != want || len(r.Found) > 0 || !strings.Contains(changesOf(r), "budget.institutions[1].allowance_to_limit: true → (empty)\n") {
		t.Error(changesOf(r), findingsOf(r.Found), diff(text, out))
	}
}

// add keeps the compiler from adding exactly.
func add(f float64) float64 { return f }
