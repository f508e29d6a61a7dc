package source

import (
	"strings"
	"unicode/utf8"

	"pactwright/generator/diag"
)

// explainSyntax says what is probably wrong near a line that yaml.v3 could not
// read. The mistakes that people make most are looked for in the text itself.
func explainSyntax(f *File, p problem, line int) (place diag.Place, why, fix diag.Text) {
	first := max(1, line-1)
	if p.line > 0 {
		first = max(min(first, p.line), line-20)
	}
	for n := first; n <= line; n++ {
		if column := tabIndent(f.line(n)); column > 0 {
			return diag.Place{File: f.Name, Line: n, Column: column, Width: 1},
				diag.T("the line is indented with a tab", "줄을 탭으로 들여 썼습니다"),
				diag.T("indent with spaces", "공백으로 들여 쓰십시오")
		}
	}
	why, fix = explainProblem(p.text)
	if n := openQuote(f, first, line); n > 0 && p.text != endOfStream {
		fix = diag.T("close the quotation mark that is opened in line %d, or %s", "%d번째 줄에서 연 따옴표를 닫거나 다음을 확인하십시오: %s", n, fix)
	}
	if n := openBracket(f, p); n > 0 {
		fix = diag.T("look at the bracket in line %d: %s", "%d번째 줄의 괄호를 확인하십시오: %s", n, fix)
	}
	return f.textPlace(line), why, fix
}

// endOfStream is what yaml.v3 says of a quotation mark that is never closed; it
// is the one problem whose line it names well.
const endOfStream = "found unexpected end of stream"

// openBracket returns the line of the bracket that yaml.v3 misses the end of, or
// 0. For this problem it names the line before.
func openBracket(f *File, p problem) int {
	if strings.Contains(p.text, "expected ',' or") && strings.ContainsAny(f.line(p.line+1), "[{") {
		return p.line + 1
	}
	return 0
}

// tabIndent returns the column of a tab in the indentation of a line, or 0.
func tabIndent(line string) int {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if len(indent) == len(line) {
		return 0
	}
	return strings.IndexByte(indent, '\t') + 1
}

// openQuote returns the first line that has an odd number of double quotation
// marks, or 0.
func openQuote(f *File, first, last int) int {
	for n := first; n <= last; n++ {
		line := strings.ReplaceAll(f.line(n), `\"`, "")
		if strings.Count(line, `"`)%2 == 1 {
			return n
		}
	}
	return 0
}

// mistakes explains the messages of yaml.v3, by what they contain.
var mistakes = []struct {
	problem  string
	why, fix diag.Text
}{
	{"mapping values are not allowed",
		diag.T("a colon stands where none may: the text has a second colon, or the line is indented too far",
			"콜론을 쓸 수 없는 자리에 콜론이 있습니다. 글 안에 콜론이 더 있거나 줄을 너무 깊이 들여 썼습니다"),
		diag.T("put text that has a colon in quotes, and indent entries of one group alike",
			"콜론이 든 글은 따옴표로 묶고, 같은 묶음의 항목은 같은 칸에서 시작하십시오")},
	{"could not find expected ':'",
		diag.T("an entry has no colon after its name", "항목 이름 뒤에 콜론이 없습니다"),
		diag.T("write the entry as name: value, with a space after the colon", "이름: 값 형태로 쓰고 콜론 뒤에 공백을 두십시오")},
	{"did not find expected key",
		diag.T("this line does not fit the lines above: its indentation differs, or something follows a closed quotation mark",
			"이 줄이 위의 줄과 맞지 않습니다. 들여쓰기가 다르거나 닫힌 따옴표 뒤에 글이 더 있습니다"),
		diag.T("indent entries of one group alike, and put the whole of a text in quotes", "같은 묶음의 항목은 같은 칸에서 시작하고, 글 전체를 따옴표로 묶으십시오")},
	{"did not find expected '-' indicator",
		diag.T("the items of a list are not indented alike", "목록 항목의 들여쓰기가 서로 다릅니다"),
		diag.T("begin every item of the list with - in the same column", "목록의 항목을 모두 같은 칸에서 - 로 시작하십시오")},
	{"did not find expected ',' or",
		diag.T("a list in [ ] or a group in { } is not closed, or a comma is missing", "[ ] 목록이나 { } 묶음이 닫히지 않았거나 쉼표가 빠졌습니다"),
		diag.T("close the bracket, or put text that begins with a bracket in quotes", "괄호를 닫거나, 괄호로 시작하는 글은 따옴표로 묶으십시오")},
	{endOfStream,
		diag.T("a quotation mark is opened here and not closed", "여기서 연 따옴표가 닫히지 않았습니다"),
		diag.T("close the quotation mark", "따옴표를 닫으십시오")},
	{"found character that cannot start any token",
		diag.T("a value begins with a character that YAML keeps for itself, such as @ ` %% or a tab",
			"@ ` %% 나 탭처럼 YAML이 따로 쓰는 문자로 값이 시작합니다"),
		diag.T("put the value in quotes", "값을 따옴표로 묶으십시오")},
	{"found unknown escape character",
		diag.T(`a backslash in double quotes begins a special character`, "큰따옴표 안의 역사선은 특수 문자를 나타냅니다"),
		diag.T(`write \\ for a backslash, or use single quotes`, `역사선은 \\ 로 쓰거나 작은따옴표를 쓰십시오`)},
	{"did not find expected node content",
		diag.T("a value is missing, or a closing bracket has no opening one", "값이 빠졌거나 여는 괄호 없이 닫는 괄호가 있습니다"),
		diag.T("write the value, or put text with brackets in quotes", "값을 쓰거나, 괄호가 든 글은 따옴표로 묶으십시오")},
	{"tag",
		diag.T("a value begins with an exclamation mark", "값이 느낌표로 시작합니다"),
		diag.T("put the value in quotes", "값을 따옴표로 묶으십시오")},
	{"block sequence entries are not allowed",
		diag.T("a list begins in a line where none may", "목록을 시작할 수 없는 자리에서 목록이 시작합니다"),
		diag.T("begin the list on the next line, or put text that begins with - in quotes", "목록은 다음 줄에서 시작하고, - 로 시작하는 글은 따옴표로 묶으십시오")},
	{"expected <document start>",
		diag.T("there is text after the end of the document", "문서가 끝난 뒤에 글이 더 있습니다"),
		diag.T("delete the line of ... or what follows it, and indent entries alike", "... 줄이나 그 뒤의 내용을 지우고, 항목의 들여쓰기를 맞추십시오")},
	{"expected comment or line break",
		diag.T("text follows | or > on the same line", "| 나 > 와 같은 줄에 글이 이어집니다"),
		diag.T("begin the text on the next line", "글은 다음 줄에서 시작하십시오")},
}

func explainProblem(text string) (why, fix diag.Text) {
	for _, m := range mistakes {
		if strings.Contains(text, m.problem) {
			return m.why, m.fix
		}
	}
	return diag.T("the text breaks a rule of YAML: %s", "YAML 문법에 맞지 않습니다: %s", text),
		diag.T("look at indentation, colons, brackets and quotation marks around this line", "이 줄 주변의 들여쓰기, 콜론, 괄호, 따옴표를 확인하십시오")
}

// line returns the text of a line, counted from 1, without its end.
func (f *File) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return strings.TrimSuffix(f.lines[n-1], "\r")
}

// writtenLine returns the last line up to n that is not blank.
func (f *File) writtenLine(n int) int {
	n = min(n, len(f.lines))
	for n > 1 && strings.TrimSpace(f.line(n)) == "" {
		n--
	}
	return n
}

// textPlace returns the place of what is written in a line.
func (f *File) textPlace(n int) diag.Place {
	line := f.line(n)
	text := strings.TrimSpace(line)
	column := 1
	if text != "" {
		column += utf8.RuneCountInString(line[:strings.Index(line, text)])
	}
	return diag.Place{File: f.Name, Line: n, Column: column, Width: min(max(1, utf8.RuneCountInString(text)), maxWidth)}
}

// wordPlace returns the place of a word in a line or in the lines next to it.
func (f *File) wordPlace(n int, word string) diag.Place {
	for _, line := range []int{n, n - 1, n + 1} {
		if i := strings.Index(f.line(line), word); i >= 0 {
			return diag.Place{File: f.Name, Line: line, Column: 1 + utf8.RuneCountInString(f.line(line)[:i]), Width: utf8.RuneCountInString(word)}
		}
	}
	return f.textPlace(n)
}
