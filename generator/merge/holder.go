package merge

import (
	"reflect"
	"strings"
	"sync"

	"pactwright/generator/source"
)

// holder is how the values of a struct type are named in the project file.
type holder struct {
	at    []int             // the field that tells where the struct stands; nil: it has none
	names map[string]string // of its fields in YAML
}

// holders are the struct types that were looked at, by reflect.Type.
var holders sync.Map

func holderOf(t reflect.Type) holder {
	if known, ok := holders.Load(t); ok {
		return known.(holder)
	}
	h := holder{names: map[string]string{}}
	if at, ok := t.FieldByName("At"); ok && at.Type == reflect.TypeFor[source.At]() {
		h.at = at.Index
	}
	for _, f := range reflect.VisibleFields(t) {
		f, ok := t.FieldByName(f.Name) // the one that the name means, of several embedded ones
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if ok && name != "" && name != "-" {
			h.names[f.Name] = name
		}
	}
	holders.Store(t, h)
	return h
}

// pathOf returns the YAML path of a struct, or of one of its fields.
func pathOf(value any, field string) string {
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() != reflect.Struct {
		return ""
	}
	if field != "" && v.Type() == reflect.TypeFor[Share]() {
		return source.Child(v.FieldByName("Path").String(), map[string]string{"Party": "party", "Percent": "share"}[field])
	}
	h := holderOf(v.Type())
	if h.at == nil {
		return ""
	}
	path := v.FieldByIndex(h.at).FieldByName("Path").String()
	name := h.names[field]
	if path == "" || name == "" {
		return path
	}
	return source.Child(path, name)
}
