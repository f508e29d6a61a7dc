package source

import (
	"bytes"
	"unicode/utf8"

	"pactwright/generator/diag"
)

var bom = []byte("\xef\xbb\xbf")

// checkText finds what keeps the bytes from being the text of a document.
func checkText(name string, data []byte) diag.List {
	switch {
	case len(data) > MaxFile:
		return diag.List{tooLarge(name)}
	case !utf8.Valid(data):
		return diag.List{notText(name, data)}
	}
	return forbiddenRunes(name, data)
}

func tooLarge(name string) diag.Finding {
	return diag.Finding{
		Code: CodeSize, Severity: diag.Blocking, Place: diag.Place{File: name},
		Message: diag.T("the file is larger than %d MiB", "파일이 %d MiB보다 큽니다", MaxFile>>20),
		Fix:     diag.T("keep texts and tables in files of their own", "긴 글과 표는 별도 파일로 옮기십시오"),
	}
}

// notText explains bytes that are not UTF-8 by the most likely cause.
func notText(name string, data []byte) diag.Finding {
	f := diag.Finding{
		Code: CodeText, Severity: diag.Blocking, Place: diag.Place{File: name},
		Message: diag.T("the file is not text in UTF-8", "UTF-8로 저장된 텍스트 파일이 아닙니다"),
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		f.Fix = diag.T("it is UTF-16: save it again with the encoding UTF-8",
			"UTF-16으로 저장되어 있습니다. 인코딩을 UTF-8로 바꾸어 다시 저장하십시오")
	case bytes.IndexByte(data, 0) >= 0:
		f.Fix = diag.T("give the YAML text file; this is a file of another kind, such as a spreadsheet, a PDF or an archive",
			"YAML 텍스트 파일을 지정하십시오. 스프레드시트, PDF, 압축 파일 등 다른 종류의 파일로 보입니다")
	default:
		f.Place = firstBadByte(name, data)
		f.Fix = diag.T("save it again with the encoding UTF-8; older Korean programs save as EUC-KR (CP949)",
			"인코딩을 UTF-8로 바꾸어 다시 저장하십시오. 예전 한글 프로그램은 EUC-KR(CP949)로 저장합니다")
	}
	return f
}

func firstBadByte(name string, data []byte) diag.Place {
	at := diag.Place{File: name, Line: 1, Column: 1, Width: 1}
	data = bytes.TrimPrefix(data, bom)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at = after(at, r)
		data = data[size:]
	}
	return at
}

func after(at diag.Place, r rune) diag.Place {
	if r == '\n' {
		at.Line++
		at.Column = 0
	}
	at.Column++
	return at
}

// forbiddenRunes finds characters that no document can carry. It stops after
// the first few, since a file that has many of them is not a text.
func forbiddenRunes(name string, data []byte) diag.List {
	var found diag.List
	at := diag.Place{File: name, Line: 1, Column: 1, Width: 1}
	text := bytes.TrimPrefix(data, bom)
	for i := 0; i < len(text) && len(found) < maxBadRunes; {
		r, size := utf8.DecodeRune(text[i:])
		i += size
		crlf := r == '\r' && i < len(text) && text[i] == '\n'
		if r != '\n' && !crlf && forbidden(r) {
			found.Add(badRune(at, "", r))
		}
		at = after(at, r)
	}
	return found
}

// forbidden reports whether a character must not stand in a value. Tabs and
// line feeds may.
func forbidden(r rune) bool {
	_, bad := whyForbidden(r)
	return bad
}

func whyForbidden(r rune) (diag.Text, bool) {
	switch {
	case r == '\t', r == '\n':
		return diag.Text{}, false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return diag.T("control characters have no printed form", "제어 문자는 인쇄할 수 없습니다"), true
	case r == 0x2028, r == 0x2029:
		return diag.T("this line separator is invisible and breaks lines differently in each program",
			"눈에 보이지 않으며 프로그램마다 줄을 다르게 나누는 문자입니다"), true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return diag.T("this mark is invisible and can make text read differently from what it says",
			"눈에 보이지 않으면서 글의 방향을 바꾸어 내용을 다르게 보이게 할 수 있는 문자입니다"), true
	case r >= 0xe000 && r <= 0xf8ff:
		return diag.T("private-use characters have no agreed form, and the program reserves them for itself",
			"사용자 정의 영역의 문자는 정해진 모양이 없고 프로그램이 내부에서 씁니다"), true
	case r == 0xfeff, r == 0xfffe, r == 0xffff:
		return diag.T("this character is invisible and is not text", "눈에 보이지 않으며 글자가 아닌 문자입니다"), true
	case r == utf8.RuneError:
		return diag.T("this mark stands for a letter that was lost in a conversion",
			"문자 변환 과정에서 글자가 사라진 자리를 나타내는 문자입니다"), true
	}
	return diag.Text{}, false
}

func badRune(at diag.Place, path string, r rune) diag.Finding {
	why, _ := whyForbidden(r)
	f := diag.Finding{
		Code: CodeChar, Severity: diag.Blocking, Place: at, Path: path, Why: why,
		Message: diag.T("the character U+%04X cannot be used", "쓸 수 없는 문자입니다: U+%04X", r),
		Fix:     diag.T("delete it or type the text again", "지우거나 글을 다시 입력하십시오"),
	}
	if r == utf8.RuneError {
		f.Fix = diag.T("type the lost letter again", "사라진 글자를 다시 입력하십시오")
	}
	return f
}

// Unusable returns the first character of a text that no document can carry.
func Unusable(text string) (rune, bool) {
	for _, r := range text {
		if forbidden(r) {
			return r, true
		}
	}
	return 0, false
}
