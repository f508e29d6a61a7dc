package pdf

import (
	"fmt"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Schedule is what exhibits have of their own. What it leaves out is as in the
// rest of the document.
type Schedule struct {
	RunningTitle bool        `yaml:"running_title"` // number and title of the exhibit head its pages
	Margins      *Margins    `yaml:"margins"`
	Body         *Type       `yaml:"body"`
	Sections     []Type      `yaml:"sections"`
	Table        *TableStyle `yaml:"table"`
	KeyValue     *TableStyle `yaml:"key_value"`
}

// manner is how a part of a document is set, and on which pages.
type manner struct {
	style Style
	sheets
}

// manners returns how the body of a document is set, and how its exhibits.
func manners(s Style, width, height int) (body, exhibits manner) {
	body = manner{s, sheetsOf(width, height, s.Margins)}
	own := s.scheduled()
	exhibits = manner{own, body.sheets}
	if own.Margins != s.Margins {
		exhibits.sheets = sheetsOf(width, height, own.Margins)
	}
	return body, exhibits
}

// scheduled returns the style of exhibits.
func (s Style) scheduled() Style {
	own := s.Schedule
	if own.Margins != nil {
		s.Margins = *own.Margins
	}
	if own.Body != nil {
		s.Body = *own.Body
	}
	if len(own.Sections) > 0 {
		s.Sections = own.Sections
	}
	if own.Table != nil {
		s.Table = *own.Table
	}
	if own.KeyValue != nil {
		s.KeyValue = *own.KeyValue
	}
	return s
}

// checkSchedule finds values that no exhibit can be set with.
func (s *Style) checkSchedule() diag.List {
	own := s.Schedule
	var l diag.List
	if own.Margins != nil {
		l.Add(s.checkMargins("schedule.margins", *own.Margins)...)
	}
	l.Add(checkTypes(own.types())...)
	if own.Table != nil {
		l.Add(own.Table.check("schedule.table")...)
	}
	if own.KeyValue != nil {
		l.Add(own.KeyValue.check("schedule.key_value")...)
	}
	return l
}

// types returns the kinds of text that exhibits have of their own.
func (own Schedule) types() []namedType {
	var all []namedType
	if own.Body != nil {
		all = append(all, namedType{"schedule.body", *own.Body})
	}
	for i, t := range own.Sections {
		all = append(all, namedType{fmt.Sprintf("schedule.sections[%d]", i), t})
	}
	if own.Table != nil {
		all = append(all, namedType{"schedule.table", own.Table.Type})
	}
	if own.KeyValue != nil {
		all = append(all, namedType{"schedule.key_value", own.KeyValue.Type})
	}
	return all
}

// use sets what follows in a manner, on its usual pages.
func (c *compositor) use(m *manner) {
	c.manner, c.style, c.sheet = m, m.style, m.usual
}

// enterPart changes to the manner of the part that a block begins: an exhibit goes
// up to the next heading that is not one of its sections.
func (c *compositor) enterPart(b doc.Block) {
	h := headingOf(b)
	switch {
	case h == nil || h.Kind == doc.SectionHeading:
	case h.Kind == doc.ExhibitHeading:
		c.use(&c.exhibits)
		c.exhibit = c.byBlock[h]
	default:
		c.use(&c.body)
		c.exhibit = nil
	}
}

// headingOf returns the heading that a block is, or that stands in columns.
func headingOf(b doc.Block) *doc.Heading {
	if v, ok := b.(*doc.Columns); ok {
		b = leading(v)
	}
	h, _ := b.(*doc.Heading)
	return h
}
