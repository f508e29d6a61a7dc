package pdf

// Style is how documents of one kind look. Lengths are whole centipoints
// (1/100 pt; 1 mm is 283), colours are [red, green, blue]. A style is data: the
// built-in ones are files in templates/styles.
type Style struct {
	Margins      Margins `yaml:"margins"`
	SealMargin   int     `yaml:"seal_margin"`   // least margin on every side, on which parties seal across pages (간인); 0 asks for none
	Duplex       bool    `yaml:"duplex"`        // even pages have their inner margin on the right
	RunningTitle bool    `yaml:"running_title"` // the document's title heads every page but the first
	Family       string  `yaml:"family"`        // of fonts that text is set in; empty is the first

	Justify       bool `yaml:"justify"`        // running text is flush on both sides
	SpaceStretch  int  `yaml:"space_stretch"`  // how much a space may grow to that end, per mille of its width
	LetterStretch int  `yaml:"letter_stretch"` // how far letters may be moved apart after that, per mille of the size
	Loose         int  `yaml:"loose"`          // a line is too loose if its spaces grow by more, per mille: a Hangul word is split
	Hyphenate     bool `yaml:"hyphenate"`      // English words are divided where a justified line would be loose
	Ragged        int  `yaml:"ragged"`         // the same for lines that are not justified: per mille of the line left empty

	Tight Tight `yaml:"tight"`

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

	ExhibitOnNewPage bool     `yaml:"exhibit_on_new_page"`
	Schedule         Schedule `yaml:"schedule"`

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
	Inserted  Color `yaml:"inserted"`  // words that are new in a comparison, with a line below them
	Deleted   Color `yaml:"deleted"`   // words that are gone, with a line through them
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
	Turn  Turn  `yaml:"turn"`  // when it is set on pages on their side; not for key-value sheets
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
