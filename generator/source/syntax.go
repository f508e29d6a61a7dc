package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// parse runs yaml.v3 up to its node tree. It needs no check of the nesting
// before it: yaml.v3 gives up at 10,000 levels and is linear in the length of
// the text, aliases included, as long as nodes are not decoded further.
func parse(f *File) (node *yaml.Node, found diag.List) {
	d := &parser{decoder: yaml.NewDecoder(bytes.NewReader(f.Data))}
	first, err := d.next()
	switch {
	case errors.Is(err, io.EOF):
		return nil, diag.List{blank(f.Name)}
	case err != nil:
		return nil, diag.List{syntaxFinding(f, err)}
	}
	second, err := d.next()
	switch {
	case err == nil:
		return nil, diag.List{secondDocument(f.Name, second.Line)}
	case !errors.Is(err, io.EOF):
		return nil, diag.List{syntaxFinding(f, err)}
	}
	if isBlank(first) {
		return nil, diag.List{blank(f.Name)}
	}
	return first.Content[0], nil
}

// parser reads documents one after the other.
type parser struct {
	decoder *yaml.Decoder
}

// next returns the next document. yaml.v3 reports malformed text by panics that
// it does not always catch itself.
func (p *parser) next() (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	doc = new(yaml.Node)
	if err := p.decoder.Decode(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

func isBlank(doc *yaml.Node) bool {
	if len(doc.Content) == 0 {
		return true
	}
	only := doc.Content[0]
	return only.Kind == yaml.ScalarNode && only.Value == "" && only.Style == 0
}

func blank(name string) diag.Finding {
	return diag.Finding{
		Code: CodeBlank, Severity: diag.Blocking, Place: diag.Place{File: name},
		Message: diag.T("the file is empty", "파일에 내용이 없습니다"),
		Fix:     diag.T("write the entries into it", "항목을 적어 넣으십시오"),
	}
}

func secondDocument(name string, line int) diag.Finding {
	return diag.Finding{
		Code: CodeDocs, Severity: diag.Blocking, Place: diag.Place{File: name, Line: line, Column: 1, Width: 3},
		Message: diag.T("a second document begins here", "여기서 두 번째 문서가 시작됩니다"),
		Why:     diag.T("a file holds one document; a line of --- begins another", "한 파일에는 문서를 하나만 둡니다. --- 줄은 새 문서를 시작합니다"),
		Fix:     diag.T("delete the line, or move what follows to a file of its own", "그 줄을 지우거나 뒤의 내용을 별도 파일로 옮기십시오"),
	}
}

var lineInError = regexp.MustCompile(`^line (\d+): `)

// problem is an error of yaml.v3 taken apart. The line is where the part began
// that could not be read, or 0.
type problem struct {
	text string
	line int
}

func problemOf(err error) problem {
	p := problem{text: strings.TrimPrefix(err.Error(), "yaml: ")}
	if m := lineInError.FindStringSubmatch(p.text); m != nil {
		p.line, _ = strconv.Atoi(m[1])
		p.text = p.text[len(m[0]):]
	}
	return p
}

// syntaxFinding turns an error of yaml.v3 into a finding. yaml.v3 names the line
// where the surrounding part began, which can be far above the mistake, so the
// place is found by reading again; it too can be off by a line.
func syntaxFinding(f *File, err error) diag.Finding {
	p := problemOf(err)
	if strings.Contains(p.text, "exceeded max depth") {
		return tooDeep(f.textPlace(max(1, p.line)))
	}
	line := p.line
	if p.text != endOfStream || line == 0 {
		line = max(line, noticedLine(f))
	}
	line = f.writtenLine(line)
	if name, ok := unknownAnchor(p.text); ok {
		return aliasFinding(f.wordPlace(line, "*"+name), "",
			diag.T(`there is no anchor for "*%s"`, `"*%s"에 해당하는 앵커가 없습니다`, name),
			diag.T("put the text in quotes if the asterisk belongs to it", "별표가 글의 일부라면 따옴표로 묶으십시오"))
	}
	place, why, fix := explainSyntax(f, p, line)
	return diag.Finding{
		Code: CodeSyntax, Severity: diag.Blocking, Place: place,
		Message: diag.T("the text cannot be read as YAML at or just above line %d", "%d번째 줄이나 그 바로 위를 YAML로 읽을 수 없습니다", place.Line),
		Why:     why, Fix: fix,
	}
}

func unknownAnchor(text string) (name string, ok bool) {
	rest, ok := strings.CutPrefix(text, "unknown anchor '")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(rest, "' referenced")
}

// noticedLine returns the line at which the parser stopped. It reads the file
// again, byte by byte, and counts how far the parser asked for more. The parser
// looks up to four characters ahead.
func noticedLine(f *File) int {
	r := &countingReader{data: f.Data}
	p := &parser{decoder: yaml.NewDecoder(r)}
	for err := error(nil); err == nil; {
		_, err = p.next()
	}
	read := bytes.TrimPrefix(f.Data[:r.read], bom)
	line := 1 + bytes.Count(read, []byte("\n"))
	column := len(read) - 1 - bytes.LastIndexByte(read, '\n')
	if column <= 4 && line > 1 {
		line--
	}
	return line
}

// countingReader gives out one byte at a time.
type countingReader struct {
	data []byte
	read int
}

// Read implements io.Reader.
func (r *countingReader) Read(p []byte) (int, error) {
	if r.read >= len(r.data) {
		return 0, io.EOF
	}
	p[0] = r.data[r.read]
	r.read++
	return 1, nil
}
