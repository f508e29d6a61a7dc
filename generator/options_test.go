package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/templates"
)

// shelf is an article of the built-in library with its options.
type shelf struct {
	slot    string
	options []*library.Option
}

func shelves(t *testing.T) []shelf {
	t.Helper()
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	slots, err := layers.Slots()
	if err != nil {
		t.Fatal(err)
	}
	var out []shelf
	for _, slot := range slots {
		options, found, err := layers.Options(slot)
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		out = append(out, shelf{slot, options})
	}
	return out
}

// TestOptions fills every option of every article in both languages, in a contract
// of two or of three parties.
func TestOptions(t *testing.T) { fillOptions(t) }

// fillOptions fills every option, and with numbers of parties every choice that
// its parameters leave, in a contract of each size. Parameters without a default
// get a sample value.
func fillOptions(t *testing.T, numbers ...int) {
	for _, s := range shelves(t) {
		t.Run(s.slot, func(t *testing.T) {
			t.Parallel()
			for i, o := range s.options {
				for _, c := range choices(o) {
					sizes := numbers
					if len(sizes) == 0 {
						if c.name != o.Name {
							continue // tried thoroughly only
						}
						sizes = []int{2 + i%2}
					}
					t.Run(c.name, func(t *testing.T) { fill(t, o, c.params, "", sizes...) })
				}
			}
		})
	}
}

// What a person reads of an option tells it from the others of its article, in
// either language.
func TestOptionsAreToldApart(t *testing.T) {
	for _, s := range shelves(t) {
		seen := map[string]string{}
		for _, o := range s.options {
			for _, name := range []string{o.Head.Name().EN, o.Head.Name().KO} {
				if other := seen[name]; name == "" || other != "" {
					t.Errorf("%s is called %q, as is %s", o.ID(), name, other)
				}
				seen[name] = o.ID()
			}
		}
	}
}

// choice is one way of filling an option.
type choice struct {
	name   string
	params node
}

// choices returns the sample values of an option, once as they are and once for
// each other value of a choice or a flag.
func choices(o *library.Option) []choice {
	base := node{"option": o.Name}
	for _, p := range o.Head.Params {
		if p.Default == nil || p.Default.Text == "" {
			if v := sample(p); v != nil {
				base[p.Name] = v
			}
		}
	}
	out := []choice{{o.Name, base}}
	for _, p := range o.Head.Params {
		values := p.Allowed()
		if p.Type == "flag" {
			values = []string{"true", "false"}
		}
		for _, v := range values {
			if p.Default != nil && p.Default.Text == v {
				continue
			}
			with := clone(base, "", "").(node)
			with[p.Name] = v
			out = append(out, choice{o.Name + "/" + p.Name + "=" + v, with})
		}
	}
	return out
}

// sample returns a value of the type of a parameter.
func sample(p library.Param) any {
	switch p.Type {
	case "text":
		return node{"en": "the sample text", "ko": "표본"}
	case "party":
		return "US1"
	case "parties":
		return []any{"KR1", "US1"}
	case "shares":
		return []any{node{"party": "KR1", "share": "60.00"}, node{"party": "US1", "share": "40.00"}}
	case "result":
		return "R1"
	case "results":
		return []any{"R1", "R4"}
	case "person":
		return "han"
	case "country":
		return "SG"
	case "code":
		return "X-1"
	case "date":
		return "2026-06-30"
	case "amount":
		return "USD 1000000"
	case "percent":
		return "12.50"
	case "flag":
		return "true"
	case "choice":
		return p.Allowed()[0]
	case "table":
		return sampleRows(p)
	}
	return "7"
}

// sampleRows has a row for every value of the first choice column, so that each
// way of printing a row is seen; percentages add up to one hundred.
func sampleRows(p library.Param) []any {
	values := []string{""}
	for _, c := range p.Columns {
		if c.Type == "choice" {
			values = c.Allowed()
			break
		}
	}
	var rows []any
	for i, value := range values {
		row := node{}
		chosen := false
		for _, c := range p.Columns {
			switch {
			case c.Type == "choice" && !chosen:
				row[c.Name], chosen = value, true
			case c.Type == "percent" && i == 0:
				row[c.Name] = fmt.Sprint(100 - len(values) + 1)
			case c.Type == "percent":
				row[c.Name] = "1"
			case c.Type == "result" || c.Type == "results":
				row[c.Name] = nth(c.Type, i)
			default:
				row[c.Name] = sample(c)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// nth returns another result for every row, since a result is usually dealt with
// once.
func nth(kind string, i int) any {
	id := fmt.Sprintf("R%d", i%8+1)
	if kind == "results" {
		return []any{id}
	}
	return id
}

// fill builds the contract of the example with an option, from a package and with
// so many parties, and fails on every finding that is not about the project itself.
func fill(t *testing.T, o *library.Option, params node, pack string, sizes ...int) {
	for _, parties := range sizes {
		p := example(t, "two-party")
		delete(p, "letters")
		contract := list(p, "agreements")[0].(node)
		contract["texts"] = []any{"en", "ko"}
		if pack != "" {
			contract["package"] = pack
		}
		contract["signed_text"] = signedFor(o.Head.When)
		if o.Head.When == "commercial" {
			p["project"].(node)["track"] = "commercialization"
		}
		if o.Head.Announced != "" {
			p["project"].(node)["settings"] = node{o.Head.Announced: "yes"}
		}
		if o.Head.When == "unfunded" {
			delete(p["budget"].(node), "payments")
		}
		if o.Head.When == "no_data_flows" {
			delete(p, "data_flows")
		}
		if parties == 3 {
			thirdParty(p)
		}
		clauses := contract["clauses"].(node)
		clauses[o.Slot] = params
		for _, need := range o.Head.Requires {
			first, _, _ := strings.Cut(need, " or ")
			if slot, option, exact := strings.Cut(first, "/"); exact && clauses[slot] == nil {
				clauses[slot] = node{"option": option}
			}
		}
		if o.Slot != "ownership" {
			clauses["ownership"] = node{"option": "generator"}
		}
		_, found, err := generator.Contracts(world(t, "two-party", p))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			accessory := f.Code == doc.CodeExhibit && strings.HasPrefix(o.Slot, "exhibit-") // comes along with the article that names it
			if about(f) && !accessory {
				t.Errorf("%d parties: %s %s: %s %s (%s)", parties, f.Code, f.Path, f.Template, f.Message.EN, f.Fix.EN)
			}
		}
	}
}

// about reports whether a finding concerns the contract and not the call. Who
// chooses three arbitrators or an expedited procedure alone is warned, and may
// do so.
func about(f diag.Finding) bool {
	return f.Code != "X-16" && !strings.HasPrefix(f.Code, "CALL-") && !strings.HasPrefix(f.Code, "LAW-") && !strings.HasPrefix(f.Code, "BUD-")
}

func signedFor(when string) string {
	if signed, ok := strings.CutPrefix(when, "signed_"); ok {
		return signed
	}
	return "en"
}

// thirdParty adds an overseas institution to the contract of the example.
func thirdParty(p node) {
	model := first(list(p, "parties"), "id", "US1")
	party := clone(model, "US1", "CA1").(node)
	party["name"] = node{"en": "Southfield Sample Hospital", "native": "Southfield Sample Hospital"}
	party["short"] = node{"en": "Southfield", "ko": "사우스필드 병원"}
	party["country"], party["funding"] = "CA", "none"
	delete(party, "unit")
	delete(party, "entity")
	for _, person := range list(party, "people") {
		person.(node)["id"] = person.(node)["id"].(string) + "-ca"
	}
	party["notices"].(node)["attention"] = "office-us-ca"
	p["parties"] = append(list(p, "parties"), party)
	for _, key := range []string{"roles", "results"} {
		row := clone(first(list(p, key), "party", "US1"), "US1", "CA1").(node)
		if id, ok := row["id"].(string); ok {
			row["id"] = id + "c"
		}
		if _, ok := row["person"]; ok {
			row["person"] = "placeholder-ca"
		}
		p[key] = append(list(p, key), row)
	}
	contract := list(p, "agreements")[0].(node)
	contract["parties"] = append(slices.Clone(list(contract, "parties")), "CA1")
	delete(contract["clauses"].(node), "ownership")
}
