package origin

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
)

// rules lists the rules that look at the place: those that its option and other
// articles check, those that want the contract to state it, and those whose
// expression names it.
func (a *account) rules() {
	var found lines
	told := map[string]bool{}
	tell := func(id string, how diag.Text) {
		title := diag.Text{}
		for _, r := range a.Sources.Rules {
			if r.ID == id {
				title = r.Title
			}
		}
		if key := id + how.EN; !told[key] {
			told[key] = true
			found.say("  %s: %s (%s)", "  %s: %s (%s)", id, title, how)
		}
	}
	for _, other := range a.plan().All() {
		for _, c := range other.Option.Head.Checks {
			switch {
			case other == a.article:
				tell(c.Rule, diag.T("check of the option: %s", "선택지의 검사: %s", c.Kind))
			case a.compared(c):
				tell(c.Rule, diag.T("check of %s: %s", "%s의 검사: %s", other.Option.ID(), c.Kind))
			}
		}
	}
	for _, r := range a.Sources.Rules {
		for _, s := range a.Wanted[r.ID] {
			if anchors := a.within(s.Anchors); len(anchors) > 0 {
				tell(r.ID, diag.T("wants the contract to state “%s”: %s", "계약서에 있어야 하는 내용: “%s”, %s", s.Name, strings.Join(anchors, ", ")))
			}
		}
		if strings.Contains(r.Reads, `"`+a.slot+`.`) || strings.Contains(r.Reads, `"`+a.slot+`"`) {
			tell(r.ID, diag.T("its expression reads the article", "규칙의 식이 이 조항의 값을 읽음"))
		}
	}
	a.part("Rules that look at it", "이 조항을 확인하는 규칙")
	if len(found) == 0 {
		a.say("  none", "  없음")
	}
	a.add(found...)
}

// compared reports whether a check of another article reads a parameter of this
// one.
func (a *account) compared(c library.Check) bool {
	names := append(slices.Clone(c.Of), c.With)
	for _, p := range append(slices.Clone(c.If), c.Where...) {
		names = append(names, p.Key)
	}
	return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, a.slot+".") })
}

// within returns those of the anchors that name the place or something in it; of
// a sub-clause also its article.
func (a *account) within(anchors []string) []string {
	own := a.anchors()
	return slices.DeleteFunc(slices.Clone(anchors), func(anchor string) bool { return !slices.Contains(own, anchor) })
}

// anchors returns the names of the place, of what stands in it, and of the
// article that it stands in.
func (a *account) anchors() []string {
	first := a.match.Places[0]
	out := []string{first.Within}
	if first.Anchor != "" && first.Anchor != first.Within {
		out = append(out, first.Anchor)
	}
	for _, n := range a.match.Contract.Texts[0].Numbered() {
		if n.Anchor != "" && len(n.Blocks) > 0 && slices.Contains(first.Blocks, n.Blocks[0]) {
			out = append(out, n.Anchor)
		}
	}
	return out
}
