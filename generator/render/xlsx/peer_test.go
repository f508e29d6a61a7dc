package xlsx

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// Peer is a workbook as somebody hands it to the library who uses nothing but
// its stream writer: cells, styles, names and validations are ready, and nothing
// is checked, measured or put in order.
type Peer struct {
	sheets []peerSheet
	styles []*excelize.Style
	names  []sheet.Name
}

type peerSheet struct {
	name        string
	rows        []peerRow
	widths      []float64
	validations []sheet.Validation
}

type peerRow struct {
	at    string
	cells []any // of excelize.Cell, whose style counts in the list of styles
}

// NewPeer prepares a workbook.
func NewPeer(t testing.TB, w *sheet.Workbook) *Peer {
	t.Helper()
	f := excelize.NewFile()
	looks, numbers, p := newLooks(f, w.Currency), map[int]int{}, &Peer{names: w.Names}
	for _, s := range w.Sheets {
		out := peerSheet{name: s.Name, validations: s.Validations}
		for _, c := range s.Columns {
			out.widths = append(out.widths, float64(c.Width)/10)
		}
		for _, cells := range rows(s) {
			row := peerRow{at: cells[0].Ref.String(), cells: make([]any, cells[len(cells)-1].Ref.Column-cells[0].Ref.Column+1)}
			for _, c := range cells {
				id, err := looks.of(c, s.Unit)
				if err != nil {
					t.Fatal(err)
				}
				if _, known := numbers[id]; !known {
					style, err := f.GetStyle(id)
					if err != nil {
						t.Fatal(err)
					}
					numbers[id] = len(p.styles)
					p.styles = append(p.styles, style)
				}
				value, err := raw(c.Value)
				if err != nil {
					t.Fatal(err)
				}
				row.cells[c.Ref.Column-cells[0].Ref.Column] = excelize.Cell{StyleID: numbers[id], Formula: c.Formula, Value: value}
			}
			out.rows = append(out.rows, row)
		}
		p.sheets = append(p.sheets, out)
	}
	return p
}

// Write makes the file.
func (p *Peer) Write(t testing.TB) []byte {
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	ids := make([]int, len(p.styles))
	for i, style := range p.styles {
		id, err := f.NewStyle(style)
		check(err)
		ids[i] = id
	}
	for i, s := range p.sheets {
		if i == 0 {
			check(f.SetSheetName("Sheet1", s.name))
			continue
		}
		_, err := f.NewSheet(s.name)
		check(err)
	}
	for _, n := range p.names {
		check(f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: n.Range}))
	}
	for _, s := range p.sheets {
		p.sheet(f, s, ids, check)
	}
	var buf bytes.Buffer
	check(f.Write(&buf))
	return buf.Bytes()
}

func (p *Peer) sheet(f *excelize.File, s peerSheet, ids []int, check func(error)) {
	stream, err := f.NewStreamWriter(s.name)
	check(err)
	for i, width := range s.widths {
		check(stream.SetColWidth(i+1, i+1, width))
	}
	for _, v := range s.validations {
		dv := excelize.NewDataValidation(true)
		dv.Sqref = v.Range.String()
		check(restrict(dv, v))
		check(f.AddDataValidation(s.name, dv))
	}
	for _, row := range s.rows {
		cells := make([]any, len(row.cells))
		for i, c := range row.cells {
			if cell, ok := c.(excelize.Cell); ok {
				cell.StyleID = ids[cell.StyleID]
				cells[i] = cell
			}
		}
		check(stream.SetRow(row.at, cells))
	}
	check(stream.Flush())
}
