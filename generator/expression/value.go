package expression

import (
	"encoding"
	"fmt"
	"reflect"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// NotStated is the error of an expression that needs a value which the file
// does not state.
type NotStated struct{ Path string }

func (e *NotStated) Error() string { return e.Path + " is not stated" }

// Root is the value of one name. What stands below it in a file has paths that
// begin with Path; a value that was computed has none. File is what the file
// states there, nil if it states nothing. A missing value is not known this time.
type Root struct {
	Value   any
	Path    string
	File    *source.Value
	Missing bool
}

// Vars are the values of the names of a scope, and of the entries that a loop
// has come to.
type Vars struct {
	values map[string]any
	facts  *facts

	name  string // of one more value
	value any
	outer *Vars // nil: there is none
}

// ResolveName implements [cel.Activation].
func (v *Vars) ResolveName(name string) (any, bool) {
	for at := v; at != nil; at = at.outer {
		if at.outer != nil && at.name == name {
			return at.value, true
		}
		if at.outer == nil {
			x, ok := at.values[name]
			return x, ok
		}
	}
	return nil, false
}

// Parent implements [cel.Activation].
func (v *Vars) Parent() cel.Activation { return nil }

// facts is what all values of an evaluation know, and the lists that they have
// made: rules ask for the same ones again and again.
type facts struct {
	types *provider
	lists map[listKey]ref.Val
}

type listKey struct {
	of    *object
	field int
}

// Vars gives the names of a scope their values.
func (s *Scope) Vars(roots map[string]Root) *Vars {
	v := &Vars{values: map[string]any{}, facts: &facts{s.types, map[listKey]ref.Val{}}}
	for name, r := range roots {
		if r.Missing {
			v.values[name] = types.WrapErr(&NotStated{name})
			continue
		}
		v.values[name] = v.facts.wrap(reflect.ValueOf(r.Value), place{r.Path, r.File})
	}
	return v
}

// With gives one more name its value.
func (v *Vars) With(name string, value Value) *Vars {
	return &Vars{name: name, value: value.val, facts: v.facts, outer: v}
}

// Value is what an expression came to.
type Value struct{ val ref.Val }

// object is a struct with the place at which it stands in the file.
type object struct {
	place
	value reflect.Value
	facts *facts
}

// place is where a value stands in a file, and what the file states there. Of a
// computed value the path is empty.
type place struct {
	path   string
	stated *source.Value
}

func (p place) below(name string) place {
	if p.path == "" {
		return place{}
	}
	return place{source.Child(p.path, name), p.stated.Get(name)}
}

func (p place) item(i int) place {
	if p.path == "" {
		return place{}
	}
	out := place{path: source.Item(p.path, i)}
	if p.stated != nil && i < len(p.stated.Items) {
		out.stated = p.stated.Items[i]
	}
	return out
}

// isValue reports whether a file has something there.
func isValue(v *source.Value) bool { return v != nil && v.Kind != source.Null }

// wrap makes the value of an expression from a Go value.
func (f *facts) wrap(v reflect.Value, at place) ref.Val {
	switch v.Type() {
	case dateType:
		return timestamp(v.Interface().(calendar.Date))
	case amountType:
		return types.Int(v.Interface().(money.Amount).Minor())
	case percentType:
		return basisPoints(v.Interface().(money.Percent))
	}
	switch v.Kind() {
	case reflect.String:
		return types.String(v.String())
	case reflect.Bool:
		return types.Bool(v.Bool())
	case reflect.Int64, reflect.Int:
		return types.Int(v.Int())
	case reflect.Pointer:
		if v.IsNil() {
			return f.wrap(reflect.Zero(v.Type().Elem()), at)
		}
		return f.wrap(v.Elem(), at)
	case reflect.Map:
		return f.wrapMap(v, at)
	case reflect.Slice:
		return f.wrapList(v, at)
	}
	if f.types.texts[v.Type()] {
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return types.WrapErr(err)
		}
		return types.String(text)
	}
	return &object{at, v, f}
}

func (f *facts) wrapMap(v reflect.Value, at place) ref.Val {
	m := map[string]ref.Val{}
	for _, key := range v.MapKeys() {
		m[key.String()] = f.wrap(v.MapIndex(key), at.below(key.String()))
	}
	return types.NewDynamicMap(f.types, m)
}

func (f *facts) wrapList(v reflect.Value, at place) ref.Val {
	if v.Type().Implements(orderedType) {
		m := map[string]ref.Val{}
		for i := range v.Len() {
			key := v.Index(i).FieldByName("Key").String()
			m[key] = f.wrap(v.Index(i).FieldByName("Value"), at.below(key))
		}
		return types.NewDynamicMap(f.types, m)
	}
	all := make([]ref.Val, v.Len())
	for i := range all {
		all[i] = f.wrap(v.Index(i), at.item(i))
	}
	return types.NewRefValList(f.types, all)
}

func timestamp(d calendar.Date) ref.Val {
	return types.Timestamp{Time: time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)}
}

// basisPoints counts a percentage in hundredths of a percent: 10 % is 1000.
func basisPoints(p money.Percent) ref.Val {
	n, whole := p.Decimal().Mul(money.NewDecimal(100)).Int64()
	if !whole {
		return types.NewErr("%s is no whole number of basis points", p)
	}
	return types.Int(n)
}

// isSet reports whether the file states a field, or whether a computed one is
// more than nothing.
func (o *object) isSet(f field) bool {
	if o.path != "" {
		return isValue(o.stated.Get(f.name))
	}
	return !o.value.Field(f.index).IsZero()
}

// get returns a field. A single value that the file does not state is an error
// and not nought; a list that it does not have is empty.
func (o *object) get(f field) (any, error) {
	if single(f.typ) {
		if o.path != "" && !isValue(o.stated.Get(f.name)) {
			return nil, &NotStated{source.Child(o.path, f.name)}
		}
		return o.facts.wrap(o.value.Field(f.index), place{}), nil
	}
	if f.typ.Kind() != reflect.Slice {
		return o.facts.wrap(o.value.Field(f.index), o.below(f.name)), nil
	}
	key := listKey{o, f.index}
	if known, ok := o.facts.lists[key]; ok {
		return known, nil
	}
	list := o.facts.wrap(o.value.Field(f.index), o.below(f.name))
	o.facts.lists[key] = list
	return list, nil
}

// single reports whether a value is written as one text.
func single(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int64, reflect.Int:
		return true
	}
	return t.Implements(marshaler)
}

// The methods of ref.Val.

// ConvertToNative implements [ref.Val].
func (o *object) ConvertToNative(t reflect.Type) (any, error) {
	if o.value.Type().AssignableTo(t) {
		return o.value.Interface(), nil
	}
	return nil, fmt.Errorf("%s is no %s", o.value.Type(), t)
}

// ConvertToType implements [ref.Val].
func (o *object) ConvertToType(t ref.Type) ref.Val {
	if t.TypeName() == o.Type().TypeName() {
		return o
	}
	return types.NewErr("%s is no %s", o.Type().TypeName(), t.TypeName())
}

// Equal implements [ref.Val]: two objects are equal if they are the same.
func (o *object) Equal(other ref.Val) ref.Val {
	x, ok := other.(*object)
	return types.Bool(ok && reflect.DeepEqual(o.value.Interface(), x.value.Interface()))
}

// Type implements [ref.Val].
func (o *object) Type() ref.Type { return types.NewObjectType(o.value.Type().String()) }

// Value implements [ref.Val].
func (o *object) Value() any { return o }

var _ traits.FieldTester = (*object)(nil)

// IsSet implements [traits.FieldTester].
func (o *object) IsSet(name ref.Val) ref.Val {
	for _, f := range fieldsOf(o.value.Type()) {
		if types.String(f.name).Equal(name) == types.True {
			return types.Bool(o.isSet(f))
		}
	}
	return types.NewErr("there is no field %v", name.Value())
}

// Get implements [traits.Indexer].
func (o *object) Get(name ref.Val) ref.Val {
	for _, f := range fieldsOf(o.value.Type()) {
		if types.String(f.name).Equal(name) != types.True {
			continue
		}
		v, err := o.get(f)
		if err != nil {
			return types.WrapErr(err)
		}
		return v.(ref.Val)
	}
	return types.NewErr("there is no field %v", name.Value())
}
