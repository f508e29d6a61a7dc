package project_test

import (
	"encoding"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

const (
	schemaFile  = "../../data/schema/project.schema.json"
	exampleFile = "../../data/examples/two-party.yaml"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func schema(t testing.TB) *source.Schema {
	t.Helper()
	s, err := source.CompileSchema(filepath.Base(schemaFile), read(t, schemaFile))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// load runs the steps from text to project and returns all findings.
func load(t testing.TB, name string, data []byte) (*project.Project, diag.List) {
	t.Helper()
	f, found := source.Decode(name, data)
	found.Add(schema(t).Validate(f)...)
	p, more := project.Load(f, moneytest.Currency("KRW"))
	found.Add(more...)
	return p, found
}

func reportAll(t testing.TB, found diag.List) {
	t.Helper()
	for _, f := range found {
		t.Errorf("%s: %s: %s (%s)", f.Place, f.Code, f.Message.EN, f.Fix.EN)
	}
}

func TestExampleIsValid(t *testing.T) {
	p, found := load(t, exampleFile, read(t, exampleFile))
	reportAll(t, found)
	if p == nil || len(p.Parties) != 2 || p.Info.ID != "two-party" {
		t.Error("the example was not read")
	}
}

// A node is one schema inside the file with its place in it.
type node struct {
	at     string
	schema map[string]any
}

func rawSchema(t testing.TB) map[string]any {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(read(t, schemaFile), &raw); err != nil {
		t.Fatal(err)
	}
	return raw
}

// nodes lists every schema that describes a value. Conditions under allOf only
// add to one that is listed already.
func nodes(at string, s map[string]any) []node {
	all := []node{{at, s}}
	for _, keyword := range []string{"properties", "patternProperties", "$defs"} {
		group, _ := s[keyword].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(group)) {
			if sub, ok := group[key].(map[string]any); ok {
				all = append(all, nodes(at+"/"+keyword+"/"+key, sub)...)
			}
		}
	}
	for _, keyword := range []string{"items", "additionalProperties"} {
		if sub, ok := s[keyword].(map[string]any); ok {
			all = append(all, nodes(at+"/"+keyword, sub)...)
		}
	}
	return all
}

func TestObjectsAreClosed(t *testing.T) {
	const open = "#/$defs/clause" // its parameters are typed by the clause library
	for _, n := range nodes("#", rawSchema(t)) {
		_, properties := n.schema["properties"]
		_, patterns := n.schema["patternProperties"]
		if !properties && !patterns && n.schema["type"] != "object" {
			continue
		}
		if n.at != open && n.schema["additionalProperties"] != false {
			t.Errorf("%s: additionalProperties is not false", n.at)
		}
	}
}

var hangul = regexp.MustCompile(`\p{Hangul}`)

func TestPropertiesAreDescribedInBothLanguages(t *testing.T) {
	for _, n := range nodes("#", rawSchema(t)) {
		group, _ := n.schema["properties"].(map[string]any)
		for key, sub := range group {
			s := sub.(map[string]any)
			en, _ := s["description"].(string)
			ko, _ := s["x-description-ko"].(string)
			if en == "" || hangul.MatchString(en) || !hangul.MatchString(ko) {
				t.Errorf("%s: %s is not described in both languages", n.at, key)
			}
			if s["markdownDescription"] != en+" — "+ko {
				t.Errorf("%s: markdownDescription of %s is not made of both descriptions", n.at, key)
			}
		}
	}
}

func TestHintsHaveBothLanguages(t *testing.T) {
	for _, n := range nodes("#", rawSchema(t)) {
		if _, form := n.schema["pattern"]; form && n.schema["description"] == nil && n.schema["x-hint"] == nil {
			t.Errorf("%s: a form without a hint", n.at)
		}
		hint, ok := n.schema["x-hint"].(map[string]any)
		if !ok {
			continue
		}
		en, _ := hint["en"].(string)
		ko, _ := hint["ko"].(string)
		if len(hint) != 2 || en == "" || hangul.MatchString(en) || !hangul.MatchString(ko) {
			t.Errorf("%s: x-hint is not in both languages", n.at)
		}
	}
}

func TestEnumsAreExplainedInBothLanguages(t *testing.T) {
	for _, n := range nodes("#", rawSchema(t)) {
		values, _ := n.schema["enum"].([]any)
		for _, v := range values {
			word := regexp.MustCompile(`(^|[^\w+-])` + regexp.QuoteMeta(v.(string)) + `($|[^\w+-])`)
			for _, keyword := range []string{"description", "x-description-ko"} {
				if text, _ := n.schema[keyword].(string); !word.MatchString(text) {
					t.Errorf("%s: %s does not explain %q", n.at, keyword, v)
				}
			}
		}
	}
}

// TestSchemaMatchesTypes holds the schema and the types of the package together:
// every key of one is a key of the other, with a type that fits.
func TestSchemaMatchesTypes(t *testing.T) {
	c := matcher{t: t, root: rawSchema(t)}
	c.object(reflect.TypeFor[project.Project](), c.root, "")
}

type matcher struct {
	t    *testing.T
	root map[string]any
}

// follow returns the schema that a reference points to.
func (c matcher) follow(s map[string]any) map[string]any {
	ref, _ := s["$ref"].(string)
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	if !ok {
		return s
	}
	target, ok := c.root["$defs"].(map[string]any)[name].(map[string]any)
	if !ok {
		c.t.Errorf("%s: no such definition", ref)
	}
	return target
}

func (c matcher) object(typ reflect.Type, s map[string]any, path string) {
	s = c.follow(s)
	properties, _ := s["properties"].(map[string]any)
	keys := map[string]bool{}
	for i := range typ.NumField() {
		field := typ.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if key == "-" || field.Type == reflect.TypeFor[source.At]() {
			continue
		}
		keys[key] = true
		sub, ok := properties[key].(map[string]any)
		if key == "" || !ok {
			c.t.Errorf("%s: %s.%s (%q) is not in the schema", path, typ.Name(), field.Name, key)
			continue
		}
		c.value(field.Type, sub, source.Child(path, key))
	}
	for key := range properties {
		if !keys[key] {
			c.t.Errorf("%s: no field of %s is named %q", path, typ.Name(), key)
		}
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		if !keys[key.(string)] {
			c.t.Errorf("%s: %q is required and not known", path, key)
		}
	}
}

// definitions are the schemas for types that read their own text.
var definitions = map[reflect.Type]string{
	reflect.TypeFor[calendar.Date]():  "date",
	reflect.TypeFor[money.Decimal]():  "decimal",
	reflect.TypeFor[money.Percent]():  "percent",
	reflect.TypeFor[money.Currency](): "currency",
	reflect.TypeFor[project.Amount](): "amount",
}

func (c matcher) value(typ reflect.Type, s map[string]any, path string) {
	if name, ok := definitions[typ]; ok {
		if s["$ref"] != "#/$defs/"+name {
			c.t.Errorf("%s: the schema is not that of a %s", path, name)
		}
		return
	}
	if reflect.PointerTo(typ).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		c.t.Errorf("%s: no schema is known for %s", path, typ)
		return
	}
	s = c.follow(s)
	switch typ.Kind() {
	case reflect.Pointer:
		c.value(typ.Elem(), s, path)
	case reflect.Struct:
		c.is(s, "object", path)
		c.object(typ, s, path)
	case reflect.Slice:
		c.list(typ, s, path)
	case reflect.String:
		c.is(s, "string", path)
	case reflect.Int64:
		c.is(s, "integer", path)
	case reflect.Bool:
		c.is(s, "boolean", path)
	default:
		c.t.Errorf("%s: no schema is known for %s", path, typ)
	}
}

func (c matcher) list(typ reflect.Type, s map[string]any, path string) {
	if strings.HasPrefix(typ.Name(), "Pairs[") {
		c.is(s, "object", path)
		field, _ := typ.Elem().FieldByName("Value")
		for pattern, sub := range s["patternProperties"].(map[string]any) {
			c.value(field.Type, sub.(map[string]any), source.Child(path, pattern))
		}
		return
	}
	c.is(s, "array", path)
	if s["maxItems"] == nil {
		c.t.Errorf("%s: the list has no limit", path)
	}
	items, _ := s["items"].(map[string]any)
	c.value(typ.Elem(), items, path+"[]")
}

func (c matcher) is(s map[string]any, want, path string) {
	types, ok := s["type"].([]any)
	if !ok {
		types = []any{s["type"]}
	}
	if !slices.Contains(types, any(want)) {
		c.t.Errorf("%s: the schema has type %v, want %s", path, s["type"], want)
	}
}

// minimal has the required keys and nothing else.
const minimal = `pactwright: 1
project:
  id: small
  title: {en: Title, ko: 제목}
  purpose: {en: to do it, ko: 하는 것}
  call: some-call
  law_version: kr-2024-02-29
  track: rnd
  trl: {start: 3, end: 6}
  start: 2024-07-01
  end: 2026-12-31
  date: 2024-05-20
parties:
  - {id: KR1, role: lead, name: {en: A, native: 가}, short: {en: A, ko: 가}, country: KR, law_class: sme, address: {en: A, ko: 가}}
  - {id: US1, role: overseas, name: {en: B, native: B}, short: {en: B, ko: 나}, country: US, law_class: foreign, address: {en: B, ko: 나}}
phases:
  - {id: P1, start: 2024-07-01, end: 2026-12-31}
`

func TestSchemaFindings(t *testing.T) {
	_, found := load(t, "p.yaml", []byte(minimal))
	reportAll(t, found)
	for _, test := range []struct{ name, old, new, code, path string }{
		{"id with a space", "id: KR1", "id: K R", "YAML-FORMAT", "parties[0].id"},
		{"project id that is no folder", "id: small", "id: ../x", "YAML-FORMAT", "project.id"},
		{"id too long", "id: US1", "id: U" + strings.Repeat("x", 32), "YAML-FORMAT", "parties[1].id"},
		{"date in another form", "start: 2024-07-01\n", "start: 1. 7. 2024\n", "YAML-FORMAT", "project.start"},
		{"empty date", "date: 2024-05-20", `date: ""`, "YAML-EMPTY", "project.date"},
		{"no date", "  date: 2024-05-20\n", "", "YAML-MISSING", "project.date"},
		{"empty text", "ko: 제목", `ko: ""`, "YAML-EMPTY", "project.title.ko"},
		{"blank text", "ko: 제목", `ko: "  "`, "YAML-EMPTY", "project.title.ko"},
		{"one language", "{en: Title, ko: 제목}", "{en: Title}", "YAML-MISSING", "project.title.ko"},
		{"unknown key", "track: rnd", "track: rnd\n  tracks: rnd", "YAML-KEY", "project.tracks"},
		{"unknown role", "role: overseas", "role: oversea", "YAML-ENUM", "parties[1].role"},
		{"model that contradicts the role", "role: overseas", "role: overseas, model: A", "YAML-ENUM", "parties[1].model"},
		{"country in small letters", "country: US", "country: us", "YAML-FORMAT", "parties[1].country"},
		{"level beyond nine", "end: 6}", "end: 10}", "YAML-RANGE", "project.trl.end"},
		{"other format", "pactwright: 1", "pactwright: 2", "YAML-ENUM", "pactwright"},
		{"one party", minimal[strings.Index(minimal, "  - {id: US1"):strings.Index(minimal, "phases:")], "", "YAML-COUNT", "parties"},
		{"file above the folder", "phases:", "received: [{for: a, file: ../x.pdf, date: 2024-05-20}]\nphases:", "YAML-FORMAT", "received[0].file"},
		{"absolute file", "phases:", "received: [{for: a, file: /x.pdf, date: 2024-05-20}]\nphases:", "YAML-FORMAT", "received[0].file"},
		{"amount with commas", "phases:", `budget: {institutions: [{party: KR1, indirect: ["1,000"]}]}` + "\nphases:", "YAML-TYPE", "budget.institutions[0].indirect[0]"},
		{"percent with its sign", "phases:", "budget: {institutions: [{party: KR1, indirect_rate: 25 %}]}\nphases:", "YAML-FORMAT", "budget.institutions[0].indirect_rate"},
		{"negative rate", "phases:", "budget: {rates: [{currency: USD, krw_per_unit: -1}]}\nphases:", "YAML-RANGE", "budget.rates[0].krw_per_unit"},
		{"currency in small letters", "phases:", "budget: {rates: [{currency: usd, krw_per_unit: 1}]}\nphases:", "YAML-FORMAT", "budget.rates[0].currency"},
		{"slot with capitals", "phases:", agreement("{Ownership: {option: generator}}"), "YAML-KEY", "agreements[0].clauses.Ownership"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(minimal, test.old, test.new, 1)
			if text == minimal {
				t.Fatalf("%q is not in the project", test.old)
			}
			f, _ := source.Decode("p.yaml", []byte(text))
			found := schema(t).Validate(f)
			if len(found) != 1 || found[0].Code != test.code || found[0].Path != test.path {
				t.Errorf("want one %s at %s, got %d findings", test.code, test.path, len(found))
				reportAll(t, found)
			}
		})
	}
}

// agreement is a contract with clauses, to stand before the phases.
func agreement(clauses string) string {
	return "agreements: [{id: us1, parties: [KR1, US1], effective_date: 2024-07-01, signed_text: en, texts: [en], clauses: " + clauses + "}]\nphases:"
}

func TestClauseParametersAreFree(t *testing.T) {
	clauses := "{ownership: {option: joint-fixed, shares: [{party: KR1, share: 60.00}, {party: US1, share: 40.00}]}, " +
		"publication: {notice_days: 30, review: true, note: {en: A, ko: 가}, list: [a, 1]}, prosecution: {filing_lead: KR1}}"
	p, found := load(t, "p.yaml", []byte(strings.Replace(minimal, "phases:", agreement(clauses), 1)))
	reportAll(t, found)
	if got := p.Agreements[0].Clauses; len(got) != 3 || got[0].Value.Option != "joint-fixed" || got[0].Value.Node.Get("shares") == nil {
		t.Errorf("clauses: %v", got)
	}
}
