package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// compose adds inlines to a text. The base span gives size and colour.
func (c *compositor) compose(t *text, inlines []doc.Inline, base span) {
	for _, in := range inlines {
		c.composeOne(t, in, base)
	}
}

// composeText adds words that no inline stands behind, as a heading's number.
func (c *compositor) composeText(t *text, s string, o doc.Origin, base span) {
	c.compose(t, []doc.Inline{{Origin: o, Text: s}}, base)
}

func (c *compositor) composeOne(t *text, in doc.Inline, base span) {
	switch in.Kind {
	case doc.AnchorInline:
		t.marks = append(t.marks, mark{len(t.glyphs), c.define(in.Target)})
		return
	case doc.LineBreak:
		t.glyphs = append(t.glyphs, glyph{r: '\n'})
		return
	}
	words := printed(in)
	if words == "" {
		return
	}
	s := base
	s.target = -1
	s.bold = base.bold || in.Strong
	s.slant = in.Emph
	s.element = c.reading.open
	switch in.Kind {
	case doc.RefInline:
		s.target, s.element = c.target(in.Target), c.reading.element(linkKind)
	case doc.LinkInline:
		if s.uri = address(in.Target); s.uri != "" {
			s.color, s.element = c.style.Link, c.reading.element(linkKind)
		}
	case doc.BlankInline:
		s.gap, s.ground = true, c.style.Gap
	}
	switch s.change = in.Change; s.change {
	case doc.Inserted:
		s.color = c.style.Inserted
	case doc.Deleted:
		s.color = c.style.Deleted
	}
	first := len(t.glyphs)
	for _, part := range stretches(words, c.reading.lang, t.tongue()) {
		s.lang = part.lang
		t.spans = append(t.spans, s)
		c.addGlyphs(t, part.words, in.Origin)
	}
	c.bind(t, in.Kind, first)
}

// tongue returns the language that a text has last changed to.
func (t *text) tongue() diag.Lang {
	if n := len(t.spans); n > 0 {
		return t.spans[n-1].lang
	}
	return ""
}

// printed returns what an inline puts on paper.
func printed(in doc.Inline) string {
	s := in.Text
	switch {
	case in.Kind == doc.BlankInline && s == "":
		s = "[________]"
	case in.Kind == doc.BlankInline && !strings.HasPrefix(s, "["):
		s = "[" + s + "]"
	case in.Kind == doc.LinkInline && s == "":
		s = in.Target
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return s
}

// addGlyphs finds a face for every character.
func (c *compositor) addGlyphs(t *text, words string, o doc.Origin) {
	n := int32(len(t.spans) - 1)
	s := &t.spans[n]
	chain := c.chain(*s)
	for i, r := range words {
		if r == '\n' || r == '\t' || r == '\r' {
			r = ' '
		}
		g := glyph{r: r, span: n}
		if isBox(r) {
			g.face, g.advance = boxFace, int32(boxAdvance*s.size)
		} else if problem := unprintable(r); problem != printable {
			g.face, g.advance = boxFace, int32(boxAdvance*s.size)
			c.report(problem, r, words, i, o)
		} else if face, advance, ok := c.faces.find(chain, r); ok {
			g.face, g.advance = face, int32(advance*s.size)
		} else {
			g.face, g.advance = boxFace, int32(boxAdvance*s.size)
			c.report(noGlyph, r, words, i, o)
		}
		c.kern(t, &g)
		t.glyphs = append(t.glyphs, g)
	}
}

// chain returns the faces that a span is set in.
func (c *compositor) chain(s span) []FaceID {
	family := s.family
	if family == "" {
		family = c.style.Family
	}
	return c.faces.faces.chain(family, s.bold)
}

// kern moves a glyph nearer to the one before it, if their face asks for it.
func (c *compositor) kern(t *text, g *glyph) {
	n := len(t.glyphs)
	if n == 0 || g.face == boxFace {
		return
	}
	before := &t.glyphs[n-1]
	if size := t.spans[g.span].size; before.face == g.face && t.spans[before.span].size == size {
		by := c.faces.kern(g.face, before.r, g.r)
		before.kern = int16(by)
		before.advance += int32(by * size)
	}
}

// bind keeps together what a line may not divide.
func (c *compositor) bind(t *text, kind doc.InlineKind, first int) {
	switch kind {
	case doc.ParticleInline:
		if first > 0 {
			t.glyphs[first].joined = true
		}
	case doc.LawRefInline:
		t.together(provision(t.glyphs, first), len(t.glyphs))
	case doc.DateInline:
		t.together(first, dayEnd(t.glyphs, first))
	case doc.RefInline, doc.AmountInline, doc.PercentInline, doc.CountInline, doc.NumberInline, doc.BlankInline:
		t.together(first, len(t.glyphs))
	}
}

// together keeps the glyphs from from to to on one line.
func (t *text) together(from, to int) {
	t.atoms++
	for i := from; i < to; i++ {
		t.glyphs[i].atom = t.atoms
	}
}

// dayEnd returns the end of the month and the day in an English date, as in
// July 1, 2024: the year may stand on the next line, since a narrow column would
// be torn open otherwise.
func dayEnd(glyphs []glyph, first int) int {
	for i := first; i < len(glyphs); i++ {
		if glyphs[i].r == ',' {
			return i + 1
		}
	}
	return len(glyphs)
}

// provision returns where the article of a citation begins, as in Art. 28(1)
// after the title of the act. The title is as long as a line and may be divided
// like any text.
func provision(glyphs []glyph, first int) int {
	for i := len(glyphs) - 1; i >= first; i-- {
		if r := glyphs[i].r; r == ',' || r == '」' {
			return min(i+2, len(glyphs)) // after the space
		}
	}
	return len(glyphs)
}

// address returns an address in the form that a link needs, or "" if a link is
// not made of it: only web and mail addresses are.
func address(target string) string {
	ok := false
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		ok = ok || strings.HasPrefix(strings.ToLower(target), scheme)
	}
	if !ok || len(target) > 2000 {
		return ""
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(target) {
		if ch := target[i]; ch > ' ' && ch < 0x7F && !strings.ContainsRune(`"<>\^{|}()`+"`", rune(ch)) && (ch != '%' || escape(target[i:])) {
			b.WriteByte(ch)
		} else {
			b.WriteString(string([]byte{'%', hex[ch>>4], hex[ch&15]}))
		}
	}
	return b.String()
}

// escape tells whether an address goes on with a character that is escaped already.
func escape(s string) bool {
	if len(s) < 3 {
		return false
	}
	_, err := strconv.ParseUint(s[1:3], 16, 8)
	return err == nil
}

// plain returns inlines as they read, for bookmarks and the like.
func plain(inlines []doc.Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in.Kind {
		case doc.AnchorInline:
		case doc.LineBreak:
			b.WriteByte(' ')
		default:
			b.WriteString(printed(in))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
