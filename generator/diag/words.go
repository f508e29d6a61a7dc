package diag

import (
	"fmt"
	"strings"
)

// severityWords are the names of severities in sentences. String has the stable
// English names.
var severityWords = [...]Text{
	Info:     {EN: "info", KO: "안내"},
	Warning:  {EN: "warning", KO: "경고"},
	Unmet:    {EN: "unmet", KO: "미충족"},
	Blocking: {EN: "blocking", KO: "오류"},
}

// headlineWord begins a finding: whatever keeps a pack from being ready is an
// error to the reader.
func headlineWord(s Severity) Text {
	if s >= Unmet {
		return Text{EN: "error", KO: "오류"}
	}
	return severityWords[s]
}

// Summary counts findings in a line, as in "2 blocking, 1 unmet, 3 warnings".
func Summary(l List, lang Lang) string {
	var parts []string
	for s := Blocking; s >= Info; s-- {
		if n := l.Count(s); n > 0 {
			parts = append(parts, counted(s, n).In(lang))
		}
	}
	if len(parts) == 0 {
		return Text{EN: "no findings", KO: "지적 사항 없음"}.In(lang)
	}
	return strings.Join(parts, ", ")
}

func counted(s Severity, n int) Text {
	word := severityWords[s]
	if s == Warning && n != 1 {
		word.EN = "warnings"
	}
	return Text{EN: fmt.Sprintf("%d %s", n, word.EN), KO: fmt.Sprintf("%s %d건", word.KO, n)}
}

// printable replaces characters that a terminal would obey instead of showing,
// since messages and excerpts carry text of the user. Line feeds stay.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r <= 0x9f,
			r == 0x2028, r == 0x2029, r == 0xfeff,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, text)
}

// oneLine puts text in a line.
func oneLine(text string) string {
	return strings.ReplaceAll(printable(text), "\n", " ")
}
