package redraft

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// insertions are entries that the project file does not have yet: several of one
// new map become one change.
type insertions struct {
	root  *source.Value
	made  map[string]*source.Value // new maps, by path
	edits []source.Edit
}

// insert states a value that the library chose so far: a parameter of a clause.
func (r *reader) insert(v valueChange, tree *insertions) diag.Text {
	no := diag.T("the project file does not state the value, so it cannot be changed there", "과제 파일에 적힌 값이 아니어서 그 자리에서 고칠 수 없습니다")
	value, ok := r.parameter(v)
	if !ok {
		return no
	}
	at := strings.LastIndexByte(v.path, '.')
	if at < 0 || !tree.put(v.path[:at], v.path[at+1:], value) {
		return no
	}
	return diag.Text{}
}

// parameter returns the new value of a parameter as its type has it written. A text
// is none: it would be there in one language only.
func (r *reader) parameter(v valueChange) (*source.Value, bool) {
	if r.Plan == nil {
		return nil, false
	}
	for _, a := range r.Plan.All() {
		for _, p := range a.Option.Head.Params {
			own := a.Params[p.Name]
			if own.Path != v.path || !own.Set {
				continue
			}
			switch own.Type {
			case "date":
				d, ok := dateIn(v.is)
				return source.NewText(d.String()), ok
			case "days", "business_days", "weeks", "months", "years", "hours", "count", "int", "percent", "amount":
				return number(v)
			}
		}
	}
	return nil, false
}

func number(v valueChange) (*source.Value, bool) {
	was, is := numberIn(v.was), numberIn(v.is)
	if was == "" || is == "" {
		return nil, false
	}
	return source.NewNumber(strings.ReplaceAll(is, ",", "")), true
}

// put adds an entry to a map at a path, which is made if it is not there. It
// reports whether it could.
func (t *insertions) put(path, key string, value *source.Value) bool {
	if t.made == nil {
		t.made = map[string]*source.Value{}
	}
	if m := t.made[path]; m != nil {
		m.Put(key, value)
		return true
	}
	if at := t.root.Find(path); at != nil {
		if at.Kind != source.Map {
			return false
		}
		t.edits = append(t.edits, source.Insert(path, key, value))
		return true
	}
	above, name := "", path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		above, name = path[:i], path[i+1:]
	}
	if strings.ContainsAny(name, "[]") {
		return false
	}
	m := source.NewMap()
	m.Put(key, value)
	t.made[path] = m
	return t.put(above, name, m)
}
