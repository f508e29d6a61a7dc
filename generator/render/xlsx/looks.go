package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// The look of workbooks. Malgun Gothic comes with every Korean Windows and
// Office; other systems put their own Korean font in its place.
const (
	fontName   = "Malgun Gothic"
	fontSize   = 10
	inputColor = "0000FF"
	inputFill  = "FFF9E5"
	headFill   = "1F3864"
	totalFill  = "D9E2F3"
	noticeFill = "F2F2F2"
	lineColor  = "A6A6A6"
)

// lookKey is what decides the look of a cell.
type lookKey struct {
	style    sheet.Style
	kind     sheet.Kind
	currency money.Currency
	places   int
	unit     sheet.Unit
}

// looks numbers the looks of a file: making one is slow, so each is made once.
type looks struct {
	f         *excelize.File
	home      money.Currency // of the workbook
	ids       map[lookKey]int
	good, bad int
}

func newLooks(f *excelize.File, home money.Currency) *looks {
	return &looks{f: f, home: home, ids: map[lookKey]int{}}
}

// of returns the number of a cell's look on a sheet with a unit. What is typed
// stands in ones whatever the unit, or one would type thousands for them.
func (l *looks) of(c *sheet.Cell, unit sheet.Unit) (int, error) {
	if c.Style == sheet.InputStyle {
		unit = sheet.Ones
	}
	key := lookKey{c.Style, c.Value.Kind(), c.Value.Currency(), c.Value.Places(), unit}
	if id, known := l.ids[key]; known {
		return id, nil
	}
	style := base(c.Style)
	style.Alignment = align(style.Alignment, alignment(c))
	if format := l.format(c.Value, unit); format != "" {
		style.CustomNumFmt = &format
	}
	id, err := l.f.NewStyle(style)
	if err != nil {
		return 0, err
	}
	l.ids[key] = id
	return id, nil
}

// alignment reduces the kinds to those that differ in alignment.
func alignment(c *sheet.Cell) sheet.Kind {
	switch {
	case c.Value.IsNumber():
		return sheet.IntKind
	case c.Value.Kind() == sheet.TextKind && c.Style == sheet.CalcStyle:
		return sheet.BoolKind // short codes and signs
	}
	return sheet.TextKind
}

func align(a *excelize.Alignment, kind sheet.Kind) *excelize.Alignment {
	if a.Horizontal != "" {
		return a
	}
	switch kind {
	case sheet.IntKind:
		a.Horizontal, a.WrapText = "right", false
	case sheet.BoolKind:
		a.Horizontal = "center"
	default:
		a.Horizontal = "left"
	}
	return a
}

// base is the look of a style without number format and alignment by kind.
func base(s sheet.Style) *excelize.Style {
	plain := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}
	switch s {
	case sheet.TitleStyle:
		plain.Font.Size, plain.Font.Bold, plain.Font.Color = 15, true, headFill
	case sheet.StatusStyle:
		plain.Font.Bold = true
	case sheet.RemarkStyle:
		plain.Font.Color = "595959"
	case sheet.PartStyle:
		plain.Font.Size, plain.Font.Bold, plain.Font.Color = 11, true, headFill
	case sheet.HeadStyle:
		plain.Font.Bold, plain.Font.Color = true, "FFFFFF"
		plain.Fill, plain.Border = fill(headFill), border()
		plain.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	case sheet.TextStyle, sheet.LinkStyle, sheet.CalcStyle, sheet.InputStyle, sheet.TotalStyle:
		plain.Border, plain.Alignment.WrapText = border(), true
		inTable(plain, s)
	case sheet.RightStyle:
		plain.Border, plain.Alignment.WrapText, plain.Alignment.Horizontal = border(), true, "right"
	case sheet.ProseStyle, sheet.NoticeStyle:
		plain.Alignment.Vertical, plain.Alignment.WrapText = "top", true
		if s == sheet.NoticeStyle {
			plain.Fill = fill(noticeFill)
		}
	}
	plain.Protection = &excelize.Protection{Locked: !s.Unlocked()}
	return plain
}

func inTable(style *excelize.Style, s sheet.Style) {
	switch s {
	case sheet.InputStyle:
		style.Font.Color, style.Fill = inputColor, fill(inputFill)
	case sheet.TotalStyle:
		style.Font.Bold, style.Fill = true, fill(totalFill)
	case sheet.LinkStyle:
		style.Font.Color, style.Font.Underline = "0563C1", "single"
	}
}

func fill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func border() []excelize.Border {
	var sides []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Color: lineColor, Style: 1})
	}
	return sides
}

// format is the number format of a value: money by its currency, zero as a dash,
// that of the workbook in the unit of the sheet, in which minor units do not show.
func (l *looks) format(v sheet.Value, unit sheet.Unit) string {
	switch v.Kind() {
	case sheet.IntKind:
		return "#,##0"
	case sheet.AmountKind:
		number := "#,##0" + decimals(v.Places())
		switch {
		case v.Currency() == l.home && unit > sheet.Ones:
			number = "#,##0" + scale(unit)
		case v.Currency() != l.home && !v.Currency().IsZero():
			number = `"` + v.Currency().Code() + ` "` + number
		}
		return number + ";[Red]-" + number + `;"–"`
	case sheet.DecimalKind:
		return "#,##0" + decimals(v.Places())
	case sheet.PercentKind:
		return "0.00%"
	case sheet.DateKind:
		return "yyyy-mm-dd"
	}
	return ""
}

// scale is what makes a number format show thousands or millions.
func scale(unit sheet.Unit) string { return strings.Repeat(",", int(unit)) }

func decimals(n int) string {
	if n == 0 {
		return ""
	}
	return "." + strings.Repeat("0", n)
}

// conditions makes the looks of conditional formats, which the library does not
// reuse by itself.
func (l *looks) conditions() error {
	var err error
	if l.good, err = l.condition("006100", "C6EFCE"); err != nil {
		return err
	}
	l.bad, err = l.condition("9C0006", "FFC7CE")
	return err
}

func (l *looks) condition(color, back string) (int, error) {
	return l.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: color, Bold: true}, Fill: fill(back)})
}
