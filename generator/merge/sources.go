package merge

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// sources prints citations short, and collects the texts cited so that a report
// names each of them with its version once.
type sources struct {
	book  *call.Rulebook
	texts []diag.Text
}

// short prints where a rule comes from: the section of the call, the provisions
// of the law, or that it is a default.
func (s *sources) short(c call.Cite) diag.Text {
	var out diag.Text
	add := func(t diag.Text) {
		if out.IsZero() {
			out = t
			return
		}
		out = diag.T("%s; %s", "%s, %s", out, t)
	}
	if from, ok := s.book.Source(c.Source); ok {
		s.cited(diag.T("%s (%s)", "%s (%s)", from.Title.Diag(), from.Version.Diag()))
		if c.Found && s.book.Call.Cites(c.Source) {
			add(diag.T("Call, %s", "공고, %s", c.Section.Diag()))
		} else {
			add(diag.T("%s, %s", "%s, %s", from.Title.Diag(), c.Section.Diag()))
		}
	}
	last := "" // instrument, named once for its provisions that follow each other
	for _, key := range c.Law {
		x, ok := s.book.Law.Citation(key)
		t := s.provision(key)
		switch {
		case !ok:
		case x.Found && x.Instrument == last:
			out = diag.T("%s, %s", "%s, %s", out, x.Article.Diag())
		default:
			add(t)
		}
		last = ""
		if x.Found {
			last = x.Instrument
		}
	}
	if !c.Found {
		return diag.T("%s (a default, to be checked)", "%s (기본값, 확인 필요)", out)
	}
	return out
}

func (s *sources) provision(key string) diag.Text {
	c, ok := s.book.Law.Citation(key)
	if !ok {
		return diag.Text{}
	}
	i, _ := s.book.Law.Instrument(c.Instrument)
	s.cited(diag.T("%s (%s)", "「%s」 (%s)", i.Title.Diag(), i.Version.Diag()))
	t := diag.T("%s, %s", "「%s」 %s", i.Title.Diag(), c.Article.Diag())
	switch {
	case !c.Changed.IsZero():
		t = diag.T("%s (%s)", "%s(%s)", t, c.Changed)
	case !c.Found:
		t = diag.T("%s (not confirmed)", "%s(미확인)", t)
	}
	return t
}

func (s *sources) cited(t diag.Text) {
	if !slices.Contains(s.texts, t) {
		s.texts = append(s.texts, t)
	}
}

// full returns the texts cited, each with its version.
func (s *sources) full() []diag.Text { return s.texts }
