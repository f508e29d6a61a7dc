package docx

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func readBack(t testing.TB, data []byte) *Text {
	t.Helper()
	text, err := ReadText(data)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestReadText: what is written is read: each place by its bookmark with its words,
// each value in its control.
func TestReadText(t *testing.T) {
	for name, r := range samples(t) {
		data, err := Render(r, testMeta(t, r))
		if err != nil {
			t.Fatal(err)
		}
		text := readBack(t, data)
		at := map[string]Paragraph{}
		values := 0
		for _, p := range text.Paragraphs {
			for _, b := range p.Bookmarks {
				at[b] = p
			}
			for _, c := range p.Controls {
				values++
				if p.Text[c.From:c.To] == "" {
					t.Errorf("%s: the control %s in %q is empty", name, c.Title, p.Text)
				}
			}
		}
		wanted := 0
		for _, place := range Places(r) {
			p, ok := at[place.Bookmark]
			var want strings.Builder
			for _, in := range doc.Runs(place.Block)[0] {
				if in.Kind == doc.LineBreak {
					break // the lines of a letterhead are paragraphs
				}
				if in.Kind != doc.AnchorInline && in.Change != doc.Deleted {
					want.WriteString(printed(in))
				}
				if isValue(in) && in.Change == doc.Unchanged {
					wanted++
				}
			}
			said, _ := tidy(want.String(), nil)
			_, heading := place.Block.(*doc.Heading)
			if !ok || heading && !strings.HasSuffix(said, p.Text) || !heading && !strings.Contains(p.Text, said) { // a number that Word cannot make stands in front
				t.Errorf("%s: %s is %q, not %q", name, place.Bookmark, p.Text, said)
			}
		}
		if len(at) == 0 && len(r.Blocks) > 0 || values < wanted {
			t.Errorf("%s: %d bookmarks, %d values of %d", name, len(at), values, wanted)
		}
	}
}

const wordStart = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`

// TestReadTracked: the text is that with all changes accepted, as Word shows it.
func TestReadTracked(t *testing.T) {
	r := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	for _, c := range []struct{ body, want string }{
		{`<w:p>` + r("a ") + `<w:ins>` + r("b") + `</w:ins><w:del><w:r><w:delText>c</w:delText><w:tab/></w:r></w:del>` + r(" d") + `</w:p>`, "a b d"},
		{`<w:p>` + r("one ") + `<w:moveFrom>` + r("gone") + `</w:moveFrom><w:moveTo>` + r("come") + `</w:moveTo></w:p>`, "one come"},
		{`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + r("one ") + `</w:p><w:p>` + r("two") + `</w:p>`, "one two"},
		{`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>one</w:delText></w:r></w:del></w:p><w:p>` + r("two") + `</w:p>`, "-|two"},
		{`<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>` + r("one") + `</w:p><w:p>` + r("two") + `</w:p>`, "one|two"},
		{`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>` + r("x") + `</w:p></w:tc></w:tr><w:tr><w:tc><w:p>` + r("y") + `</w:p></w:tc></w:tr></w:tbl>`, "-|y"},
		{`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("12.1") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r(" b") + `</w:p>`, "12.1 b"},
		{`<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "a"},
		{`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>` + r("a  \u00a0b") + `<w:r><w:tab/><w:br/></w:r>` + r("  c\u200b ") + `</w:p>`, "a b\nc"},
		{`<w:p>` + r("\u1100\u1161 e\u0301") + `</w:p>`, "가 é"},
	} {
		rd := &reader{}
		if err := rd.read([]byte(wordStart + c.body + `</w:body></w:document>`)); err != nil {
			t.Errorf("%s: %v", c.body, err)
			continue
		}
		var said []string
		for _, p := range rd.out {
			if p.Gone {
				p.Text = "-"
			}
			said = append(said, p.Text)
		}
		if got := strings.Join(said, "|"); got != c.want {
			t.Errorf("%s: %q, not %q", c.body, got, c.want)
		}
	}
}

// TestReadRemarks: comments are read with who wrote them.
func TestReadRemarks(t *testing.T) {
	r := contract(t, diag.English)
	meta := testMeta(t, r)
	meta.Comments = []Comment{{Block: 0, Author: "Jordan <Legal>", Date: meta.Date, Text: "Not acceptable."}}
	data, err := Render(r, meta)
	if err != nil {
		t.Fatal(err)
	}
	if got := readBack(t, data).Remarks; !slices.Equal(got, []Remark{{CommentRemark, "Jordan <Legal>", "Not acceptable."}}) {
		t.Errorf("%+v", got)
	}
}

// FuzzReadText: whatever a file holds, it is read or refused.
func FuzzReadText(f *testing.F) {
	r := letter(f)
	data, err := Render(r, testMeta(f, r))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(zippedText(f, wordStart+`<w:p/></w:body></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 1<<20 {
			check(t, data)
		}
	})
}

// FuzzReadBody is the same for the text of a document, which a fuzzer cannot reach
// through the archive.
func FuzzReadBody(f *testing.F) {
	for _, body := range []string{
		`<w:p><w:bookmarkStart w:name="pw_a"/><w:sdt><w:sdtPr><w:alias w:val="a.b"/></w:sdtPr><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>`,
		`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>`,
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>a</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
	} {
		f.Add(wordStart + body + `</w:body></w:document>`)
	}
	f.Fuzz(func(t *testing.T, body string) { check(t, zippedText(t, body)) })
}

func zippedText(t testing.TB, body string) []byte {
	t.Helper()
	data, err := zipped([]part{{"word/document.xml", []byte(body)}, {"word/comments.xml", []byte(body)}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// check reads a file; controls must stand in the text of their paragraph.
func check(t *testing.T, data []byte) {
	text, err := ReadText(data)
	if err != nil {
		return
	}
	for _, p := range text.Paragraphs {
		for _, c := range p.Controls {
			if c.From < 0 || c.From > c.To || c.To > len(p.Text) {
				t.Errorf("the control %+v is not in %q", c, p.Text)
			}
		}
	}
}
