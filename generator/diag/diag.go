// Package diag holds findings: what is wrong with, or worth knowing about, the
// user's data. A Go error means that the tool could not work; a [List] means
// that the data is wrong. Every message exists in English and Korean.
package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Lang is a language of messages and documents.
type Lang string

// The languages of messages and documents.
const (
	English Lang = "en"
	Korean  Lang = "ko"
)

// Text is one message in both languages.
type Text struct {
	EN string `json:"en"`
	KO string `json:"ko"`
}

// In returns the message in the language asked for.
func (t Text) In(lang Lang) string {
	if lang == Korean {
		return t.KO
	}
	return t.EN
}

// IsZero reports whether the message is empty in both languages.
func (t Text) IsZero() bool { return t.EN == "" && t.KO == "" }

// T formats one message in both languages from the same arguments. An argument
// that is itself a Text is printed in the language of the message.
func T(en, ko string, args ...any) Text {
	return Text{EN: fmt.Sprintf(en, argsIn(English, args)...), KO: fmt.Sprintf(ko, argsIn(Korean, args)...)}
}

func argsIn(lang Lang, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			out[i] = t.In(lang)
			continue
		}
		out[i] = a
	}
	return out
}

// Severity says what a finding does to the pack.
type Severity int

// Severities, from the mildest to the gravest. Blocking: the documents cannot
// be made truthfully and nothing is written. Unmet: the documents are right,
// but the call or the law is not satisfied yet.
const (
	Info Severity = iota
	Warning
	Unmet
	Blocking
)

// String returns the stable name used in JSON and short output.
func (s Severity) String() string {
	return [...]string{"info", "warning", "unmet", "blocking"}[s]
}

// MarshalText makes severities readable in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Place is a position in a file of the user or in a template. Line and Column
// count from 1, columns and Width in runes; Line 0 means that no line is known.
type Place struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Width  int    `json:"width,omitempty"`
}

// IsZero reports whether the place names nothing.
func (p Place) IsZero() bool { return p.File == "" && p.Line == 0 }

// String prints file:line:column as far as they are known.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Finding is one statement about the user's data.
type Finding struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Place    Place    `json:"place,omitzero"`    // where in the user's file
	Path     string   `json:"path,omitempty"`    // the YAML path, as in parties[1].name.en
	Template Place    `json:"template,omitzero"` // where in a template, if one is involved
	Message  Text     `json:"message"`
	Why      Text     `json:"why,omitzero"` // the rule and its source
	Fix      Text     `json:"fix,omitzero"`

	// Gap marks a value that is still missing: a draft shows it as a mark,
	// a final build refuses it.
	Gap bool `json:"gap,omitempty"`
}

// List is findings in the order in which they were made.
type List []Finding

// Add appends findings.
func (l *List) Add(f ...Finding) { *l = append(*l, f...) }

// Has reports whether the list holds a finding of the severity or a graver one.
func (l List) Has(s Severity) bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Severity >= s })
}

// Count returns how many findings have exactly the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the findings by file, line and column, then by severity and
// code, each only once. Those without a place come last.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Finding) bool { return a == b })
}

func compare(a, b Finding) int {
	if nowhere := a.Place.IsZero(); nowhere != b.Place.IsZero() {
		if nowhere {
			return 1
		}
		return -1
	}
	for _, c := range []int{
		strings.Compare(a.Place.File, b.Place.File),
		a.Place.Line - b.Place.Line,
		a.Place.Column - b.Place.Column,
		int(b.Severity) - int(a.Severity),
		strings.Compare(a.Code, b.Code),
		strings.Compare(a.Message.EN, b.Message.EN),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}
