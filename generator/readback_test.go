package generator_test

import (
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
)

// TestAllAmountsAgree builds every example in the ways in which a pack can look,
// after an award too: every figure that is read back agrees with the model.
func TestAllAmountsAgree(t *testing.T) {
	for _, name := range examples(t) {
		for way, o := range map[string]generator.Options{
			"English draft":       {Lang: diag.English, Draft: true, Headings: diag.Korean},
			"Korean in thousands": {Lang: diag.Korean, Thousands: true, Headings: diag.English},
		} {
			t.Run(name+"/"+way, func(t *testing.T) {
				t.Parallel()
				p := example(t, name)
				p["award"] = awarded(t, name)
				out := build(t, name, p, o)
				whole(t, p, out)
				for _, f := range out.Findings {
					if strings.HasPrefix(f.Code, "FIG-") {
						t.Errorf("%s: %s", f.Code, f.Message.EN)
					}
				}
				if out.Agreed.Figures < 1500 || out.Agreed.Documents < 8 {
					t.Errorf("only %d figures in %d documents were read back", out.Agreed.Figures, out.Agreed.Documents)
				}
			})
		}
	}
}

// awarded is an award of a tenth less than is asked for in the first phase.
func awarded(t *testing.T, name string) node {
	t.Helper()
	m, err := generator.Figures(world(t, name, example(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	var won []any
	for i, phase := range m.Budget.Phases {
		asked := phase.Totals.Government.Minor()
		if i == 0 {
			asked -= asked / 10
		}
		won = append(won, int(asked))
	}
	return node{"notified": "2024-06-25", "government": won, "method": "pro_rata", "reason": node{"en": "All projects are cut.", "ko": "전 과제 일률 감액"}}
}
