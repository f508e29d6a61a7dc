package docx

import (
	"strings"
)

// contentTypes says what each part is.
func contentTypes(parts []part) []byte {
	m := &markup{}
	m.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	m.open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	m.empty("Default", "Extension", "png", "ContentType", "image/png")
	m.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	m.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	for _, p := range parts {
		if kind := contentType(p.name); kind != "" {
			m.empty("Override", "PartName", "/"+p.name, "ContentType", kind)
		}
	}
	m.close("Types")
	return m.Bytes()
}

func contentType(name string) string {
	switch name {
	case "word/document.xml":
		return wordContent + "document.main+xml"
	case "docProps/core.xml":
		return "application/vnd.openxmlformats-package.core-properties+xml"
	case customPart:
		return "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	case "docProps/app.xml":
		return "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	}
	base, isXML := strings.CutSuffix(strings.TrimPrefix(name, "word/"), ".xml")
	if !isXML {
		return ""
	}
	return wordContent + strings.TrimRight(base, "0123456789") + "+xml"
}

// related writes the relations of a part.
func related(relations []relation) []byte {
	m := &markup{}
	m.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	m.open("Relationships", "xmlns", packageRelations)
	for _, r := range relations {
		kind := officeRelations + r.kind
		if r.kind == "" {
			kind = packageRelations + "/metadata/core-properties"
		}
		attributes := []string{"Id", r.id, "Type", kind, "Target", r.target}
		if r.external {
			attributes = append(attributes, "TargetMode", "External")
		}
		m.empty("Relationship", attributes...)
	}
	m.close("Relationships")
	return m.Bytes()
}

// settings writes what Word is to do with the document. One with changes keeps
// track of those that follow.
func (w *writer) settings() []byte {
	m := root("w:settings")
	if w.changed {
		m.empty("w:trackRevisions")
	}
	m.value("w:defaultTabStop", "720")
	m.value("w:characterSpacingControl", "doNotCompress")
	m.open("w:compat")
	m.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	m.close("w:compat")
	m.empty("w:themeFontLang", "w:val", "en-US", "w:eastAsia", "ko-KR")
	m.value("w:decimalSymbol", ".")
	m.value("w:listSeparator", ",")
	m.close("w:settings")
	return m.Bytes()
}

// fontTable names the faces, and what takes their place on a system without them.
func fontTable() []byte {
	m := root("w:fonts")
	for _, f := range []struct{ name, other, family, panose, charset string }{
		{"Arial", "Helvetica", "swiss", "020B0604020202020204", "00"},
		{hangulFont, "맑은 고딕", "swiss", "020B0503020000020004", "81"},
	} {
		m.open("w:font", "w:name", f.name)
		m.value("w:altName", f.other)
		m.value("w:panose1", f.panose)
		m.value("w:charset", f.charset)
		m.value("w:family", f.family)
		m.value("w:pitch", "variable")
		m.close("w:font")
	}
	m.close("w:fonts")
	return m.Bytes()
}

// core writes the properties of the document. They name no time but its date.
func (w *writer) core() []byte {
	m := &markup{}
	m.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	m.open("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	property := func(name, value string, attributes ...string) {
		if value == "" {
			return
		}
		m.open(name, attributes...)
		m.text(value)
		m.close(name)
	}
	property("dc:title", w.meta.Title)
	property("dc:creator", w.meta.Author)
	property("cp:lastModifiedBy", w.meta.Author)
	if !w.meta.Date.IsZero() {
		property("dcterms:created", moment(w.meta.Date), "xsi:type", "dcterms:W3CDTF")
		property("dcterms:modified", moment(w.meta.Date), "xsi:type", "dcterms:W3CDTF")
	}
	property("dc:language", string(w.meta.Lang))
	m.close("cp:coreProperties")
	return m.Bytes()
}

func app() []byte {
	m := &markup{}
	m.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	m.empty("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	return m.Bytes()
}
