package merge

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"pactwright/generator/diag"
)

// Bounds of one document. maxText is what its templates and the values in them
// may print, in bytes. maxSteps is how often they may begin a template or go
// round a loop.
const (
	maxText  = 4 << 20
	maxSteps = 1 << 20
)

// limit says that a document passes a bound.
type limit struct{ diag.Text }

func (l limit) Error() string { return l.EN }

var (
	tooLong = limit{diag.T("the document is larger than %d MiB", "문서가 %d MiB보다 큽니다", maxText>>20)}
	endless = limit{diag.T("the template goes round more than %d times", "템플릿이 %d번보다 많이 반복합니다", maxSteps)}
)

// limited refuses to grow beyond maxText.
type limited struct{ w *strings.Builder }

func (l *limited) Write(p []byte) (int, error) {
	if l.w.Len()+len(p) > maxText {
		return 0, tooLong
	}
	return l.w.Write(p)
}

// step counts a template that begins, or one round of a loop.
func (m *merger) step() (string, error) {
	m.steps++
	if m.steps > maxSteps {
		return "", endless
	}
	return "", nil
}

// execution takes place, expression and reason out of an error of a running
// template, which text/template offers in no other form.
var execution = regexp.MustCompile(`(?s)^template: (.+?):(\d+):(\d+): executing ".*?" at <(.*)>: (.*)$`)

// ranFinding words an error that only showed while a template ran.
func (m *merger) ranFinding(file string, err error) diag.Finding {
	f := diag.Finding{
		Code: "MERGE-RUN", Severity: diag.Blocking, Template: diag.Place{File: file},
		Message: diag.T("the template cannot be filled: %s", "템플릿을 채울 수 없습니다: %s", reason(err.Error())),
		Fix:     diag.T("guard the place in the template with {{if}}, or correct it", "템플릿의 해당 위치를 {{if}}로 감싸거나 고치십시오"),
	}
	part := execution.FindStringSubmatch(err.Error())
	if part != nil {
		line, _ := strconv.Atoi(part[2])
		before, _ := strconv.Atoi(part[3])
		f.Template = m.files[file].column(file, line, before)
	}
	var passed limit
	switch {
	case errors.As(err, &passed):
		f.Message = diag.T("the template cannot be filled: %s", "템플릿을 채울 수 없습니다: %s", passed.Text)
		f.Fix = diag.T("look for a template or a loop that repeats itself", "스스로를 되풀이하는 템플릿이나 반복문이 있는지 확인하십시오")
	case part != nil:
		f.Message = diag.T("the template cannot print {{%s}}: %s", "템플릿이 {{%s}} 값을 쓸 수 없습니다: %s", part[4], reason(part[5]))
	}
	return f
}

// reasons are what an error of a running template means, by words that occur in
// it. The first that fits counts.
var reasons = []struct {
	words string
	text  diag.Text
}{
	{"nil pointer", diag.T("there is nothing to take it from", "그 값을 담은 항목이 없습니다")},
	{"nil data", diag.T("there is nothing to take it from", "그 값을 담은 항목이 없습니다")},
	{"untyped nil", diag.T("there is nothing to take it from", "그 값을 담은 항목이 없습니다")},
	{"invalid memory", diag.T("there is nothing to take it from", "그 값을 담은 항목이 없습니다")},
	{"map has no entry", diag.T("there is no such entry", "그런 항목이 없습니다")},
	{"not defined", diag.T("there is no such template", "그런 템플릿이 없습니다")},
	{"maximum template depth", diag.T("templates include each other without end", "템플릿이 서로를 끝없이 불러옵니다")},
	{"wrong number of args", diag.T("the function is given too many or too few values", "함수에 준 값의 수가 맞지 않습니다")},
	{"index out of range", diag.T("the list has no such element", "목록에 그런 요소가 없습니다")},
	{"error calling index", diag.T("the list has no such element", "목록에 그런 요소가 없습니다")},
	{"comparison", diag.T("values of different kinds cannot be compared", "종류가 다른 값은 비교할 수 없습니다")},
}

// reason says why a value cannot be had, without the words of the language.
func reason(text string) diag.Text {
	for _, r := range reasons {
		if strings.Contains(text, r.words) {
			return r.text
		}
	}
	return diag.T("the value is of a kind that cannot stand here", "여기에 쓸 수 없는 종류의 값입니다")
}
