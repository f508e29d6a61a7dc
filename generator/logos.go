package generator

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // the two formats of logos
	_ "image/png"
	"io/fs"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Bounds of a logo. One that is as wide as a letterhead and sharp in print has a
// hundredth of the pixels.
const (
	maxLogoBytes  = 4 << 20
	maxLogoPixels = 16 << 20
	minLogoSide   = 32 // pixels; less is no more than a stain on paper
)

// readLogos reads the logos that institutions name for their letterheads. They
// travel with the pack, so that a rebuild prints the same.
func (s *state) readLogos() {
	s.logos, s.logoFiles = map[string]*doc.Picture{}, map[string][]byte{}
	for i := range s.project.Parties {
		p := &s.project.Parties[i]
		if p.Logo == "" {
			continue
		}
		data, err := s.fetch(p.Logo, maxLogoBytes)
		if err != nil {
			s.found.Add(s.logoNotRead(p, err))
			continue
		}
		picture, fault := logoOf(data)
		if picture == nil {
			s.found.Add(s.aboutLogo(p, "LOGO-PICTURE", fault,
				diag.T("a letterhead with a broken logo cannot be sent out", "로고가 깨진 편지지는 보낼 수 없습니다"),
				diag.T("name a PNG or JPEG file, or leave the key out", "PNG 또는 JPEG 파일을 적거나 항목을 빼십시오")))
			continue
		}
		picture.Alt = s.logoWords(p)
		s.logos[p.ID], s.logoFiles[p.Logo] = picture, data
	}
}

// logoWords says in words what a logo shows.
func (s *state) logoWords(p *project.Party) diag.Text {
	word, _ := s.words.In("across", "logo")
	native := p.Name.Native
	if native == "" {
		native = p.Name.EN
	}
	return diag.Text{
		EN: strings.ReplaceAll(word.EN, "{name}", p.Name.EN),
		KO: strings.ReplaceAll(word.KO, "{name}", native),
	}
}

// logoOf decodes a logo and puts it on white paper. Size and format are read before
// the dots are. What is wrong is said in words if there is no picture.
func logoOf(data []byte) (*doc.Picture, diag.Text) {
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || format != "png" && format != "jpeg":
		return nil, diag.T("the logo is neither a PNG nor a JPEG picture", "로고가 PNG나 JPEG 그림이 아닙니다")
	case size.Width < minLogoSide || size.Height < minLogoSide:
		return nil, diag.T("the logo has only %d by %d pixels, at least %[3]d by %[3]d are needed in print", "로고가 %d×%d 화소뿐입니다. 인쇄하려면 적어도 %[3]d×%[3]d 화소가 필요합니다", size.Width, size.Height, minLogoSide)
	case size.Height > maxLogoPixels/size.Width:
		return nil, diag.T("the logo has %d by %d pixels, too many for a letterhead", "로고가 %d×%d 화소로, 편지지에 쓰기에는 너무 큽니다", size.Width, size.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, diag.T("the logo is damaged or cut off", "로고 그림이 손상되었거나 잘렸습니다")
	}
	box := picture.Bounds()
	out := &doc.Picture{Width: box.Dx(), Height: box.Dy(), RGB: make([]byte, 0, 3*box.Dx()*box.Dy())}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, a := picture.At(x, y).RGBA() // 16 bits, already weighed with a
			paper := 0xFFFF - a
			out.RGB = append(out.RGB, byte((r+paper)>>8), byte((g+paper)>>8), byte((b+paper)>>8))
		}
	}
	return out, diag.Text{}
}

func (s *state) aboutLogo(p *project.Party, code string, message, why, fix diag.Text) diag.Finding {
	at := source.Child(p.Path, "logo")
	return diag.Finding{Code: code, Severity: diag.Blocking, Gap: true, Path: at, Place: s.file.Place(at), Message: message, Why: why, Fix: fix}
}

// logoNotRead words why there is no file to decode.
func (s *state) logoNotRead(p *project.Party, err error) diag.Finding {
	message := diag.T("the logo %s is a folder or cannot be read", "로고 %s: 폴더이거나 읽을 수 없습니다", p.Logo)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		message = diag.T("the logo %s is not there", "로고 %s: 파일이 없습니다", p.Logo)
	case errors.Is(err, errOutside):
		message = diag.T("the logo %s is a link that leads out of the folder of the project", "로고 %s: 과제 폴더 밖을 가리키는 링크입니다", p.Logo)
	case errors.Is(err, source.ErrTooLarge):
		message = diag.T("the logo %s is larger than %d MiB", "로고 %s: 파일이 %d MiB보다 큽니다", p.Logo, maxLogoBytes>>20)
	}
	return s.aboutLogo(p, "LOGO-FILE", message,
		diag.T("the letters of the institution carry it at their head", "해당 기관의 서신 머리에 인쇄됩니다"),
		diag.T("put the file there, counted from the folder of the project file, or leave the key out", "과제 파일이 있는 폴더를 기준으로 그 자리에 파일을 두거나 항목을 빼십시오"))
}
