package generator_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"pactwright/data"
	"pactwright/generator"
	"pactwright/generator/diag"
)

// node is a map of a project file, as the mutations change it.
type node = map[string]any

// mutations are changes that no example is made for: what builds only the
// bundled figures fails on one of them.
var mutations = map[string]func(node){
	"as it is":             func(node) {},
	"one more party":       oneMoreParty,
	"one phase fewer":      onePhaseFewer,
	"another currency":     anotherCurrency,
	"a Korean joint party": jointParty,
}

func TestExample(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(mutations)) {
		t.Run(name, func(t *testing.T) {
			p := example(t)
			mutations[name](p)
			out := build(t, p)
			for _, f := range out.Findings {
				if f.Severity == diag.Blocking {
					t.Errorf("%s %s: %s %s", f.Code, f.Path, f.Template, f.Message.EN)
				}
			}
			if len(out.Files) == 0 {
				t.Fatal("no pack was made")
			}
			want(t, out, "budget/budget.pdf")
			for _, a := range p["agreements"].([]any) {
				id := a.(node)["id"].(string)
				for _, text := range []string{"en", "ko", "en-ko"} {
					want(t, out, "agreement/"+id+"."+text+".pdf")
				}
			}
			for _, l := range p["letters"].([]any) {
				want(t, out, "letters/"+l.(node)["id"].(string)+".en.pdf")
			}
		})
	}
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

// example returns the bundled example as a map. Scalars stay text, so that
// 60.00 is not shortened.
func example(t testing.TB) node {
	t.Helper()
	text, err := fs.ReadFile(data.Files, "examples/two-party.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	return plain(doc.Content[0]).(node)
}

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

func build(t testing.TB, p node) generator.Outcome {
	t.Helper()
	text, err := yaml.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{"project.yaml": {Data: text}}
	signed, err := fs.ReadFile(data.Files, "examples/received/two-party/loi-us1-signed.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir["received/two-party/loi-us1-signed.pdf"] = &fstest.MapFile{Data: signed}
	out, err := generator.Build(generator.World{Dir: dir, Name: "project.yaml"}, generator.Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func list(p node, key string) []any { l, _ := p[key].([]any); return l }

// find returns the entry of a list with the id.
func find(l []any, id string) node {
	for _, x := range l {
		if x.(node)["id"] == id {
			return x.(node)
		}
	}
	panic("no " + id)
}

// clone copies a tree, replacing one text in all of its strings.
func clone(v any, old, new string) any {
	switch v := v.(type) {
	case node:
		m := node{}
		for k, x := range v {
			m[k] = clone(x, old, new)
		}
		return m
	case []any:
		var l []any
		for _, x := range v {
			l = append(l, clone(x, old, new))
		}
		return l
	case string:
		return strings.ReplaceAll(v, old, new)
	}
	return v
}

// oneMoreParty adds a second overseas party with a contract, a letter and part
// of the money.
func oneMoreParty(p node) {
	party := clone(find(list(p, "parties"), "US1"), "US1", "US2").(node)
	party["name"] = node{"en": "Southfield Sample Hospital", "native": "Southfield Sample Hospital"}
	party["short"] = node{"en": "Southfield", "ko": "사우스필드 병원"}
	p["parties"] = append(list(p, "parties"), party)
	for _, key := range []string{"roles", "results"} {
		for _, x := range list(p, key) {
			if x.(node)["party"] == "US1" {
				y := clone(x, "US1", "US2").(node)
				if id, ok := y["id"].(string); ok {
					y["id"] = id + "b"
				}
				p[key] = append(list(p, key), y)
			}
		}
	}
	a := clone(list(p, "agreements")[0], "US1", "US2").(node)
	a["id"] = "us2"
	p["agreements"] = append(list(p, "agreements"), a)
	l := clone(list(p, "letters")[0], "us1", "us2").(node)
	l["id"], l["party"], l["state"] = "loi-us2", "US2", "draft"
	p["letters"] = append(list(p, "letters"), l)
	budget := p["budget"].(node)
	first := list(budget, "payments")[0].(node)
	second := clone(first, "US1", "US2").(node)
	pay(first, 220_000_000)
	pay(second, 100_000_000)
	budget["payments"] = []any{first, second}
}

// pay sets the amount of every phase and of its only instalment.
func pay(payment node, won int) {
	var phases []any
	for range list(payment, "phases") {
		phases = append(phases, won)
	}
	payment["phases"] = phases
	for _, i := range list(payment, "instalments") {
		i.(node)["amount"] = won
	}
}

// onePhaseFewer ends the project with the second phase.
func onePhaseFewer(p node) {
	const end = "2025-12-31"
	p["project"].(node)["end"] = end
	p["phases"] = list(p, "phases")[:2]
	p["work_packages"] = keep(list(p, "work_packages"), func(x node) bool { return date(x["start"]) <= end })
	for _, w := range list(p, "work_packages") {
		if w := w.(node); date(w["end"]) > end {
			w["end"] = end
		}
	}
	p["roles"] = keep(list(p, "roles"), func(x node) bool { return x["work_package"] != "WP4" })
	p["results"] = keep(list(p, "results"), func(x node) bool { return date(x["due"]) <= end })
	budget := p["budget"].(node)
	for _, in := range list(budget, "institutions") {
		in.(node)["allowance"] = list(in.(node), "allowance")[:2]
	}
	for _, h := range list(budget, "people") {
		h.(node)["participation"] = list(h.(node), "participation")[:2]
	}
	budget["lines"] = keep(list(budget, "lines"), func(x node) bool { return x["phase"] != "P3" })
	for _, y := range list(budget, "payments") {
		y := y.(node)
		y["phases"] = list(y, "phases")[:2]
		y["instalments"] = keep(list(y, "instalments"), func(x node) bool { return x["phase"] != "P3" })
	}
}

func date(v any) string {
	if s, ok := v.(scalar); ok {
		return s.Value
	}
	return fmt.Sprint(v)
}

func keep(l []any, good func(node) bool) []any {
	return slices.DeleteFunc(slices.Clone(l), func(x any) bool { return !good(x.(node)) })
}

// anotherCurrency pays in yen, which has no minor unit.
func anotherCurrency(p node) {
	budget := p["budget"].(node)
	rate := list(budget, "rates")[0].(node)
	rate["currency"], rate["krw_per_unit"] = "JPY", "8.9000"
	list(budget, "payments")[0].(node)["currency"] = "JPY"
}

// jointParty makes the contract one of three parties.
func jointParty(p node) {
	party := clone(find(list(p, "parties"), "KR1"), "KR1", "KR2").(node)
	party["role"] = "joint"
	party["name"] = node{"en": "Haneul Sample Software Co., Ltd.", "native": "(주)하늘견본소프트"}
	party["short"] = node{"en": "Haneul", "ko": "하늘소프트"}
	party["unit"] = false
	delete(party, "entity")
	party["kind"], party["law_class"] = "sme", "sme"
	p["parties"] = append(list(p, "parties"), party)
	role := clone(list(p, "roles")[0], "KR1", "KR2").(node)
	p["roles"] = append(list(p, "roles"), role)
	list(p, "agreements")[0].(node)["parties"] = []any{"KR1", "KR2", "US1"}
}

// TestExampleFigures holds the example to the figures that it illustrates.
func TestExampleFigures(t *testing.T) {
	text, err := os.ReadFile("project/testdata/consortia/s01.json")
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Parties []struct {
			ID         string `json:"id"`
			NameEN     string `json:"name_en"`
			NameNative string `json:"name_native"`
			Country    string `json:"country"`
			Signatory  string `json:"signatory"`
		} `json:"parties"`
		Rows []struct {
			Party   string   `json:"party"`
			Gov     []int64  `json:"gov"`
			FC      []string `json:"fc"`
			FCTotal string   `json:"fc_total"`
		} `json:"rows"`
		GovPerPhase  []int64 `json:"gov_per_phase"`
		ProjectTotal int64   `json:"project_total"`
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	w, err := generator.Example()
	if err != nil {
		t.Fatal(err)
	}
	figures, err := generator.Figures(w)
	if err != nil {
		t.Fatal(err)
	}
	for i, gov := range s.GovPerPhase {
		if got := figures.Budget.Phases[i].Totals.Government.Minor(); got != gov {
			t.Errorf("phase %d: government money %d, want %d", i+1, got, gov)
		}
	}
	if got := figures.Budget.Totals.Total.Minor(); got != s.ProjectTotal {
		t.Errorf("project total %d, want %d", got, s.ProjectTotal)
	}
	payments := figures.Budget.PaymentsTo("US1")
	if len(payments) != 1 {
		t.Fatalf("%d payments to US1, want 1", len(payments))
	}
	for i, fc := range s.Rows[1].FC {
		if got := strings.ReplaceAll(payments[0].Instalments[i].Foreign.Plain(), ",", ""); got != fc {
			t.Errorf("instalment %d: %s, want %s", i+1, got, fc)
		}
		if got := payments[0].Instalments[i].Won.Minor(); got != s.Rows[1].Gov[i] {
			t.Errorf("instalment %d: %d won, want %d", i+1, got, s.Rows[1].Gov[i])
		}
	}
	if got := strings.ReplaceAll(payments[0].Total.Plain(), ",", ""); got != s.Rows[1].FCTotal {
		t.Errorf("contract total %s, want %s", got, s.Rows[1].FCTotal)
	}
	for _, party := range s.Parties {
		got := figures.Project.Party(party.ID)
		if got == nil || got.Name.EN != party.NameEN || got.Name.Native != party.NameNative || got.Country != party.Country {
			t.Errorf("party %s is %+v, want %+v", party.ID, got, party)
		}
	}
}
