package redraft

import (
	"slices"
	"strings"

	"pactwright/generator/render/docx"
	"pactwright/generator/review"
)

// pair is a paragraph of the document and what came back of it; -1 if there is
// none.
type pair struct {
	was, is int
	moved   bool // it stands elsewhere now
}

// align finds what became of each paragraph: by its bookmark, else by its words
// between two paragraphs that have one.
func align(was, is []docx.Paragraph) []pair {
	a := aligner{was: was, is: is}
	anchored := a.anchored()
	var out []pair
	nextWas, nextIs := 0, 0
	for _, p := range append(inOrder(anchored), pair{was: len(was), is: len(is)}) {
		out = append(out, a.between(nextWas, p.was, nextIs, p.is, anchored)...)
		if p.was < len(was) {
			out = append(out, p)
		}
		nextWas, nextIs = p.was+1, p.is+1
	}
	return out
}

type aligner struct{ was, is []docx.Paragraph }

// bookmarkOf returns the bookmark of the place that a paragraph is.
func bookmarkOf(p docx.Paragraph) string {
	for _, b := range p.Bookmarks {
		if strings.HasPrefix(b, "pw") {
			return b
		}
	}
	return ""
}

// anchored pairs the paragraphs that have the same bookmark, in the order of the
// document. Of several bookmarks in one paragraph, as when two became one, it is
// what its words are most like.
func (a aligner) anchored() []pair {
	at := map[string]int{}
	for i, p := range a.was {
		if b := bookmarkOf(p); b != "" {
			at[b] = i
		}
	}
	var out []pair
	taken := map[int]bool{}
	for i, p := range a.is {
		best, most := -1, -1
		for _, b := range p.Bookmarks {
			j, known := at[b]
			if !known || taken[j] {
				continue
			}
			if l := review.Likeness(a.was[j].Text, p.Text); l > most {
				best, most = j, l
			}
		}
		if best >= 0 {
			taken[best] = true
			out = append(out, pair{was: best, is: i})
		}
	}
	slices.SortFunc(out, func(x, y pair) int { return x.was - y.was })
	return out
}

// inOrder returns the longest run of pairs that stand in the same order in both,
// and marks the others as moved.
func inOrder(pairs []pair) []pair {
	ends := []int{} // by length of run: the pair that ends the run whose last place is first
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.is, func(j, place int) int { return pairs[j].is - place })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	kept := map[int]bool{}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			kept[i] = true
		}
	}
	var out []pair
	for i := range pairs {
		if pairs[i].moved = !kept[i]; kept[i] {
			out = append(out, pairs[i])
		}
	}
	return out
}

// between pairs what stands between two anchored pairs.
func (a aligner) between(was, wasEnd, is, isEnd int, anchored []pair) []pair {
	moved := map[int]pair{}
	elsewhere := map[int]bool{}
	for _, p := range anchored {
		if p.moved {
			moved[p.was], elsewhere[p.is] = p, true
		}
	}
	var out, olds []pair
	for i := was; i < wasEnd; i++ {
		if p, ok := moved[i]; ok {
			out = append(out, p)
			continue
		}
		if counts(a.was[i]) {
			olds = append(olds, pair{was: i, is: -1})
		}
	}
	var news []pair
	for j := is; j < isEnd; j++ {
		if !elsewhere[j] && counts(a.is[j]) && a.is[j].Text != "" {
			news = append(news, pair{was: -1, is: j})
		}
	}
	return append(out, a.matched(olds, news)...)
}

// counts reports whether a paragraph says anything: empty ones and lines of the
// contents do not.
func counts(p docx.Paragraph) bool {
	return !p.Contents && (p.Text != "" || bookmarkOf(p) != "")
}

// matched pairs what says the same, and what stands in between by its place if
// there are as many on both sides, else by its words.
func (a aligner) matched(olds, news []pair) []pair {
	var out []pair
	for len(olds) > 0 || len(news) > 0 {
		i, j := a.nextSame(olds, news)
		out = append(out, a.paired(olds[:i], news[:j])...)
		if i < len(olds) {
			out = append(out, pair{was: olds[i].was, is: news[j].is})
			i, j = i+1, j+1
		}
		olds, news = olds[i:], news[j:]
	}
	return out
}

// nextSame returns the places of the next two that say the same, or the ends.
func (a aligner) nextSame(olds, news []pair) (int, int) {
	places := map[string]int{}
	for j := len(news) - 1; j >= 0; j-- {
		places[a.is[news[j].is].Text] = j
	}
	for i := range olds {
		if j, ok := places[a.was[olds[i].was].Text]; ok && a.was[olds[i].was].Text != "" {
			return i, j
		}
	}
	return len(olds), len(news)
}

func (a aligner) paired(olds, news []pair) []pair {
	if len(olds) == len(news) {
		for i := range olds {
			olds[i].is = news[i].is
		}
		return olds
	}
	var out []pair
	at := 0
	for _, o := range olds {
		for j := at; j < len(news); j++ {
			if review.Likeness(a.was[o.was].Text, a.is[news[j].is].Text) >= alikeFrom {
				out = append(out, news[at:j]...)
				o.is, at = news[j].is, j+1
				break
			}
		}
		out = append(out, o)
	}
	return append(out, news[at:]...)
}

// alikeFrom is from which share of the same words on, in thousandths, a paragraph
// is another one changed.
const alikeFrom = 400
