package expression

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
)

// provider makes the types of expressions from Go types: a struct is an object
// whose fields are called by their yaml tags.
type provider struct {
	*types.Registry
	objects map[string]reflect.Type // by the name of the type in expressions
	texts   map[reflect.Type]bool   // structs that are written as a text
}

func newProvider() *provider {
	registry, err := types.NewRegistry()
	if err != nil {
		panic(err) // no type was given that could be refused
	}
	return &provider{registry, map[string]reflect.Type{}, map[reflect.Type]bool{}}
}

var (
	dateType    = reflect.TypeFor[calendar.Date]()
	amountType  = reflect.TypeFor[money.Amount]()
	percentType = reflect.TypeFor[money.Percent]()
	marshaler   = reflect.TypeFor[encoding.TextMarshaler]()
	orderedType = reflect.TypeFor[interface{ InOrder() }]()
)

// celType returns the type that values of a Go type have in expressions.
func (p *provider) celType(t reflect.Type) (*types.Type, bool) {
	switch t {
	case dateType:
		return types.TimestampType, true
	case amountType, percentType:
		return types.IntType, true
	}
	switch t.Kind() {
	case reflect.String:
		return types.StringType, true
	case reflect.Bool:
		return types.BoolType, true
	case reflect.Int64, reflect.Int:
		return types.IntType, true
	case reflect.Pointer:
		return p.celType(t.Elem())
	case reflect.Map:
		elem, ok := p.celType(t.Elem())
		return types.NewMapType(types.StringType, elem), ok && t.Key().Kind() == reflect.String
	case reflect.Slice:
		return p.listType(t)
	case reflect.Struct:
		return p.structType(t)
	}
	return nil, false
}

func (p *provider) listType(t reflect.Type) (*types.Type, bool) {
	if t.Implements(orderedType) {
		value, _ := t.Elem().FieldByName("Value")
		elem, ok := p.celType(value.Type)
		return types.NewMapType(types.StringType, elem), ok
	}
	elem, ok := p.celType(t.Elem())
	return types.NewListType(elem), ok
}

// structType names a struct and takes in the structs below it. One that is
// written as a text is a text.
func (p *provider) structType(t reflect.Type) (*types.Type, bool) {
	if p.texts[t] {
		return types.StringType, true
	}
	name := t.String()
	if _, known := p.objects[name]; !known && t.Implements(marshaler) {
		p.texts[t] = true
		return types.StringType, true
	}
	if _, known := p.objects[name]; !known {
		p.objects[name] = t
		for _, f := range fieldsOf(t) {
			p.celType(f.typ)
		}
	}
	return types.NewObjectType(name), true
}

// field is one field of an object.
type field struct {
	name  string
	index int
	typ   reflect.Type
}

func fieldsOf(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name != "" && name != "-" && f.IsExported() {
			all = append(all, field{name, i, f.Type})
		}
	}
	return all
}

// FindStructType implements [types.Provider].
func (p *provider) FindStructType(name string) (*types.Type, bool) {
	if _, ok := p.objects[name]; ok {
		return types.NewTypeTypeWithParam(types.NewObjectType(name)), true
	}
	return p.Registry.FindStructType(name)
}

// FindStructFieldNames implements [types.Provider].
func (p *provider) FindStructFieldNames(name string) ([]string, bool) {
	t, ok := p.objects[name]
	if !ok {
		return p.Registry.FindStructFieldNames(name)
	}
	var names []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.name)
	}
	return names, true
}

// FindStructFieldType implements [types.Provider].
func (p *provider) FindStructFieldType(name, key string) (*types.FieldType, bool) {
	t, ok := p.objects[name]
	if !ok {
		return p.Registry.FindStructFieldType(name, key)
	}
	fields := fieldsOf(t)
	i := slices.IndexFunc(fields, func(f field) bool { return f.name == key })
	if i < 0 {
		return nil, false
	}
	known, ok := p.celType(fields[i].typ)
	if !ok {
		return nil, false
	}
	return &types.FieldType{
		Type:    known,
		IsSet:   func(target any) bool { return asObject(target).isSet(fields[i]) },
		GetFrom: func(target any) (any, error) { return asObject(target).get(fields[i]) },
	}, true
}

// NewValue implements [types.Provider]: expressions look at objects and make
// none.
func (p *provider) NewValue(name string, _ map[string]ref.Val) ref.Val {
	return types.NewErr("an expression cannot make a %s", name)
}

func asObject(target any) *object {
	if o, ok := target.(*object); ok {
		return o
	}
	panic(fmt.Sprintf("expression: %T is no object", target))
}
