// Package source reads the user's YAML strictly and remembers where every value
// stands.
//
// [Decode] turns bytes into a [File]: a tree of values that keep their text
// exactly as written, so that 0123 stays 0123 and 2024-07-01 stays text.
// [Schema.Validate] compares the tree with a JSON Schema, [Into] fills Go
// structs from it. All three answer with findings that name the line, the
// column and the YAML path.
//
// The YAML understood here is smaller than the standard on purpose: one
// document, string keys, no tags, no merge keys. A plain scalar is null, true
// or false, a decimal number, or text; hexadecimal and octal numbers, numbers
// with an exponent, dates, yes and no are text.
package source

import (
	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// Kind says what a value is.
type Kind int

// Kinds of values.
const (
	Null Kind = iota
	Bool
	Number
	String
	Map
	List
)

// Value is one value of a file. Text is the scalar as written, without quotes
// and with escapes resolved; it is empty for maps and lists. Path names the
// value, as in parties[1].name.en, and is empty for the root.
type Value struct {
	Kind    Kind
	Text    string
	Place   diag.Place
	Path    string
	Entries []Entry  // of a map, in written order
	Items   []*Value // of a list

	key    diag.Place // of the key that leads here, if there is one
	quoted bool       // in quotes or as a block
	style  yaml.Style // how it is written
	shared bool       // has an anchor, or came from an alias
	note   string     // a comment to write above it, if an edit adds it
}

// Entry is one key of a map with its value.
type Entry struct {
	Key      string
	KeyPlace diag.Place
	Value    *Value
}

// Get returns the value at the key of a map, or nil. It may be called on nil.
func (v *Value) Get(key string) *Value {
	if v == nil {
		return nil
	}
	for _, e := range v.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// Find returns the value at a path relative to v, or nil.
func (v *Value) Find(path string) *Value {
	steps, ok := parsePath(path)
	if !ok {
		return nil
	}
	found, rest := v.follow(steps)
	if rest > 0 {
		return nil
	}
	return found
}

// Walk calls visit for v and for every value below it, parents first and in
// written order.
func (v *Value) Walk(visit func(*Value)) {
	if v == nil {
		return
	}
	visit(v)
	for _, e := range v.Entries {
		e.Value.Walk(visit)
	}
	for _, item := range v.Items {
		item.Walk(visit)
	}
}

// KeyPlace returns the place of the key that leads to the value. The root and
// the items of a list have no key; theirs is their own place.
func (v *Value) KeyPlace() diag.Place {
	if v == nil {
		return diag.Place{}
	}
	if v.key.Line > 0 {
		return v.key
	}
	return v.Place
}

// IsScalar reports whether the value is neither a map nor a list.
func (v *Value) IsScalar() bool { return v.Kind != Map && v.Kind != List }

// follow goes down as far as the steps lead and returns where it stopped and
// how many steps are left.
func (v *Value) follow(steps []step) (*Value, int) {
	for i, s := range steps {
		next := v.child(s)
		if next == nil {
			return v, len(steps) - i
		}
		v = next
	}
	return v, 0
}

func (v *Value) child(s step) *Value {
	switch {
	case v == nil:
		return nil
	case !s.item:
		return v.Get(s.key)
	case v.Kind == List && s.index < len(v.Items):
		return v.Items[s.index]
	}
	return nil
}

// File is one decoded file. Root is nil if the file could not be read as a
// tree of values.
type File struct {
	Name string
	Data []byte
	Root *Value

	lines   []string
	columns map[int][]int // of long lines: the byte offsets of some columns
	below   *File         // over which it is laid; see [Extend]
}

// named returns the file of a name: this one or one below it.
func (f *File) named(name string) *File {
	for at := f; at != nil; at = at.below {
		if at.Name == name {
			return at
		}
	}
	return f
}

// Place returns the place of the value at the path. If there is none it is the
// place of the key of the nearest ancestor that exists.
func (f *File) Place(path string) diag.Place {
	v, exact := f.nearest(path)
	switch {
	case v == nil:
		return diag.Place{File: f.Name}
	case exact:
		return v.Place
	}
	return v.KeyPlace()
}

// KeyPlace returns the place of the key that leads to the path, or to its
// nearest ancestor that exists. Items of a list stand for themselves.
func (f *File) KeyPlace(path string) diag.Place {
	v, _ := f.nearest(path)
	if v == nil {
		return diag.Place{File: f.Name}
	}
	return v.KeyPlace()
}

func (f *File) nearest(path string) (v *Value, exact bool) {
	steps, ok := parsePath(path)
	if !ok {
		return f.Root, false
	}
	v, rest := f.Root.follow(steps)
	return v, rest == 0
}
