package generator

import (
	"fmt"
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/pack"
	"pactwright/generator/render/docx"
	"pactwright/generator/review"
)

// redlines makes the Word files of a review: the whole contract in each language,
// with its changes against the standard tracked and remarks beside the articles.
func (s *state) redlines(r *review.Review) ([]pack.File, error) {
	plan := s.plans[slices.IndexFunc(s.plans, func(p *agreement.Plan) bool { return p.Agreement == r.Agreement })]
	style, err := s.wordStyle(plan.Type.Style)
	if err != nil {
		return nil, err
	}
	var out []pack.File
	for _, red := range r.Redlines {
		author := s.author(red.Lang)
		data, err := docx.Render(red.Resolved, docx.Meta{
			Title: red.Title, Author: author, Lang: red.Lang, Date: s.fileDate(), Style: style,
			Made:     docx.Made{Project: s.project.Info.ID, Document: fmt.Sprintf("agreement/%s.%s", r.Agreement.ID, red.Lang), Redline: "standard"},
			Changes:  docx.Changes{Author: author, Date: s.fileDate()},
			Comments: s.remarks(r, red, author),
		})
		if err != nil {
			return nil, err
		}
		out = append(out, pack.File{Path: fmt.Sprintf("%s/redline.%s.docx", strings.ToLower(r.Agreement.ID), red.Lang), Data: data})
	}
	return out, nil
}

// remarks are what a negotiator has to know about each article that deviates.
func (s *state) remarks(r *review.Review, red review.Redlined, author string) []docx.Comment {
	var out []docx.Comment
	for _, d := range r.Deviations {
		at, ok := red.Starts[d.Slot]
		if !ok || !d.Deviates() {
			continue
		}
		for at < len(red.Blocks) && !isText(red.Blocks[at]) {
			at++
		}
		out = append(out, docx.Comment{Block: at, Author: author, Date: s.fileDate(), Text: s.remark(d, red.Lang)})
	}
	return out
}

// asRedline makes of a contract what its redline shows of it once all changes are
// accepted, and takes our own remarks out of one that came back.
func (s *state) asRedline(d *document, is *docx.Text) error {
	d.withoutContents()
	reviews, err := s.reviews()
	if err != nil {
		return err
	}
	for _, r := range reviews {
		for _, red := range r.Redlines {
			if r.Agreement != d.plan.Agreement || red.Lang != d.lang {
				continue
			}
			for _, own := range s.remarks(r, red, "") {
				is.Remarks = slices.DeleteFunc(is.Remarks, func(m docx.Remark) bool { return tidied(m.Text) == tidied(own.Text) })
			}
		}
	}
	return nil
}

func (d *document) withoutContents() {
	plain := *d.settled
	plain.Contents = false
	d.settled = &plain
}

func isText(b doc.Block) bool {
	_, broken := b.(*doc.PageBreak)
	return !broken
}

func (s *state) remark(d review.Deviation, lang diag.Lang) string {
	word := func(group, code string) diag.Text {
		w, _ := s.words.In(group, code)
		return w
	}
	var lines []string
	add := func(label, text diag.Text) {
		if !text.IsZero() {
			lines = append(lines, diag.T("%s: %s", "%s: %s", label, text).In(lang))
		}
	}
	lines = append(lines, diag.T("%s; %s", "%s, %s", word("deviation", string(d.Kind)), word("approval_state", string(d.State))).In(lang))
	add(diag.T("Option", "선택지"), d.Option.Name())
	add(diag.T("Standard", "표준"), d.Standard.Name())
	add(diag.T("Rank", "등급"), word("rank", d.Rank))
	for _, c := range d.Changes {
		value := c.New
		if !c.Old.IsZero() {
			value = diag.T("%s → %s", "%s → %s", c.Old, c.New)
		}
		add(c.Title, value)
	}
	for _, n := range d.Notes {
		lines = append(lines, n.Line().In(lang))
	}
	add(diag.T("Risk", "위험"), d.Risk)
	add(diag.T("Partners", "상대 기관의 사정"), d.Policy)
	for _, l := range d.Law {
		add(diag.T("Provision", "관련 규정"), l)
	}
	for _, c := range d.Call {
		add(diag.T("Condition of the call", "공고의 조건"), c.Name())
	}
	return strings.Join(lines, "\n")
}
