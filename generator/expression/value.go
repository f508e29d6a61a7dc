package expression

import (
	"encoding"
	"fmt"
	"reflect"
	"time"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
)

// NotStated is the error of an expression that needs a value which the file
// does not state.
type NotStated struct{ Path string }

func (e *NotStated) Error() string { return e.Path + " is not stated" }

// Root is the value of one name. What stands below it in a file has paths that
// begin with Path; a value that was computed has none. A missing one is not
// known this time.
type Root struct {
	Value   any
	Path    string
	Missing bool
}

// Vars are the values of the names of a scope.
type Vars struct {
	values map[string]any
	facts  *facts
}

// facts is what all values of an evaluation know.
type facts struct {
	adapter types.Adapter
	stated  func(path string) bool
}

// Vars gives the names of a scope their values. The function tells whether the
// file states a value at a path.
func (s *Scope) Vars(roots map[string]Root, stated func(path string) bool) *Vars {
	v := &Vars{values: map[string]any{}, facts: &facts{s.types, stated}}
	for name, r := range roots {
		if r.Missing {
			v.values[name] = types.WrapErr(&NotStated{name})
			continue
		}
		v.values[name] = v.facts.wrap(reflect.ValueOf(r.Value), r.Path)
	}
	return v
}

// With gives one more name its value.
func (v *Vars) With(name string, value Value) *Vars {
	values := make(map[string]any, len(v.values)+1)
	for k, x := range v.values {
		values[k] = x
	}
	values[name] = value.val
	return &Vars{values, v.facts}
}

// Value is what an expression came to.
type Value struct{ val ref.Val }

// object is a struct with the place at which it stands in the file.
type object struct {
	value reflect.Value
	path  string
	facts *facts
}

// wrap makes the value of an expression from a Go value.
func (f *facts) wrap(v reflect.Value, path string) ref.Val {
	switch x := v.Interface().(type) {
	case calendar.Date:
		return timestamp(x)
	case money.Amount:
		return types.Int(x.Minor())
	case money.Percent:
		return basisPoints(x)
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
			return f.wrap(reflect.Zero(v.Type().Elem()), path)
		}
		return f.wrap(v.Elem(), path)
	case reflect.Map:
		return f.wrapMap(v, path)
	case reflect.Slice:
		return f.wrapList(v, path)
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		if err != nil {
			return types.WrapErr(err)
		}
		return types.String(text)
	}
	return &object{v, path, f}
}

func (f *facts) wrapMap(v reflect.Value, path string) ref.Val {
	m := map[string]ref.Val{}
	for _, key := range v.MapKeys() {
		m[key.String()] = f.wrap(v.MapIndex(key), below(path, key.String()))
	}
	return types.NewDynamicMap(f.adapter, m)
}

func (f *facts) wrapList(v reflect.Value, path string) ref.Val {
	if v.Type().Implements(orderedType) {
		m := map[string]ref.Val{}
		for i := range v.Len() {
			key := v.Index(i).FieldByName("Key").String()
			m[key] = f.wrap(v.Index(i).FieldByName("Value"), below(path, key))
		}
		return types.NewDynamicMap(f.adapter, m)
	}
	all := make([]ref.Val, v.Len())
	for i := range all {
		at := path
		if at != "" {
			at = fmt.Sprintf("%s[%d]", path, i)
		}
		all[i] = f.wrap(v.Index(i), at)
	}
	return types.NewRefValList(f.adapter, all)
}

func below(path, name string) string {
	if path == "" {
		return ""
	}
	return path + "." + name
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
	if path := below(o.path, f.name); path != "" {
		return o.facts.stated(path)
	}
	return !o.value.Field(f.index).IsZero()
}

// get returns a field. A single value that the file does not state is an error
// and not nought; a list that it does not have is empty.
func (o *object) get(f field) (any, error) {
	v := o.value.Field(f.index)
	path := below(o.path, f.name)
	if path != "" && single(f.typ) && !o.facts.stated(path) {
		return nil, &NotStated{path}
	}
	return o.facts.wrap(v, path), nil
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
