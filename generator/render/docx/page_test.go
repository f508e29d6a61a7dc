package docx

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestHeadAndFoot: the mark and the watermark stand on every page, the running title
// on all but the first, and the foot counts the pages.
func TestHeadAndFoot(t *testing.T) {
	f := made(t, contract(t, diag.English))
	for part, want := range map[string]string{
		headerPart: "Joint Research Agreement\tReference translation", firstHeaderPart: "\tReference translation",
		footerPart: "Agreement\t1 / 1", firstFooterPart: "Agreement\t1 / 1",
	} {
		top := f.parts["word/"+part]
		if got := top.shown("w:del"); got != want {
			t.Errorf("%s shows %q, not %q", part, got, want)
		}
		across := 0
		for _, p := range top.all("v:textpath") {
			if p.attr["string"] == "DRAFT" {
				across++
			}
		}
		if header := strings.HasPrefix(part, "header"); header != (across == 1) {
			t.Errorf("%s has the watermark %d times", part, across)
		}
	}
	section := f.body().at("w:sectPr")
	if len(section.all("w:titlePg")) != 1 || section.at("w:pgSz").attr["w:w"] != "12240" || section.at("w:pgSz").attr["w:orient"] != "" {
		t.Errorf("the pages are %v", section.at("w:pgSz").attr)
	}
}

// TestLetterhead: the logo of a letter is a picture with words for those who do not
// see it, and wide paper lies on its side.
func TestLetterhead(t *testing.T) {
	f := made(t, letter(t))
	if size := f.body().at("w:sectPr", "w:pgSz").attr; size["w:orient"] != "landscape" || size["w:w"] != "16838" || size["w:h"] != "11906" {
		t.Errorf("the paper is %v", size)
	}
	drawings := f.body().all("wp:docPr")
	if len(drawings) != 1 || drawings[0].attr["descr"] != "A square" {
		t.Fatalf("%d pictures", len(drawings))
	}
	img, err := png.Decode(bytes.NewReader(f.data["word/media/logo1.png"]))
	if err != nil || img.Bounds().Dx() != 4 || img.Bounds().Dy() != 2 {
		t.Errorf("the logo is %v, %v", img, err)
	}
}

// TestContents: the contents are a field of each language, whose entries lead to
// their headings and bear the pages that are known; a part has that of its first
// article.
func TestContents(t *testing.T) {
	r := beside(t, false)
	m := testMeta(t, r)
	m.Pages = doc.Locations{"definitions": {Page: 3}, "single": {Page: 4}, "budget": {Page: 12}}
	out, err := Render(r, m)
	if err != nil {
		t.Fatal(err)
	}
	var lines, codes []string
	for _, p := range opened(t, out).body().all("w:p") {
		if style := p.at("w:pPr", "w:pStyle").attr["w:val"]; strings.HasPrefix(style, "TOC") {
			lines = append(lines, p.shown("w:del"))
			for _, code := range p.all("w:instrText") {
				if strings.Contains(code.text, "TOC ") {
					codes = append(codes, code.text)
				}
			}
		}
	}
	want := "Contents|Part 1. General\t3|Article 1. Definitions\t3|Article 2. One clause\t4|Part 2. Results\t|Article 3. Ownership\t|Exhibit A. Budget\t12|Exhibit B. Roles\t|" +
		"목차|제1장 총칙\t3|제1조(정의)\t3|제2조(한 항만 있는 조)\t4|제2장 성과\t|제3조(귀속)\t|[별표 1] 연구개발비\t12|[별표 2] 역할\t"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := strings.Join(codes, "|"); got != ` TOC \o "1-2" \h \z | TOC \h \z \t "Second Heading 1,1,Second Heading 2,2" ` {
		t.Errorf("the fields are %q", got)
	}
}

// TestTables: heads are repeated, short rows are whole, and columns are aligned.
func TestTables(t *testing.T) {
	f := made(t, contract(t, diag.English))
	heads := 0
	for _, row := range f.body().all("w:tr") {
		if row.at("w:trPr", "w:tblHeader").name == "" {
			continue
		}
		heads++
		if row.at("w:trPr", "w:cantSplit").name == "" {
			t.Errorf("the head %q may be divided", row.shown("w:del"))
		}
	}
	if heads != 3 { // two tables and the data of a figure
		t.Errorf("%d heads are repeated", heads)
	}
	for _, p := range f.body().all("w:p") {
		want := map[string]string{"5,000": "right", "7,000": "right", "☑": "center", "12,000": "right"}[p.shown("w:del")]
		if got := p.at("w:pPr", "w:jc").attr["w:val"]; want != "" && got != want {
			t.Errorf("%q is set %q", p.shown("w:del"), got)
		}
	}
}

// TestLanguages: every run of the text says in which languages it is, and Korean in
// an English document has a Korean face for its Latin letters, too.
func TestLanguages(t *testing.T) {
	f := made(t, beside(t, false))
	for _, r := range f.body().all("w:r") {
		if len(r.all("w:t")) == 0 {
			continue
		}
		lang := r.at("w:rPr", "w:lang")
		if lang.attr["w:val"] != "en-US" || lang.attr["w:eastAsia"] != "ko-KR" {
			t.Fatalf("%q is in %v", r.shown(""), lang.attr)
		}
		if strings.Contains(r.shown(""), "제") && r.at("w:rPr", "w:rFonts").attr["w:hint"] != "eastAsia" {
			t.Errorf("%q has no Korean face", r.shown(""))
		}
		if r.shown("") == "지분 3" && r.at("w:rPr", "w:rFonts").attr["w:ascii"] != hangulFont {
			t.Errorf("%q has a Latin face", r.shown(""))
		}
	}
	core := f.parts["docProps/core.xml"]
	if core.at("dc:language").text != "en" || core.at("dcterms:created").text != "2024-07-01T00:00:00Z" || core.at("dc:creator").text != "한빛대학교" {
		t.Errorf("the properties are %+v", core.kids)
	}
}

// TestSignatures: what stands above signature blocks stays with them, line by line.
func TestSignatures(t *testing.T) {
	f := made(t, contract(t, diag.English))
	kept := map[string]bool{}
	for _, p := range f.body().all("w:p") {
		kept[p.shown("w:del")] = p.at("w:pPr", "w:keepNext").name != ""
	}
	for _, line := range []string{"Lead", "Seal", "Kim", "Partner"} {
		if !kept[line] {
			t.Errorf("%q may stand alone", line)
		}
	}
	if kept["Name"] {
		t.Error("the last line holds what follows")
	}
}
