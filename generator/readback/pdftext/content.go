package pdftext

import (
	"bytes"
	"math"
)

// matrix turns places of one system into another: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float64

var same = matrix{1, 0, 0, 1, 0, 0}

// times does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is what is saved and restored.
type state struct {
	space     matrix
	font      *font
	size      float64
	character float64 // added to each character
	word      float64 // never added to characters of two bytes; kept for ' and "
	leading   float64
}

// reader follows what is drawn on one page.
type reader struct {
	file     *file
	fonts    dict
	pictures dict
	lexer    lexer
	now      state
	saved    []state
	line     matrix // where the line of text begins
	text     matrix // where the next character stands

	args   []token
	list   []token // of an array among the arguments
	buffer []byte
	out    bytes.Buffer
	drawn  bool    // something has been written
	endX   float64 // where the last text ended
	endY   float64
	height float64 // of the last text
}

// text returns the text of a page.
func (f *file) text(p page) (string, error) {
	content, err := f.content(p)
	if err != nil {
		return "", err
	}
	fonts, err := f.used(p, "Font")
	if err != nil {
		return "", err
	}
	pictures, err := f.used(p, "XObject")
	if err != nil {
		return "", err
	}
	r := &reader{file: f, fonts: fonts, pictures: pictures, lexer: lexer{content, 0}, now: state{space: same}, line: same, text: same}
	if err := r.run(); err != nil {
		return "", err
	}
	return r.out.String(), nil
}

// maxArgs bounds the arguments of one operator.
const maxArgs = 64

// run goes through the operators.
func (r *reader) run() error {
	for {
		t := r.lexer.next()
		switch t.kind {
		case endToken:
			return nil
		case wordToken:
			if err := r.operator(t.text); err != nil {
				return err
			}
			r.args, r.list = r.args[:0], r.list[:0]
		case openArray:
			if err := r.array(); err != nil {
				return err
			}
		case openDict:
			if _, err := r.lexer.dict(0); err != nil {
				return err
			}
		case badToken, closeArray, closeDict:
			return ErrDamaged
		default:
			if len(r.args) >= maxArgs {
				return ErrDamaged
			}
			r.args = append(r.args, t)
		}
	}
}

// array takes the parts of a text with moves between them.
func (r *reader) array() error {
	for {
		switch t := r.lexer.next(); t.kind {
		case closeArray:
			return nil
		case numberToken, textToken, hexToken:
			r.list = append(r.list, t)
		case nameToken, wordToken:
		default:
			return ErrDamaged
		}
	}
}

func (r *reader) operator(op []byte) error {
	switch string(op) {
	case "q":
		if len(r.saved) > maxObjects {
			return ErrTooLarge
		}
		r.saved = append(r.saved, r.now)
	case "Q":
		if n := len(r.saved); n > 0 {
			r.now, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		m, err := r.matrix()
		if err != nil {
			return err
		}
		r.now.space = m.times(r.now.space)
	case "Do":
		return r.picture()
	case "BI": // what it draws may hold text
		return ErrForm
	case "BT":
		r.line, r.text = same, same
	case "Tf":
		return r.setFont()
	case "Tc":
		return r.set(&r.now.character)
	case "TL":
		return r.set(&r.now.leading)
	case "Td", "TD", "Tm", "T*":
		return r.move(op)
	case "Tj", "TJ":
		return r.show()
	case "'", `"`, "Tz", "Ts":
		return ErrForm
	}
	return nil
}

// picture passes over an image. Anything else that is drawn from elsewhere may hold
// text, which would be missed.
func (r *reader) picture() error {
	if n := len(r.args); n == 0 || r.args[n-1].kind != nameToken {
		return ErrDamaged
	}
	o, err := r.file.get(r.pictures[name(r.args[len(r.args)-1].text)])
	if err != nil {
		return err
	}
	if s, ok := o.(stream); ok && s.dict["Subtype"] == name("Image") {
		return nil
	}
	return ErrForm
}

// numbers reads the last n arguments.
func (r *reader) numbers(into []float64) error {
	if len(r.args) < len(into) {
		return ErrDamaged
	}
	for i, t := range r.args[len(r.args)-len(into):] {
		f, ok := real(t.text)
		if t.kind != numberToken || !ok {
			return ErrDamaged
		}
		into[i] = f
	}
	return nil
}

func (r *reader) matrix() (m matrix, err error) {
	err = r.numbers(m[:])
	return m, err
}

func (r *reader) set(to *float64) error {
	var n [1]float64
	err := r.numbers(n[:])
	*to = n[0]
	return err
}

func (r *reader) setFont() error {
	var size [1]float64
	if err := r.numbers(size[:]); err != nil {
		return err
	}
	if len(r.args) != 2 || r.args[0].kind != nameToken {
		return ErrDamaged
	}
	font, err := r.file.font(r.fonts, name(r.args[0].text))
	r.now.font, r.now.size = font, size[0]
	return err
}

// move sets where the next text stands.
func (r *reader) move(op []byte) error {
	var by [2]float64
	switch string(op) {
	case "Tm":
		m, err := r.matrix()
		r.line, r.text = m, m
		return err
	case "T*":
		by[1] = -r.now.leading
	default:
		if err := r.numbers(by[:]); err != nil {
			return err
		}
		if string(op) == "TD" {
			r.now.leading = -by[1]
		}
	}
	r.line = matrix{1, 0, 0, 1, by[0], by[1]}.times(r.line)
	r.text = r.line
	return nil
}

// show writes a text, or the parts of one.
func (r *reader) show() error {
	if r.now.font == nil {
		return ErrDamaged
	}
	parts := r.list
	if len(parts) == 0 {
		parts = r.args
	}
	r.separate()
	for _, t := range parts {
		switch t.kind {
		case numberToken:
			by, ok := real(t.text)
			if !ok {
				return ErrDamaged
			}
			r.advance(-by / 1000 * r.now.size)
		case textToken:
			r.buffer = unescape(r.buffer, t.text)
			if err := r.write(); err != nil {
				return err
			}
		case hexToken:
			var ok bool
			if r.buffer, ok = unhex(r.buffer, t.text); !ok {
				return ErrDamaged
			}
			if err := r.write(); err != nil {
				return err
			}
		}
	}
	m := r.text.times(r.now.space)
	r.endX, r.endY, r.drawn = m[4], m[5], true
	r.height = math.Abs(r.now.size)
	return nil
}

// write writes the characters in the buffer.
func (r *reader) write() error {
	if len(r.buffer)%2 != 0 {
		return ErrDamaged
	}
	f, by := r.now.font, 0.0
	for i := 0; i < len(r.buffer); i += 2 {
		c := uint16(r.buffer[i])<<8 | uint16(r.buffer[i+1])
		g := f.glyph(c)
		if g.text == "" {
			return ErrDamaged
		}
		r.out.WriteString(g.text)
		by += g.width/1000*r.now.size + r.now.character
	}
	r.advance(by)
	if r.out.Len() > maxText {
		return ErrTooLarge
	}
	return nil
}

// advance moves along the line.
func (r *reader) advance(by float64) {
	r.text[4] += by * r.text[0]
	r.text[5] += by * r.text[1]
}

// near is how far apart two texts may stand and still be one, as a part of the
// size of the letters.
const near = 0.2

// separate ends the line unless the text goes on where the last one ended.
func (r *reader) separate() {
	m := r.text.times(r.now.space)
	close := near * max(r.height, math.Abs(r.now.size))
	if r.drawn && (math.Abs(m[4]-r.endX) > close || math.Abs(m[5]-r.endY) > close/2) {
		r.out.WriteByte('\n')
	}
}
