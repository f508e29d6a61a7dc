package source

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// CodeExtends is a finding about a file that extends another one.
const CodeExtends = "YAML-EXTENDS"

// Keys by which a file of data builds on another one.
const (
	extendsKey = "extends"
	omitKey    = "omit"
)

// Extend lays a file over the one that it names under extends, that one over the
// one that it names itself, and so on. Maps are laid over each other key by key.
// In a list of entries with an id or a key, an entry takes the place of the one
// with the same name below it, whole, and others are added; any other list
// replaces the one below. What stands under omit, as in
//
//	omit: {rules: [CALL-X], documents: [plan]}
//
// is left out of the lists below. Values keep the place at which they are
// written, in whichever file that is. A file that extends nothing comes back as
// it is. The function opens a file by its id; nil means that there is none.
func Extend(f *File, open func(id string) (*File, diag.List)) (*File, diag.List) {
	e := extender{open: open}
	out := e.extend(f, []string{f.Root.Get("id").text()})
	return out, e.found
}

type extender struct {
	open  func(id string) (*File, diag.List)
	found diag.List
}

func (e *extender) extend(f *File, chain []string) *File {
	named := f.Root.Get(extendsKey)
	if named == nil {
		return f
	}
	id := named.text()
	if slices.Contains(chain, id) {
		e.add(named, diag.T("the files extend each other in a circle: %s", "파일이 서로를 돌아가며 확장합니다: %s", strings.Join(append(chain, id), " → ")),
			diag.T("take one extends away", "extends 가운데 하나를 지우십시오"))
		return f
	}
	below, found := e.open(id)
	e.found.Add(found...)
	if below == nil || below.Root == nil {
		e.add(named, diag.T("there is no file %q to extend", "확장할 파일 %q이(가) 없습니다", id),
			diag.T("name the id of a file of the same kind", "같은 종류의 파일 ID를 쓰십시오"))
		return f
	}
	below = e.extend(below, append(chain, id))
	root := e.overlay(e.without(below.Root, f.Root.Get(omitKey)), f.Root, "")
	return &File{Name: f.Name, Data: f.Data, Root: root, lines: f.lines, columns: f.columns, below: below}
}

func (e *extender) add(at *Value, message, fix diag.Text) {
	e.found.Add(diag.Finding{
		Code: CodeExtends, Severity: diag.Blocking, Place: at.Place, Path: at.Path, Message: message, Fix: fix,
	})
}

// text returns the text of a scalar; of nothing it is empty.
func (v *Value) text() string {
	if v == nil {
		return ""
	}
	return v.Text
}

// without leaves entries out of the lists of a map.
func (e *extender) without(root, omit *Value) *Value {
	if omit == nil {
		return root
	}
	out := *root
	out.Entries = slices.Clone(root.Entries)
	for _, o := range omit.Entries {
		i := slices.IndexFunc(out.Entries, func(x Entry) bool { return x.Key == o.Key })
		if i < 0 {
			e.add(o.Value, diag.T("there is nothing under %s to omit", "%s에 제외할 항목이 없습니다", o.Key), diag.T("correct the name", "이름을 고치십시오"))
			continue
		}
		list := *out.Entries[i].Value
		list.Items = slices.Clone(list.Items)
		for _, name := range o.Value.Items {
			at := slices.IndexFunc(list.Items, func(v *Value) bool { return nameOf(v) == name.Text })
			if at < 0 {
				e.add(name, diag.T("%s has no entry %q to omit", "%s에 제외할 항목 %q이(가) 없습니다", o.Key, name.Text), diag.T("correct the name", "이름을 고치십시오"))
				continue
			}
			list.Items = slices.Delete(list.Items, at, at+1)
		}
		out.Entries[i].Value = &list
	}
	return &out
}

// nameOf returns the id or the key of an entry of a list.
func nameOf(v *Value) string {
	if id := v.Get("id"); id != nil {
		return id.Text
	}
	return v.Get("key").text()
}

// overlay lays one value over another. Both get new paths; neither is changed.
func (e *extender) overlay(below, above *Value, path string) *Value {
	switch {
	case below == nil:
		return moved(above, path)
	case above == nil:
		return moved(below, path)
	case below.Kind == Map && above.Kind == Map:
		return e.overlayMap(below, above, path)
	case below.Kind == List && above.Kind == List && haveNames(below.Items) && haveNames(above.Items):
		return overlayList(below, above, path)
	}
	return moved(above, path)
}

func (e *extender) overlayMap(below, above *Value, path string) *Value {
	out := *above
	out.Path, out.Entries = path, nil
	for _, x := range below.Entries {
		if path == "" && (x.Key == extendsKey || x.Key == omitKey) {
			continue
		}
		v := e.overlay(x.Value, above.Get(x.Key), Child(path, x.Key))
		out.Entries = append(out.Entries, Entry{x.Key, x.KeyPlace, v})
	}
	for _, x := range above.Entries {
		if below.Get(x.Key) != nil || path == "" && (x.Key == extendsKey || x.Key == omitKey) {
			continue
		}
		out.Entries = append(out.Entries, Entry{x.Key, x.KeyPlace, moved(x.Value, Child(path, x.Key))})
	}
	return &out
}

func haveNames(items []*Value) bool {
	return len(items) > 0 && !slices.ContainsFunc(items, func(v *Value) bool { return nameOf(v) == "" })
}

func overlayList(below, above *Value, path string) *Value {
	out := *above
	out.Path, out.Items = path, nil
	taken := map[*Value]bool{}
	for _, v := range below.Items {
		for _, other := range above.Items {
			if nameOf(other) == nameOf(v) && !taken[other] {
				v, taken[other] = other, true
				break
			}
		}
		out.Items = append(out.Items, moved(v, Item(path, len(out.Items))))
	}
	for _, v := range above.Items {
		if !taken[v] {
			out.Items = append(out.Items, moved(v, Item(path, len(out.Items))))
		}
	}
	return &out
}

// moved copies a value with all below it to a path.
func moved(v *Value, path string) *Value {
	out := *v
	out.Path = path
	out.Entries = make([]Entry, len(v.Entries))
	for i, e := range v.Entries {
		out.Entries[i] = Entry{e.Key, e.KeyPlace, moved(e.Value, Child(path, e.Key))}
	}
	out.Items = make([]*Value, len(v.Items))
	for i, item := range v.Items {
		out.Items[i] = moved(item, Item(path, i))
	}
	return &out
}
