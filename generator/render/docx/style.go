package docx

// Style is how documents of one kind look: what Word can follow of a file in
// templates/styles. Lengths are whole centipoints (1/100 pt), colours are
// [red, green, blue].
type Style struct {
	Margins      Margins `yaml:"margins"`
	RunningTitle bool    `yaml:"running_title"` // the document's title heads every page but the first
	Justify      bool    `yaml:"justify"`

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

	Columns    Columns    `yaml:"columns"`
	Table      TableStyle `yaml:"table"`
	KeyValue   TableStyle `yaml:"key_value"`
	Signatures SignStyle  `yaml:"signatures"`
	Notices    Notices    `yaml:"notices"`
	Contents   Contents   `yaml:"contents"`

	Accent    Color `yaml:"accent"`
	Rule      Color `yaml:"rule"`
	Link      Color `yaml:"link"`
	Gap       Color `yaml:"gap"` // ground behind a gap in a draft
	Watermark Color `yaml:"watermark"`
}

// Margins are the distances from the edges of the page to the text.
type Margins struct {
	Top    int `yaml:"top"`
	Bottom int `yaml:"bottom"`
	Inner  int `yaml:"inner"`
	Outer  int `yaml:"outer"`
}

// Type is how a kind of text is set.
type Type struct {
	Size    int    `yaml:"size"`
	Leading int    `yaml:"leading"`
	Before  int    `yaml:"before"`
	After   int    `yaml:"after"`
	Color   Color  `yaml:"color"`
	Bold    bool   `yaml:"bold"`
	Align   string `yaml:"align"` // left, center or right; empty is left
	Rule    bool   `yaml:"rule"`  // a rule below, in the accent colour
}

// LogoStyle is the room that a logo has at the head of a letter.
type LogoStyle struct {
	Width  int `yaml:"width"`
	Height int `yaml:"height"`
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
	Head  Color `yaml:"head"`
	Frame Color `yaml:"frame"`
	Line  Color `yaml:"line"`
}

// SignStyle is how signature blocks are set.
type SignStyle struct {
	Type    `yaml:",inline"`
	Writing int   `yaml:"writing"` // height of a line that is written on by hand
	Label   Color `yaml:"label"`
	Gap     int   `yaml:"gap"`
}

// Notices is how the kinds of notices look.
type Notices struct {
	Type       `yaml:",inline"`
	Pad        int         `yaml:"pad"`
	Bar        int         `yaml:"bar"`
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

// Contents is how the contents look.
type Contents struct {
	Type  `yaml:",inline"`
	Title struct {
		EN string `yaml:"en"`
		KO string `yaml:"ko"`
	} `yaml:"heading"`
}

// Color is red, green and blue.
type Color [3]uint8

// hex returns the colour as Word writes it.
func (c Color) hex() string {
	const digits = "0123456789ABCDEF"
	var out [6]byte
	for i, v := range c {
		out[2*i], out[2*i+1] = digits[v>>4], digits[v&15]
	}
	return string(out[:])
}

// section returns the type of a section heading.
func (s *Style) section(level int) Type {
	if len(s.Sections) == 0 {
		return s.Article
	}
	return s.Sections[min(max(level, 1), len(s.Sections))-1]
}

// narrowed returns the style with all running text in the size of columns. It is
// not justified: Word would leave gaps in lines that short.
func (s Style) narrowed() Style {
	s.Justify = false
	size, leading := s.Columns.Size, s.Columns.Leading
	if size == 0 || leading == 0 {
		return s
	}
	body := s.Body
	shrink := func(t Type) Type {
		t.Size, t.Leading = t.Size*size/body.Size, t.Leading*leading/body.Leading
		t.Before, t.After = t.Before*size/body.Size, t.After*size/body.Size
		return t
	}
	s.Body, s.Small, s.Part, s.Article, s.Exhibit = shrink(s.Body), shrink(s.Small), shrink(s.Part), shrink(s.Article), shrink(s.Exhibit)
	sections := make([]Type, len(s.Sections))
	for i, t := range s.Sections {
		sections[i] = shrink(t)
	}
	s.Sections = sections
	return s
}

// plainStyle is how a document looks that brings no style.
func plainStyle() Style {
	ink, quiet, light := Color{28, 30, 36}, Color{92, 97, 108}, Color{236, 239, 245}
	body := Type{Size: 1000, Leading: 1560, After: 520, Color: ink}
	head := func(size, before, after int, align string) Type {
		return Type{Size: size, Leading: size * 3 / 2, Before: before, After: after, Color: ink, Bold: true, Align: align}
	}
	small := Type{Size: 850, Leading: 1260, Before: 200, After: 400, Color: quiet}
	table := TableStyle{Type: Type{Size: 900, Leading: 1300, Color: ink}, PadX: 450, PadY: 300, Head: light, Frame: ink, Line: Color{205, 209, 217}}
	note := NoticeStyle{Ground: light, Frame: light, Bar: quiet, Title: ink}
	s := Style{
		Margins: Margins{Top: 7087, Bottom: 6800, Inner: 7087, Outer: 7087}, Justify: true, RunningTitle: true,
		Body: body, Small: small, Title: head(1600, 0, 1300, "center"), Part: head(1300, 2400, 1000, "center"),
		Article: head(1100, 1600, 600, ""), Exhibit: head(1400, 0, 1500, "center"), Sections: []Type{head(1050, 1400, 500, "")},
		Letterhead: small, Sender: head(1400, 0, 0, ""), Running: Type{Size: 800, Leading: 1140, Color: quiet}, ExhibitOnNewPage: true,
		Logo:    LogoStyle{Width: 14200, Height: 3400},
		Columns: Columns{Gutter: 2000, Size: 900, Leading: 1400}, Table: table, KeyValue: table,
		Signatures: SignStyle{Type: Type{Size: 950, Leading: 1400, Color: ink}, Writing: 2300, Label: quiet, Gap: 2400},
		Notices:    Notices{Type: Type{Size: 900, Leading: 1360, Color: ink}, Pad: 800, Bar: 250, Info: note, Good: note, Warning: note, Bad: note, Annotation: note},
		Contents:   Contents{Type: Type{Size: 950, Leading: 1400, Color: ink}},
		Accent:     ink, Rule: Color{205, 209, 217}, Link: Color{30, 70, 140}, Gap: Color{252, 236, 200}, Watermark: Color{225, 228, 235},
	}
	s.Contents.Title.EN, s.Contents.Title.KO = "Contents", "목차"
	return s
}
