package pdf

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
)

// won is a cell with an amount, as a template prints one.
func won(n int64) doc.Cell {
	a := moneytest.KRW(n)
	return doc.Cell{{Kind: doc.AmountInline, Text: a.Plain(), Value: a.Value()}}
}

func share(text string) doc.Cell { return doc.Cell{{Kind: doc.PercentInline, Text: text + "%"}} }

// phases is a figure of columns: for each phase its government money, own cash
// and own contribution in kind.
func phases(amounts ...[3]int64) *doc.Figure {
	f := &doc.Figure{Kind: doc.ColumnsFigure, Title: say("Money by phase and source"), Alt: say("Three sources, stacked for each phase."), Series: cells("Government", "Own cash", "기관부담 현물")}
	for i, a := range amounts {
		f.Rows = append(f.Rows, doc.FigureRow{
			Label: say("P" + itoa(i+1)), Values: []doc.Cell{won(a[0]), won(a[1]), won(a[2])}, Note: won(a[0] + a[1] + a[2]),
		})
	}
	return f
}

// institutions is a figure of bars with long names in several scripts.
func institutions(amounts ...int64) *doc.Figure {
	names := []string{
		"Saebyeok Fictional University Hospital", "한국가상대학교 산학협력단(의료인공지능융합연구센터)", "一般財団法人北風架空研究所",
		"Universidade Federal Inventada do Rio Imaginário, Faculdade de Medicina, Departamento de Radiologia", "SFUH",
		"Donaudampfschifffahrtsgesellschaftskapitänsinstitut",
	}
	f := &doc.Figure{Kind: doc.BarsFigure, Title: say("Money by institution"), Alt: say("One bar for each institution.")}
	for i, n := range amounts {
		f.Rows = append(f.Rows, doc.FigureRow{Label: say(names[i%len(names)]), Values: []doc.Cell{won(n)}, Note: share(fmt.Sprintf("%d.0", i))})
	}
	return f
}

// figures has charts of many sizes, two beside each other on each page.
func figures() *doc.Resolved {
	d := doc.Document{Lang: diag.Korean, Title: "그림", Style: "budget", Paper: doc.A4.Landscape()}
	missing := phases([3]int64{5, 6, 7}, [3]int64{8, 0, 0})
	missing.Rows[1].Values[1] = doc.Cell{{Kind: doc.BlankInline, Text: "own cash"}}
	for _, pair := range [][2]*doc.Figure{
		{phases([3]int64{1_620_000_000, 108_000_000, 972_000_000}, [3]int64{1_600_000_000, 0, 40_000_000}, [3]int64{0, 0, 0}), institutions(4_800_000_000, 960_000_000, 1)},
		{phases([3]int64{900_000_000_000_000, 0, 0}), institutions(900_000_000_000_000)},
		{phases([3]int64{1, 2, 3}, [3]int64{4, 5, 6}, [3]int64{3, 2, 1}, [3]int64{1, 1, 1}, [3]int64{9, 9, 9}, [3]int64{0, 0, 1}), institutions(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)},
		{phases([3]int64{0, 0, 0}, [3]int64{0, 0, 0}), institutions(0, 0)},
		{missing, institutions(1_234_567)},
		{phases([3]int64{8e14, 7e14, 9e14}, [3]int64{9e14, 8e14, 7e14}, [3]int64{1e14, 2e14, 3e14}, [3]int64{8e14, 8e14, 8e14}, [3]int64{1, 2, 3}, [3]int64{9e14, 0, 9e14}),
			institutions(900_000_000_000_000, 899_999_999_999_999, 1, 0, 500_000_000_000_000)},
	} {
		d.Blocks = append(d.Blocks, &doc.Columns{Left: pair[0], Right: pair[1]})
	}
	d.Blocks = append(d.Blocks, phases([3]int64{12_345_678_901, 2_000_000_000, 30_000_000}, [3]int64{9_876_543_210, 0, 1}))
	return resolved(d)
}

func TestAxis(t *testing.T) {
	for _, tt := range []struct {
		most, top, step int64
	}{
		{0, 0, 0}, {-5, 0, 0}, {1, 1, 1}, {5, 5, 1}, {6, 6, 2}, {11, 15, 5}, {26, 30, 10},
		{1_620_000_000, 2_000_000_000, 500_000_000},
		{900_000_000_000_000, 1_000_000_000_000_000, 200_000_000_000_000},
		{6 * money.MaxMinor, 60_000_000_000_000_000, 20_000_000_000_000_000},
	} {
		a := newAxis(tt.most, 5)
		if a.top != tt.top || a.step != tt.step {
			t.Errorf("up to %d: %+v", tt.most, a)
		}
		if n := len(a.marks()); n > 6 || n < 1 {
			t.Errorf("up to %d: %d marks", tt.most, n)
		}
	}
}

// TestAxisIsExact: a length is the integer part of the exact one, also where
// the product is beyond 64 bits.
func TestAxisIsExact(t *testing.T) {
	a := axis{top: 3 * money.MaxMinor, step: money.MaxMinor}
	for value, want := range map[int64]int{0: 0, money.MaxMinor: 10000, 2 * money.MaxMinor: 20000, 2*money.MaxMinor - 1: 19999, 3 * money.MaxMinor: 30000, 4 * money.MaxMinor: 30000, -1: 0} {
		if got := a.at(value, 30000); got != want {
			t.Errorf("%d: %d, want %d", value, got, want)
		}
	}
	if (axis{}).at(5, 100) != 0 {
		t.Error("an axis of nothing has a length")
	}
}

func TestUnits(t *testing.T) {
	usd, _ := money.ParseCurrency("USD")
	chf, _ := money.ParseCurrency("CHF")
	for _, tt := range []struct {
		lang     diag.Lang
		most     int64
		currency money.Currency
		unit     string
		last     string
	}{
		{diag.English, 1_620_000_000, moneytest.Currency("KRW"), "KRW million", "2,000"},
		{diag.Korean, 1_620_000_000, moneytest.Currency("KRW"), "억원", "20"},
		{diag.Korean, 30_000_000, moneytest.Currency("KRW"), "백만원", "30"},
		{diag.Korean, 120_000, moneytest.Currency("KRW"), "만원", "15"},
		{diag.Korean, 900_000_000_000_000, moneytest.Currency("KRW"), "조원", "1,000"},
		{diag.English, 3, moneytest.Currency("KRW"), "KRW", "3"},
		{diag.English, 0, moneytest.Currency("KRW"), "KRW", "0"},
		{diag.English, 23_188_406, usd, "USD thousand", "250"},
		{diag.Korean, 23_188_406, usd, "미화 만달러", "25"},
		{diag.Korean, 23_188_406, chf, "CHF 만", "25"},
		{diag.English, 90, usd, "USD", "1.00"},
	} {
		c := newCompositor(resolved(doc.Document{Lang: tt.lang}), testStyle(t, "budget"), testFaces(t))
		a := newAxis(tt.most, 5)
		u := c.unit(a, tt.currency)
		marks := a.marks()
		if last := u.mark(marks[len(marks)-1], tt.currency); u.name != tt.unit || last != tt.last {
			t.Errorf("%s up to %d: %s %s, want %s %s", tt.lang, tt.most, u.name, last, tt.unit, tt.last)
		}
	}
}

// TestFiguresStayInTheirPlace: words of a figure stand within its side, and none
// over others.
func TestFiguresStayInTheirPlace(t *testing.T) {
	r := figures()
	l := lay(t, r)
	m := testStyle(t, r.Style).Margins
	for i := range l.Pages {
		for n, a := range l.Pages[i].Texts {
			if a.X < m.Inner-20 || a.X+a.Width > l.Width-m.Outer+20 {
				t.Errorf("page %d: %q leaves the page", i+1, a.S)
			}
			for _, b := range l.Pages[i].Texts[n+1:] {
				if a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y-a.Size*7/10 < b.Y && b.Y-b.Size*7/10 < a.Y {
					t.Errorf("page %d: %q at %d,%d and %q at %d,%d stand over each other", i+1, a.S, a.X, a.Y, b.S, b.X, b.Y)
				}
			}
		}
	}
}

// TestFigureIsTold: what tells series and bars apart stands in words, and every
// value of the bars too.
func TestFigureIsTold(t *testing.T) {
	l := lay(t, figures())
	text := pageText(l, true)
	for _, want := range []string{
		"Government", "Own cash", "기관부담 현물", "P6", "Saebyeok Fictional University Hospital", "4,800,000,000 (0.0%)", "[own cash]",
		"단위: 억원", "단위: 조원", "단위: 원", "900,000,000,000,000", "One bar for each institution.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

// TestFigureOnOnePage: a figure that does not fit below what stands above it
// begins the next page, with its title.
func TestFigureOnOnePage(t *testing.T) {
	for lines := range 40 {
		d := doc.Document{Style: "budget", Paper: doc.A4.Landscape()}
		for range lines {
			d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("above")})
		}
		table := budgetTable(19) // kept whole, so that heading, figure and table together are higher than a page
		d.Blocks = append(d.Blocks, &doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("zzHeading")}, institutions(make([]int64, 12)...), table)
		l := lay(t, resolved(d))
		heading, title, end := find(l, "zzHeading"), find(l, "Money by institution"), find(l, "One bar for each")
		if heading.Page != title.Page || title.Page != end.Page || end.Page == 0 {
			t.Errorf("%d lines above: heading on page %d, title on %d, end on %d", lines, heading.Page, title.Page, end.Page)
		}
	}
}

// TestUnitStaysWithItsTable: the line that names the unit is never alone at the
// foot of a page, and a table that is kept whole has its total on the same page.
func TestUnitStaysWithItsTable(t *testing.T) {
	for lines := range 40 {
		d := doc.Document{Style: "budget", Paper: doc.A4.Landscape()}
		for range lines {
			d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("above")})
		}
		d.Blocks = append(d.Blocks, &doc.Paragraph{Style: doc.Right, Text: say("zzUnit")}, budgetTable(9))
		l := lay(t, resolved(d))
		if unit, first, last := find(l, "zzUnit"), find(l, "Category and purpose"), find(l, "8,180,000,000"); unit.Page != first.Page || first.Page != last.Page {
			t.Errorf("%d lines above: the unit on page %d, the table from %d to %d", lines, unit.Page, first.Page, last.Page)
		}
	}
	d := doc.Document{Style: "budget", Paper: doc.A4.Landscape(), Blocks: []doc.Block{budgetTable(90)}}
	for range 29 {
		d.Blocks = append([]doc.Block{&doc.Paragraph{Text: say("above")}}, d.Blocks...)
	}
	l := lay(t, resolved(d))
	first := pageText(&Laid{Height: l.Height, Pages: l.Pages[:1]}, true)
	if strings.Contains(first, "Category and purpose") && !strings.Contains(first, "2Equipment") {
		t.Error("the first page has the head of the table and but one row")
	}
}

// TestFitted: words of a chart are broken into no more lines than asked for and
// are no wider than their room, whatever they are.
func TestFitted(t *testing.T) {
	c := newCompositor(resolved(doc.Document{Lang: diag.Korean}), testStyle(t, "budget"), testFaces(t))
	look := c.style.Figure.base()
	for _, r := range institutions(make([]int64, 6)...).Rows {
		for _, width := range []int{300, 900, 2000, 5000, 9000, 40000} {
			for most := 1; most <= 2; most++ {
				l := c.fitted(r.Label, look, width, most)
				if len(l.lines) > most || l.width > width {
					t.Errorf("%q in %d has %d lines, %d wide", doc.Text(r.Label), width, len(l.lines), l.width)
				}
				shown := ""
				for _, g := range l.text.glyphs {
					shown += string(g.r)
				}
				if whole := doc.Text(r.Label); shown != whole && shown != "" && !strings.HasSuffix(shown, "…") {
					t.Errorf("%q is cut to %q", whole, shown)
				}
				if width == 40000 && shown != doc.Text(r.Label) {
					t.Errorf("%q is cut, though there is room", shown)
				}
			}
		}
	}
	if l := c.fitted(rich("국문\nEnglish"), look, 1<<30, 1); len(l.lines) != 1 {
		t.Error("a line break is kept in a label of one line")
	}
}

// TestMarksHaveRoom: marks beside each other are at least as far apart as the
// widest of them is wide, down to a single step.
func TestMarksHaveRoom(t *testing.T) {
	c := newCompositor(resolved(doc.Document{Lang: diag.English}), testStyle(t, "budget"), testFaces(t))
	f := institutions(9_999_999_999)
	for length := 100; length < 40000; length += 700 {
		s := c.scale(f, 9_999_999_999, axisSteps, length, c.style.Figure.Type)
		if distance := s.at(s.step, length); distance < s.widest && len(s.marks()) > 2 {
			t.Errorf("on %d the %d marks are %d apart and %d wide", length, len(s.marks()), distance, s.widest)
		}
	}
}

func TestFigureWithoutRoom(t *testing.T) {
	high := institutions(make([]int64, 60)...)
	wide := phases(make([][3]int64, 200)...)
	for name, f := range map[string]*doc.Figure{"high": high, "wide": wide} {
		_, _, found := Layout(resolved(doc.Document{Paper: doc.A4.Landscape(), Blocks: []doc.Block{f}}), testStyle(t, "budget"), testFaces(t))
		if len(found) != 1 || found[0].Code != "PDF-ROOM" || found[0].Severity != diag.Blocking {
			t.Errorf("%s: got %v", name, found)
		}
	}
}

// TestPatterns: lines stay in their area and out of the hole.
func TestPatterns(t *testing.T) {
	a, hole := area{1000, 2000, 5000, 3000}, area{2500, 3000, 1500, 900}
	for p := rising; p < patterns; p++ {
		var d Drawing
		d.fill(a, p, Color{}, hole)
		if len(d.Rules) < 5 {
			t.Errorf("pattern %d has %d lines", p, len(d.Rules))
		}
		for _, r := range d.Rules {
			for _, at := range [][2]int{{r.X1, r.Y1}, {r.X2, r.Y2}} {
				if at[0] < a.x || at[0] > a.x+a.w || at[1] < a.y || at[1] > a.y+a.h {
					t.Errorf("pattern %d: a line goes to %v", p, at)
				}
			}
			if x, y := (r.X1+r.X2)/2, (r.Y1+r.Y2)/2; x > hole.x+10 && x < hole.x+hole.w-10 && y > hole.y+10 && y < hole.y+hole.h-10 {
				t.Errorf("pattern %d: a line crosses the hole at %d,%d", p, x, y)
			}
		}
	}
	var d Drawing
	d.fill(area{0, 0, 100, 0}, filled, Color{}, area{})
	if len(d.Rects) > 0 {
		t.Error("nothing is drawn as something")
	}
}

func TestSeriesDiffer(t *testing.T) {
	seen := map[pattern]bool{}
	for n := range doc.MaxFigureSeries {
		seen[patternOf(n)] = true
	}
	if len(seen) != doc.MaxFigureSeries {
		t.Errorf("%d series have %d patterns", doc.MaxFigureSeries, len(seen))
	}
}

func TestLandscapePages(t *testing.T) {
	for paper, want := range map[doc.Paper][2]int{doc.A4: {59528, 84189}, doc.A4.Landscape(): {84189, 59528}, doc.Letter.Landscape(): {79200, 61200}} {
		d := doc.Document{Lang: diag.English, Title: "Title", Style: "budget", Paper: paper, Contents: true, Footer: "foot", Mark: "mark", Blocks: []doc.Block{
			&doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("One")}, &doc.PageBreak{}, &doc.Paragraph{Text: say("two")},
		}}
		l := lay(t, resolved(d))
		if l.Width != want[0] || l.Height != want[1] {
			t.Errorf("%s: %d x %d", paper, l.Width, l.Height)
		}
		right, low := 0, 0
		for i := range l.Pages {
			for _, x := range l.Pages[i].Texts {
				right, low = max(right, x.X+x.Width), max(low, x.Y)
			}
		}
		if edge := l.Width - testStyle(t, "budget").Margins.Outer; right > edge || right < edge-100 || low > l.Height || low < l.Height-5000 {
			t.Errorf("%s: words reach %d and %d", paper, right, low)
		}
	}
}
