package source

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// Patch changes values in the text of a file and leaves everything else as it
// is: comments, order, spacing, quotation marks, line ends. The new text is read
// again; if it does not hold exactly the values intended, or if a value cannot
// be changed where it stands, the findings say so and there is no text.
func Patch(f *File, edits []Edit) ([]byte, diag.List) {
	if len(edits) == 0 {
		return f.Data, nil
	}
	p := newPatcher(f)
	want := newIntended(f.Root)
	for _, e := range edits {
		at, ok := p.locate(e)
		if !ok {
			p.refuse(e.Path, diag.T("it is written in a way that cannot be changed in place", "그 자리에서 바꿀 수 없는 형태로 적혀 있습니다"))
			continue
		}
		e.value = p.fitted(at.value, e)
		if !p.splice(at, e) {
			p.refuse(e.Path, tooUnusual())
			continue
		}
		want.apply(e)
	}
	if len(p.found) == 0 {
		p.empties()
	}
	if len(p.found) > 0 {
		return nil, p.found.Sorted()
	}
	return p.finish(want.settle())
}

// patcher collects the splices of one file.
type patcher struct {
	f       *File
	text    *text
	newline string
	grouped bool // numbers of the file have underscores
	splices []splice
	removed map[*Value]int // how many items of a list are taken away
	added   map[*Value]int // how many are added
	lists   []located      // lists that items are taken from
	found   diag.List
}

// splice puts a text in the place of some bytes.
type splice struct {
	from, to int
	text     string
	depth    int // of what is added: inner texts go before outer ones
}

func newPatcher(f *File) *patcher {
	p := &patcher{f: f, text: newText(f.Data), newline: "\n", removed: map[*Value]int{}, added: map[*Value]int{}}
	if bytes.Contains(f.Data, []byte("\r\n")) {
		p.newline = "\r\n"
	}
	f.Root.Walk(func(v *Value) {
		p.grouped = p.grouped || v.Kind == Number && strings.Contains(v.Text, "_")
	})
	return p
}

// located is a value with what stands around it.
type located struct {
	value, parent *Value
	entry         Entry // of a map that holds the value
	depth         int
	flow          bool // inside brackets
}

// locate follows a path. Values that are shared through an anchor are refused:
// changing them here would change them elsewhere.
func (p *patcher) locate(e Edit) (located, bool) {
	steps, ok := parsePath(e.Path)
	at := located{value: p.f.Root, depth: len(steps)}
	for _, s := range steps {
		if !ok || at.value == nil || at.value.shared {
			return at, false
		}
		at.parent, at.flow = at.value, at.flow || isFlow(at.value)
		at.entry = Entry{}
		for _, entry := range at.parent.Entries {
			if !s.item && entry.Key == s.key {
				at.entry = entry
			}
		}
		at.value = at.parent.child(s)
	}
	return at, ok && at.value != nil && !at.value.shared
}

func (p *patcher) refuse(path string, why diag.Text) {
	p.found.Add(diag.Finding{
		Code: CodePatch, Severity: diag.Blocking, Place: p.f.Place(path), Path: path,
		Message: diag.T("%s cannot be changed in the file", "%s: 파일에서 값을 바꿀 수 없습니다", named(path)),
		Why:     why,
		Fix:     diag.T("write values out where they are used, without anchors (&) and aliases (*), or change this one by hand", "앵커(&)와 별칭(*)을 쓰지 말고 값을 그 자리에 직접 쓰거나, 이 값만 직접 고치십시오"),
	})
}

func tooUnusual() diag.Text {
	return diag.T("the text around it is too unusual to be sure", "주변 글의 형태가 특이하여 확실하게 바꿀 수 없습니다")
}

// splice turns one edit into splices and reports whether it could.
func (p *patcher) splice(at located, e Edit) bool {
	switch e.op {
	case setting:
		return p.set(at, e.value)
	case appending:
		return p.append(at, e.value)
	case inserting:
		return at.value.Kind == Map && at.value.Get(e.key) == nil && p.insert(at, e.key, e.value)
	}
	return at.parent != nil && p.remove(at)
}

func (p *patcher) add(from, to int, text string, depth int) bool {
	p.splices = append(p.splices, splice{from, to, text, depth})
	return true
}

// finish puts the pieces together and reads the result.
func (p *patcher) finish(want *Value) ([]byte, diag.List) {
	slices.SortStableFunc(p.splices, func(a, b splice) int {
		if a.from != b.from {
			return a.from - b.from
		}
		if inserts := cmp.Compare(min(a.to-a.from, 1), min(b.to-b.from, 1)); inserts != 0 {
			return inserts
		}
		return b.depth - a.depth
	})
	var out strings.Builder
	at := 0
	for _, s := range p.splices {
		if s.from < at {
			p.refuse(p.f.Root.Path, diag.T("two changes meet in one place", "두 변경이 한자리에서 겹칩니다"))
			return nil, p.found
		}
		out.WriteString(p.text.data[at:s.from])
		out.WriteString(s.text)
		at = s.to
	}
	out.WriteString(p.text.data[at:])
	again, found := Decode(p.f.Name, []byte(out.String()))
	if len(found) > 0 || again.Root == nil || !same(again.Root, want) {
		p.refuse(p.f.Root.Path, diag.T("the file would not hold the values that were meant", "바꾼 파일의 값이 의도한 값과 달라집니다"))
		return nil, p.found
	}
	return again.Data, nil
}
