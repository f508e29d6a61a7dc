package call

import (
	"reflect"
	"slices"

	"pactwright/generator/project"
	"pactwright/generator/source"
)

// List is the path of a list of the project file, as in evidence.excellence.
type List struct{ field }

// UnmarshalText reads a path and makes sure that it ends in a list of entries.
func (l *List) UnmarshalText(text []byte) error {
	f, err := fieldOf(reflect.TypeFor[project.Project](), string(text))
	if err != nil {
		return err
	}
	if f.typ.Kind() != reflect.Slice || f.typ.Elem().Kind() != reflect.Struct {
		return textError("%s is not a list of entries", "%s: 항목 목록이 아닙니다", f.path)
	}
	l.field = f
	return nil
}

func (l List) missing() bool { return l.path == "" }

// entry is one entry of a list with its path in the file.
type entry struct {
	value reflect.Value
	path  string
}

func (l List) entries(p *project.Project) []entry { return entriesOf(l.of(reflect.ValueOf(p)), l.path) }

func entriesOf(list reflect.Value, path string) []entry {
	all := make([]entry, list.Len())
	for i := range all {
		all[i] = entry{list.Index(i), source.Item(path, i)}
	}
	return all
}

// column is a field of each entry of a list. It is read as text and becomes a
// field when the check is prepared, since only then the list is known.
type column struct {
	name string
	field
}

// UnmarshalText takes the name of the field.
func (c *column) UnmarshalText(text []byte) error {
	c.name = string(text)
	return nil
}

// resolve finds the field in the entries of a list. An optional column without
// a name is left alone.
func (c *column) resolve(l List, want ...reflect.Type) error {
	if l.missing() {
		return textError("the check needs a list", "검사에 list 항목이 필요합니다")
	}
	f, err := fieldOf(l.typ.Elem(), c.name)
	if err != nil {
		return textError("the entries of %s have no %q", "%s 항목에 %q 값이 없습니다", l.path, c.name)
	}
	if len(want) > 0 && !slices.Contains(want, f.typ) {
		return textError("%q of %s has not the type of value that this check takes",
			"%[2]s의 %[1]q: 이 검사에 쓸 수 없는 종류의 값입니다", c.name, l.path)
	}
	c.field = f
	return nil
}

func (c column) texts(e entry) []string { return texts(c.of(e.value)) }

// text returns the first of the texts, or "".
func (c column) text(e entry) string {
	all := c.texts(e)
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

func (c column) pathIn(e entry) string { return e.path + "." + c.name }

// condition is what an entry must be to count. One of In must be among the
// values of the column, and none of NotIn.
type condition struct {
	Column column   `yaml:"field"`
	In     []string `yaml:"in"`
	NotIn  []string `yaml:"not_in"`
}

func (c condition) holds(e entry) bool {
	values := c.Column.texts(e)
	has := func(text string) bool { return slices.Contains(values, text) }
	return (len(c.In) == 0 || slices.ContainsFunc(c.In, has)) && !slices.ContainsFunc(c.NotIn, has)
}

func resolveAll(l List, conditions []condition) error {
	for i := range conditions {
		if err := conditions[i].Column.resolve(l); err != nil {
			return err
		}
	}
	return nil
}

func holdAll(conditions []condition, e entry) bool {
	for _, c := range conditions {
		if !c.holds(e) {
			return false
		}
	}
	return true
}
