package pdf

// sheet is a kind of page: its size, and what stays free around the text.
type sheet struct {
	width, height int
	margins       Margins
}

// textWidth returns the width of the text on a page.
func (s *sheet) textWidth() int { return s.width - s.margins.Inner - s.margins.Outer }

// textHeight returns the height of the text on a page.
func (s *sheet) textHeight() int { return s.height - s.margins.Top - s.margins.Bottom }

// left returns the left of the text on a page, which counts from 1.
func (s *sheet) left(page int, duplex bool) int {
	if duplex && page%2 == 0 {
		return s.margins.Outer
	}
	return s.margins.Inner
}

// turned returns the sheet on its side. It is bound at its top, so that its top
// and bottom keep what the sides of an upright page keep.
func (s *sheet) turned() *sheet {
	m := s.margins
	m.Top, m.Bottom = max(m.Top, m.Inner), max(m.Bottom, m.Outer)
	return &sheet{width: s.height, height: s.width, margins: m}
}

// sheets are the kinds of pages of a part of a document.
type sheets struct{ usual, onSide *sheet }

// sheetsOf returns the kinds of pages with some margins. Paper that lies on its
// side is not turned.
func sheetsOf(width, height int, m Margins) sheets {
	s := sheets{usual: &sheet{width: width, height: height, margins: m}}
	if width < height {
		s.onSide = s.usual.turned()
	}
	return s
}
