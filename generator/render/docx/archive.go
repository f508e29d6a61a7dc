package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"sync"
)

// part is one part of the file. Those of the document itself are named below word/.
type part struct {
	name string
	data []byte
}

// relation leads from one part to another.
type relation struct {
	id, kind, target string
	external         bool
}

const (
	officeRelations  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordContent      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// archive puts the parts together: content types first, as readers expect.
func (w *writer) archive() ([]byte, error) {
	document := w.documentPart()
	settings := w.settings()
	parts := []part{
		{"word/document.xml", document}, {"word/styles.xml", w.stylesheet()}, {"word/numbering.xml", w.numbers.part()},
		{"word/settings.xml", settings}, {"word/fontTable.xml", fontTable()},
	}
	relations := []relation{
		{id: "rIdStyles", kind: "styles", target: "styles.xml"}, {id: "rIdNumbering", kind: "numbering", target: "numbering.xml"},
		{id: "rIdSettings", kind: "settings", target: "settings.xml"}, {id: "rIdFonts", kind: "fontTable", target: "fontTable.xml"},
		{id: "rIdHeader", kind: "header", target: headerPart}, {id: "rIdFirstHeader", kind: "header", target: firstHeaderPart},
		{id: "rIdFooter", kind: "footer", target: footerPart}, {id: "rIdFirstFooter", kind: "footer", target: firstFooterPart},
	}
	for _, p := range w.furniture() {
		parts = append(parts, part{"word/" + p.name, p.data})
	}
	if len(w.meta.Comments) > 0 {
		parts = append(parts, part{"word/comments.xml", w.comments()})
		relations = append(relations, relation{id: "rIdComments", kind: "comments", target: "comments.xml"})
	}
	for i, p := range w.pictures {
		data, err := encoded(p)
		if err != nil {
			return nil, err
		}
		name := "media/logo" + itoa(i+1) + ".png"
		parts = append(parts, part{"word/" + name, data})
		relations = append(relations, relation{id: "rIdPicture" + itoa(i+1), kind: "image", target: name})
	}
	for i, to := range w.links {
		relations = append(relations, relation{id: linkRelation(i), kind: "hyperlink", target: to, external: true})
	}
	parts = append(parts, part{"docProps/core.xml", w.core()}, part{"docProps/app.xml", app()})
	outer := []relation{
		{id: "rIdDocument", kind: "officeDocument", target: "word/document.xml"},
		{id: "rIdCore", kind: "", target: "docProps/core.xml"},
		{id: "rIdApp", kind: "extended-properties", target: "docProps/app.xml"},
	}
	if w.meta.Made != (Made{}) {
		parts = append(parts, part{customPart, w.meta.Made.custom()})
		outer = append(outer, relation{id: "rIdCustom", kind: "custom-properties", target: customPart})
	}
	head := []part{
		{"[Content_Types].xml", contentTypes(parts)}, {"_rels/.rels", related(outer)},
		{"word/_rels/document.xml.rels", related(relations)},
	}
	return zipped(append(head, parts...))
}

// packers are kept from file to file: making one takes longer than packing a small
// part with it.
var packers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.DefaultCompression) // the level is a valid one
	return w
}}

func pack(to *bytes.Buffer, data []byte) {
	packer := packers.Get().(*flate.Writer)
	defer packers.Put(packer)
	packer.Reset(to)
	_, _ = packer.Write(data) // a buffer does not fail
	_ = packer.Close()
}

// zipped packs parts with the first date that the format knows. Sizes stand before
// the data, since some readers do not take them behind it.
func zipped(parts []part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		var packed bytes.Buffer
		pack(&packed, p.data)
		const january1980 = 1<<5 | 1
		//nolint:staticcheck // the newer field writes the time zone, too
		to, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, ModifiedDate: january1980,
			CRC32: crc32.ChecksumIEEE(p.data), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(p.data)),
		})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(packed.Bytes()); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// documentPart puts the text into its part.
func (w *writer) documentPart() []byte {
	w.section()
	m := root("w:document", "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
	m.open("w:body")
	m.Write(w.body.Bytes())
	m.close("w:body")
	m.close("w:document")
	return m.Bytes()
}
