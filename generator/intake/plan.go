package intake

import (
	"strings"

	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// plan is what is to be added and removed, before it becomes edits.
type plan struct {
	items   []*planned
	removed []string // paths
}

// planned is one new item of a list.
type planned struct {
	table  workbook.Table
	parent string // id of the item of the outer list
	id     string
	value  *source.Value
}

func newPlan() plan { return plan{} }

func (p *plan) append(t table, parent, id string, v *source.Value) {
	p.items = append(p.items, &planned{t.Table, parent, id, v})
}

// put adds a key to an item that is to be added, and the item with it.
func (p *plan) put(t table, id, key string, v *source.Value) {
	one := p.find(t.Path, id)
	if one == nil {
		item := source.NewMap()
		item.Put(t.Key, source.NewText(id))
		one = &planned{t.Table, "", id, item}
		p.items = append(p.items, one)
	}
	one.value.Put(key, v)
}

func (p *plan) find(path, id string) *planned {
	for _, one := range p.items {
		if one.table.Path == path && strings.EqualFold(one.id, id) {
			return one
		}
	}
	return nil
}

// place is the place of an item among those that are added to its list.
func (p *plan) place(t table, id string) int {
	n := 0
	for _, one := range p.items {
		switch {
		case one.table.Path != t.Path:
		case strings.EqualFold(one.id, id):
			return n
		default:
			n++
		}
	}
	return n
}

func (p *plan) remove(path string) { p.removed = append(p.removed, path) }

// goes reports whether an item is removed, by itself or with what it stands in.
func (p *plan) goes(path string) bool {
	for _, gone := range p.removed {
		if path == gone || strings.HasPrefix(path, gone+".") {
			return true
		}
	}
	return false
}

// listOf is the list into which a row goes.
func (r *reader) listOf(t table, parent string) string {
	outer, inner, nested := strings.Cut(t.Path, "[].")
	if !nested {
		return t.Path
	}
	for _, def := range workbook.Tables {
		if def.Path == outer {
			if item := def.Find(r.Project.File.Root, parent); item != nil {
				return source.Child(item.Path, inner)
			}
		}
	}
	return outer + " (" + parent + ")." + inner
}

// assemble turns the new items into edits. Items of a new item go into it.
func (r *reader) assemble() {
	missing := map[string]*source.Value{} // lists that are not there yet, by path
	var order []string
	for _, one := range r.plan.items {
		outer, inner, nested := strings.Cut(one.table.Path, "[].")
		path := one.table.Path
		if nested {
			if owner := r.plan.find(outer, one.parent); owner != nil {
				list := owner.value.Get(inner)
				if list == nil {
					list = source.NewList()
					owner.value.Put(inner, list)
				}
				list.Items = append(list.Items, one.value)
				continue
			}
			path = r.listOf(table{Table: one.table}, one.parent)
		}
		if r.Project.File.Root.Find(path) != nil {
			r.edits = append(r.edits, source.Append(path, one.value))
			continue
		}
		if missing[path] == nil {
			missing[path] = source.NewList()
			order = append(order, path)
		}
		missing[path].Items = append(missing[path].Items, one.value)
	}
	for _, path := range order {
		around, key := path[:strings.LastIndexByte(path, '.')], path[strings.LastIndexByte(path, '.')+1:]
		r.edits = append(r.edits, source.Insert(around, key, missing[path]))
	}
}
