package redraft

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
)

var actions = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// action returns what prints an inline in a template of the article, or "" if its
// words can only be written out.
func (r *reader) action(s *spot, in doc.Inline) string {
	if s.edit != nil && in.Template.IsZero() {
		return r.ofEdit(s, in)
	}
	if in.Template.IsZero() || in.Kind == doc.TextInline && in.Path == "" && in.Value == "" {
		return ""
	}
	text := r.Template(in.Template.File)
	at := offset(text, in.Template)
	for _, a := range actions.FindAllIndex(text, -1) {
		if at < a[0] || at >= a[1] {
			continue
		}
		action := string(text[a[0]:a[1]])
		if r.means(s, in.Template.File, text[:a[0]], action) {
			return trimmed(action)
		}
	}
	return ""
}

// offset is the byte of a place in a file, or -1.
func offset(text []byte, p diag.Place) int {
	at := 0
	for line := 1; line < p.Line; line++ {
		n := slices.Index(text[at:], '\n')
		if n < 0 {
			return -1
		}
		at += n + 1
	}
	for column := 1; column < p.Column && at < len(text); column++ {
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	return at
}

var (
	control  = regexp.MustCompile(`^\{\{-?\s*(?:range|with|if|else|end|define|block|template|break|continue|/\*)`)
	opening  = regexp.MustCompile(`^\{\{-?\s*(?:range|with)\b`)
	deciding = regexp.MustCompile(`^\{\{-?\s*(?:if|define|block)\b`)
	closing  = regexp.MustCompile(`^\{\{-?\s*end\b`)
	shared   = regexp.MustCompile(`^\{\{-?\s*(?:term|terms|ref|lawref|lead|party|phrase)\b`)
	assigned = regexp.MustCompile(`\$\w|:=`)
)

// means reports whether an action prints the same in an edit of the article: it
// names nothing that is only known where it stands in its file.
func (r *reader) means(s *spot, file string, before []byte, action string) bool {
	if control.MatchString(action) || assigned.MatchString(action) {
		return false
	}
	if a := r.Plan.Article(s.slot); a == nil || a.Option.File.Path != file {
		return shared.MatchString(action)
	}
	var open []bool // blocks that are open: whether they change what a point names
	for _, a := range actions.FindAll(before, -1) {
		switch {
		case opening.Match(a):
			open = append(open, true)
		case deciding.Match(a):
			open = append(open, false)
		case closing.Match(a) && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	return !slices.Contains(open, true)
}

// trimmed takes the marks away that take white space away.
func trimmed(action string) string {
	inner := strings.TrimSuffix(strings.TrimPrefix(action, "{{"), "}}")
	inner = strings.TrimSuffix(strings.TrimPrefix(inner, "- "), " -")
	return "{{" + strings.TrimSpace(inner) + "}}"
}

// ofEdit returns the action of an earlier edit that prints an inline: both are
// counted, and mean nothing if there are not as many.
func (r *reader) ofEdit(s *spot, in doc.Inline) string {
	text := map[diag.Lang]string{diag.English: s.edit.Text.EN, diag.Korean: s.edit.Text.KO}[s.lang]
	all := actions.FindAllString(text, -1)
	n, at := 0, -1
	for _, other := range doc.Runs(s.block)[0] {
		if other.Kind == doc.TextInline && other.Path == s.block.From().Path || other.Kind == doc.AnchorInline {
			continue
		}
		if other == in {
			at = n
		}
		n++
	}
	if s.edit.Does() == project.EditRemove || at < 0 || n != len(all) || control.MatchString(all[at]) {
		return ""
	}
	return all[at]
}
