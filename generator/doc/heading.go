package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"pactwright/generator/diag"
)

// headingClasses are the classes that make a heading more than a section.
var headingClasses = map[string]HeadingKind{
	"part":    PartHeading,
	"article": ArticleHeading,
	"exhibit": ExhibitHeading,
}

func (p *parser) heading(n *ast.Heading) {
	kind := SectionHeading
	if n.Level == 1 {
		kind = TitleHeading
	}
	var anchor string
	for _, a := range n.Attributes() {
		value, isText := a.Value.([]byte)
		name := string(value)
		class, isClass := headingClasses[name]
		switch {
		case string(a.Name) == "id" && isText && IsAnchor(name):
			anchor = name
		case string(a.Name) == "class" && isText && isClass:
			kind = class
		default:
			p.markdownFinding(start(n),
				diag.T("the heading “%s” has an attribute that is not known: %s", "제목 “%s”: 알 수 없는 속성이 있습니다(%s)", p.near(p.source, start(n)), quoted(string(a.Name)+" "+p.unmark(name))),
				diag.T("write {#name .article}, {#name .part} or {#name .exhibit}, the name in small letters, digits, - and .",
					"{#이름 .article}, {#이름 .part}, {#이름 .exhibit} 가운데 하나로 쓰고, 이름에는 영문 소문자, 숫자, -와 .만 쓰십시오"))
		}
	}
	raw := p.lines(n)
	if strings.HasSuffix(strings.TrimSpace(raw), "}") || strings.Contains(raw, "{.") || strings.Contains(raw, "{#") {
		p.markdownFinding(start(n),
			diag.T("the attributes of a heading are not understood: “%s”", "제목의 속성을 읽을 수 없습니다: “%s”", quoted(p.unmark(raw))),
			diag.T("write {#name .article} at the end of the line", "줄 끝에 {#이름 .article}처럼 쓰십시오"))
	}
	text := p.inlines(n, running)
	p.addHeading(start(n), n.Level, kind, anchor, text)
}

func (p *parser) addHeading(offset, markdownLevel int, kind HeadingKind, anchor string, text []Inline) {
	marked := p.takeAnchor(&text)
	o := p.origin(offset, text)
	if marked != "" && anchor != "" {
		p.found.Add(blocking(CodeAnchor, o,
			diag.T("the heading “%s” has two anchors: %s and %s", "제목 “%s”: 앵커가 둘입니다(%s, %s)", quoted(Text(text)), anchor, marked),
			diag.T("keep one of them", "하나만 남기십시오")))
	}
	if anchor == "" {
		anchor = marked
	}
	if strings.TrimSpace(Text(text)) == "" && !hasPending(text) {
		p.found.Add(blocking(CodeMarkdown, o,
			diag.T("a heading has no text", "제목에 글이 없습니다"),
			diag.T("write its title after the #", "# 뒤에 제목을 쓰십시오")))
	}
	p.emit(&Heading{Origin: o, Kind: kind, Level: p.open(kind, markdownLevel), Anchor: anchor, Text: text})
}

// hasPending reports whether a text has something that Resolve is still to print.
func hasPending(text []Inline) bool {
	for _, in := range text {
		switch in.Kind {
		case RefInline, TermInline, ParticleInline, BlankInline:
			return true
		}
	}
	return false
}

// IsAnchor reports whether a name may be that of an anchor: small letters,
// digits, hyphens and points, beginning with a letter.
func IsAnchor(name string) bool {
	for i, r := range name {
		isLetter := r >= 'a' && r <= 'z'
		isOther := r >= '0' && r <= '9' || r == '-' || r == '.'
		if !isLetter && (i == 0 || !isOther) {
			return false
		}
	}
	return name != ""
}
