package merge

import (
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// markdown is text that a function has already made into Markdown, with marks
// of its own; it is not escaped again.
type markdown string

// emit turns a printed value into a mark. Its arguments are the index of the
// site, the struct that holds the value if that is known, and the value.
func (m *merger) emit(index int, args ...any) (string, error) {
	s := m.sites[index]
	value := args[len(args)-1]
	if text, ok := value.(markdown); ok {
		return string(text), nil
	}
	origin := doc.Origin{Template: s.place}
	if len(args) == 2 {
		origin.Path = pathOf(args[0], s.field)
	}
	if own := pathOf(value, ""); own != "" {
		origin.Path = own
	}
	mark := m.print(s, origin, value)
	if m.size > maxText {
		return "", tooLong
	}
	return mark, nil
}

func (m *merger) print(s site, origin doc.Origin, value any) string {
	inlines, problem := m.inlines(value)
	if problem == nil && m.absent(value, origin.Path) {
		problem = empty
	}
	if problem != nil {
		return m.token(doc.Token{Inlines: m.problem(s, origin, *problem)})
	}
	path := origin.Path
	if path == "" && s.takes {
		path = m.taken
	}
	for i := range inlines {
		if inlines[i].Path == "" {
			inlines[i].Path = path
		}
		inlines[i].Template = origin.Template
	}
	return m.token(doc.Token{Inlines: inlines})
}

// placed returns the place that a mark in the text of a template names.
func (m *merger) placed(file, place int) diag.Place {
	if p := m.byID[file]; p != nil && place < len(p.sites) {
		return p.sites[place].place
	}
	return diag.Place{}
}

func (m *merger) token(t doc.Token) string {
	m.tokens = append(m.tokens, t)
	for _, in := range t.Inlines {
		m.size += len(in.Text)
	}
	return doc.Mark(len(m.tokens) - 1)
}

// absent reports whether a number was never written: its zero would be printed
// as if somebody had said so.
func (m *merger) absent(value any, path string) bool {
	switch v := value.(type) {
	case int64:
		if v != 0 {
			return false
		}
	case money.Decimal:
		if !v.IsZero() {
			return false
		}
	case money.Percent:
		if !v.IsZero() {
			return false
		}
	default:
		return false
	}
	if path == "" || m.in.Project == nil || m.in.Project.File == nil {
		return false
	}
	v := m.in.Project.File.Root.Find(path)
	return v == nil || v.Kind == source.Null || v.Text == ""
}

// problem is a value that cannot be printed.
type problem struct {
	gap    bool
	path   string // of the value, if it is not the one that the template names
	reason diag.Text
	fix    diag.Text
}

var empty = &problem{
	gap:    true,
	reason: diag.T("has no value, and the document prints it", "값이 비어 있는데 문서에 인쇄됩니다"),
	fix:    diag.T("fill it in", "값을 적으십시오"),
}

// inlines types a value for the document's language.
func (m *merger) inlines(value any) ([]doc.Inline, *problem) {
	if v := reflect.ValueOf(value); v.Kind() == reflect.Pointer && v.IsNil() {
		return nil, empty
	}
	switch v := value.(type) {
	case nil:
		return nil, empty
	case fault:
		return nil, &v.problem
	case []doc.Inline:
		if len(v) == 0 {
			return nil, empty
		}
		return v, nil
	case doc.Inline:
		return []doc.Inline{v}, nil
	case string:
		return m.text(v)
	case project.Text:
		return m.text(v.In(m.in.Lang))
	case diag.Text:
		return m.text(v.In(m.in.Lang))
	case interface{ Diag() diag.Text }:
		return m.text(v.Diag().In(m.in.Lang))
	case project.Name:
		return m.text(m.name(v))
	case *project.Name:
		return m.text(m.name(*v))
	}
	return m.typed(value)
}

func (m *merger) typed(value any) ([]doc.Inline, *problem) {
	ko := m.in.Lang == diag.Korean
	pick := func(kind doc.InlineKind, en, korean, canonical string) ([]doc.Inline, *problem) {
		text := en
		if ko {
			text = korean
		}
		return []doc.Inline{{Kind: kind, Text: text, Value: canonical}}, nil
	}
	switch v := value.(type) {
	case money.Amount:
		if v.Currency().IsZero() {
			return nil, empty
		}
		return pick(doc.AmountInline, v.English(), v.Korean(), v.Value())
	case money.Percent:
		return pick(doc.PercentInline, v.English(), v.Korean(), v.Value())
	case money.Count:
		return pick(doc.CountInline, v.English(), v.Korean(), v.Value())
	case money.Decimal:
		return pick(doc.NumberInline, v.Plain(), v.Plain(), v.Value())
	case money.Currency:
		if v.IsZero() {
			return nil, empty
		}
		return pick(doc.TextInline, v.Code(), v.Code(), "")
	case calendar.Period:
		if v.Start.IsZero() || v.End.IsZero() {
			return nil, empty
		}
		return pick(doc.DateInline, v.English(), v.Korean(), v.Value())
	case calendar.Date:
		if v.IsZero() {
			return nil, empty
		}
		return pick(doc.DateInline, v.English(), v.Korean(), v.Value())
	case int:
		return m.typed(money.NewDecimal(int64(v)))
	case int64:
		return m.typed(money.NewDecimal(v))
	}
	return m.other(value)
}

func (m *merger) other(value any) ([]doc.Inline, *problem) {
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.String:
		return m.text(v.String())
	case reflect.Pointer:
		return m.inlines(v.Elem().Interface())
	case reflect.Float32, reflect.Float64:
		return nil, &problem{
			reason: diag.T("is a floating-point number, which cannot be exact", "정확할 수 없는 부동소수점 수입니다"),
			fix:    diag.T("print an amount, a percentage or a count", "금액, 백분율, 횟수 값을 쓰십시오"),
		}
	}
	return nil, &problem{
		reason: diag.T("is a group of values and cannot be printed as one", "여러 값의 묶음이어서 하나로 인쇄할 수 없습니다"),
		fix:    diag.T("print one of its fields, or go through it with range", "그 안의 값을 하나 쓰거나 range로 차례로 쓰십시오"),
	}
}

func (m *merger) text(s string) ([]doc.Inline, *problem) {
	s = norm.NFC.String(s)
	if strings.TrimSpace(s) == "" {
		return nil, empty
	}
	if i := strings.IndexFunc(s, forbidden); i >= 0 {
		r := []rune(s[i:])[0]
		return nil, &problem{
			reason: diag.T("holds the character U+%04X, which no document can carry", "문서에 쓸 수 없는 문자 U+%04X가 들어 있습니다", r),
			fix:    diag.T("delete this character", "이 문자를 지우십시오"),
		}
	}
	return textLines(s), nil
}

// textLines makes text of several lines into runs with breaks between them.
func textLines(s string) []doc.Inline {
	var out []doc.Inline
	for i, line := range strings.Split(strings.TrimRight(s, "\n"), "\n") {
		if i > 0 {
			out = append(out, doc.Inline{Kind: doc.LineBreak})
		}
		if line != "" {
			out = append(out, doc.Inline{Kind: doc.TextInline, Text: line})
		}
	}
	return out
}

func forbidden(r rune) bool {
	return r == unicode.ReplacementChar || unicode.IsControl(r) && r != '\n' || r >= 0xE000 && r <= 0xF8FF
}

// name picks the form of a name: Korean text shows the Korean name where there
// is one.
func (m *merger) name(n project.Name) string {
	if m.in.Lang != diag.Korean {
		return n.EN
	}
	if n.KO != "" {
		return n.KO
	}
	if strings.ContainsFunc(n.Native, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		return n.Native
	}
	return n.EN
}

// problem reports a value that cannot be printed and returns the mark that a
// draft shows in its place.
func (m *merger) problem(s site, origin doc.Origin, p problem) []doc.Inline {
	if p.path != "" {
		origin.Path = p.path
	}
	what := origin.Path
	if what == "" {
		what = s.expr
	}
	f := diag.Finding{
		Code: "MERGE-VALUE", Severity: diag.Blocking, Gap: p.gap, Path: origin.Path, Template: s.place,
		Message: diag.T("%s %s", "%s: %s", what, p.reason), Fix: p.fix,
	}
	if p.gap {
		f.Code = "MERGE-GAP"
	}
	if origin.Path != "" {
		f.Place = m.in.Project.File.Place(origin.Path)
	}
	m.found.Add(f)
	mark := doc.Inline{Origin: origin, Kind: doc.BlankInline, Text: "[" + what + "]"}
	return []doc.Inline{mark}
}
