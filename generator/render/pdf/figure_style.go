package pdf

import (
	"fmt"
	"math"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// FigureStyle is how charts are drawn. A series has its colour and a pattern of
// its own, so that colour is never the only sign.
type FigureStyle struct {
	Type    `yaml:",inline"` // of names, values and marks
	Title   Type             `yaml:"title"`
	Plot    int              `yaml:"plot"`    // height of the columns
	Column  int              `yaml:"column"`  // width of the widest column
	Bar     int              `yaml:"bar"`     // thickness of a bar
	Gap     int              `yaml:"gap"`     // between title, chart and text
	Axis    Color            `yaml:"axis"`    // the line from which values are measured
	Grid    Color            `yaml:"grid"`    // lines at the marks
	Quiet   Color            `yaml:"quiet"`   // words at the axes
	Palette []Color          `yaml:"palette"` // of the series, in order
	Unit    Wording          `yaml:"unit"`    // before the unit of the axis
	Scales  Scales           `yaml:"scales"`  // units in which the marks may count
}

// Wording is a word in both languages.
type Wording struct {
	EN string `yaml:"en"`
	KO string `yaml:"ko"`
}

// Scales are the words for powers of ten in each language.
type Scales struct {
	EN []Scale `yaml:"en"`
	KO []Scale `yaml:"ko"`
}

// Scale is the word for a one with so many zeros: million, 억.
type Scale struct {
	Digits int    `yaml:"digits"`
	Word   string `yaml:"word"`
}

// Bounds of the figures of a style: the contrast of its colours with white
// paper, and the zeros of its largest unit.
const (
	leastContrast = 3.0
	mostDigits    = 12
)

// hasFigure reports whether a chart stands among blocks.
func hasFigure(blocks []doc.Block) bool {
	for _, b := range blocks {
		switch v := b.(type) {
		case *doc.Figure:
			return true
		case *doc.Columns:
			if hasFigure([]doc.Block{v.Left, v.Right}) {
				return true
			}
		}
	}
	return false
}

// check finds values that no chart can be drawn with. Only a document with
// figures asks for it, so that a style for letters need not know them.
func (f *FigureStyle) check() diag.List {
	l := checkTypes([]namedType{{"figure", f.Type}, {"figure.title", f.Title}})
	for _, v := range []struct {
		name        string
		value, most int
	}{{"plot", f.Plot, 3 * mostSpace}, {"column", f.Column, mostSpace}, {"bar", f.Bar, mostSpace}} {
		if v.value < 500 || v.value > v.most {
			l.Add(wrongStyle("figure."+v.name, v.value, fmt.Sprintf("500–%d", v.most)))
		}
	}
	if f.Gap < 0 || f.Gap > mostSpace {
		l.Add(wrongStyle("figure.gap", f.Gap, fmt.Sprintf("0–%d", mostSpace)))
	}
	if len(f.Palette) == 0 {
		l.Add(wrongStyle("figure.palette", len(f.Palette), "1–"))
	}
	for i, c := range append([]Color{f.Axis, f.Quiet}, f.Palette...) {
		if contrast(c) < leastContrast {
			name := []string{"axis", "quiet", "palette"}[min(i, 2)]
			l.Add(wrongStyle("figure."+name, c, fmt.Sprintf("contrast with white ≥ %.0f:1", leastContrast)))
		}
	}
	for _, s := range append(f.Scales.EN, f.Scales.KO...) {
		if s.Digits < 1 || s.Digits > mostDigits || s.Word == "" {
			l.Add(wrongStyle("figure.scales", s, fmt.Sprintf("digits 1–%d, word", mostDigits)))
		}
	}
	return l.Sorted()
}

// contrast returns how a colour stands out from white, from 1 to 21, as the
// guidelines on accessible contents compute it.
func contrast(c Color) float64 {
	light := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*light(c[0]) + 0.7152*light(c[1]) + 0.0722*light(c[2]) + 0.05)
}
