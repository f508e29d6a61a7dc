package doc

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gm "github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"pactwright/generator/diag"
)

// Bounds of a filled template, in bytes. A contract of a hundred pages stays
// below half a megabyte. A passage is text without a blank line and outside
// tables: the time to read one grows with the square of its length.
const (
	maxText    = 2 << 20
	maxPassage = 64 << 10
)

// markdown reads the blocks of a template. Setext headings and link reference
// definitions are left out: the first would make a heading of a line above ---,
// the second would swallow a line that begins with a bracket.
var markdown = gm.NewParser(
	gm.WithBlockParsers(
		util.Prioritized(gm.NewThematicBreakParser(), 200),
		util.Prioritized(gm.NewListParser(), 300),
		util.Prioritized(gm.NewListItemParser(), 400),
		util.Prioritized(gm.NewCodeBlockParser(), 500),
		util.Prioritized(gm.NewATXHeadingParser(gm.WithHeadingAttribute()), 600),
		util.Prioritized(gm.NewFencedCodeBlockParser(), 700),
		util.Prioritized(gm.NewBlockquoteParser(), 800),
		util.Prioritized(gm.NewHTMLBlockParser(), 900),
		util.Prioritized(gm.NewParagraphParser(), 1000),
	),
	gm.WithInlineParsers(gm.DefaultInlineParsers()...),
	gm.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	gm.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
)

// parser turns one filled template into blocks.
type parser struct {
	tokens  []Token
	placed  func(file, place int) diag.Place
	places  places
	source  []byte
	found   diag.List
	blocks  []Block
	article int   // Markdown level of the heading of the open article; 0 outside
	levels  []int // Markdown levels of the headings that are open

	gathered []Inline // the text of a block while it is read; room that the next one uses again
}

func newParser(f Filled) *parser { return &parser{tokens: f.Tokens, placed: f.Place} }

// placeAt returns what the mark of a place names.
func (p *parser) placeAt(m mark) diag.Place {
	if p.placed == nil {
		return diag.Place{}
	}
	return p.placed(m.file, m.index)
}

// Parse reads a filled template and returns d with its blocks. What a document
// cannot carry is a finding; the document is returned all the same, without it.
func Parse(f Filled, d Document) (*Document, diag.List) {
	d.Blocks = nil
	p := newParser(f)
	if len(f.Text) > maxText {
		p.found.Add(blocking(CodeMarkdown, Origin{},
			diag.T("the filled template has %d bytes; at most %d can be read", "채운 서식이 %d바이트입니다. 읽을 수 있는 크기는 %d바이트까지입니다", len(f.Text), maxText),
			diag.T("split the document", "문서를 나누십시오")))
		return &d, p.found
	}
	p.source = []byte(p.prepare(f.Text))
	if !p.checkPassages() {
		return &d, p.found
	}
	root := markdown.Parse(gtext.NewReader(p.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
	d.Blocks = p.blocks
	return &d, p.found
}

// checkPassages makes a finding of a passage that is too long.
func (p *parser) checkPassages() bool {
	length, offset := 0, 0
	for line := range bytes.Lines(p.source) {
		text := bytes.TrimSpace(line)
		switch {
		case len(text) == 0:
			length = 0
		case text[0] != '|' || len(text) > maxPassage:
			length += len(text)
		}
		if length > maxPassage {
			p.markdownFinding(offset,
				diag.T("a passage without a blank line is longer than %d bytes", "빈 줄 없이 이어진 글이 %d바이트보다 깁니다", maxPassage),
				diag.T("put blank lines between paragraphs", "문단 사이에 빈 줄을 두십시오"))
			return false
		}
		offset += len(line)
	}
	return true
}

func (p *parser) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.Paragraph:
		p.paragraph(n)
	case *ast.List:
		p.list(n)
	case *ast.FencedCodeBlock:
		p.fence(n)
	case *extast.Table:
		p.table(n)
	case *ast.ThematicBreak:
		p.emit(&PageBreak{Origin: p.origin(start(n), nil)})
	default:
		p.refuse(n)
	}
}

func (p *parser) emit(b Block) { p.blocks = append(p.blocks, b) }

// open tells that a heading of the Markdown level begins, and returns its
// outline level. Outline levels leave none out, whatever the templates do.
func (p *parser) open(kind HeadingKind, markdownLevel int) int {
	if kind == ArticleHeading {
		p.article = markdownLevel
	} else if kind != SectionHeading || markdownLevel <= p.article {
		p.article = 0
	}
	if kind == TitleHeading {
		p.levels = nil
		return 0
	}
	for len(p.levels) > 0 && p.levels[len(p.levels)-1] >= markdownLevel {
		p.levels = p.levels[:len(p.levels)-1]
	}
	p.levels = append(p.levels, markdownLevel)
	return len(p.levels)
}

func (p *parser) paragraph(n *ast.Paragraph) {
	raw := p.lines(n)
	if blocks := p.standing(raw); len(blocks) > 0 {
		for _, b := range blocks {
			p.emit(b)
		}
		return
	}
	p.suspect(start(n), raw)
	text := p.inlines(n, running)
	anchor := p.takeAnchor(&text)
	if len(text) == 0 {
		p.lonelyAnchor(start(n), anchor)
		return
	}
	p.emit(&Paragraph{Origin: p.origin(start(n), text), Anchor: anchor, Text: text})
}

// standing returns the blocks of a paragraph that is made of marks for blocks
// and nothing else.
func (p *parser) standing(raw string) []Block {
	var blocks []Block
	for {
		raw = strings.TrimSpace(raw)
		if raw == "" {
			return blocks
		}
		at, end, m := nextMark(raw)
		if at != 0 || m.index >= len(p.tokens) || p.tokens[m.index].Blocks == nil {
			return nil
		}
		blocks = append(blocks, p.tokens[m.index].Blocks...)
		raw = raw[end:]
	}
}

// suspect finds text that was meant as a table or a heading and is none.
func (p *parser) suspect(offset int, raw string) {
	switch {
	case strings.HasPrefix(raw, "|"):
		p.markdownFinding(offset,
			diag.T("a line that begins with | is not part of a table: “%s”", "|로 시작하는 줄이 표로 읽히지 않습니다: “%s”", quoted(p.unmark(raw))),
			diag.T("give the table a head row and below it a row such as | --- | --- |, each with the same number of cells",
				"표에 머리행을 두고 그 아래에 | --- | --- | 같은 줄을 같은 칸 수로 쓰십시오"))
	case strings.HasPrefix(raw, "#"):
		p.markdownFinding(offset,
			diag.T("a line that begins with # is not a heading: “%s”", "#로 시작하는 줄이 제목으로 읽히지 않습니다: “%s”", quoted(p.unmark(raw))),
			diag.T("put a space after one to six #", "# 한 개에서 여섯 개 뒤에 공백을 두십시오"))
	}
}

// takeAnchor removes the anchor that a text begins with, and returns its name.
// Anchors further on are findings.
func (p *parser) takeAnchor(text *[]Inline) string {
	if !hasAnchor(*text) {
		return ""
	}
	var name string
	rest := make([]Inline, 0, len(*text))
	for _, in := range *text {
		if in.Kind != AnchorInline {
			rest = append(rest, in)
			continue
		}
		if name == "" && len(rest) == 0 {
			name = in.Target
			continue
		}
		p.strayAnchor(in)
	}
	if name != "" && len(rest) > 0 && rest[0].Kind == TextInline {
		rest[0].Text = strings.TrimLeft(rest[0].Text, " ")
		if rest[0].Text == "" {
			rest = rest[1:]
		}
	}
	*text = rest
	return name
}

// dropAnchors removes anchors from text that cannot carry any.
func (p *parser) dropAnchors(text []Inline) []Inline {
	if !hasAnchor(text) {
		return text
	}
	var rest []Inline
	for _, in := range text {
		if in.Kind == AnchorInline {
			p.strayAnchor(in)
			continue
		}
		rest = append(rest, in)
	}
	return rest
}

func hasAnchor(text []Inline) bool {
	return slices.ContainsFunc(text, func(in Inline) bool { return in.Kind == AnchorInline })
}

func (p *parser) strayAnchor(in Inline) {
	p.found.Add(blocking(CodeAnchor, in.Origin,
		diag.T("the anchor “%s” does not stand at the start of a heading, a sub-clause or a paragraph", "앵커 “%s”: 제목, 항·호·목 또는 문단의 맨 앞에 있지 않습니다", in.Target),
		diag.T("put it first, and only one of them", "맨 앞에 하나만 두십시오")))
}

func (p *parser) lonelyAnchor(offset int, anchor string) {
	if anchor == "" {
		return
	}
	p.found.Add(blocking(CodeAnchor, p.origin(offset, nil),
		diag.T("the anchor “%s” stands alone in its paragraph", "앵커 “%s”: 문단에 앵커만 있습니다", anchor),
		diag.T("put it at the start of the text that it names", "앵커가 가리키는 글의 맨 앞에 두십시오")))
}

// origin returns where a block comes from: the template position of its first
// character or, where that is not known, of the first value in it.
func (p *parser) origin(offset int, text []Inline) Origin {
	at := p.places.at(offset)
	for i := 0; at.IsZero() && i < len(text); i++ {
		at = text[i].Template
	}
	return Origin{Template: at}
}

// start returns the offset of the first character of a block.
func start(n ast.Node) int {
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock {
		return start(c)
	}
	return 0
}

// lines returns the Markdown of a block, without the indentation of its lines.
func (p *parser) lines(n ast.Node) string {
	return string(n.Lines().Value(p.source))
}

// line returns the Markdown from an offset to the end of its line.
func (p *parser) line(offset int) string {
	return string(lineFrom(p.source, offset))
}

func lineFrom(source []byte, offset int) []byte {
	rest := source[min(max(offset, 0), len(source)):]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// maxNear is how many bytes of a line are looked at to quote it.
const maxNear = 512

// near returns what a finding quotes of the line at an offset of a source.
func (p *parser) near(source []byte, offset int) string {
	line := lineFrom(source, offset)
	text := strings.ToValidUTF8(string(line[:min(len(line), maxNear)]), "")
	if open := strings.LastIndex(text, string(markOpen)); open > strings.LastIndex(text, string(markClose)) {
		text = text[:open] // the cut goes through a mark
	}
	return quoted(p.unmark(text))
}

func (p *parser) markdownFinding(offset int, message, fix diag.Text) {
	p.found.Add(blocking(CodeMarkdown, p.origin(offset, nil), message, fix))
}

// refuse makes a finding of a block that a document does not have.
func (p *parser) refuse(n ast.Node) {
	what := diag.T("this Markdown", "이 마크다운")
	fix := diag.T("write it as paragraphs, lists, tables or fenced blocks", "문단, 목록, 표 또는 코드 울타리 블록으로 쓰십시오")
	switch n.(type) {
	case *ast.Blockquote:
		what = diag.T("a quotation (>)", "인용 블록(>)")
	case *ast.CodeBlock:
		what = diag.T("a line indented by four spaces or more", "네 칸 이상 들여 쓴 줄")
		fix = diag.T("indent less; a nested list begins under the first letter of the item above it", "덜 들여 쓰십시오. 하위 목록은 위 항목의 첫 글자 아래에서 시작합니다")
	case *ast.HTMLBlock:
		what = diag.T("HTML", "HTML")
		fix = diag.T("delete it; comments go into {{/* … */}}", "지우십시오. 주석은 {{/* … */}} 안에 씁니다")
	case *ast.List:
		what = diag.T("a list within a list", "목록 안의 목록")
		fix = diag.T("make it one list, or two lists after one another", "하나의 목록으로 합치거나 목록 두 개로 나누십시오")
	case *extast.Table, *ast.FencedCodeBlock, *ast.Heading, *ast.ThematicBreak:
		what = diag.T("a block within a list item", "목록 항목 안의 블록")
		fix = diag.T("end the list before it; numbering goes on in the next list of the article", "그 앞에서 목록을 끝내십시오. 번호는 같은 조의 다음 목록으로 이어집니다")
	}
	p.markdownFinding(start(n),
		diag.T("the document cannot carry %s: “%s”", "문서에 쓸 수 없는 마크다운입니다(%s): “%s”", what, p.near(p.source, start(n))), fix)
}
