package generator

import (
	"strings"

	"pactwright/generator/diag"
)

// settled returns the findings so far as the user sees them: the cause once and
// not its consequences, and the gaps of a draft as unmet: a draft with gaps is
// written but never ready.
func (s *state) settled() diag.List {
	causes := causesOf(s.found, s.isRule)
	var out diag.List
	said := map[string]bool{}
	for _, f := range s.found {
		if f.Path != "" && f.Place.IsZero() && s.file != nil {
			f.Place = s.file.Place(f.Path)
		}
		key := f.Code + f.Path + f.Message.EN
		if f.Path == "" {
			key += f.Template.String()
		}
		if said[key] || causes.explain(f) {
			continue
		}
		said[key] = true
		if f.Gap && s.opts.Draft {
			f.Severity = diag.Unmet
		}
		out = append(out, f)
	}
	return out.Sorted()
}

// causes are findings of which others are consequences.
type causes struct {
	gaps     map[string]bool   // paths without a value
	misread  map[string]string // paths that the reader of YAML refused, with its code
	files    map[string]bool   // paths of files that came in and that cannot be used
	rules    map[string]bool   // paths that a rule of the call speaks of
	blocking bool              // something else than a template that cannot run
	isRule   func(code string) bool
}

func causesOf(found diag.List, isRule func(string) bool) causes {
	c := causes{gaps: map[string]bool{}, misread: map[string]string{}, files: map[string]bool{}, rules: map[string]bool{}, isRule: isRule}
	for _, f := range found {
		c.rules[f.Path] = c.rules[f.Path] || isRule(f.Code)
		c.files[f.Path] = c.files[f.Path] || f.Path != "" && strings.HasPrefix(f.Code, "RECV-") && f.Code != codeMissing
		if f.Gap && f.Code != codeGap {
			c.gaps[f.Path] = true
		}
		if strings.HasPrefix(f.Code, "YAML-") && f.Path != "" && c.misread[f.Path] == "" {
			c.misread[f.Path] = f.Code
		}
		c.blocking = c.blocking || f.Severity == diag.Blocking && f.Code != codeRun
	}
	return c
}

// isRule reports whether a code is that of a rule of the call or the law.
func (s *state) isRule(code string) bool {
	if s.rulebook == nil {
		return false
	}
	_, ok := s.rulebook.Rule(code)
	return ok
}

// Codes of findings that follow from others: a gap that a template came upon,
// and a template that could not run.
const (
	codeGap = "MERGE-GAP"
	codeRun = "MERGE-RUN"
)

// explain reports whether a finding follows from one of the causes.
func (c causes) explain(f diag.Finding) bool {
	switch first := c.misread[f.Path]; {
	case f.Code == codeGap:
		return nameAbove(c.gaps, f.Path)
	case f.Code == codeRun:
		return c.blocking
	case f.Code == codeMissing && c.rules[f.Path]: // the rule says whose paper is missing, and for what
		return true
	case f.Severity == diag.Unmet && c.files[f.Path] && c.isRule(f.Code): // what is wrong with the file says why the rule fails
		return true
	case f.Path != "" && first != "" && f.Code != first:
		return true
	}
	return false
}

// nameAbove reports whether the path, something above it or something below it
// has been named as a gap. A gap whose path is not known follows from any.
func nameAbove(named map[string]bool, path string) bool {
	if path == "" {
		return len(named) > 0
	}
	for other := range named {
		if below(path, other) || path != "" && below(other, path) {
			return true
		}
	}
	return false
}

// below reports whether a path is the other or leads below it.
func below(path, other string) bool {
	rest, ok := strings.CutPrefix(path, other)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
