package pdf

import (
	"fmt"
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// LogoStyle is the room that a logo has at the head of a letter.
type LogoStyle struct {
	Width  int `yaml:"width"`
	Height int `yaml:"height"`
	After  int `yaml:"after"` // distance to the name below
}

// Image is a picture on paper.
type Image struct {
	X, Y, W, H int // of its upper left corner
	Picture    *doc.Picture
	Element    int
}

// dotSize is how large a dot is printed at most, in centipoints: 150 stand on an
// inch at least, so that no logo is blown up.
const dotSize = 48

// logo sets the logo of a letterhead as large as its room and its dots allow.
func (c *compositor) logo(p *doc.Picture, w where, align string) frag {
	defer c.reading.end(c.reading.begin(figureKind))
	e := c.reading.open
	c.reading.elements[e].Alt = p.Alt.In(c.doc.Lang)
	s := c.style.Logo
	width := min(p.Width*dotSize, s.Width, w.width)
	height := width * p.Height / p.Width
	if height > s.Height {
		width, height = s.Height*p.Width/p.Height, s.Height
	}
	x := w.x
	switch align {
	case "center":
		x += (w.width - width) / 2
	case "right":
		x += w.width - width
	}
	out := frag{height: height + s.After, keep: true}
	out.Images = []Image{{X: x, W: max(width, 1), H: max(height, 1), Picture: p, Element: e}}
	return out
}

// check finds a room that no page has.
func (s LogoStyle) check() diag.List {
	var l diag.List
	for name, v := range map[string]int{"logo.width": s.Width, "logo.height": s.Height} {
		if v < 1000 || v > 2*mostSpace {
			l.Add(wrongStyle(name, v, fmt.Sprintf("1000–%d", 2*mostSpace)))
		}
	}
	if s.After < 0 || s.After > mostSpace {
		l.Add(wrongStyle("logo.after", s.After, fmt.Sprintf("0–%d", mostSpace)))
	}
	return l
}

// pictures returns each picture of the document once.
func (l *Laid) pictures() []*doc.Picture {
	var out []*doc.Picture
	for i := range l.Pages {
		for _, m := range l.Pages[i].Images {
			if pictureNumber(out, m.Picture) < 0 {
				out = append(out, m.Picture)
			}
		}
	}
	return out
}

func pictureNumber(all []*doc.Picture, p *doc.Picture) int {
	for i := range all {
		if all[i] == p {
			return i
		}
	}
	return -1
}

// image draws a picture, which the finisher adds to the file: the library fails on
// damaged ones.
func (c *canvas) image(m Image) {
	c.mark(m.Element, "")
	n := pictureNumber(c.pictures, m.Picture)
	number := func(v int) string { return strconv.FormatFloat(points(v), 'f', 2, 64) }
	c.pdf.RawWriteStr("q " + number(m.W) + " 0 0 " + number(m.H) + " " + number(m.X) + " " + number(c.height-m.Y-m.H) + " cm /L" + strconv.Itoa(n) + " Do Q")
}

// picture writes a picture and returns the number of its object.
func (f *finisher) picture(p *doc.Picture) int {
	at := f.reserve(1)
	f.stream(at, fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 ", p.Width, p.Height), p.RGB)
	return at
}
