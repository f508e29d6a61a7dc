package source

import (
	"os"
	"slices"
	"strings"
	"testing"
)

const testSchema = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object", "additionalProperties": false, "required": ["id", "title"],
  "properties": {
    "id": {"type": "string", "pattern": "^[a-z-]+$", "x-hint": {"en": "small letters and hyphens", "ko": "영문 소문자와 붙임표"}},
    "title": {"type": "string", "minLength": 1, "description": "title of the project"},
    "months": {"type": "integer", "minimum": 1, "maximum": 120},
    "amount": {"type": "integer"},
    "rate": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1.5, "multipleOf": 0.25},
    "start": {"$ref": "#/$defs/date", "description": "first day"},
    "end": {"type": "string", "format": "date"},
    "remote": {"type": "boolean"},
    "status": {"enum": ["draft", "signed"]},
    "tags": {"type": "array", "items": {"type": "string", "maxLength": 5, "minLength": 2}, "minItems": 2, "uniqueItems": true},
    "either": {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "string"}}]},
    "all-or": {"anyOf": [{"type": "integer"}, {"enum": ["all"]}]},
    "ref-no": {"x-hint": {"en": "KR- or US- and digits", "ko": "KR- 또는 US-와 숫자"}, "anyOf": [{"pattern": "^KR-[0-9]+$"}, {"pattern": "^US-[0-9]+$"}]},
    "evidence": {"oneOf": [
      {"type": "object", "required": ["kind", "days"], "properties": {"kind": {"const": "letter"}, "days": {"type": "integer"}}, "additionalProperties": false},
      {"type": "object", "required": ["kind", "pages"], "properties": {"kind": {"const": "memo"}, "pages": {"type": "integer"}, "names": {"type": "array"}}, "additionalProperties": false}]},
    "overlap": {"oneOf": [{"type": "string"}, {"minLength": 1}]},
    "contact": {"type": "object", "anyOf": [{"required": ["email"]}, {"required": ["phone"]}], "properties": {"email": {"type": "string", "format": "email"}, "phone": {"type": "string"}}, "dependentRequired": {"phone": ["hours"]}},
    "parties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/party"}},
    "open": {"allOf": [{"$ref": "#/$defs/base"}], "properties": {"note": {"type": "string"}, "secret": false}, "unevaluatedProperties": false},
    "codes": {"patternProperties": {"^[A-Z]{2}$": {"type": "integer"}}, "additionalProperties": false, "x-hint": {"en": "two capital letters", "ko": "대문자 두 자"}},
    "never": {"not": {"const": "x"}}
  },
  "if": {"properties": {"status": {"const": "signed"}}, "required": ["status"]},
  "then": {"required": ["start"]},
  "$defs": {
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "x-hint": {"en": "a date as in 2024-07-01", "ko": "2024-07-01 같은 날짜"}},
    "base": {"properties": {"owner": {"type": "string"}}},
    "party": {"type": "object", "additionalProperties": false, "required": ["name", "role"],
      "properties": {
        "name": {"type": "object", "required": ["en"], "additionalProperties": false, "properties": {"en": {"type": "string", "minLength": 1}, "ko": {"type": "string"}}},
        "role": {"enum": ["lead", "partner", "overseas"]},
        "phone": {"type": "string"}}}
  }
}`

func compiled(t testing.TB) *Schema {
	t.Helper()
	s, err := CompileSchema("project.schema.json", []byte(testSchema))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestValidate(t *testing.T) {
	s := compiled(t)
	const ok = "id: a\ntitle: T\n" // lines 1 and 2
	for _, c := range []struct{ name, text, want string }{
		{"in order", ok + "months: 12\namount: 82_000_000\nrate: 1.25\nstart: 2024-07-01\nremote: true\n", ""},
		{"large number", ok + "amount: 123456789012345678901234567890\n", ""},
		{"dates and zeros are text", ok + "start: 2024-07-01\ntags: [0123, 1e6]\n", ""},
		{"unknown key", ok + "budgett: 1\n", "YAML-KEY@3:1 budgett"},
		{"misspelt required key is said once", "id: a\ntilte: T\n", "YAML-KEY@2:1 tilte"},
		{"missing key", "id: a\n", "YAML-MISSING@1:1 title"},
		{"missing in an item", ok + "parties:\n  - role: lead\n", "YAML-MISSING@4:5 parties[0].name"},
		{"missing in a map", ok + "parties:\n  - role: lead\n    name:\n      ko: 가\n", "YAML-MISSING@5:5 parties[0].name.en"},
		{"missing by a condition", ok + "status: signed\n", "YAML-MISSING@1:1 start"},
		{"missing beside another", ok + "contact: {phone: \"1\"}\n", "YAML-MISSING@3:1 contact.hours"},
		{"missing one of two", ok + "contact: {}\n", "YAML-MISSING@3:1 contact"},
		{"leading zero", ok + "months: 012\n", "YAML-TYPE@3:9 months"},
		{"number as text", ok + "parties:\n  - role: lead\n    name: {en: x}\n    phone: 12345\n", "YAML-TYPE@6:12 parties[0].phone"},
		{"fraction", ok + "months: 1.5\n", "YAML-TYPE@3:9 months"},
		{"yes", ok + "remote: yes\n", "YAML-TYPE@3:9 remote"},
		{"text for a list", ok + "tags: ab, cd\n", "YAML-TYPE@3:7 tags"},
		{"map for a list", ok + "parties:\n  a: b\n", "YAML-TYPE@4:3 parties"},
		{"list for text", "id: [a]\ntitle: T\n", "YAML-TYPE@1:5 id"},
		{"root is a list", "- a\n", "YAML-TYPE@1:1"},
		{"null", "id: a\ntitle:\n", "YAML-EMPTY@2:7 title"},
		{"empty text", "id: a\ntitle: \"\"\n", "YAML-EMPTY@2:8 title"},
		{"empty for a pattern", "id: ''\ntitle: T\n", "YAML-EMPTY@1:5 id"},
		{"empty for an enum", ok + "status:\n", "YAML-EMPTY@3:8 status"},
		{"enum", ok + "status: sined\n", "YAML-ENUM@3:9 status"},
		{"pattern", "id: KR 1\ntitle: T\n", "YAML-FORMAT@1:5 id"},
		{"pattern behind a reference", ok + "start: 1. 7. 2024\n", "YAML-FORMAT@3:8 start"},
		{"format", ok + "end: 2024-02-30\n", "YAML-FORMAT@3:6 end"},
		{"bounds", ok + "months: 121\nrate: 1.5\n", "YAML-RANGE@3:9 months\nYAML-RANGE@4:7 rate"},
		{"length", ok + "tags: [a, abcdef]\n", "YAML-RANGE@3:8 tags[0]\nYAML-RANGE@3:11 tags[1]"},
		{"count", ok + "tags: [ab]\nparties: []\n", "YAML-COUNT@3:7 tags\nYAML-COUNT@4:10 parties"},
		{"repeated item", ok + "tags: [ab, ab]\n", "YAML-TWICE@3:7 tags"},
		{"none of two types", ok + "either: text\n", "YAML-TYPE@3:9 either"},
		{"wrong item of the meant branch", ok + "either: [a, 1]\n", "YAML-TYPE@3:13 either[1]"},
		{"misspelt word beside a type", ok + "all-or: al\n", "YAML-ENUM@3:9 all-or"},
		{"two patterns with a hint", ok + "ref-no: X-1\n", "YAML-FORMAT@3:9 ref-no"},
		{"the branch that its kind names", ok + "evidence: {kind: memo, names: x}\n", "YAML-MISSING@3:1 evidence.pages\nYAML-TYPE@3:31 evidence.names"},
		{"no branch has this kind", ok + "evidence: {kind: memmo, days: 1}\n", "YAML-ENUM@3:18 evidence.kind"},
		{"two branches at once", ok + "overlap: x\n", "YAML-RULE@3:10 overlap"},
		{"unevaluated key", ok + "open: {owner: a, onwer: b}\n", "YAML-KEY@3:18 open.onwer"},
		{"forbidden key", ok + "open: {secret: a}\n", "YAML-KEY@3:8 open.secret"},
		{"key of the wrong form", ok + "codes: {kr: 1}\n", "YAML-KEY@3:9 codes.kr"},
		{"not", ok + "never: x\n", "YAML-RULE@3:8 never"},
		{"through an alias", ok + "status: &s draf\nparties: [{name: {en: *s}, role: *s}]\n", "YAML-ENUM@3:12 status\nYAML-ENUM@4:34 parties[0].role"},
		{"many at once", "id: A\nx: 1\nparties:\n  - nmae: {en: a}\n    role: leader\n  - name: {en: ''}\n",
			"YAML-MISSING@1:1 title\nYAML-FORMAT@1:5 id\nYAML-KEY@2:1 x\nYAML-KEY@4:5 parties[0].nmae\nYAML-ENUM@5:11 parties[0].role\n" +
				"YAML-MISSING@6:5 parties[1].role\nYAML-EMPTY@6:16 parties[1].name.en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := s.Validate(mustDecode(t, c.text))
			if got := codes(found); got != c.want {
				t.Errorf("found\n%s\nwant\n%s", got, c.want)
			}
			checkFindings(t, found)
		})
	}
}

func TestSentencesForGrantOfficers(t *testing.T) {
	s := compiled(t)
	for _, c := range []struct{ text, en, fixEN, ko, fixKO string }{
		{"tilte: T\nid: a\n",
			`"tilte" is not a known entry of this file`, `did you mean "title"? known here: all-or, amount, `,
			`"tilte": 이 파일에 쓸 수 없는 항목입니다`, `혹시 "title"입니까? 쓸 수 있는 항목: all-or, amount, `},
		{"id: a\n",
			`the file has no "title"`, `add "title: …" (title of the project)`,
			`파일에 "title" 항목이 없습니다`, `"title: …" 항목을 추가하십시오 (title of the project)`},
		{"id: a\ntitle: T\nmonths: 012\n",
			"months is text, but must be a whole number", `quote this value if it is a code or a telephone number: "012"; `,
			"months: 정수를 써야 하는데 글이 있습니다", `코드나 전화번호라면 이 값을 따옴표로 묶고("012"), `},
		{"id: a\ntitle: T\namount: 82,000,000\n",
			"amount is text, but must be a whole number", "write it without commas: 82_000_000",
			"amount: 정수를 써야 하는데 글이 있습니다", "쉼표 없이 쓰십시오: 82_000_000"},
		{"id: a\ntitle: T\nmonths: \"12\"\n",
			"months is text, but must be a whole number", "write it without quotes: 12",
			"months: 정수를 써야 하는데 글이 있습니다", "따옴표 없이 쓰십시오: 12"},
		{"id: a\ntitle: 2024\n",
			"title is a number, but must be text", `put it in quotes: "2024" (title of the project)`,
			"title: 글을 써야 하는데 숫자가 있습니다", `따옴표로 묶으십시오: "2024" (title of the project)`},
		{"id: a\ntitle: T\neither: x\n",
			"either is text, but must be a list or a whole number", "write the number in digits only",
			"either: 목록 또는 정수를 써야 하는데 글이 있습니다", "단위, 퍼센트 기호, 지수 없이"},
		{"id: a\ntitle: T\nstatus: sined\n",
			`status: "sined" is not one of the possible values`, `did you mean "signed"? possible: draft, signed`,
			`status: 쓸 수 없는 값입니다: "sined"`, `혹시 "signed"입니까? 쓸 수 있는 값: draft, signed`},
		{"id: KR\ntitle: T\n",
			`id: "KR" is not in the form needed`, "small letters and hyphens",
			`id: 형식에 맞지 않는 값입니다: "KR"`, "영문 소문자와 붙임표"},
		{"id: a\ntitle: T\nmonths: 0\n",
			"months is 0; it must be at least 1", "correct the number",
			"months: 지금 값은 0, 1 이상이어야 합니다", "숫자를 고치십시오"},
		{"id: a\ntitle: T\nrate: 1.5\n",
			"rate is 1.5; it must be less than 1.5", "correct the number",
			"rate: 지금 값은 1.5, 1.5 미만이어야 합니다", "숫자를 고치십시오"},
		{"id: a\ntitle: T\ncontact: {}\n",
			`contact needs one of "email", "phone"`, "add one of them",
			`contact에 다음 항목 중 하나가 있어야 합니다: "email", "phone"`, "그중 하나를 추가하십시오"},
		{"id: a\ntitle: T\nopen: {secret: x}\n",
			`"secret" is not a known entry of open`, "remove it, or use one of: note, owner",
			`"secret": open에 쓸 수 없는 항목입니다`, "지우거나 다음 중 하나를 쓰십시오: note, owner"},
		{"id: a\ntitle: T\ncodes: {kr: 1}\n",
			`"kr" is not a known entry of codes`, "remove it (two capital letters)",
			`"kr": codes에 쓸 수 없는 항목입니다`, "지우십시오 (대문자 두 자)"},
	} {
		found := s.Validate(mustDecode(t, c.text))
		if len(found) != 1 {
			t.Errorf("%q: found\n%s", c.text, codes(found))
			continue
		}
		f := found[0]
		for _, p := range [][2]string{{f.Message.EN, c.en}, {f.Fix.EN, c.fixEN}, {f.Message.KO, c.ko}, {f.Fix.KO, c.fixKO}} {
			if !strings.HasPrefix(p[0], p[1]) {
				t.Errorf("%q:\n got %s\nwant %s", c.text, p[0], p[1])
			}
		}
	}
}

func TestValidateIsTheSameEachTime(t *testing.T) {
	s := compiled(t)
	text := "z: 1\ny: 1\nx: 1\nid: 3\nparties: [{a: 1, b: 2}, {c: 1}]\nevidence: {d: 1, e: 2}\nopen: {q: 1, r: 2}\n"
	first := s.Validate(mustDecode(t, text))
	for range 30 {
		if again := s.Validate(mustDecode(t, text)); !slices.Equal(again, first) {
			t.Fatalf("found\n%s\nbefore\n%s", codes(again), codes(first))
		}
	}
}

func TestValidateWithoutATree(t *testing.T) {
	f, _ := Decode("p.yaml", nil)
	if found := compiled(t).Validate(f); found != nil {
		t.Errorf("found %v", found)
	}
}

func TestValidateIsCapped(t *testing.T) {
	found := compiled(t).Validate(mustDecode(t, "id: a\ntitle: T\nparties:\n"+strings.Repeat("- x\n", MaxFindings+5)))
	if len(found) != MaxFindings+1 || found[len(found)-1].Code != CodeMore {
		t.Errorf("%d findings, the last %s", len(found), found[len(found)-1].Code)
	}
}

func TestBrokenSchemasAreErrors(t *testing.T) {
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"not JSON":              `{`,
		"not a schema":          `{"type": 3}`,
		"broken pattern":        `{"pattern": "("}`,
		"outside reference":     `{"$ref": "other.json"}`,
		"reference to a file":   `{"$ref": "file:///etc/hostname"}`,
		"reference to the web":  `{"$ref": "https://example.org/schema.json"}`,
		"missing definition":    `{"$ref": "#/$defs/none"}`,
		"names checked by type": `{"items": {"propertyNames": {"maxLength": 2}}}`,
	} {
		if _, err := CompileSchema("s.json", []byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		} else if strings.Contains(err.Error(), folder) {
			t.Errorf("%s: names a folder of this machine: %v", name, err)
		}
	}
	if _, err := CompileSchema("s.json", []byte(`{"properties": {"propertyNames": {"type": "string"}}}`)); err != nil {
		t.Errorf("a property may be called propertyNames: %v", err)
	}
}

func TestSuggest(t *testing.T) {
	keys := []string{"share", "bilateral", "partners", "name", "role", "기관명", "no"}
	for word, want := range map[string]string{
		"shre": "share", "bilateal": "bilateral", "partnrs": "partners", "nmae": "name", "NAME": "name",
		"기관": "기관명", "기간명": "기관명", "rolle": "role", "budget": "", "x": "", "": "", "to": "no", "xx": "",
	} {
		if got := Suggest(word, keys); got != want {
			t.Errorf("Suggest(%s) = %q, want %q", word, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"kitten", "sitting", 3}, {"ab", "ba", 1}, {"abcd", "acbd", 1}, {"", "abc", 3}, {"가나", "가다", 1}, {"same", "same", 0}} {
		if got := distance(c.a, c.b, 10); got != c.want {
			t.Errorf("distance(%s, %s) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
