package docx

import (
	"bytes"
	"image"
	"image/png"

	"pactwright/generator/doc"
)

// Sizes of pictures: 127 units of drawings are one centipoint, and 150 dots stand
// on an inch at least.
const (
	emu     = 127
	dotSize = 48
)

// picture writes a logo as large as its room and its dots allow.
func (w *writer) picture(p *doc.Picture) {
	if p.Width < 1 || p.Height < 1 || len(p.RGB) != 3*p.Width*p.Height {
		return
	}
	s := w.style.Logo
	width := min(p.Width*dotSize, s.Width, w.width*5)
	height := width * p.Height / p.Width
	if height > s.Height {
		width, height = s.Height*p.Width/p.Height, s.Height
	}
	w.pictures = append(w.pictures, p)
	n := itoa(len(w.pictures))
	size := []string{"cx", itoa(max(width, 1) * emu), "cy", itoa(max(height, 1) * emu)}
	m := &w.body
	m.open("w:r")
	m.open("w:drawing")
	m.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.empty("wp:extent", size...)
	m.empty("wp:docPr", "id", n, "name", "Logo "+n, "descr", p.Alt.In(w.doc.Lang))
	m.open("a:graphic", "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
	m.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
	m.open("pic:pic", "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture")
	m.open("pic:nvPicPr")
	m.empty("pic:cNvPr", "id", n, "name", "logo"+n+".png")
	m.empty("pic:cNvPicPr")
	m.close("pic:nvPicPr")
	m.open("pic:blipFill")
	m.empty("a:blip", "r:embed", "rIdPicture"+n)
	m.open("a:stretch")
	m.empty("a:fillRect")
	m.close("a:stretch")
	m.close("pic:blipFill")
	m.open("pic:spPr")
	m.open("a:xfrm")
	m.empty("a:off", "x", "0", "y", "0")
	m.empty("a:ext", size...)
	m.close("a:xfrm")
	m.open("a:prstGeom", "prst", "rect")
	m.empty("a:avLst")
	m.close("a:prstGeom")
	m.close("pic:spPr")
	m.close("pic:pic")
	m.close("a:graphicData")
	m.close("a:graphic")
	m.close("wp:inline")
	m.close("w:drawing")
	m.close("w:r")
}

// encoded returns a picture as PNG.
func encoded(p *doc.Picture) ([]byte, error) {
	img := image.NewNRGBA(image.Rect(0, 0, p.Width, p.Height))
	for i := range p.Width * p.Height {
		copy(img.Pix[4*i:], p.RGB[3*i:3*i+3])
		img.Pix[4*i+3] = 255
	}
	var out bytes.Buffer
	err := png.Encode(&out, img)
	return out.Bytes(), err
}
