package merge

import (
	"reflect"
	"sync"
	"text/template"

	"pactwright/generator/library"
)

// Checks keeps which templates were found to name only what there is. The
// documents of a project put the same files to the same use again and again, and
// may share it, several at a time.
type Checks struct{ sound sync.Map }

// checked is a section of a file with all that its check depends on.
type checked struct {
	file    *parsed
	section string
	dot     reflect.Type
	option  *library.Option // whose parameters it names; nil: none
	typ     string          // id of the document type, whose slots it names
}

// sound checks a section of a file. What is wrong with it is found each time.
func (m *merger) sound(set *template.Template, p *parsed, section string, dot any) bool {
	key := m.checked(p, section, dot)
	if m.in.Trusted || m.in.Checks.has(key) {
		return true
	}
	list := m.check(set, section, dot)
	m.found.Add(list...)
	if len(list) == 0 {
		m.in.Checks.add(key)
	}
	return len(list) == 0
}

func (m *merger) checked(p *parsed, section string, dot any) checked {
	c := checked{file: p, section: section, dot: reflect.TypeOf(dot), typ: m.in.Type.ID}
	if a := m.here(); a != nil {
		c.option = a.Option
	}
	return c
}

func (c *Checks) has(k checked) bool {
	if c == nil {
		return false
	}
	_, ok := c.sound.Load(k)
	return ok
}

func (c *Checks) add(k checked) {
	if c != nil {
		c.sound.Store(k, struct{}{})
	}
}
