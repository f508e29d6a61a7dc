package call

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/received"
	"pactwright/generator/source"
)

// Submission is how the documents are handed in. What a call does not say stays
// empty and is no limit.
type Submission struct {
	source.At
	Form    string `yaml:"form"`     // archive: one zip, which is what an empty one means; files: each by itself
	MaxSize Size   `yaml:"max_size"` // of all that is handed in
	Names   Naming `yaml:"names"`
	Cite    Cite   `yaml:"cite"`
}

// Naming is what the name of a file must be like.
type Naming struct {
	source.At
	ASCII     bool  `yaml:"ascii"`      // letters, digits, point, hyphen and underscore only
	MaxLength int64 `yaml:"max_length"` // in characters, with the ending; 0: not stated
}

// ByFile reports whether the files are handed in one by one.
func (s Submission) ByFile() bool { return s.Form == "files" }

// Size is a number of bytes. A call states it in KiB or MiB.
type Size int64

// UnmarshalText reads a whole number with its unit, as in 10 MiB.
func (s *Size) UnmarshalText(text []byte) error {
	number, unit, _ := strings.Cut(strings.TrimSpace(string(text)), " ")
	n, err := strconv.ParseInt(number, 10, 64)
	shift, known := map[string]int{"KiB": 10, "MiB": 20}[unit]
	if err != nil || !known || n < 1 || n > 1<<20 {
		return textError("%q is no size: write a whole number and KiB or MiB, as in 10 MiB", "%q: 크기가 아닙니다. 10 MiB처럼 정수와 KiB 또는 MiB를 쓰십시오", text)
	}
	*s = Size(n << shift)
	return nil
}

// String prints a size in the larger unit that fits, with one decimal that is
// rounded up, so that what is too large never looks as if it were not.
func (s Size) String() string {
	unit, name := int64(1<<10), "KiB"
	if s >= 1<<20 {
		unit, name = 1<<20, "MiB"
	}
	tenths := (int64(s)*10 + unit - 1) / unit
	if tenths%10 == 0 {
		return fmt.Sprintf("%d %s", tenths/10, name)
	}
	return fmt.Sprintf("%d.%d %s", tenths/10, tenths%10, name)
}

// Takes reports whether a file with the name has one of the formats asked for.
func (a Asked) Takes(name string) bool {
	return len(a.Formats) == 0 || slices.ContainsFunc(a.Formats, func(f string) bool { return received.Ending("."+f) == received.Ending(name) })
}

// Fits reports whether the name is as the naming rule asks.
func (n Naming) Fits(name string) bool {
	if n.MaxLength > 0 && int64(len([]rune(name))) > n.MaxLength {
		return false
	}
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-_", r)
	}
	return !n.ASCII || !strings.ContainsFunc(name, func(r rune) bool { return !plain(r) })
}

// Words says what the naming rule asks for.
func (n Naming) Words() diag.Text {
	var all []diag.Text
	if n.ASCII {
		all = append(all, diag.T("only letters from A to Z, digits, point, hyphen and underscore", "영문자, 숫자, 점, 하이픈, 밑줄만 사용"))
	}
	if n.MaxLength > 0 {
		all = append(all, diag.T("at most %d characters", "%d자 이내", n.MaxLength))
	}
	return join(all, "; ")
}

// Limits says what a call asks of the files of a document; empty if it states
// nothing.
func (a Asked) Limits() diag.Text {
	var all []diag.Text
	if a.MaxSize > 0 {
		all = append(all, diag.T("at most %s a file", "파일당 %s 이내", a.MaxSize))
	}
	if a.MaxPages > 0 {
		all = append(all, diag.T("at most %d pages", "%d쪽 이내", a.MaxPages))
	}
	if len(a.Formats) > 0 {
		all = append(all, diag.T("as %[1]s", "형식: %[1]s", strings.Join(a.Formats, ", ")))
	}
	return join(all, "; ")
}

// Limits says how a call takes the documents; empty if it states nothing.
func (s Submission) Limits() diag.Text {
	var all []diag.Text
	switch s.Form {
	case "files":
		all = append(all, diag.T("handed in file by file", "파일별로 제출"))
	case "archive":
		all = append(all, diag.T("handed in as one archive", "압축 파일 하나로 제출"))
	}
	if s.MaxSize > 0 {
		all = append(all, diag.T("at most %s in all", "전체 %s 이내", s.MaxSize))
	}
	if names := s.Names.Words(); !names.IsZero() {
		all = append(all, diag.T("file names: %s", "파일명: %s", names))
	}
	return join(all, "; ")
}

// submission checks what a call says about files.
func (r *review) submission() {
	s := r.call.Submission
	if s.Form != "" && s.Form != "archive" && s.Form != "files" {
		r.unknown("submission.form", s.Form)
	}
	if s.Form != "" || s.MaxSize > 0 || s.Names.ASCII || s.Names.MaxLength != 0 {
		r.cite("submission.cite", s.Cite)
	}
	r.notNegative("submission.names.max_length", s.Names.MaxLength)
	for i, d := range r.call.Documents {
		path := source.Item("documents", i)
		r.notNegative(path+".max_pages", d.MaxPages)
		for j, f := range d.Formats {
			if !slices.Contains(received.Endings(), f) {
				r.unknown(source.Item(path+".formats", j), f)
			}
		}
		if s.Names.ASCII && !s.Names.Fits(fileMark.ReplaceAllString(d.File, "")) {
			r.add(CodeUnknown, path+".file",
				diag.T("the file name %s breaks the naming rule of this call", "파일 이름 %s: 이 공고의 파일명 규칙에 맞지 않습니다", d.File),
				diag.T("write %s", "%s", s.Names.Words()))
		}
	}
}

func (r *review) notNegative(path string, n int64) {
	if n < 0 {
		r.add(CodeAmounts, path,
			diag.T("%s is less than 0", "%s: 0보다 작습니다", path),
			diag.T("write the number of the call, or leave it out", "공고의 수를 쓰거나 항목을 지우십시오"))
	}
}
