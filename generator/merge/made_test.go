package merge

import (
	"testing"

	"pactwright/generator/agreement"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// short is an article with an option, which may stand for another article, and
// with a period.
func short(slot, option, standsFor string, days int64) *agreement.Article {
	o := &library.Option{Slot: slot, Name: option, File: library.File{Path: slot + "/" + option, SHA256: option}}
	if standsFor != "" {
		o.Head.StandsFor = source.Pairs[string]{{Key: standsFor, Value: "core"}}
	}
	return &agreement.Article{Option: o, Params: map[string]agreement.Value{"days": {Set: true, Count: money.Count{N: days, Unit: money.Day}}}}
}

func contract(articles ...*agreement.Article) *agreement.Plan {
	return &agreement.Plan{Parts: []agreement.Part{{Articles: articles}}}
}

// An article is taken over only if everything that it asks about the other
// articles has the same answer.
func TestQuestions(t *testing.T) {
	a := contract(short("funds", "long", "taxes", 30), short("term", "fixed", "", 30))
	tests := []struct {
		about            string
		b                *agreement.Plan
		has, option, all bool // the answers to each question are the same
		place            bool
	}{
		{"funds", contract(short("funds", "long", "taxes", 30)), true, true, true, true},
		{"funds", contract(short("funds", "long", "taxes", 60)), true, true, false, true},
		{"funds", contract(short("funds", "brief", "taxes", 30)), true, false, false, true},
		{"funds", contract(), false, false, false, true},
		{"taxes", contract(), true, true, true, false},
		{"taxes", contract(short("taxes", "own", "", 30)), false, false, false, false},
		{"taxes", contract(short("funds", "long", "taxes", 60)), true, true, true, true},
	}
	for i, tt := range tests {
		for asks, want := range map[asks]bool{askWhether: tt.has, askOption: tt.option, askWords: tt.all, askPlace: tt.place} {
			if got := (question{tt.about, asks}).same(a, tt.b); got != want {
				t.Errorf("row %d: question %d about %s has the same answer: %t, want %t", i, asks, tt.about, got, want)
			}
		}
	}
}

// It is taken over only below a heading of the same level, with its own words.
func TestMadeBefore(t *testing.T) {
	first := &Made{plan: contract(short("term", "fixed", "", 30)), articles: map[string]made{"term": {titled: true, blocks: []doc.Block{&doc.PageBreak{}}}}}
	tests := []struct {
		article *agreement.Article
		titled  bool
		want    bool
	}{
		{short("term", "fixed", "", 30), true, true},
		{short("term", "fixed", "", 30), false, false},
		{short("term", "fixed", "", 60), true, false},
		{short("term", "open", "", 30), true, false},
		{short("funds", "fixed", "", 30), true, false},
	}
	for i, tt := range tests {
		m := newMerger(Input{Plan: contract(tt.article), Made: first})
		if blocks, got := m.madeBefore(tt.article, tt.titled); got != tt.want || got != (len(blocks) == 1) {
			t.Errorf("row %d: taken over: %t, want %t", i, got, tt.want)
		}
	}
}
