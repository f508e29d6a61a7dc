package source

import "strings"

// Edit is one change of a file. Its path is that of the file as it was read,
// whatever the other edits do to it.
type Edit struct {
	Path  string
	op    operation
	key   string
	value *Value
}

type operation int

const (
	setting operation = iota
	appending
	inserting
	removing
)

// Set gives the scalar at a path another value.
func Set(path string, value *Value) Edit { return Edit{Path: path, op: setting, value: value} }

// Append adds an item to the end of the list at a path.
func Append(path string, item *Value) Edit { return Edit{Path: path, op: appending, value: item} }

// Insert adds an entry to the map at a path.
func Insert(path, key string, value *Value) Edit {
	return Edit{Path: path, op: inserting, key: key, value: value}
}

// Remove takes the item of a list or the entry of a map at a path away.
func Remove(path string) Edit { return Edit{Path: path, op: removing} }

// NewText returns a text for an edit.
func NewText(text string) *Value { return &Value{Kind: String, Text: text} }

// NewNumber returns a number for an edit, written in digits.
func NewNumber(digits string) *Value { return &Value{Kind: Number, Text: digits} }

// NewBool returns true or false for an edit.
func NewBool(yes bool) *Value {
	if yes {
		return &Value{Kind: Bool, Text: "true"}
	}
	return &Value{Kind: Bool, Text: "false"}
}

// Noted gives a value that an edit adds as an entry of a map a comment, which is
// written above it unless the entry stands in brackets.
func (v *Value) Noted(comment string) *Value {
	v.note = comment
	return v
}

// NewList returns a list for an edit.
func NewList(items ...*Value) *Value { return &Value{Kind: List, Items: items} }

// NewMap returns an empty map for an edit.
func NewMap() *Value { return &Value{Kind: Map} }

// Put adds an entry to a map that an edit is made of.
func (v *Value) Put(key string, value *Value) {
	v.Entries = append(v.Entries, Entry{Key: key, Value: value})
}

// same reports whether two trees hold the same values. Underscores in numbers
// are no difference.
func same(a, b *Value) bool {
	if a.Kind != b.Kind || len(a.Items) != len(b.Items) || len(a.Entries) != len(b.Entries) {
		return false
	}
	if a.Text != b.Text && (a.Kind != Number || strings.ReplaceAll(a.Text, "_", "") != strings.ReplaceAll(b.Text, "_", "")) {
		return false
	}
	for i := range a.Items {
		if !same(a.Items[i], b.Items[i]) {
			return false
		}
	}
	for i, e := range a.Entries {
		if e.Key != b.Entries[i].Key || !same(e.Value, b.Entries[i].Value) {
			return false
		}
	}
	return true
}

// intended is the tree that a patched file must decode to.
type intended struct {
	root    *Value
	removed map[*Value]bool
}

func newIntended(root *Value) *intended {
	return &intended{root: clone(root), removed: map[*Value]bool{}}
}

func clone(v *Value) *Value {
	out := *v
	out.Items, out.Entries = nil, nil
	for _, item := range v.Items {
		out.Items = append(out.Items, clone(item))
	}
	for _, e := range v.Entries {
		out.Entries = append(out.Entries, Entry{Key: e.Key, Value: clone(e.Value)})
	}
	return &out
}

// apply carries one edit out. Removed values stay until all edits are done, so
// that paths keep their meaning.
func (t *intended) apply(e Edit) {
	v := t.root.Find(e.Path)
	switch e.op {
	case setting:
		*v = *clone(e.value)
	case appending:
		v.Kind, v.Text = List, ""
		v.Items = append(v.Items, clone(e.value))
	case inserting:
		v.Entries = append(v.Entries, Entry{Key: e.key, Value: clone(e.value)})
	case removing:
		t.removed[v] = true
	}
}

// settle drops what was removed and returns the tree.
func (t *intended) settle() *Value {
	t.drop(t.root)
	return t.root
}

func (t *intended) drop(v *Value) {
	var items []*Value
	for _, item := range v.Items {
		if !t.removed[item] {
			t.drop(item)
			items = append(items, item)
		}
	}
	var entries []Entry
	for _, e := range v.Entries {
		if !t.removed[e.Value] {
			t.drop(e.Value)
			entries = append(entries, e)
		}
	}
	v.Items, v.Entries = items, entries
}
