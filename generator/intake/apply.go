package intake

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// apply turns the changes of a row in one column into edits.
func (r *reader) apply(t table, c workbook.Column, one row, m merged, is map[string]string) {
	names := c.Names(len(r.Project.Phases))
	any := false
	for _, name := range names {
		any = any || m.changed[name]
	}
	if !any {
		return
	}
	item := t.Find(r.Project.File.Root, one.id)
	path := r.futurePath(t, item, one.id)
	switch {
	case c.PerPhase:
		if !r.perPhase(t, c, one, m, item) {
			return
		}
	case item == nil:
		v, ok := r.fresh(c, one.cells[c.Name], m.text[c.Name])
		if !ok {
			return
		}
		r.plan.put(t, one.id, c.Key, v)
	case !r.scalarOf(c, one.cells[c.Name], m.text[c.Name], item):
		return
	}
	for i, name := range names {
		if m.changed[name] {
			at := source.Child(path, c.Key)
			if c.PerPhase {
				at = source.Item(at, i)
			}
			r.changes = append(r.changes, Change{Cell: one.cells[name].address, Path: at, Was: shown(c, is[name]), Is: shown(c, m.text[name])})
		}
	}
}

// futurePath is the path of an item, or the one that it will have if it is to be
// added.
func (r *reader) futurePath(t table, item *source.Value, id string) string {
	if item != nil {
		return item.Path
	}
	n := r.plan.place(t, id)
	if list := r.Project.File.Root.Find(t.Path); list != nil {
		n += len(list.Items)
	}
	return source.Item(t.Path, n)
}

// scalarOf changes one value of an item.
func (r *reader) scalarOf(c workbook.Column, now cell, text string, item *source.Value) bool {
	old := item.Get(c.Key)
	if c.Kind == workbook.Bilingual && text != "" {
		return r.bothLanguages(now, text, c.Key, item)
	}
	switch {
	case text == "" && old != nil:
		r.edits = append(r.edits, source.Remove(old.Path))
	case text == "":
	case old == nil:
		r.edits = append(r.edits, source.Insert(item.Path, c.Key, r.scalar(c, text)))
	default:
		r.edits = append(r.edits, source.Set(old.Path, r.scalar(c, text)))
	}
	return true
}

// bothLanguages puts an edited text back into its two keys.
func (r *reader) bothLanguages(now cell, text, key string, item *source.Value) bool {
	old := item.Get(key)
	ko, en, p := split(text, old)
	switch {
	case !p.none():
		r.add(CodeValue, now.address, p.message, diag.Text{}, p.fix)
		return false
	case old == nil:
		r.edits = append(r.edits, source.Insert(item.Path, key, inBoth(ko, en)))
	case old.Kind != source.Map:
		r.edits = append(r.edits, source.Set(old.Path, inBoth(ko, en)))
	default:
		r.oneLanguage(old, "en", en)
		r.oneLanguage(old, "ko", ko)
	}
	return true
}

func (r *reader) oneLanguage(old *source.Value, key, text string) {
	v := old.Get(key)
	switch {
	case v == nil && text != "":
		r.edits = append(r.edits, source.Insert(old.Path, key, source.NewText(text)))
	case v != nil && tidy(v.Text) != text:
		r.edits = append(r.edits, source.Set(v.Path, source.NewText(text)))
	}
}

func inBoth(ko, en string) *source.Value {
	m := source.NewMap()
	m.Put("en", source.NewText(en))
	m.Put("ko", source.NewText(ko))
	return m
}

// perPhase changes a list of one value for each phase: single values of a list
// that is there, else the whole list.
func (r *reader) perPhase(t table, c workbook.Column, one row, m merged, item *source.Value) bool {
	names := c.Names(len(r.Project.Phases))
	var list *source.Value
	if item != nil {
		list = item.Get(c.Key)
	}
	empty := 0
	for _, name := range names {
		if m.text[name] == "" {
			empty++
		}
	}
	switch {
	case empty == len(names) && list != nil && !c.Required:
		r.edits = append(r.edits, source.Remove(list.Path))
	case empty == len(names):
	case empty > 0:
		r.partly(one, m, names)
		return false
	case list != nil && list.Kind == source.List && len(list.Items) == len(names):
		for i, name := range names {
			if m.changed[name] {
				r.edits = append(r.edits, source.Set(list.Items[i].Path, r.scalar(c, m.text[name])))
			}
		}
	case list != nil:
		r.add(CodeConflict, one.cells[names[0]].address, diag.T("%s does not have one value for each phase", "%s: 연차마다 값이 하나씩 있지 않습니다", list.Path), diag.Text{},
			diag.T("correct the list in the project file first", "과제 파일의 목록을 먼저 고치십시오"))
		return false
	case item == nil:
		r.plan.put(t, one.id, c.Key, r.series(c, names, m))
	default:
		r.edits = append(r.edits, source.Insert(item.Path, c.Key, r.series(c, names, m)))
		r.replaced(c, item)
	}
	return true
}

// replaced takes away the rule by which a value was computed that is stated now.
func (r *reader) replaced(c workbook.Column, item *source.Value) {
	if c.Replaces == "" {
		return
	}
	if rule := item.Get(c.Replaces); rule != nil {
		r.edits = append(r.edits, source.Remove(rule.Path))
		r.changes = append(r.changes, Change{Path: rule.Path, Was: rule.Text})
	}
}

func (r *reader) partly(one row, m merged, names []string) {
	for _, name := range names {
		if m.text[name] == "" {
			r.add(CodeEmpty, one.cells[name].address, diag.T("this phase is empty, but others are filled", "다른 연차에는 값이 있는데 이 연차는 비어 있습니다"), diag.Text{},
				diag.T("fill in every phase, 0 where there is nothing, or leave all of them empty", "모든 연차에 값을 쓰고 없으면 0을 쓰거나, 모두 비워 두십시오"))
		}
	}
}

func (r *reader) series(c workbook.Column, names []string, m merged) *source.Value {
	list := source.NewList()
	for _, name := range names {
		list.Items = append(list.Items, r.scalar(c, m.text[name]))
	}
	return list
}

// fresh makes the value of a new key.
func (r *reader) fresh(c workbook.Column, now cell, text string) (*source.Value, bool) {
	if c.Kind != workbook.Bilingual {
		return r.scalar(c, text), true
	}
	ko, en, p := split(text, nil)
	if !p.none() {
		r.add(CodeValue, now.address, p.message, diag.Text{}, p.fix)
		return nil, false
	}
	return inBoth(ko, en), true
}

// item makes the item of a row that is new in a list, and says in which item of
// the outer list it belongs.
func (r *reader) item(t table, one row, m merged) (item *source.Value, parent string, ok bool) {
	item, ok = source.NewMap(), true
	item.Put(t.Key, source.NewText(one.id))
	for _, c := range t.Columns {
		names := c.Names(len(r.Project.Phases))
		text := m.text[names[0]]
		switch {
		case c.Parent:
			parent = text
		case c.Key == "":
		case c.PerPhase && strings.Join(textsOf(m, names), "") != "":
			for _, name := range names {
				if m.text[name] == "" {
					r.partly(one, m, names)
					return nil, "", false
				}
			}
			item.Put(c.Key, r.series(c, names, m))
		case c.PerPhase || text == "" || text == c.Absent(r.Project.Grant):
		default:
			v, good := r.fresh(c, one.cells[names[0]], text)
			ok = ok && good
			if good {
				item.Put(c.Key, v)
			}
		}
	}
	return item, parent, ok
}

func textsOf(m merged, names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, m.text[name])
	}
	return out
}

// moveRow takes a row out of one item of the outer list and puts it into another.
func (r *reader) moveRow(t table, one row, m merged, is map[string]string) {
	old := t.Find(r.Project.File.Root, one.id)
	item, parent, ok := r.item(t, one, m)
	if !ok || old == nil {
		return
	}
	if !r.plan.goes(old.Path) {
		r.plan.remove(old.Path)
		r.edits = append(r.edits, source.Remove(old.Path))
	}
	r.plan.append(t, parent, one.id, item)
	c, _ := t.ParentColumn()
	r.changes = append(r.changes, Change{Cell: one.cells[c.Name].address, Path: old.Path,
		Row: diag.T("row %s moves from %s to %s", "행 %s 이동: %s → %s", one.id, is[c.Name], parent)})
}
