package xlsx

import (
	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// tabs are the colours of the tabs by the role of a sheet.
var tabs = map[sheet.Role]string{
	sheet.OutputSheet:      "1F3864",
	sheet.InputSheet:       "FFC000",
	sheet.CalculationSheet: "8EA9DB",
	sheet.ControlSheet:     "C00000",
}

func pointer[T any](v T) *T { return &v }

// before sets what stands before the cells: tab, fitting to a page, extent, no
// grid lines, and charts.
func (w *writer) before(s *sheet.Sheet) error {
	err := w.f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{
		TabColorRGB: pointer(tabs[s.Role]), FitToPage: pointer(true),
	})
	if err != nil {
		return err
	}
	if err := w.f.SetSheetDimension(s.Name, s.Filled().String()); err != nil {
		return err
	}
	if err := w.charts(s); err != nil {
		return err
	}
	return w.f.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: pointer(false)})
}

// around sets what stands after the cells.
func (w *writer) around(s *sheet.Sheet) error {
	for _, step := range []func(*sheet.Sheet) error{w.print, w.protect, w.validations, w.conditions, w.notes, w.links} {
		if err := step(s); err != nil {
			return err
		}
	}
	return nil
}

// print sets A4 and as many pages as the rows need, each as wide as the sheet.
func (w *writer) print(s *sheet.Sheet) error {
	const a4 = 9
	orientation := "landscape"
	if s.Print.Portrait {
		orientation = "portrait"
	}
	tall := 0 // as many pages as it takes
	if s.Print.OnePage {
		tall = 1
	}
	err := w.f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{
		Size: pointer(a4), Orientation: &orientation, FitToWidth: pointer(max(1, s.Print.Wide)), FitToHeight: &tall,
	})
	if err != nil {
		return err
	}
	side, edge := 0.4, 0.6
	err = w.f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: pointer(0.3), Footer: pointer(0.3),
	})
	if err != nil {
		return err
	}
	return w.f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
		OddHeader: "&R&9" + plain(s.Print.Header), OddFooter: "&L&9" + plain(s.Print.Footer) + "&R&9&P / &N",
	})
}

// plain keeps a text from being read as a code of headers and footers. A digit
// at its beginning would join the size of the font.
func plain(text string) string {
	out := " "
	for _, r := range text {
		out += string(r)
		if r == '&' {
			out += "&"
		}
	}
	return out
}

// protect closes all cells but the inputs, without a password: it keeps formulas
// from being typed over and hides nothing.
func (w *writer) protect(s *sheet.Sheet) error {
	if !s.Protected {
		return nil
	}
	return w.f.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true,
	})
}

func (w *writer) validations(s *sheet.Sheet) error {
	for _, v := range s.Validations {
		dv := excelize.NewDataValidation(true)
		dv.Sqref = v.Range.String()
		dv.ShowInputMessage, dv.Prompt = v.Prompt != "", pointer(v.Prompt)
		dv.ShowErrorMessage, dv.Error = v.Problem != "", pointer(v.Problem)
		if err := restrict(dv, v); err != nil {
			return err
		}
		if err := w.f.AddDataValidation(s.Name, dv); err != nil {
			return err
		}
	}
	return nil
}

func restrict(dv *excelize.DataValidation, v sheet.Validation) error {
	kind := map[sheet.ValidationKind]excelize.DataValidationType{
		sheet.WholeValidation:   excelize.DataValidationTypeWhole,
		sheet.DecimalValidation: excelize.DataValidationTypeDecimal,
		sheet.DateValidation:    excelize.DataValidationTypeDate,
	}[v.Kind]
	switch {
	case v.Kind == sheet.ListValidation:
		dv.SetSqrefDropList(v.List)
		return nil
	case v.Max == "":
		return dv.SetRange(v.Min, "", kind, excelize.DataValidationOperatorGreaterThanOrEqual)
	case v.Min == "":
		return dv.SetRange(v.Max, "", kind, excelize.DataValidationOperatorLessThanOrEqual)
	}
	return dv.SetRange(v.Min, v.Max, kind, excelize.DataValidationOperatorBetween)
}

func (w *writer) conditions(s *sheet.Sheet) error {
	for _, c := range s.Conditions {
		look := w.looks.good
		if c.Style == sheet.BadCondition {
			look = w.looks.bad
		}
		err := w.f.SetConditionalFormat(s.Name, c.Range.String(), []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: c.Formula, Format: &look},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) notes(s *sheet.Sheet) error {
	for _, n := range s.Notes {
		err := w.f.AddComment(s.Name, excelize.Comment{Cell: n.Ref.String(), Text: n.Text, Width: 320, Height: 110})
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) links(s *sheet.Sheet) error {
	for _, l := range s.Links {
		kind := "Location"
		if l.External() {
			kind = "External"
		}
		err := w.f.SetCellHyperLink(s.Name, l.Ref.String(), l.Target, kind, excelize.HyperlinkOpts{Tooltip: pointer(l.Tip)})
		if err != nil {
			return err
		}
	}
	return nil
}
