package call

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"pactwright/generator/project"
)

// field is a value of the project file, found by its path in the types of
// package project, so that a path that names nothing is noticed when the call
// is loaded and not when it is judged.
type field struct {
	path  string
	steps []int // index of the field at each step
	typ   reflect.Type
}

// fieldOf follows a path such as trl.start down from a type. It goes through
// structs only: the entries of a list have paths of their own.
func fieldOf(from reflect.Type, path string) (field, error) {
	f := field{path: path, typ: from}
	for name := range strings.SplitSeq(path, ".") {
		if f.typ.Kind() == reflect.Pointer {
			f.typ = f.typ.Elem()
		}
		i := fieldIndex(f.typ, name)
		if i < 0 {
			return field{}, textError("%s names nothing in a project file: there is no %q",
				"%s: 과제 파일에 없는 경로입니다(%q)", path, name)
		}
		f.steps = append(f.steps, i)
		f.typ = f.typ.Field(i).Type
	}
	return f, nil
}

// fieldIndex returns the field of a struct that the file calls by the name.
func fieldIndex(t reflect.Type, name string) int {
	if t.Kind() != reflect.Struct || name == "" {
		return -1
	}
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if key == name && key != "-" {
			return i
		}
	}
	return -1
}

// of returns the value of the field below v, which has the type that the path
// starts from. Below a pointer to nothing it is the zero value.
func (f field) of(v reflect.Value) reflect.Value {
	for _, i := range f.steps {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return reflect.Zero(f.typ)
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

// Path is the path of a value of type T in a project file, as in
// project.trl.start.
type Path[T any] struct{ field }

// UnmarshalText reads a path and makes sure that such a value exists.
func (p *Path[T]) UnmarshalText(text []byte) error {
	f, err := fieldOf(reflect.TypeFor[project.Project](), string(text))
	if err != nil {
		return err
	}
	if f.typ != reflect.TypeFor[T]() {
		return textError("%s has not the type of value that this check takes", "%s: 이 검사에 쓸 수 없는 종류의 값입니다", f.path)
	}
	p.field = f
	return nil
}

func (p Path[T]) in(from *project.Project) T {
	value, _ := p.of(reflect.ValueOf(from)).Interface().(T)
	return value
}

func (p Path[T]) missing() bool { return p.path == "" }

// scalarPath is the path of anything that can be written as one text.
type scalarPath struct{ field }

// UnmarshalText reads a path and makes sure that it ends in a single value.
func (p *scalarPath) UnmarshalText(text []byte) error {
	f, err := fieldOf(reflect.TypeFor[project.Project](), string(text))
	if err != nil {
		return err
	}
	if !isScalar(f.typ) {
		return textError("%s is not a single value", "%s: 하나의 값이 아닙니다", f.path)
	}
	p.field = f
	return nil
}

func (p scalarPath) in(from *project.Project) string {
	all := texts(p.of(reflect.ValueOf(from)))
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

func isScalar(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int64:
		return true
	}
	return t.Implements(textMarshaler)
}

// texts returns a value as a file would write it: one text for a scalar, none
// for an empty one, several for a list of scalars.
func texts(v reflect.Value) []string {
	switch v.Kind() {
	case reflect.String:
		if text := strings.TrimSpace(v.String()); text != "" {
			return []string{text}
		}
		return nil
	case reflect.Bool:
		return []string{strconv.FormatBool(v.Bool())}
	case reflect.Int64:
		return []string{strconv.FormatInt(v.Int(), 10)}
	case reflect.Slice:
		var all []string
		for i := range v.Len() {
			all = append(all, texts(v.Index(i))...)
		}
		return all
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		if err == nil && len(text) > 0 {
			return []string{string(text)}
		}
	}
	return nil
}
