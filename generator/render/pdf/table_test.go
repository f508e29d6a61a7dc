package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/doc"
)

// TestShortCellsStayOnOneLine: columns whose words need little more than an equal
// share get it from one that is long in a single row.
func TestShortCellsStayOnOneLine(t *testing.T) {
	const short = "what is handed over to whom, by when"
	table := &doc.Table{Rows: [][]doc.Cell{cells(strings.Repeat("a long remark ", 14), "a", "b")}}
	for range 9 {
		table.Rows = append(table.Rows, cells("x", short, short))
	}
	l := lay(t, resolved(doc.Document{Style: "report", Paper: doc.A4, Blocks: []doc.Block{table}}))
	whole := 0
	for _, x := range l.Pages[0].Texts {
		if x.S == short {
			whole++
		}
	}
	if whole != 18 {
		t.Errorf("%d of 18 cells stand on one line", whole)
	}
}

// TestTallRowFillsThePage: a row of more lines than a quarter of a page is divided
// where the page ends, so that no half-empty page stands above it.
func TestTallRowFillsThePage(t *testing.T) {
	tall := strings.TrimSuffix(strings.Repeat("line\n", 22), "\n")
	d := doc.Document{Style: "report", Paper: doc.A4}
	for range 26 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("above")})
	}
	d.Blocks = append(d.Blocks, &doc.Table{Rows: [][]doc.Cell{cells("a", tall), cells("b", tall)}})
	l := lay(t, resolved(d))
	p := &l.Pages[0]
	lowest := 0
	for _, x := range p.Texts {
		if x.Y < p.Height-p.sheet.margins.Bottom {
			lowest = max(lowest, x.Y)
		}
	}
	if room := p.Height - p.sheet.margins.Bottom - lowest; room > p.sheet.textHeight()/10 {
		t.Errorf("%d of %d are left empty", room, p.sheet.textHeight())
	}
}

// TestSmallTableStaysWhole: a table that takes no more of a page than the style says
// is not divided; a taller one is, and keeps two rows at its end.
func TestSmallTableStaysWhole(t *testing.T) {
	for _, tt := range []struct {
		rows  int
		whole bool
	}{{4, true}, {40, false}} {
		for above := range 30 {
			d := doc.Document{Style: "contract", Paper: doc.A4}
			for range above {
				d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("above")})
			}
			table := &doc.Table{Head: cells("zzHead", "b")}
			for range tt.rows {
				table.Rows = append(table.Rows, cells("zzRow", "b"))
			}
			d.Blocks = append(d.Blocks, table)
			l := lay(t, resolved(d))
			last := l.Pages[len(l.Pages)-1]
			rows := strings.Count(pageText(&Laid{Height: l.Height, Pages: []Page{last}}, false), "zzRow")
			if tt.whole && rows != tt.rows || rows < 2 {
				t.Errorf("%d rows below %d paragraphs: %d stand on the last page", tt.rows, above, rows)
			}
		}
	}
}
