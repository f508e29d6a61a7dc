package intake

import (
	"strings"
	"unicode"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// split parts a text of a cell into its languages: the Korean lines stand first.
// The lines of the old text tell where the border is if there are more than two.
func split(text string, old *source.Value) (ko, en string, p problem) {
	lines := strings.Split(text, "\n")
	oldKO, oldEN := old.Get("ko"), old.Get("en")
	switch {
	case len(lines) == 1:
		return oneLine(text, old, oldKO, oldEN)
	case len(written(lines)) == 2:
		lines = written(lines)
		ko, en = lines[0], lines[1]
	default:
		border := borderOf(lines, oldKO, oldEN)
		if border == 0 {
			return "", "", twoLines(diag.T("it is not clear where the Korean text ends and the English one begins", "국문이 끝나고 영문이 시작하는 곳을 알 수 없습니다"))
		}
		ko, en = strings.Join(lines[:border], "\n"), strings.Join(lines[border:], "\n")
	}
	if !hangul(ko) && hangul(en) {
		return "", "", twoLines(diag.T("the Korean text must stand before the English one", "국문이 영문보다 먼저 있어야 합니다"))
	}
	return ko, en, problem{}
}

// oneLine is a text that is the same in both languages, or one whose other
// language has no text.
func oneLine(text string, old, oldKO, oldEN *source.Value) (ko, en string, p problem) {
	switch {
	case old != nil && oldKO == nil && oldEN != nil:
		return "", text, problem{}
	case old != nil && oldEN == nil && oldKO != nil:
		return text, "", problem{}
	case old != nil && oldKO != nil && oldKO.Text == oldEN.Text, old == nil && !hangul(text):
		return text, text, problem{}
	}
	return "", "", twoLines(diag.T("one of the two languages is missing", "국문과 영문 가운데 하나가 없습니다"))
}

func twoLines(message diag.Text) problem {
	return problem{message, diag.T("write the Korean text, a line break (Alt+Enter) and the English text", "국문을 쓰고 줄을 바꾼 뒤(Alt+Enter) 영문을 쓰십시오")}
}

func written(lines []string) []string {
	var out []string
	for _, line := range lines {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// borderOf is the line with which the English text begins, or 0 if it cannot be
// told.
func borderOf(lines []string, oldKO, oldEN *source.Value) int {
	if oldKO != nil && oldEN != nil {
		ko, en := strings.Count(tidy(oldKO.Text), "\n")+1, strings.Count(tidy(oldEN.Text), "\n")+1
		if ko+en == len(lines) {
			return ko
		}
	}
	border := 0
	for i := 1; i < len(lines); i++ {
		if hangul(lines[i-1]) && !hangul(lines[i]) {
			if border > 0 {
				return 0
			}
			border = i
		}
	}
	return border
}

func hangul(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}
