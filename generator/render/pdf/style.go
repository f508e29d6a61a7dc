package pdf

import (
	"fmt"
	"strings"

	"pactwright/generator/diag"
)

// Style is how documents of one kind look. Lengths are whole centipoints
// (1/100 pt; 1 mm is 283), colours are [red, green, blue]. A style is data: the
// built-in ones are files in templates/styles.
type Style struct {
	Margins      Margins `yaml:"margins"`
	Duplex       bool    `yaml:"duplex"`        // even pages have their inner margin on the right
	RunningTitle bool    `yaml:"running_title"` // the document's title heads every page but the first
	Family       string  `yaml:"family"`        // of fonts that text is set in; empty is the first

	Justify       bool `yaml:"justify"`        // running text is flush on both sides
	SpaceStretch  int  `yaml:"space_stretch"`  // how much a space may grow to that end, per mille of its width
	LetterStretch int  `yaml:"letter_stretch"` // how far letters may be moved apart after that, per mille of the size
	Loose         int  `yaml:"loose"`          // a line is too loose if its spaces grow by more, per mille: a Hangul word is split
	Hyphenate     bool `yaml:"hyphenate"`      // English words are divided where a justified line would be loose
	Ragged        int  `yaml:"ragged"`         // the same for lines that are not justified: per mille of the line left empty

	Body       Type      `yaml:"body"`
	Small      Type      `yaml:"small"`
	Title      Type      `yaml:"title"`
	Part       Type      `yaml:"part"`
	Article    Type      `yaml:"article"`
	Exhibit    Type      `yaml:"exhibit"`
	Sections   []Type    `yaml:"sections"` // by level, from level 1; deeper levels look like the last
	Letterhead Type      `yaml:"letterhead"`
	Logo       LogoStyle `yaml:"logo"`
	Sender     Type      `yaml:"sender"` // first line of a letterhead
	Running    Type      `yaml:"running"`

	ExhibitOnNewPage bool `yaml:"exhibit_on_new_page"`

	Numbers    Numbers     `yaml:"numbers"`
	Columns    Columns     `yaml:"columns"`
	Table      TableStyle  `yaml:"table"`
	KeyValue   TableStyle  `yaml:"key_value"`
	Figure     FigureStyle `yaml:"figure"`
	Signatures SignStyle   `yaml:"signatures"`
	Notices    Notices     `yaml:"notices"`
	Contents   Contents    `yaml:"contents"`

	Accent    Color `yaml:"accent"`    // rules and marks that catch the eye
	Rule      Color `yaml:"rule"`      // quiet rules
	Link      Color `yaml:"link"`      // text that leads to an address
	Gap       Color `yaml:"gap"`       // ground behind a gap in a draft
	Watermark Color `yaml:"watermark"` // of words across a page; light, since it lies under the text
}

// Margins are the distances from the edges of the page to the text.
type Margins struct {
	Top    int `yaml:"top"`
	Bottom int `yaml:"bottom"`
	Inner  int `yaml:"inner"` // at the binding, on the left of odd pages
	Outer  int `yaml:"outer"`
}

// Type is how a kind of text is set.
type Type struct {
	Size    int    `yaml:"size"`
	Leading int    `yaml:"leading"` // from baseline to baseline
	Before  int    `yaml:"before"`  // least distance to what stands above
	After   int    `yaml:"after"`   // least distance to what stands below
	Color   Color  `yaml:"color"`
	Bold    bool   `yaml:"bold"`
	Family  string `yaml:"family"` // of fonts; empty is that of the style
	Align   string `yaml:"align"`  // left, center or right; empty is left
	Rule    bool   `yaml:"rule"`   // a rule below, in the accent colour
}

// Numbers is how the numbers of clauses and lists stand beside their text.
type Numbers struct {
	Gap   int `yaml:"gap"`   // from the widest number to the text
	Least int `yaml:"least"` // least distance from the left of the number to the text
}

// Columns is how two languages stand side by side.
type Columns struct {
	Gutter  int `yaml:"gutter"`
	Size    int `yaml:"size"`
	Leading int `yaml:"leading"`
}

// TableStyle is how a table is set.
type TableStyle struct {
	Type  `yaml:",inline"`
	PadX  int   `yaml:"pad_x"`
	PadY  int   `yaml:"pad_y"`
	Head  Color `yaml:"head"`  // ground of the head, or of the names in a key-value sheet
	Frame Color `yaml:"frame"` // rules above and below
	Line  Color `yaml:"line"`  // hairlines between rows
	Whole int   `yaml:"whole"` // per cent of a page that a table may take and still be kept on one; 0 keeps none
}

// SignStyle is how signature blocks are set.
type SignStyle struct {
	Type    `yaml:",inline"`
	Writing int   `yaml:"writing"` // height of a line that is written on by hand
	Label   Color `yaml:"label"`
	Gap     int   `yaml:"gap"` // between blocks
}

// Notices is how the kinds of notices look.
type Notices struct {
	Type       `yaml:",inline"`
	Pad        int         `yaml:"pad"`
	Bar        int         `yaml:"bar"` // width of the bar on the left
	Info       NoticeStyle `yaml:"info"`
	Good       NoticeStyle `yaml:"good"`
	Warning    NoticeStyle `yaml:"warning"`
	Bad        NoticeStyle `yaml:"bad"`
	Annotation NoticeStyle `yaml:"annotation"`
}

// NoticeStyle is what one kind of notice looks like.
type NoticeStyle struct {
	Ground Color `yaml:"ground"`
	Frame  Color `yaml:"frame"`
	Bar    Color `yaml:"bar"`
	Title  Color `yaml:"title"`
}

// Contents is how the page of contents looks.
type Contents struct {
	Type  `yaml:",inline"`
	Title struct {
		EN string `yaml:"en"`
		KO string `yaml:"ko"`
	} `yaml:"heading"`
}

// section returns the type of a section heading.
func (s *Style) section(level int) Type {
	return s.Sections[min(max(level, 1), len(s.Sections))-1]
}

// mostSpace bounds margins and distances: 60 mm, which leaves room for text on
// either paper.
const mostSpace = 17008

// check finds values that no page can be set with.
func (s *Style) check() diag.List {
	var l diag.List
	wrong := func(field string, got any, want string) { l.Add(wrongStyle(field, got, want)) }
	m := s.Margins
	for _, v := range []struct {
		name  string
		value int
	}{
		{"margins.top", m.Top}, {"margins.bottom", m.Bottom}, {"margins.inner", m.Inner}, {"margins.outer", m.Outer},
		{"space_stretch", s.SpaceStretch}, {"letter_stretch", s.LetterStretch}, {"loose", s.Loose}, {"ragged", s.Ragged},
		{"numbers.gap", s.Numbers.Gap}, {"numbers.least", s.Numbers.Least}, {"columns.gutter", s.Columns.Gutter},
		{"table.pad_x", s.Table.PadX}, {"table.pad_y", s.Table.PadY}, {"key_value.pad_x", s.KeyValue.PadX},
		{"key_value.pad_y", s.KeyValue.PadY}, {"notices.pad", s.Notices.Pad}, {"notices.bar", s.Notices.Bar},
		{"signatures.gap", s.Signatures.Gap},
	} {
		if v.value < 0 || v.value > mostSpace {
			wrong(v.name, v.value, fmt.Sprintf("0–%d", mostSpace))
		}
	}
	for _, v := range []struct {
		name  string
		whole int
	}{{"table", s.Table.Whole}, {"key_value", s.KeyValue.Whole}} {
		if v.whole < 0 || v.whole > 100 {
			wrong(v.name+".whole", v.whole, "0–100")
		}
	}
	if len(s.Sections) == 0 {
		wrong("sections", len(s.Sections), "1–")
	}
	l.Add(checkTypes(s.types())...)
	l.Add(s.Logo.check()...)
	if w := s.Signatures.Writing; w < s.Signatures.Leading || w > 6000 {
		wrong("signatures.writing", w, "leading–6000")
	}
	return l.Sorted()
}

// wrongStyle is the finding about one value of a style.
func wrongStyle(field string, got any, want string) diag.Finding {
	return diag.Finding{
		Code: "PDF-STYLE", Severity: diag.Blocking, Path: field,
		Message: diag.T("the page style has %s: %v", "쪽 모양(style)의 값 %s: %v", field, got),
		Fix:     diag.T("it must be %s", "가능한 값: %s", want),
	}
}

// checkTypes finds kinds of text that cannot be set.
func checkTypes(types []namedType) diag.List {
	var l diag.List
	for _, t := range types {
		if t.Size < 400 || t.Size > 7200 || t.Leading < t.Size || t.Leading > 3*t.Size {
			l.Add(wrongStyle(t.name+".size/leading", fmt.Sprintf("%d/%d", t.Size, t.Leading), "400–7200, size ≤ leading ≤ 3 × size"))
		}
		if t.Before < 0 || t.After < 0 || t.Before > mostSpace || t.After > mostSpace {
			l.Add(wrongStyle(t.name+".before/after", fmt.Sprintf("%d/%d", t.Before, t.After), fmt.Sprintf("0–%d", mostSpace)))
		}
		if t.Align != "" && t.Align != "left" && t.Align != "center" && t.Align != "right" {
			l.Add(wrongStyle(t.name+".align", t.Align, "left, center, right"))
		}
	}
	return l
}

// checkFamilies finds families of fonts that there are not.
func (s *Style) checkFamilies(f *Faces) diag.List {
	var l diag.List
	check := func(field, family string) {
		if family != "" && !f.has(family) {
			l.Add(wrongStyle(field, family, strings.Join(f.names(), ", ")))
		}
	}
	check("family", s.Family)
	for _, t := range s.types() {
		check(t.name+".family", t.Family)
	}
	check("figure.family", s.Figure.Family)
	check("figure.title.family", s.Figure.Title.Family)
	return l
}

// namedType is a kind of text with its name in the file.
type namedType struct {
	name string
	Type
}

func (s *Style) types() []namedType {
	columns := s.Body
	columns.Size, columns.Leading = s.Columns.Size, s.Columns.Leading
	all := []namedType{
		{"body", s.Body}, {"small", s.Small}, {"title", s.Title}, {"part", s.Part}, {"article", s.Article},
		{"exhibit", s.Exhibit}, {"letterhead", s.Letterhead}, {"sender", s.Sender}, {"running", s.Running},
		{"columns", columns}, {"table", s.Table.Type}, {"key_value", s.KeyValue.Type},
		{"signatures", s.Signatures.Type}, {"notices", s.Notices.Type}, {"contents", s.Contents.Type},
	}
	for i, t := range s.Sections {
		all = append(all, namedType{fmt.Sprintf("sections[%d]", i), t})
	}
	return all
}
