package generator_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"pactwright/data"
	"pactwright/generator"
	"pactwright/generator/diag"
)

// notReady are the examples that show conditions that are not met, with the
// codes of exactly these findings. The others have no findings at all.
var notReady = map[string][]string{
	"nine-parties": {"CALL-LOI", "CALL-LOI-DATE"}, // a letter without a signature, one dated after the window
}

// TestExamples builds every bundled example whole.
func TestExamples(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := example(t, name)
			out := exampleBuilt(t, name)
			whole(t, p, out)
			var codes []string
			for _, f := range out.Findings {
				codes = append(codes, f.Code)
			}
			slices.Sort(codes)
			if !slices.Equal(codes, notReady[name]) {
				t.Errorf("findings %v, want %v", codes, notReady[name])
			}
		})
	}
}

// exampleBuilt is the pack of an example as it is, made once for all tests that
// look at it.
func exampleBuilt(t *testing.T, name string) generator.Outcome {
	t.Helper()
	once, _ := examplePacks.LoadOrStore(name, sync.OnceValues(func() (generator.Outcome, error) {
		return generator.Build(world(t, name, example(t, name)), generator.Options{Lang: diag.English})
	}))
	out, err := once.(func() (generator.Outcome, error))()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var examplePacks sync.Map

// TestMutations builds every example with every change that it is not made for:
// what builds only the bundled figures fails on one of them. The contracts are
// made in one language, which is enough for that.
func TestMutations(t *testing.T) {
	for _, name := range examples(t) {
		for _, m := range mutations {
			t.Run(name+"/"+m.name, func(t *testing.T) {
				t.Parallel()
				p := example(t, name)
				if !m.change(p) {
					t.Skip("there is nothing to change")
				}
				for _, a := range list(p, "agreements") {
					a.(node)["texts"] = []any{"en"}
				}
				out := build(t, name, p, generator.Options{Lang: diag.English})
				whole(t, p, out)
				sameMoney(t, name, p)
			})
		}
	}
}

// whole checks that nothing blocks and that every contract and letter is there.
func whole(t *testing.T, p node, out generator.Outcome) {
	t.Helper()
	for _, f := range out.Findings {
		if f.Severity == diag.Blocking {
			t.Errorf("%s %s: %s %s", f.Code, f.Path, f.Template, f.Message.EN)
		}
	}
	if len(out.Files) == 0 {
		t.Fatal("no pack was made")
	}
	for _, a := range list(p, "agreements") {
		for _, text := range list(a.(node), "texts") {
			want(t, out, "agreement/"+a.(node)["id"].(string)+"."+text.(string)+".pdf")
		}
	}
	for _, l := range list(p, "letters") {
		want(t, out, "letters/"+l.(node)["id"].(string)+".en.pdf")
	}
	want(t, out, "budget/budget.xlsx")
	want(t, out, "budget/budget.pdf")
}

func want(t *testing.T, out generator.Outcome, path string) {
	t.Helper()
	for _, f := range out.Files {
		if f.Path == path && len(f.Data) > 1000 {
			return
		}
	}
	t.Errorf("the pack has no %s", path)
}

// sameMoney checks that a change that moves money did not make or lose any.
func sameMoney(t *testing.T, name string, p node) {
	t.Helper()
	m, err := generator.Figures(world(t, name, p))
	if err != nil {
		t.Fatal(err)
	}
	s := loadScenario(t, name)
	for i, phase := range m.Budget.Phases {
		equal(t, phase.ID+" government", phase.Totals.Government.Minor(), s.GovPerPhase[i])
		equal(t, phase.ID+" international", phase.Totals.International.Minor(), s.IntlPerPhase[i])
		equal(t, phase.ID+" own cash", phase.Totals.OwnCash.Minor(), s.OwnCashPerPhase[i])
		equal(t, phase.ID+" own in kind", phase.Totals.OwnInKind.Minor(), s.OwnKindPerPhase[i])
	}
}

// TestReadings holds the examples to the readings of the call that decide about
// them: with the amount for all projects of the track only the commercialization
// project stands, and with all R&D funds as the base of the government's share
// it alone falls.
func TestReadings(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			commercial := name == "commercialization"
			for _, tt := range []struct {
				setting, value, code string
				found                bool
			}{
				{"gov_cap_scope", "per_project", "CALL-BUD-R", false},
				{"gov_cap_scope", "per_track", "CALL-BUD-R", !commercial},
				{"gov_cap_scope", "per_track", "CALL-BUD-C", false},
				{"gov_share_base", "total_minus_intl", "LAW-MATCH", false},
				{"gov_share_base", "total", "LAW-MATCH", commercial},
			} {
				p := example(t, name)
				p["project"].(node)["settings"] = node{tt.setting: tt.value}
				delete(p, "agreements") // documents do not matter here, and take time
				delete(p, "letters")
				out, err := generator.Check(world(t, name, p), generator.Options{Lang: diag.English})
				if err != nil {
					t.Fatal(err)
				}
				found := slices.ContainsFunc(out.Findings, func(f diag.Finding) bool { return f.Code == tt.code })
				if found != tt.found {
					t.Errorf("%s: %s: %s found %v, want %v", tt.setting, tt.value, tt.code, found, tt.found)
				}
			}
		})
	}
}

// A foreign joint institution signs the project agreement itself: what it
// contributes is part of the budget, unlike that of an overseas institution.
func TestModelA(t *testing.T) {
	for name, inside := range map[string]bool{"foreign-joint-institution": true, "unfunded-partner": false} {
		text, err := generator.DumpDocuments(world(t, name, example(t, name)), generator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for phrase, want := range map[string]bool{
			"is part of the budget of the Project":     inside,
			"연구개발과제의 예산에 포함되며":                         inside,
			"is not part of the budget of the Project": !inside,
			"연구개발과제의 예산에 포함되지 아니하며":                    !inside,
		} {
			if got := strings.Contains(text, phrase); got != want {
				t.Errorf("%s: %q is there: %v, want %v", name, phrase, got, want)
			}
		}
	}
}

func examples(t testing.TB) []string {
	t.Helper()
	names, err := generator.Examples()
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// node is a map of a project file, as the mutations change it.
type node = map[string]any

// example returns a bundled example as a map. Scalars stay text, so that 60.00
// is not shortened.
func example(t testing.TB, name string) node {
	t.Helper()
	read, _ := exampleTrees.LoadOrStore(name, sync.OnceValues(func() (*yaml.Node, error) {
		text, err := fs.ReadFile(data.Files, "examples/"+name+".yaml")
		if err != nil {
			return nil, err
		}
		var doc yaml.Node
		return &doc, yaml.Unmarshal(text, &doc)
	}))
	doc, err := read.(func() (*yaml.Node, error))()
	if err != nil {
		t.Fatal(err)
	}
	return plain(doc.Content[0]).(node)
}

// exampleTrees are the bundled examples as they were read, of which every test
// gets a copy of its own.
var exampleTrees sync.Map

// scalar is a value with its YAML text, written back as it was.
type scalar struct{ yaml.Node }

func (s scalar) MarshalYAML() (any, error) { return &s.Node, nil }

func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := node{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		var l []any
		for _, c := range n.Content {
			l = append(l, plain(c))
		}
		return l
	}
	if n.Tag == "!!str" {
		return n.Value
	}
	return scalar{*n}
}

// world holds a project, changed or not, beside the files that came in for it.
func world(t testing.TB, name string, p node) generator.World {
	t.Helper()
	text, err := yaml.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{"project.yaml": {Data: text}}
	received, err := fs.ReadDir(data.Files, "examples/received/"+name)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range received {
		file := path.Join("received", name, e.Name())
		data, err := fs.ReadFile(data.Files, path.Join("examples", file))
		if err != nil {
			t.Fatal(err)
		}
		dir[file] = &fstest.MapFile{Data: data}
	}
	return generator.World{Dir: dir, Name: "project.yaml"}
}

func build(t testing.TB, name string, p node, o generator.Options) generator.Outcome {
	t.Helper()
	out, err := generator.Build(world(t, name, p), o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
