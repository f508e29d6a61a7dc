package versions

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

func fileOf(t *testing.T, text string) *source.File {
	t.Helper()
	f, found := source.Decode("p.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return f
}

// told is what the fields of two files say about their difference, a line for
// each: the list, the kind, what, and the values.
func told(t *testing.T, old, new string) string {
	t.Helper()
	var c Comparison
	c.fields(Version{File: fileOf(t, old)}, Version{File: fileOf(t, new)})
	var out []string
	for _, list := range []struct {
		name    string
		changes []Change
	}{{"parties", c.Parties}, {"amounts", c.Amounts}, {"dates", c.Dates}, {"choices", c.Choices}, {"other", c.Other}} {
		for _, ch := range list.changes {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s: %s -> %s %s", list.name, ch.Kind, ch.What.EN, ch.Old.EN, ch.New.EN, ch.Difference.EN)))
		}
	}
	return strings.Join(out, "\n")
}

func TestFields(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"entries are the same by their ids, wherever they stand",
			"parties: [{id: A, kind: sme}, {id: B, kind: sme}]", "parties: [{id: B, kind: sme}, {id: A, kind: large}]",
			"parties changed parties[A].kind: sme -> large"},
		{"an entry that is new or gone is told once",
			"parties: [{id: A, kind: sme}]", "parties: [{id: B, kind: sme}]",
			"parties added parties[B]:  -> id: B, kind: sme\nparties removed parties[A]: id: A, kind: sme ->"},
		{"numbers are what they are, however they are written",
			"budget: {lines: [{id: L, price: 1_000, n: 2}]}", "budget: {lines: [{id: L, price: 1000.0, n: 3}]}",
			"amounts changed budget.lines[L].n: 2 -> 3 +1"},
		{"a difference of amounts is exact",
			"budget: {x: 0.10}", "budget: {x: 0.30}", "amounts changed budget.x: 0.10 -> 0.30 +0.20"},
		{"values for each phase stand in their order",
			"budget: {x: [1, 2, 3]}", "budget: {x: [1, 3, 3]}", "amounts changed budget.x[1]: 2 -> 3 +1"},
		{"lists of words are told as a whole",
			"agreements: [{id: a, texts: [en, ko]}]", "agreements: [{id: a, texts: [en]}]", "other changed agreements[a].texts: en, ko -> en"},
		{"dates stand with the dates",
			"letters: [{id: l, date: 2024-05-01}]", "letters: [{id: l, date: 2024-06-01}]", "dates changed letters[l].date: 2024-05-01 -> 2024-06-01"},
		{"a group that became a value", "kpi: {a: 1}", "kpi: none", "other changed kpi: a: 1 -> none"},
		{"keys that are new, at any depth", "project: {}", "project: {title: {en: T, ko: 티}}",
			"other added project.title.en:  -> T\nother added project.title.ko:  -> 티"},
		{"null and nothing", "project: {a: ~}", "project: {a: }", ""},
		{"choices, where the contracts could not be made", "agreements: [{id: a, clauses: {term: {days: 3}}}]", "agreements: [{id: a, clauses: {term: {days: 4}}}]",
			"choices changed agreements[a].clauses.term.days: 3 -> 4 +1"},
	} {
		if got := told(t, c.old, c.new); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestUnreadableFile(t *testing.T) {
	c := Compare(Version{File: fileOf(t, "a: 1")}, Version{})
	if len(c.Missing) != 3 || !strings.Contains(c.Missing[0].EN, "project file") || !strings.Contains(c.Missing[0].EN, "new version") {
		t.Errorf("missing: %v", c.Missing)
	}
	if !c.Same() || Nothing(c) == (diag.T("nothing differs", "차이가 없습니다")) {
		t.Error("an unreadable version is said to be the same")
	}
}
