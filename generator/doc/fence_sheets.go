package doc

import (
	"regexp"
	"strings"

	"pactwright/generator/diag"
)

// keyTerms adds a sheet of names and values for each group of entries.
func (p *parser) keyTerms(o Origin, lines []fenceLine) {
	for _, group := range p.entries(lines) {
		kv := &KeyValue{Origin: o}
		for _, e := range group {
			row := KeyValueRow{Key: p.cell([]fenceLine{e.label}), Value: p.cell(e.value)}
			if len(row.Value) == 0 {
				p.markdownFinding(e.label.offset,
					diag.T("a key term has no value: “%s”", "주요 조건에 값이 없습니다: “%s”", quoted(p.unmark(e.label.text))),
					diag.T("write the value after the colon, or delete the line", "콜론 뒤에 값을 쓰거나 줄을 지우십시오"))
			}
			kv.Rows = append(kv.Rows, row)
		}
		if len(kv.Rows) == 0 {
			p.emptyFence(o, "keyterms")
			continue
		}
		kv.Origin = p.origin(group[0].label.offset, kv.Rows[0].Key)
		p.emit(kv)
	}
}

// signatures adds the signature blocks of a fenced block as one node, so that
// formats can set them beside each other.
func (p *parser) signatures(o Origin, lines []fenceLine) {
	s := &Signatures{Origin: o}
	for _, group := range p.entries(lines) {
		var b SignatureBlock
		for _, e := range group {
			switch e.label.text {
			case "heading":
				b.Heading = p.cell(e.value)
			case "seal":
				b.Seal = Text(p.cell(e.value))
			case "signer":
				b.Signer, b.Sign = p.signer(e), len(b.Lines)
			default:
				b.Lines = append(b.Lines, SignatureLine{Label: p.cell([]fenceLine{e.label}), Value: p.cell(e.value)})
			}
		}
		if len(b.Lines) == 0 {
			p.emptyFence(o, "signatures")
			continue
		}
		s.Blocks = append(s.Blocks, b)
	}
	if len(s.Blocks) > 0 {
		p.emit(s)
	}
}

// signerName is what names a signature field: letters, digits and hyphens.
var signerName = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// signer returns who signs the line below; nobody if the entry is empty.
func (p *parser) signer(e entry) string {
	name := Text(p.cell(e.value))
	if name == "" || signerName.MatchString(name) {
		return name
	}
	p.markdownFinding(e.label.offset,
		diag.T("a signature field cannot be named “%s”", "서명란의 이름으로 쓸 수 없습니다: “%s”", quoted(name)),
		diag.T("write signer: {{signer …}} with a signatory, or letters, digits and hyphens", "signer: 뒤에 {{signer …}}로 서명권자를 적거나 영문자, 숫자, 붙임표만 쓰십시오"))
	return ""
}

// notice adds a framed remark. Its first line may be its title.
func (p *parser) notice(o Origin, kind NoticeKind, lines []fenceLine) {
	switch kind {
	case InfoNotice, GoodNotice, WarningNotice, BadNotice, AnnotationNotice:
	default:
		p.found.Add(blocking(CodeMarkdown, o,
			diag.T("there is no kind of notice “%s”", "알림의 종류가 없습니다: “%s”", quoted(string(kind))),
			diag.T("write notice info, good, warning, bad or annotation", "notice 뒤에 info, good, warning, bad, annotation 가운데 하나를 쓰십시오")))
		return
	}
	n := &Notice{Origin: o, Kind: kind}
	paragraphs := fenceParagraphs(lines)
	if len(paragraphs) > 0 {
		first := paragraphs[0][0]
		if title, ok := strings.CutPrefix(first.text, "title:"); ok {
			line := fenceLine{title, first.offset + len("title:")}.trimmed()
			n.Title = p.dropAnchors(p.text(line.text, line.offset))
			paragraphs[0] = paragraphs[0][1:]
		}
	}
	for _, lines := range paragraphs {
		if len(lines) > 0 {
			n.Body = append(n.Body, p.dropAnchors(p.fenceText(lines, false)))
		}
	}
	if len(n.Title) == 0 && len(n.Body) == 0 {
		p.emptyFence(o, "notice")
		return
	}
	p.emit(n)
}

func (p *parser) emptyFence(o Origin, name string) {
	p.found.Add(blocking(CodeMarkdown, o,
		diag.T("a part of a fenced block %s is empty", "코드 울타리 블록 %s에 빈 부분이 있습니다", name),
		diag.T("write its lines, or delete it", "줄을 채우거나 지우십시오")))
}
