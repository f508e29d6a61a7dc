package sheet

// Style is the look of a cell by its meaning. How numbers are written follows
// from the value: an amount has the form of its currency, a date is a date.
type Style string

// Styles. Input cells are the ones that stay open when a sheet is protected.
const (
	PlainStyle  Style = ""       // text that may run over its neighbours
	TitleStyle  Style = "title"  // the sheet's title
	StatusStyle Style = "status" // the outcome of all checks
	RemarkStyle Style = "remark" // a line on how to read the sheet
	PartStyle   Style = "part"   // the heading of a table
	HeadStyle   Style = "head"   // a column's heading
	TextStyle   Style = "text"   // a label or text inside a table, wrapped
	InputStyle  Style = "input"  // a value that the user gives
	CalcStyle   Style = "calc"   // a value that a formula gives
	TotalStyle  Style = "total"  // a total
	LinkStyle   Style = "link"   // a text that leads to another sheet
	RightStyle  Style = "right"  // a text inside a table, in a column of numbers
	ProseStyle  Style = "prose"  // a paragraph, wrapped
	NoticeStyle Style = "notice" // a paragraph that is to be noticed
)

// Styles returns every style, in the order in which a writer numbers them.
func Styles() []Style {
	return []Style{
		PlainStyle, TitleStyle, StatusStyle, RemarkStyle, PartStyle, HeadStyle,
		TextStyle, InputStyle, CalcStyle, TotalStyle, LinkStyle,
		RightStyle, ProseStyle, NoticeStyle,
	}
}

// Unlocked reports whether cells of the style can be changed on a protected
// sheet.
func (s Style) Unlocked() bool { return s == InputStyle }
