package generator

import (
	"regexp"
	"strings"
	"testing"

	"io/fs"
	"pactwright/data"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/origin"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// exampleStates loads every bundled example.
func exampleStates(t *testing.T) map[string]*state {
	t.Helper()
	out := map[string]*state{}
	names, err := fs.Glob(data.Files, "examples/*.yaml")
	if err != nil || len(names) < 6 {
		t.Fatalf("%d examples: %v", len(names), err)
	}
	dir, err := fs.Sub(data.Files, "examples")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		name = strings.TrimPrefix(name, "examples/")
		s, err := load(World{Dir: dir, Name: name}, Options{Draft: true})
		if err != nil || s.plans == nil || s.budget == nil {
			t.Fatalf("%s: %v, %v", name, err, s.settled())
		}
		out[name] = s
	}
	return out
}

// pureSum is a formula that only adds up what it reads.
var pureSum = regexp.MustCompile(`^(SUMIFS?\([^()]*\)(\+|$))+$`)

// TestPrecedentsAddUp: the cells that a sum is said to read make up its value, in
// the workbooks of all examples: none is missing and none too many.
func TestPrecedentsAddUp(t *testing.T) {
	sums := 0
	for name, s := range exampleStates(t) {
		made, err := s.book()
		if err != nil || made.Book() == nil {
			t.Fatalf("%s: %v", name, err)
		}
		cells := sheet.NewCells(made.Book())
		for _, on := range made.Book().Sheets {
			for _, c := range on.Cells {
				if !pureSum.MatchString(c.Formula) {
					continue
				}
				sums++
				var sum money.Decimal
				at := sheet.Address{Sheet: on.Name, Ref: c.Ref}
				for _, p := range cells.Precedents(at) {
					from, _ := cells.At(p)
					sum = sum.Add(from.Value.Number())
				}
				if !sum.Equal(c.Value.Number()) {
					t.Errorf("%s: %s =%s is %s, what it reads makes %s", name, at, c.Formula, c.Value, sum.Value())
				}
			}
		}
	}
	if sums < 1000 {
		t.Errorf("only %d sums were looked at", sums)
	}
}

// TestGivenCells: every value of the workbook that is taken from the project file
// is found there again, with what the cell shows.
func TestGivenCells(t *testing.T) {
	found := 0
	for name, s := range exampleStates(t) {
		made, err := s.book()
		if err != nil || made.Book() == nil {
			t.Fatalf("%s: %v", name, err)
		}
		cells := sheet.NewCells(made.Book())
		for at, g := range workbook.Givens(made.Book(), s.project) {
			c, _ := cells.At(at)
			v := s.file.Root.Find(g.Path)
			if g.Path == "" || v == nil || c.Value.Kind() != sheet.AmountKind {
				continue
			}
			found++
			text := strings.ReplaceAll(v.Text, "_", "")
			if want, err := money.ParseDecimal(text); err != nil || !want.Equal(c.Value.Number()) {
				t.Errorf("%s: %s shows %s, %s says %s", name, at, c.Value, g.Path, v.Text)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d values were looked at", found)
	}
}

// TestEveryPlaceIsFound: each article, exhibit and sub-clause of every contract is
// found by its number in either language and by its anchor, and only it.
func TestEveryPlaceIsFound(t *testing.T) {
	for name, s := range exampleStates(t) {
		contracts, err := s.contractTexts("", diag.English)
		if err != nil || len(contracts) == 0 {
			t.Fatalf("%s: %d contracts, %v", name, len(contracts), err)
		}
		for _, c := range contracts {
			one := []origin.Contract{c}
			for _, n := range c.Texts[0].Numbered() {
				for _, wanted := range []string{n.Reference.EN, n.Reference.KO, strings.TrimPrefix(n.Reference.EN, "Section "), n.Anchor} {
					if wanted == "" {
						continue
					}
					found := origin.Find(one, wanted)
					if len(found) != 1 || found[0].Places[0].Reference != n.Reference {
						t.Errorf("%s, %s: %q finds %d places", name, c.Plan.Agreement.ID, wanted, len(found))
						continue
					}
					if len(found[0].Places) != len(c.Texts) {
						t.Errorf("%s, %s: %q stands in %d of %d texts", name, c.Plan.Agreement.ID, wanted, len(found[0].Places), len(c.Texts))
					}
				}
			}
		}
	}
}

// TestParametersHaveTheirLines: what a contract prints of a parameter that the
// project file sets is told with the line that sets it.
func TestParametersHaveTheirLines(t *testing.T) {
	s := exampleStates(t)["two-party.yaml"]
	contracts, err := s.contractTexts("", diag.English)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]string{}
	for _, text := range contracts[0].Texts {
		for _, p := range text.Printed() {
			for _, in := range p.Text {
				if in.Kind == doc.PercentInline || in.Kind == doc.CountInline {
					paths[in.Path] += in.Text + " "
				}
			}
		}
	}
	for path, want := range map[string]string{
		"agreements[0].clauses.ownership.shares[0].share":    "60.00% ",
		"agreements[0].clauses.publication.notice_days":      "thirty (30) days ",
		"agreements[0].clauses.human-subjects.event_hours":   "twenty-four (24) hours ",
		"agreements[0].clauses.joint-exploitation.part_days": "",
	} {
		if got := paths[path]; (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s prints %q, want %q", path, got, want)
		}
	}
}
