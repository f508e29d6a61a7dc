package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// xmp returns the meta data as an XMP packet. It says the same as properties.
func xmp(m Meta) string {
	text := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(metaText(s))) // a builder takes everything
		return b.String()
	}
	author := ""
	if m.Author != "" {
		author = "<dc:creator><rdf:Seq><rdf:li>" + text(m.Author) + "</rdf:li></rdf:Seq></dc:creator>\n"
	}
	date := m.Date.String() + "T00:00:00Z"
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>` + string(m.Archive[:1]) + `</pdfaid:part>
<pdfaid:conformance>` + strings.ToUpper(string(m.Archive[1:])) + `</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + text(m.Title) + `</rdf:li></rdf:Alt></dc:title>
` + author + `<dc:language><rdf:Bag><rdf:li>` + string(m.Lang) + `</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>` + producer + `</pdf:Producer>
<xmp:CreatorTool>` + producer + `</xmp:CreatorTool>
<xmp:CreateDate>` + date + `</xmp:CreateDate>
<xmp:ModifyDate>` + date + `</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

// day writes the date of a file.
func day(m Meta) string {
	return fmt.Sprintf("(D:%04d%02d%02d000000Z)", m.Date.Year(), int(m.Date.Month()), m.Date.Day())
}

// properties returns the meta data in the old form, which PDF/A wants equal to the
// new one wherever it is there.
func properties(m Meta) []byte {
	o := fmt.Appendf(nil, "<</Title %s ", textString(m.Title))
	if m.Author != "" {
		o = fmt.Appendf(o, "/Author %s ", textString(m.Author))
	}
	return fmt.Appendf(o, "/Creator (%s) /Producer (%s) /CreationDate %s /ModDate %s>>", producer, producer, day(m), day(m))
}
