package doc

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	gm "github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"pactwright/generator/diag"
)

// mode says how line ends and <br> are read.
type mode int

const (
	running mode = iota // line ends are spaces
	inCell              // <br> is a line break
)

// markdownText reads text that has no blocks but paragraphs: what stands in
// fenced blocks. Its lines must not be indented.
var markdownText = gm.NewParser(
	gm.WithBlockParsers(util.Prioritized(gm.NewParagraphParser(), 1000)),
	gm.WithInlineParsers(gm.DefaultInlineParsers()...),
)

// inlineReader turns the inline Markdown of one block into inlines.
type inlineReader struct {
	p      *parser
	source []byte
	base   int // offset of source in the filled template
	mode   mode
	look   look
	out    []Inline
	joins  bool // the last of out is literal text that more may join
	stars  bool // ** that marks nothing has been found
}

// look is what surrounds a run of text.
type look struct {
	strong, emph bool
	link         string
}

// inlines reads the text of a block of the document.
func (p *parser) inlines(n ast.Node, m mode) []Inline {
	r := &inlineReader{p: p, source: p.source, mode: m, out: p.gathered[:0]}
	r.children(n)
	p.gathered = r.out
	return append([]Inline(nil), r.out...)
}

// text reads Markdown text from within a fenced block. base is its offset.
func (p *parser) text(markdown string, base int) []Inline {
	r := &inlineReader{p: p, source: []byte(markdown), base: base}
	root := markdownText.Parse(gtext.NewReader(r.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.children(n)
	}
	return r.out
}

func (r *inlineReader) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c)
	}
}

func (r *inlineReader) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.segment(n)
	case *ast.Emphasis:
		outside := r.look
		if n.Level >= 2 {
			r.look.strong = true
		} else {
			r.look.emph = true
		}
		r.children(n)
		r.look = outside
	case *ast.Link:
		r.link(string(n.Destination), n.Pos(), func() { r.children(n) })
	case *ast.AutoLink:
		r.link(string(n.URL(r.source)), n.Pos(), func() { r.marked(string(n.Label(r.source)), n.Pos()) })
	case *ast.RawHTML:
		r.rawHTML(n)
	case *ast.CodeSpan:
		r.refuse(n.Pos(), diag.T("text in backquotes", "역따옴표로 묶은 글"), diag.T("write it without the backquotes", "역따옴표 없이 쓰십시오"))
	case *ast.Image:
		r.refuse(n.Pos(), diag.T("an image", "그림"), diag.T("delete it", "지우십시오"))
	default:
		r.refuse(n.Pos(), diag.T("this Markdown", "이 마크다운"), diag.T("write it as plain text", "일반 글로 쓰십시오"))
	}
}

func (r *inlineReader) segment(n *ast.Text) {
	raw := string(n.Segment.Value(r.source))
	r.marked(raw, n.Segment.Start)
	switch {
	case n.HardLineBreak():
		r.add(Inline{Kind: LineBreak})
	case n.SoftLineBreak():
		r.literal(" ", n.Segment.Stop)
	}
}

// marked adds Markdown text in which marks stand for values.
func (r *inlineReader) marked(raw string, offset int) {
	if !r.stars && strings.Contains(strings.ReplaceAll(raw, `\*`, ""), "**") {
		r.stars = true
		r.refuse(offset, diag.T("** that marks nothing as strong", "강조로 읽히지 않는 **"),
			diag.T("use a function for terms and emphasis beside quotation marks and Hangul, or write \\* for a star",
				"따옴표나 한글 옆의 강조와 정의어는 함수로 쓰고, 별표는 \\*로 쓰십시오"))
	}
	for {
		start, end, m := nextMark(raw)
		if start < 0 {
			r.literal(plainText(raw), offset)
			return
		}
		r.literal(plainText(raw[:start]), offset)
		r.token(m.index, offset+start)
		raw, offset = raw[end:], offset+end
	}
}

func (r *inlineReader) literal(text string, offset int) {
	if text == "" {
		return
	}
	in := Inline{Kind: TextInline, Text: text, Strong: r.look.strong, Emph: r.look.emph}
	if r.look.link != "" {
		in.Kind, in.Target = LinkInline, r.look.link
	}
	if last := len(r.out) - 1; r.joins && last >= 0 && alike(r.out[last], in) {
		r.out[last].Text += text
		return
	}
	in.Template = r.p.places.at(r.base + offset)
	r.add(in)
	r.joins = true
}

func alike(a, b Inline) bool {
	return a.Kind == b.Kind && a.Strong == b.Strong && a.Emph == b.Emph && a.Target == b.Target
}

func (r *inlineReader) add(in Inline) {
	r.out = append(r.out, in)
	r.joins = false
}

// token adds what a mark stands for.
func (r *inlineReader) token(index, offset int) {
	if index >= len(r.p.tokens) {
		return // prepare has made a finding of it
	}
	t := r.p.tokens[index]
	if t.Blocks != nil {
		r.refuse(offset, diag.T("a table or another block within a text", "글 안에 들어간 표 등의 블록"),
			diag.T("let it stand alone in its paragraph, outside lists, tables and fenced blocks", "목록, 표, 코드 울타리 밖에서 따로 한 문단으로 두십시오"))
		return
	}
	for _, in := range t.Inlines {
		in.Strong = in.Strong || r.look.strong
		in.Emph = in.Emph || r.look.emph
		if r.look.link != "" && in.Kind != LineBreak {
			if in.Kind != TextInline && in.Kind != LinkInline {
				r.refuse(offset, diag.T("a value that is not plain text within a link", "링크 안의 서식 있는 값"),
					diag.T("put it outside the link", "링크 밖에 두십시오"))
			}
			in.Kind, in.Target = LinkInline, r.look.link
		}
		r.add(in)
	}
}

// linkSchemes are the kinds of addresses that a document may link to.
var linkSchemes = []string{"https://", "mailto:"}

func (r *inlineReader) link(address string, offset int, inside func()) {
	address = r.p.unmark(plainText(address))
	allowed := slices.ContainsFunc(linkSchemes, func(s string) bool { return strings.HasPrefix(address, s) })
	if !allowed || strings.ContainsFunc(address, unfitForAddress) {
		r.refuse(offset, diag.T("a link to %s", "링크 %s", quoted(address)),
			diag.T("link to an address that begins with https:// or mailto:", "https:// 또는 mailto:로 시작하는 주소를 쓰십시오"))
		inside()
		return
	}
	outside := r.look
	r.look.link = address
	inside()
	r.look = outside
}

func unfitForAddress(c rune) bool { return unicode.IsSpace(c) || !unicode.IsPrint(c) }

func (r *inlineReader) rawHTML(n *ast.RawHTML) {
	tag := string(n.Segments.Value(r.source))
	name := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/"))
	if r.mode == inCell && strings.EqualFold(name, "<br") {
		r.add(Inline{Kind: LineBreak})
		return
	}
	offset := 0
	if n.Segments.Len() > 0 {
		offset = n.Segments.At(0).Start
	}
	r.refuse(offset, diag.T("HTML", "HTML"), diag.T("delete it; <br> may stand in table cells only", "지우십시오. <br>은 표의 칸 안에서만 쓸 수 있습니다"))
}

// refuse makes a finding of inline Markdown that a document does not have.
func (r *inlineReader) refuse(offset int, what, fix diag.Text) {
	r.p.markdownFinding(r.base+offset,
		diag.T("the document cannot carry %s: “%s”", "문서에 쓸 수 없는 마크다운입니다(%s): “%s”", what, r.p.near(r.source, offset)), fix)
}

// plainText undoes the escapes of Markdown: \* and &amp;. An entity that stands
// for nothing printable stays as it is written.
func plainText(raw string) string {
	if !strings.ContainsAny(raw, "\\&\t") {
		return raw
	}
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			out.WriteByte(raw[i])
		case c == '\t':
			out.WriteByte(' ')
		case c == '&':
			text, length := entity(raw[i:])
			out.WriteString(text)
			i += length - 1
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// entity reads the character reference that a text begins with and returns what
// it stands for and its length. What is none is one plain &.
func entity(text string) (string, int) {
	const most = 32 // the longest name has 31 letters
	end := strings.IndexByte(text[:min(len(text), most)], ';')
	if end < 0 {
		return "&", 1
	}
	written := text[:end+1]
	decoded := html.UnescapeString(written)
	if decoded == written {
		return "&", 1
	}
	for _, r := range decoded {
		if !unicode.IsPrint(r) && r != '\u00a0' {
			return "&", 1
		}
	}
	return decoded, len(written)
}

// Text returns what inlines print, without their marks. A line break is a space.
func Text(inlines []Inline) string {
	var out strings.Builder
	out.Grow(size(inlines))
	for _, in := range inlines {
		if in.Kind == LineBreak {
			out.WriteByte(' ')
			continue
		}
		out.WriteString(in.Text)
	}
	return out.String()
}

// size is how many bytes a text prints, or some more.
func size(inlines []Inline) int {
	n := 0
	for _, in := range inlines {
		n += len(in.Text) + 1
	}
	return n
}

// String returns the name of a kind of inline, as Dump prints it.
func (k InlineKind) String() string {
	names := [...]string{"text", "amount", "percent", "date", "count", "number", "ref", "anchor", "term", "law", "particle", "blank", "link", "break"}
	if k < 0 || int(k) >= len(names) {
		return fmt.Sprintf("kind %d", int(k))
	}
	return names[k]
}
