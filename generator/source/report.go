package source

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// findings puts violations in words. A required key that is missing because its
// name is misspelt is not reported beside the misspelling.
func (c collector) findings(all []violation) diag.List {
	sorted(all)
	cut := 0
	if len(all) > MaxFindings {
		all, cut = all[:MaxFindings], len(all)-MaxFindings
	}
	misspelt := map[string]bool{}
	found := make(diag.List, len(all))
	for i, x := range all {
		found[i] = c.finding(x)
		if x.what == (unknownKey{}) {
			if meant := Suggest(x.key, c.allowedKeys(x)); meant != "" {
				misspelt[Child(x.value.Path, meant)] = true
			}
		}
	}
	found = slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Code == CodeMissing && misspelt[f.Path] })
	found = found.Sorted()
	if cut > 0 {
		found.Add(more(c.file.Name, cut))
	}
	return found
}

func (c collector) finding(x violation) diag.Finding {
	said := c.words(x)
	return diag.Finding{
		Code: said.code, Severity: diag.Blocking, Place: x.place, Path: x.path(),
		Message: said.message, Fix: said.fix,
		Gap: said.code == CodeMissing || said.code == CodeEmpty,
	}
}

// allowedKeys lists the keys that the schema knows beside an unknown one.
func (c collector) allowedKeys(x violation) []string {
	keys := map[string]bool{}
	c.addKeys(x.schema, keys, 8)
	return slices.Sorted(maps.Keys(keys))
}

// addKeys collects the keys of a schema and, for one that leaves its entries to
// others (unevaluatedProperties), of the schemas that it is made of.
func (c collector) addKeys(schema map[string]any, keys map[string]bool, depth int) {
	properties, _ := schema["properties"].(map[string]any)
	for key, sub := range properties {
		if sub != false {
			keys[key] = true
		}
	}
	if _, composed := schema["unevaluatedProperties"]; !composed && depth == 8 || depth == 0 {
		return
	}
	if target := c.schema.target(schema); target != nil {
		c.addKeys(target, keys, depth-1)
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf", "then", "else"} {
		for _, sub := range subschemas(keyword, schema[keyword]) {
			m, _ := sub.(map[string]any)
			c.addKeys(m, keys, depth-1)
		}
	}
}

// hintFor returns what a person should write: in the words of the schema that
// failed, else of the one that refers to it.
func (c collector) hintFor(x violation) diag.Text {
	for _, schema := range []map[string]any{x.schema, x.site} {
		if t := ownHint(schema); !t.IsZero() {
			return t
		}
	}
	if t := c.schema.hint(x.schema); !t.IsZero() {
		return t
	}
	return c.schema.hint(x.site)
}

// keyHint returns what the schema says about a key that is missing.
func (c collector) keyHint(x violation, key string) diag.Text {
	properties, _ := x.schema["properties"].(map[string]any)
	if property, ok := properties[key].(map[string]any); ok {
		return c.schema.hint(property)
	}
	return ownHint(x.schema)
}

// named returns the path as a subject of a sentence.
func named(path string) diag.Text {
	if path == "" {
		return diag.T("the file", "파일")
	}
	return diag.Text{EN: path, KO: path}
}

// withHint adds a hint to an advice.
func withHint(advice, hint diag.Text) diag.Text {
	switch {
	case hint.IsZero():
		return advice
	case advice.IsZero():
		return hint
	}
	return diag.T("%s (%s)", "%s (%s)", advice, hint)
}

// values prints the possible values of an enum, as far as they are
// something to write.
func values(want []any) []string {
	var out []string
	for _, w := range want {
		switch w.(type) {
		case map[string]any, []any, nil:
			continue
		}
		if text := fmt.Sprint(w); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// quotedList puts each word in quotes.
func quotedList(words []string) string {
	var quoted []string
	for _, w := range words {
		quoted = append(quoted, shown(w))
	}
	return strings.Join(quoted, ", ")
}
