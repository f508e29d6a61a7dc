package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"pactwright/generator/doc"
)

// canvas is the only code that knows the PDF library. It draws what Layout has
// placed and decides nothing.
type canvas struct {
	pdf    *fpdf.Fpdf
	height int // of the page
	codes  []*codes
	face   FaceID
	size   int
	letter int
	color  Color
	dash   Dash

	operators []byte // memory for those of a text

	elements []Element
	marks    [][]int // of each page the elements of its marked content
	marked   int     // what is being marked

	properties string // of the mark

	pictures []*doc.Picture // by the number that they have in the file
}

// points turns centipoints into the points of the library.
func points(n int) float64 { return float64(n) / 100 }

func newCanvas(l *Laid, used []*codes) *canvas {
	c := &canvas{face: boxFace, height: l.Height, codes: used, elements: l.Elements, marked: nothingOpen, pictures: l.pictures()}
	c.pdf = fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "pt", Size: fpdf.SizeType{Wd: points(l.Width), Ht: points(l.Height)},
	})
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetCellMargin(0)
	c.pdf.SetCompression(false) // finish compresses, with one writer for all pages
	c.pdf.SetCatalogSort(true)
	c.pdf.SetCreationDate(time.Unix(0, 0)) // finish writes the properties; without a date the library asks the clock
	c.pdf.SetModificationDate(time.Unix(0, 0))
	return c
}

// page draws one page.
func (c *canvas) page(l *Laid, n int) {
	p := &l.Pages[n-1]
	c.height = p.Height
	c.pdf.AddPageFormat("P", fpdf.SizeType{Wd: points(p.Width), Ht: points(p.Height)})
	c.face, c.letter = boxFace, 0 // each page begins without; the library carries colours over
	c.marks = append(c.marks, nil)
	if len(l.watermark.Texts) > 0 {
		c.mark(watermark, "")
		c.watermark(l, p)
	}
	for _, r := range p.Rects {
		c.markGraphic(r.Element)
		c.rect(r)
	}
	for _, r := range p.Rules {
		c.markGraphic(r.Element)
		c.rule(r)
	}
	for _, m := range p.Images {
		c.image(m)
	}
	c.words(p)
	c.unmark()
}

// paint sets the colour of text and grounds.
func (c *canvas) paint(color Color) {
	if color == c.color {
		return
	}
	c.color = color
	c.pdf.SetFillColor(int(color[0]), int(color[1]), int(color[2]))
}

// pen sets colour, width and pattern of lines.
func (c *canvas) pen(color Color, width int, dash Dash) {
	c.pdf.SetDrawColor(int(color[0]), int(color[1]), int(color[2]))
	c.pdf.SetLineWidth(points(width))
	if dash == c.dash {
		return
	}
	c.dash = dash
	c.pdf.SetLineCapStyle("butt")
	switch dash {
	case Solid:
		c.pdf.SetDashPattern(nil, 0)
	case Dashed:
		c.pdf.SetDashPattern([]float64{3, 2.4}, 0)
	case Dotted: // a round cap makes a dot of a dash without length
		c.pdf.SetLineCapStyle("round")
		c.pdf.SetDashPattern([]float64{0, 3}, 0)
	}
}

func (c *canvas) rect(r Rect) {
	if r.Stroke > 0 {
		c.pen(r.Color, r.Stroke, r.Dash)
		c.pdf.Rect(points(r.X), points(r.Y), points(r.W), points(r.H), "D")
		return
	}
	c.paint(r.Color)
	c.pdf.Rect(points(r.X), points(r.Y), points(r.W), points(r.H), "F")
}

func (c *canvas) rule(r Rule) {
	c.pen(r.Color, r.Width, r.Dash)
	c.pdf.Line(points(r.X1), points(r.Y1), points(r.X2), points(r.Y2))
}

// check draws a box as high as a capital, and what stands in it.
func (c *canvas) check(k Check) {
	side := k.Size * 74 / 100
	x, y := k.X+k.Size*12/100, k.Y+k.Size*2/100
	at := func(dx, dy int) (float64, float64) { return points(x + side*dx/100), points(y - side*dy/100) }
	stroke := func(x1, y1, x2, y2 int) {
		fromX, fromY := at(x1, y1)
		toX, toY := at(x2, y2)
		c.pdf.Line(fromX, fromY, toX, toY)
	}
	c.pen(k.Color, max(k.Size*6/100, 50), Solid)
	c.pdf.Rect(points(x), points(y-side), points(side), points(side), "D")
	switch k.Kind {
	case Ticked:
		stroke(20, 50, 42, 24)
		stroke(42, 24, 84, 82)
	case Crossed:
		stroke(20, 20, 80, 80)
		stroke(20, 80, 80, 20)
	case Missing:
		stroke(0, 0, 100, 100)
		stroke(0, 100, 100, 0)
	}
}

// How steeply a watermark rises on a page that stands, and on one on its side, in
// degrees.
const (
	acrossAngle = 52
	onSideAngle = 90 - acrossAngle
)

// watermark draws the words that lie across the page, under everything else. They
// are placed for most pages, and moved to the middle of those that are turned.
func (c *canvas) watermark(l *Laid, p *Page) {
	angle := float64(acrossAngle)
	if p.Width > p.Height {
		angle = onSideAngle
	}
	c.pdf.TransformBegin()
	c.pdf.TransformRotate(angle, points(p.Width/2), points(p.Height/2))
	for _, t := range l.watermark.Texts {
		t.X, t.Y = t.X+p.Width/2-l.Width/2, t.Y+p.Height/2-l.Height/2
		c.text(t)
	}
	c.pdf.TransformEnd()
	c.face, c.letter, c.color = boxFace, 0, Color{} // the transformation has restored the state before it
	c.pdf.SetFillColor(0, 0, 0)
}

// bytes returns what the library makes of it all.
func (c *canvas) bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := c.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("writing the PDF: %w", err)
	}
	return out.Bytes(), nil
}
