package lint

import (
	"regexp"
	"strings"
	"unicode"

	"pactwright/generator/diag"
)

var (
	listMark = regexp.MustCompile(`^\s*([0-9]+\.|[-*])(\s|$)`)
	figure   = regexp.MustCompile(`[0-9]`)
	spelled  = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|hundred)\b[^.;]{0,6}\b(days?|weeks?|months?|years?|hours?|percent)\b`)
	month    = regexp.MustCompile(`\b(January|February|March|April|June|July|August|September|October|November|December)\b`)
	statute  = regexp.MustCompile(`「[^」]*」`)
	idiom    = strings.NewReplacer("제3자", "제삼자") // a word, not a figure
	fence    = "```"
)

// line looks at one line of text that a template prints.
func (l *linter) line(path string, n int, text string, start bool) {
	if strings.HasPrefix(strings.TrimSpace(text), fence) {
		return // the kind of a block is no text
	}
	if start {
		text = listMark.ReplaceAllString(text, "")
	}
	text = idiom.Replace(withoutMarks(text))
	if found := figure.FindString(text); found != "" {
		l.typed(path, n, text, diag.T("a figure", "숫자"))
	} else if spelled.MatchString(text) {
		l.typed(path, n, text, diag.T("a figure", "숫자"))
	}
	if month.MatchString(text) {
		l.typed(path, n, text, diag.T("a date", "날짜"))
	}
	if statute.MatchString(text) {
		l.typed(path, n, text, diag.T("the name of a statute", "법령 이름"))
	}
	for _, name := range l.in.Names {
		if holds(text, name) {
			l.typed(path, n, text, diag.T("the name %s", "이름 %s", name))
		}
	}
	for _, t := range l.in.Terms {
		for _, word := range t.Avoid {
			if holds(text, word) {
				l.add("LINT-TERM", path, n, diag.T("%q is not a word of the glossary", "%q: 용어집에 없는 말입니다", word), diag.T("write %s", "다음과 같이 쓰십시오: %s", t.Word))
			}
		}
	}
}

func (l *linter) typed(path string, n int, text string, what diag.Text) {
	text = strings.TrimSpace(text)
	if runes := []rune(text); len(runes) > 60 {
		text = string(runes[:60]) + "…"
	}
	l.add("LINT-TYPED", path, n, diag.T("%s is typed into the template: %s", "템플릿에 %s 값이 직접 적혀 있습니다: %s", what, text), diag.T("take it from a parameter or from the project's data", "매개변수나 과제 데이터에서 가져오십시오"))
}

// withoutMarks takes the attributes of headings and the rules of tables away.
func withoutMarks(text string) string {
	if i := strings.LastIndex(text, " {"); i >= 0 && strings.HasSuffix(strings.TrimSpace(text), "}") {
		text = text[:i]
	}
	return strings.ReplaceAll(text, "|", " ")
}

// holds reports whether a text holds a word: as a whole one where it begins and
// ends with a Latin letter.
func holds(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		before, after := text[:from+i], text[from+i+len(word):]
		if !joined(before, word, true) && !joined(after, word, false) {
			return true
		}
		from += i + len(word)
	}
}

func joined(rest, word string, before bool) bool {
	var a, b rune
	if before {
		runes := []rune(rest)
		if len(runes) == 0 {
			return false
		}
		a, b = runes[len(runes)-1], []rune(word)[0]
	} else {
		runes, w := []rune(rest), []rune(word)
		if len(runes) == 0 {
			return false
		}
		a, b = runes[0], w[len(w)-1]
	}
	return unicode.Is(unicode.Latin, a) && unicode.Is(unicode.Latin, b)
}
