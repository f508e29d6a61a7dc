package source

import (
	"encoding"
	"errors"
	"reflect"
	"strings"

	"pactwright/generator/diag"
)

var atType = reflect.TypeFor[At]()

// structure fills the fields of a struct from a map.
func (d *filler) structure(v *Value, dst reflect.Value) {
	setPlaces(v, dst)
	if v.Kind != Map {
		d.wrongType(v, "object")
		return
	}
	known := d.fields(v, dst)
	if !d.strict {
		return
	}
	for _, e := range v.Entries {
		if !known.has(e.Key) && len(d.found) <= MaxFindings {
			d.found.Add(unknownEntry(v, e, known))
		}
	}
}

// fieldNames is the keys that a struct has fields for.
type fieldNames []string

func (n fieldNames) has(key string) bool {
	for _, name := range n {
		if name == key {
			return true
		}
	}
	return false
}

// fields fills one struct, and those embedded in it, and returns the keys that
// they know.
func (d *filler) fields(v *Value, dst reflect.Value) fieldNames {
	var known fieldNames
	for i := range dst.NumField() {
		field := dst.Type().Field(i)
		name, inline := fieldTag(field)
		switch {
		case inline:
			setPlaces(v, dst.Field(i))
			known = append(known, d.fields(v, dst.Field(i))...)
		case name != "":
			known = append(known, name)
			if value := v.Get(name); value != nil {
				d.fill(value, dst.Field(i))
			}
		}
	}
	return known
}

// fieldTag returns the key that a field is named for, or that it is a struct
// whose fields belong to the struct around it.
func fieldTag(field reflect.StructField) (name string, inline bool) {
	name, flags, _ := strings.Cut(field.Tag.Get("yaml"), ",")
	if !field.IsExported() || name == "-" {
		return "", false
	}
	return name, name == "" && flags == "inline" && field.Type.Kind() == reflect.Struct
}

// setPlaces tells a struct that embeds At where it was read from.
func setPlaces(v *Value, dst reflect.Value) {
	if dst.Kind() != reflect.Struct {
		return
	}
	for i := range dst.NumField() {
		if field := dst.Type().Field(i); field.Anonymous && field.Type == atType {
			dst.Field(i).Set(reflect.ValueOf(At{Path: v.Path, Place: v.Place}))
		}
	}
}

func unknownEntry(v *Value, e Entry, known fieldNames) diag.Finding {
	message, fix := unknownText(v.Path, e.Key, known, diag.Text{})
	return diag.Finding{
		Code: CodeKey, Severity: diag.Blocking, Place: e.KeyPlace, Path: Child(v.Path, e.Key),
		Message: message, Fix: fix,
	}
}

// text lets a type read its own text.
func (d *filler) text(v *Value, reader encoding.TextUnmarshaler) {
	if !v.IsScalar() {
		d.wrongType(v, "string")
		return
	}
	if err := reader.UnmarshalText([]byte(v.Text)); err != nil {
		d.add(CodeValue, v, diag.T("%s: %s", "%s: %s", named(v.Path), errorText(err)), diag.Text{})
	}
}

// errorText returns an error in both languages, as far as it has them.
func errorText(err error) diag.Text {
	t := diag.Text{EN: err.Error(), KO: err.Error()}
	var english interface{ English() string }
	if errors.As(err, &english) {
		t.EN = english.English()
	}
	var korean interface{ Korean() string }
	if errors.As(err, &korean) {
		t.KO = korean.Korean()
	}
	return t
}
