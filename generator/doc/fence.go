package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"pactwright/generator/diag"
)

// fenceLine is one line of a fenced block with its offset in the document.
type fenceLine struct {
	text   string
	offset int
}

func (l fenceLine) isBlank() bool { return strings.TrimSpace(l.text) == "" }

// trimmed returns the line without the spaces around its text.
func (l fenceLine) trimmed() fenceLine {
	text := strings.TrimLeft(l.text, " \t")
	return fenceLine{strings.TrimRight(text, " \t"), l.offset + len(l.text) - len(text)}
}

// fence reads a fenced block, by the first word after its fence.
func (p *parser) fence(n *ast.FencedCodeBlock) {
	p.checkClosed(n)
	var info string
	if n.Info != nil {
		info = p.unmark(string(n.Info.Segment.Value(p.source)))
	}
	name, kind, _ := strings.Cut(info, " ")
	lines := p.fenceLines(n)
	o := Origin{Template: p.places.at(fenceStart(n))}
	switch name {
	case "center", "right", "letterhead", "small", "conspicuous":
		p.styled(ParagraphStyle(name), strings.TrimSpace(kind), lines)
		if name == "letterhead" {
			return
		}
	case "keyterms":
		p.keyTerms(o, lines)
	case "signatures":
		p.signatures(o, lines)
	case "notice":
		p.notice(o, NoticeKind(strings.TrimSpace(kind)), lines)
		return
	case "figure":
		p.figure(o, kind, lines)
		return
	default:
		p.found.Add(blocking(CodeMarkdown, o,
			diag.T("there is no fenced block “%s”", "코드 울타리 블록 “%s”: 없는 종류입니다", quoted(info)),
			diag.T("use center, right, small, letterhead, conspicuous, keyterms, signatures, notice or figure", "center, right, small, letterhead, conspicuous, keyterms, signatures, notice, figure 가운데 하나를 쓰십시오")))
		return
	}
	if kind != "" {
		p.found.Add(blocking(CodeMarkdown, o,
			diag.T("the fenced block %s takes no further word: “%s”", "코드 울타리 블록 %s 뒤에는 다른 말을 쓸 수 없습니다: “%s”", name, quoted(kind)),
			diag.T("delete the word", "그 말을 지우십시오")))
	}
}

// checkClosed finds a fence that nothing closes: it takes the rest of the
// document with it.
func (p *parser) checkClosed(n *ast.FencedCodeBlock) {
	end := fenceStart(n)
	if i := n.Lines().Len(); i > 0 {
		end = n.Lines().At(i - 1).Stop
	} else {
		end += len(p.line(end)) + 1
	}
	closing := strings.TrimSpace(p.line(end))
	if strings.HasPrefix(closing, "```") || strings.HasPrefix(closing, "~~~") {
		return
	}
	p.markdownFinding(fenceStart(n),
		diag.T("a fenced block is not closed: “%s”", "닫히지 않은 코드 울타리 블록입니다: “%s”", p.near(p.source, fenceStart(n))),
		diag.T("end it with a line of ```", "``` 줄로 끝내십시오"))
}

func fenceStart(n *ast.FencedCodeBlock) int { return max(n.Pos(), 0) }

func (p *parser) fenceLines(n *ast.FencedCodeBlock) []fenceLine {
	var out []fenceLine
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		text := strings.TrimSuffix(string(p.source[s.Start:s.Stop]), "\n")
		out = append(out, fenceLine{text, s.Start})
	}
	return out
}

// styled adds the paragraphs of a block that has a paragraph style. In typed
// heads and set lines every line of the template is a line of its own.
func (p *parser) styled(style ParagraphStyle, logo string, lines []fenceLine) {
	byLine := style == Center || style == Right || style == Letterhead
	for _, paragraph := range fenceParagraphs(lines) {
		text := p.fenceText(paragraph, byLine)
		anchor := p.takeAnchor(&text)
		if len(text) == 0 {
			p.lonelyAnchor(paragraph[0].offset, anchor)
			continue
		}
		p.emit(&Paragraph{Origin: p.origin(paragraph[0].offset, text), Style: style, Logo: logo, Anchor: anchor, Text: text})
		logo = ""
	}
}

// fenceParagraphs splits lines at blank lines.
func fenceParagraphs(lines []fenceLine) [][]fenceLine {
	var out [][]fenceLine
	open := false
	for _, l := range lines {
		switch {
		case l.isBlank():
			open = false
		case open:
			out[len(out)-1] = append(out[len(out)-1], l.trimmed())
		default:
			out = append(out, []fenceLine{l.trimmed()})
			open = true
		}
	}
	return out
}

// fenceText reads the inline Markdown of a paragraph, either as running text or
// line by line.
func (p *parser) fenceText(lines []fenceLine, byLine bool) []Inline {
	if !byLine {
		var texts []string
		for _, l := range lines {
			texts = append(texts, l.text)
		}
		return p.text(strings.Join(texts, "\n"), lines[0].offset)
	}
	var out []Inline
	for i, l := range lines {
		if i > 0 {
			out = append(out, Inline{Kind: LineBreak})
		}
		out = append(out, p.text(l.text, l.offset)...)
	}
	return out
}

// entry is what one "Label: value" of a fenced block says. A value may have
// several lines.
type entry struct {
	label fenceLine
	value []fenceLine
}

// entries reads the lines of a block of labels and values; a line --- begins
// the next group.
func (p *parser) entries(lines []fenceLine) [][]entry {
	groups := [][]entry{nil}
	for _, l := range lines {
		last := &groups[len(groups)-1]
		switch {
		case l.isBlank():
		case l.trimmed().text == "---":
			groups = append(groups, nil)
		case strings.HasPrefix(l.text, "  ") && len(*last) > 0:
			e := &(*last)[len(*last)-1]
			e.value = append(e.value, l.trimmed())
		default:
			if e, ok := splitEntry(l.trimmed()); ok {
				*last = append(*last, e)
				continue
			}
			p.markdownFinding(l.offset,
				diag.T("a line has no label: “%s”", "이름이 없는 줄입니다: “%s”", quoted(p.unmark(l.text))),
				diag.T("write Label: value, or indent the line by two spaces if it belongs to the value above", "이름: 값으로 쓰고, 윗줄의 값에 이어지는 줄이면 두 칸 들여 쓰십시오"))
		}
	}
	return groups
}

// splitEntry splits a line at its first colon that a space or the end follows.
func splitEntry(l fenceLine) (entry, bool) {
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != ':' || i+1 < len(l.text) && l.text[i+1] != ' ' {
			continue
		}
		e := entry{label: fenceLine{l.text[:i], l.offset}.trimmed()}
		if value := (fenceLine{l.text[i+1:], l.offset + i + 1}).trimmed(); value.text != "" {
			e.value = []fenceLine{value}
		}
		return e, e.label.text != ""
	}
	return entry{}, false
}

func (p *parser) cell(lines []fenceLine) Cell {
	return p.dropAnchors(p.fenceText(lines, true))
}
