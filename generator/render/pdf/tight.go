package pdf

import (
	"fmt"

	"pactwright/generator/diag"
)

// Tight says how a document is set whose last page would hold only a few lines, as
// a letter that runs over: with less distance between lines and paragraphs, if that
// saves the page.
type Tight struct {
	Over int `yaml:"over"` // per cent of a page that the last one fills at most; 0 sets nothing tighter
	By   int `yaml:"by"`   // by how much distances are made smaller at most, in per cent
}

// The distances are made smaller in steps, so that no more is taken away than need be.
const tightSteps = 4

// check finds values that say nothing or make lines touch.
func (t Tight) check() diag.List {
	var l diag.List
	if t.Over < 0 || t.Over > 100 {
		l.Add(wrongStyle("tight.over", t.Over, "0–100"))
	}
	if t.By < 0 || t.By > mostTight || t.Over > 0 && t.By == 0 {
		l.Add(wrongStyle("tight.by", t.By, fmt.Sprintf("1–%d", mostTight)))
	}
	return l
}

// mostTight is by how much distances may be made smaller: beyond it lines touch.
const mostTight = 25

// runsOver tells whether the last page of a document holds only a little.
func (l *Laid) runsOver(t Tight) bool {
	return len(l.Pages) > 1 && l.filled*100 <= t.Over*l.Pages[len(l.Pages)-1].sheet.textHeight()
}

// tighter returns the style with distances that are smaller by so much, in per cent.
// Lines are never closer than the size of their letters.
func (s Style) tighter(by int) Style {
	less := func(n *int) { *n = *n * (100 - by) / 100 }
	closer := func(t *Type) {
		size := t.Size
		less(&t.Leading)
		t.Leading = max(t.Leading, size)
		less(&t.Before)
		less(&t.After)
	}
	for _, t := range []*Type{
		&s.Body, &s.Small, &s.Title, &s.Part, &s.Article, &s.Exhibit, &s.Letterhead, &s.Sender,
		&s.Table.Type, &s.KeyValue.Type, &s.Signatures.Type, &s.Notices.Type,
	} {
		closer(t)
	}
	s.Sections = append([]Type(nil), s.Sections...)
	for i := range s.Sections {
		closer(&s.Sections[i])
	}
	less(&s.Columns.Leading)
	s.Columns.Leading = max(s.Columns.Leading, s.Columns.Size)
	for _, n := range []*int{&s.Table.PadY, &s.KeyValue.PadY, &s.Signatures.Gap, &s.Notices.Pad} {
		less(n)
	}
	return s
}
