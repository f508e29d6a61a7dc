package docx

import (
	"bytes"
	"encoding/xml"
	"io"
)

// Made says what a document was made from, so that it is known again when it comes
// back from somebody who edited it.
type Made struct {
	Project  string // id
	Document string // as agreement/us1.en
	Text     string // a hash of what it said
	Redline  string // what it is compared with; empty: it is no redline
}

// The names of the properties, which Word shows under the properties of a file.
const (
	madeProject  = "Pactwright project"
	madeDocument = "Pactwright document"
	madeText     = "Pactwright text"
	madeRedline  = "Pactwright redline"
)

const customPart = "docProps/custom.xml"

// custom writes the properties that are ours.
func (m Made) custom() []byte {
	const plain = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" // the set of user-defined properties
	out := &markup{}
	out.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	out.open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
		"xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes")
	id := 2 // the first that is free
	for _, p := range [][2]string{{madeProject, m.Project}, {madeDocument, m.Document}, {madeText, m.Text}, {madeRedline, m.Redline}} {
		if p[1] == "" {
			continue
		}
		out.open("property", "fmtid", plain, "pid", itoa(id), "name", p[0])
		out.open("vt:lpwstr")
		out.text(p[1])
		out.close("vt:lpwstr")
		out.close("property")
		id++
	}
	out.close("Properties")
	return out.Bytes()
}

// readMade reads them back. A damaged part says nothing.
func readMade(data []byte) Made {
	var m Made
	d := xml.NewDecoder(bytes.NewReader(data))
	name := ""
	for {
		token, err := d.Token()
		if err == io.EOF || err != nil {
			return m
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "property" {
				name = ""
				for _, a := range e.Attr {
					if a.Name.Local == "name" {
						name = a.Value
					}
				}
			}
		case xml.EndElement:
			if e.Name.Local == "property" {
				name = ""
			}
		case xml.CharData:
			switch name {
			case madeProject:
				m.Project += string(e)
			case madeDocument:
				m.Document += string(e)
			case madeText:
				m.Text += string(e)
			case madeRedline:
				m.Redline += string(e)
			}
		}
	}
}
