package generator_test

import (
	"slices"
	"testing"

	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// TestCapOfTheTrack: read as the money of the whole track, the amounts of the
// call are too small for each R&D project and enough for commercialization.
func TestCapOfTheTrack(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			p := example(t, name)
			setting(p, "gov_cap_scope", "per_track")
			found := judged(t, name, p, call.Application)
			want := loadScenario(t, name).Track == "rnd"
			if got := slices.Contains(unmet(found), "CALL-BUD-R"); got != want {
				t.Errorf("cap rule fails: %v, want %v", got, want)
			}
		})
	}
}

// TestShareBase: the base of the government's share without international joint
// R&D cost lets the commercialization project pass, the whole does not.
func TestShareBase(t *testing.T) {
	for base, want := range map[string]bool{"total_minus_intl": false, "total": true} {
		p := example(t, "commercialization")
		setting(p, "gov_share_base", base)
		found := judged(t, "commercialization", p, call.Application)
		if got := slices.Contains(unmet(found), "LAW-MATCH"); got != want {
			t.Errorf("%s: LAW-MATCH fails: %v, want %v", base, got, want)
		}
	}
}

// judged returns the findings about a project before its documents are made;
// TestExamples makes them.
func judged(t *testing.T, name string, p node, at call.Point) diag.List {
	t.Helper()
	found, err := generator.Judge(world(t, name, p), at)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// unmet lists the codes of what blocks or is unmet, each once.
func unmet(found diag.List) []string {
	var codes []string
	for _, f := range found {
		if f.Severity >= diag.Unmet && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// setting has the project read a point that the call leaves open in a way.
func setting(p node, id, value string) {
	info := p["project"].(node)
	settings, ok := info["settings"].(node)
	if !ok {
		settings = node{}
		info["settings"] = settings
	}
	settings[id] = value
}
