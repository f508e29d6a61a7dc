package source

import (
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"pactwright/generator/diag"
)

// violation is one broken keyword of the schema, before it is put in words.
type violation struct {
	value  *Value         // the value that breaks it
	depth  int            // of the value below the root
	place  diag.Place     // what the finding points to
	schema map[string]any // the schema that carries the keyword
	site   map[string]any // the schema that refers to that one from the same value, if any
	what   any            // a kind of the validator, or one of the types below
	key    string         // of an unknown or missing entry
	order  int            // of missing entries among each other
}

// Kinds of violations that the validator reports in several ways, or not at all.
type (
	unknownKey struct{}
	missingKey struct{}
	missingAny struct{ keys []string } // one of these keys is needed
)

func (x violation) path() string {
	if x.key != "" {
		return Child(x.value.Path, x.key)
	}
	return x.value.Path
}

// collector takes the tree of validation errors apart.
type collector struct {
	schema *Schema
	file   *File

	entries map[*Value]map[string]Entry // of the maps that were asked for a key
	schemas map[string]map[string]any   // by their addresses
}

func newCollector(s *Schema, f *File) collector {
	return collector{schema: s, file: f, entries: map[*Value]map[string]Entry{}, schemas: map[string]map[string]any{}}
}

// schemaAt returns the schema that an address points to.
func (c collector) schemaAt(address string) map[string]any {
	m, known := c.schemas[address]
	if !known {
		m = c.schema.at(address)
		c.schemas[address] = m
	}
	return m
}

// entry returns an entry of a map. A hostile file has errors at each of many
// keys, so that looking them up one after the other would take too long.
func (c collector) entry(v *Value, key string) (Entry, bool) {
	known, ok := c.entries[v]
	if !ok {
		known = make(map[string]Entry, len(v.Entries))
		for _, e := range v.Entries {
			known[e.Key] = e
		}
		c.entries[v] = known
	}
	e, ok := known[key]
	return e, ok
}

// reference is a schema that refers to another one, and the value it is for.
type reference struct {
	schema map[string]any
	value  *Value
}

// collect returns the violations below an error. Site is the schema that
// referred to the one that failed.
func (c collector) collect(e *jsonschema.ValidationError, site reference) []violation {
	x := violation{
		value: c.valueAt(e.InstanceLocation), depth: len(e.InstanceLocation),
		schema: c.schemaAt(e.SchemaURL), what: e.ErrorKind,
	}
	x.place = x.value.Place
	if site.value == x.value {
		x.site = site.schema
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.AllOf:
		return c.collectAll(e.Causes, site)
	case *kind.Reference:
		return c.collectAll(e.Causes, reference{c.schemaAt(e.SchemaURL), x.value})
	case *kind.AnyOf:
		return c.choose(x, e.Causes)
	case *kind.OneOf:
		if len(k.Subschemas) == 0 {
			return c.choose(x, e.Causes)
		}
	case *kind.AdditionalProperties:
		return c.unknown(x, k.Properties)
	case *kind.Required:
		return missing(x, k.Missing)
	case *kind.DependentRequired:
		return missing(x, k.Missing)
	case *kind.FalseSchema:
		return []violation{c.forbiddenEntry(x, e)}
	}
	return []violation{x}
}

// forbiddenEntry turns an entry that the schema forbids by the schema "false"
// into an unknown key of the map around it.
func (c collector) forbiddenEntry(x violation, e *jsonschema.ValidationError) violation {
	last := len(e.InstanceLocation) - 1
	if last < 0 {
		return x
	}
	around := c.valueAt(e.InstanceLocation[:last])
	if _, ok := c.entry(around, e.InstanceLocation[last]); !ok {
		return x
	}
	address := e.SchemaURL[:strings.LastIndexByte(e.SchemaURL, '/')]
	x.value, x.schema = around, c.schemaAt(strings.TrimSuffix(address, "/properties"))
	return c.unknown(x, e.InstanceLocation[last:])[0]
}

func (c collector) collectAll(errors []*jsonschema.ValidationError, site reference) []violation {
	var all []violation
	for _, e := range errors {
		all = append(all, c.collect(e, site)...)
	}
	return all
}

// unknown makes a violation of each key that a map should not have.
func (c collector) unknown(x violation, keys []string) []violation {
	all := make([]violation, len(keys))
	for i, key := range keys {
		all[i] = x
		all[i].what, all[i].key = unknownKey{}, key
		if e, ok := c.entry(x.value, key); ok {
			all[i].place = e.KeyPlace
		}
	}
	return all
}

// missing makes a violation of each key that a map lacks, in the order in which
// the schema asks for them. They point to the key of the map.
func missing(x violation, keys []string) []violation {
	all := make([]violation, len(keys))
	for i, key := range keys {
		all[i] = x
		all[i].what, all[i].key, all[i].order = missingKey{}, key, i
		all[i].place = x.value.KeyPlace()
	}
	return all
}

func (c collector) valueAt(location []string) *Value {
	v := c.file.Root
	for _, token := range location {
		if i, err := strconv.Atoi(token); err == nil && v.Kind == List && i < len(v.Items) {
			v = v.Items[i]
			continue
		}
		e, ok := c.entry(v, token)
		if !ok {
			return v
		}
		v = e.Value
	}
	return v
}

// sorted orders violations as they stand in the file. The validator visits maps
// in random order, so the order must not depend on where it came from.
func sorted(all []violation) {
	slices.SortStableFunc(all, func(a, b violation) int {
		p, q := a.place, b.place
		for _, c := range []int{
			p.Line - q.Line,
			p.Column - q.Column,
			strings.Compare(a.value.Path, b.value.Path),
			a.order - b.order,
			strings.Compare(a.key, b.key),
			strings.Compare(keyword(a.what), keyword(b.what)),
		} {
			if c != 0 {
				return c
			}
		}
		return 0
	})
}

// keyword names the kind of a violation, for the order only.
func keyword(what any) string {
	if k, ok := what.(jsonschema.ErrorKind); ok {
		return strings.Join(k.KeywordPath(), "/")
	}
	return ""
}
