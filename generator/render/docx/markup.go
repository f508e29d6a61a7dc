package docx

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// markup is XML that is being written. Attributes are pairs of name and value.
type markup struct{ bytes.Buffer }

// open begins an element.
func (m *markup) open(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteByte('>')
}

// empty writes an element without content.
func (m *markup) empty(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteString("/>")
}

func (m *markup) tag(name string, attributes []string) {
	m.WriteByte('<')
	m.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteByte(' ')
		m.WriteString(attributes[i])
		m.WriteString(`="`)
		m.text(attributes[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) close(name string) {
	m.WriteString("</")
	m.WriteString(name)
	m.WriteByte('>')
}

// text writes words. Line ends and tabs are spaces, since Word has elements for
// them; what XML cannot hold is U+FFFD.
func (m *markup) text(s string) {
	_ = xml.EscapeText(&m.Buffer, []byte(flat.Replace(s))) // a buffer does not fail
}

var flat = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// value writes an element that has one value.
func (m *markup) value(name, value string) { m.empty(name, "w:val", value) }

func itoa(n int) string { return strconv.Itoa(n) }

// root begins a part with the name spaces that it may use.
func root(name string, attributes ...string) *markup {
	m := &markup{}
	m.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	m.open(name, append([]string{
		"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
		"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	}, attributes...)...)
	return m
}
