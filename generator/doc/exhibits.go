package doc

import (
	"strings"

	"pactwright/generator/diag"
)

// exhibits finds exhibits that no text outside of them names: nobody would know
// what they are for.
func (r *resolver) exhibits() {
	named := map[string]bool{}
	var attached []*Heading
	inside := ""
	for _, b := range r.doc.Blocks {
		if h, ok := b.(*Heading); ok {
			switch h.Kind {
			case ExhibitHeading:
				inside = h.Anchor
				attached = append(attached, h)
			case TitleHeading, PartHeading, ArticleHeading:
				inside = ""
			}
		}
		for _, run := range runs(b) {
			for _, in := range *run.text {
				slot, _, _ := strings.Cut(in.Target, ".")
				if in.Kind == RefInline && slot != inside {
					named[slot] = true
				}
			}
		}
	}
	for _, h := range attached {
		if h.Anchor == "" || named[h.Anchor] {
			continue
		}
		r.found.Add(blocking(CodeExhibit, Origin{},
			diag.T("the exhibit “%s” is attached, but no text names it", "별표 “%s”: 첨부되었으나 본문에서 언급하지 않습니다", quoted(Text(h.Text))),
			diag.T("refer to it where it matters, or leave it out", "필요한 곳에서 참조하거나 별표를 빼십시오")))
	}
}
