package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pactwright/generator/diag"
)

// Schema is a compiled JSON Schema. Besides the standard keywords it knows
// x-hint, a map with the keys en and ko: what a person should write, shown when
// a value breaks the schema that carries it. Without it the description is
// shown.
type Schema struct {
	raw      any
	compiled *jsonschema.Schema
}

// CompileSchema reads a JSON Schema (draft 2020-12 unless it names another).
// References must stay inside it: nothing is loaded from files or the network.
// An error means that the schema is broken, not the user's data.
func CompileSchema(name string, data []byte) (*Schema, error) {
	raw, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	if err := checkKeywords(raw); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	address := "schema:///" + url.PathEscape(name)
	c := jsonschema.NewCompiler()
	c.UseLoader(closedLoader{})
	c.AssertFormat()
	if err := c.AddResource(address, raw); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	compiled, err := c.Compile(address)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return &Schema{raw: raw, compiled: compiled}, nil
}

// closedLoader keeps a schema from reading anything outside itself.
type closedLoader struct{}

// Load implements jsonschema.URLLoader.
func (closedLoader) Load(address string) (any, error) {
	return nil, fmt.Errorf("%s lies outside the schema", address)
}

// checkKeywords refuses propertyNames: the library reports a place with it that
// later values may have overwritten. patternProperties does the same work.
func checkKeywords(schema any) error {
	m, ok := schema.(map[string]any)
	if !ok {
		return nil
	}
	if _, used := m["propertyNames"]; used {
		return errors.New("propertyNames is not supported: use patternProperties with additionalProperties: false")
	}
	for keyword, value := range m {
		for _, sub := range subschemas(keyword, value) {
			if err := checkKeywords(sub); err != nil {
				return err
			}
		}
	}
	return nil
}

func subschemas(keyword string, value any) []any {
	switch keyword {
	case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas":
		m, _ := value.(map[string]any)
		all := make([]any, 0, len(m))
		for _, sub := range m {
			all = append(all, sub)
		}
		return all
	case "allOf", "anyOf", "oneOf", "prefixItems":
		all, _ := value.([]any)
		return all
	case "items", "contains", "not", "if", "then", "else", "additionalProperties", "unevaluatedProperties", "unevaluatedItems":
		return []any{value}
	}
	return nil
}

// Validate compares a file with the schema and reports everything that breaks
// it, in the order of the file. It reports nothing about a file that has no
// root, since [Decode] has said why.
func (s *Schema) Validate(f *File) diag.List {
	if f.Root == nil {
		return nil
	}
	err := s.compiled.Validate(f.Root.json())
	broken := new(jsonschema.ValidationError)
	if !errors.As(err, &broken) {
		return nil
	}
	c := newCollector(s, f)
	return c.findings(c.collect(broken, reference{}))
}

// json returns the value in the types that the validator takes. Numbers stay
// text, so that none of them passes through a float.
func (v *Value) json() any {
	switch v.Kind {
	case Null:
		return nil
	case Bool:
		return strings.EqualFold(v.Text, "true")
	case Number:
		return json.Number(jsonNumber(v.Text))
	case Map:
		m := make(map[string]any, len(v.Entries))
		for _, e := range v.Entries {
			m[e.Key] = e.Value.json()
		}
		return m
	case List:
		list := make([]any, len(v.Items))
		for i, item := range v.Items {
			list[i] = item.json()
		}
		return list
	}
	return v.Text
}

// at returns the schema that an address of the validator points to, or nil.
func (s *Schema) at(address string) map[string]any {
	_, pointer, _ := strings.Cut(address, "#")
	if decoded, err := url.PathUnescape(pointer); err == nil {
		pointer = decoded
	}
	now := s.raw
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		switch parent := now.(type) {
		case map[string]any:
			now = parent[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(parent) {
				return nil
			}
			now = parent[i]
		}
	}
	m, _ := now.(map[string]any)
	return m
}

// target follows a $ref inside the schema, or returns nil.
func (s *Schema) target(schema map[string]any) map[string]any {
	ref, _ := schema["$ref"].(string)
	if !strings.HasPrefix(ref, "#") {
		return nil
	}
	return s.at(ref)
}

// hint returns what the schema says a person should write. It looks behind
// references, at most a few.
func (s *Schema) hint(schema map[string]any) diag.Text {
	for range 8 {
		if schema == nil {
			break
		}
		if t := ownHint(schema); !t.IsZero() {
			return t
		}
		if text, ok := schema["description"].(string); ok {
			korean, ok := schema["x-description-ko"].(string)
			if !ok {
				korean = text
			}
			return diag.Text{EN: text, KO: korean}
		}
		schema = s.target(schema)
	}
	return diag.Text{}
}

func ownHint(schema map[string]any) diag.Text {
	m, _ := schema["x-hint"].(map[string]any)
	en, _ := m["en"].(string)
	ko, _ := m["ko"].(string)
	return diag.Text{EN: en, KO: ko}
}
