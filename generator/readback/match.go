package readback

import (
	"maps"
	"slices"
	"strings"
)

// matching finds out which missing figure belongs to which surplus one.
type matching struct {
	want    []expected
	have    []sighting
	pages   []string
	lines   [][]string // of the pages, once they are searched
	missing map[string]int
	surplus map[string]int
}

// mend takes out the figures that are only broken: the end of a line, a column
// or a page went through them. Of a number both parts must be surplus.
func (m *matching) mend() {
	for _, text := range slices.Sorted(maps.Keys(m.missing)) {
		n, form := m.missing[text], m.formOf(text)
		for ; n > 0 && m.broken(text, form); n-- {
			m.missing[text]--
		}
		if n == 0 {
			delete(m.missing, text)
		}
	}
}

func (m *matching) formOf(text string) form {
	i := slices.IndexFunc(m.want, func(e expected) bool { return e.text == text })
	return m.want[i].form
}

// broken looks for a figure in two parts and takes the parts out of the surplus.
// Parts of words may be no figures of their own; those that are go first, since
// the same words may be broken in several places.
func (m *matching) broken(text string, form form) bool {
	for _, surplus := range []bool{true, false} {
		for i := 1; i < len(text); i++ {
			a, b := strings.TrimRight(text[:i], ",."), strings.TrimLeft(text[i:], ",.")
			if !m.parts(a, b, form, surplus) || !m.divided(text[:i], text[i:]) {
				continue
			}
			for _, part := range []string{a, b} {
				if m.surplus[part]--; m.surplus[part] <= 0 {
					delete(m.surplus, part)
				}
			}
			return true
		}
	}
	return false
}

// parts reports whether two texts may be the parts of a figure: both of a number
// are surplus, and of words one, or none.
func (m *matching) parts(a, b string, form form, surplus bool) bool {
	if form <= number {
		return surplus && m.surplus[a] > 0 && m.surplus[b] > 0 && (a != b || m.surplus[a] > 1)
	}
	return !surplus || m.surplus[a] > 0 || m.surplus[b] > 0
}

// divided reports whether a line ends with one text, and another line of the
// same or the next page begins with the other.
func (m *matching) divided(a, b string) bool {
	if m.lines == nil {
		m.lines = foldedLines(m.pages)
	}
	for i := range m.lines {
		if !slices.ContainsFunc(m.lines[i], func(l string) bool { return strings.HasSuffix(strings.TrimSuffix(l, "and"), a) }) {
			continue
		}
		for _, lines := range m.lines[i:min(i+2, len(m.lines))] {
			if slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(strings.TrimPrefix(l, "and"), b) }) {
				return true
			}
		}
	}
	return false
}

// maxLines bounds the lines that are searched for parts of figures.
const maxLines = 100_000

// foldedLines are the lines of the pages as figures are compared: in small
// letters, without blanks and hyphens.
func foldedLines(pages []string) [][]string {
	out := make([][]string, len(pages))
	n := 0
	for i, page := range pages {
		lines := strings.Split(page, "\n")
		if n += len(lines); n > maxLines {
			break
		}
		for _, line := range lines {
			out[i] = append(out[i], strings.ReplaceAll(strings.ToLower(squeeze(line)), "-", ""))
		}
	}
	return out
}

// window is how many figures before and after one are compared.
const window = 3

// mostCompared bounds how many pairs are compared.
const mostCompared = 1 << 20

// pairs joins what is missing with what is surplus by what stands around it, the
// likeliest first, and adds what is left over.
func (m *matching) pairs() []pair {
	wants, haves := m.candidates()
	type scored struct{ want, have, score int }
	var all []scored
	if len(wants)*len(haves) <= mostCompared {
		for _, w := range wants {
			for _, h := range haves {
				all = append(all, scored{w, h, m.likeness(w, h)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return b.score - a.score })
	var out []pair
	usedWant, usedHave := map[int]bool{}, map[int]bool{}
	for _, s := range all {
		w, h := m.want[s.want].text, m.have[s.have].text
		if usedWant[s.want] || usedHave[s.have] || m.missing[w] == 0 || m.surplus[h] == 0 {
			continue
		}
		usedWant[s.want], usedHave[s.have] = true, true
		m.missing[w]--
		m.surplus[h]--
		out = append(out, pair{s.want, s.have, m.have[s.have].page})
	}
	out = append(out, m.left(wants, haves, usedWant, usedHave)...)
	slices.SortStableFunc(out, func(a, b pair) int { return a.page - b.page })
	return out
}

// candidates are the places of all figures that are missing and surplus
// somewhere.
func (m *matching) candidates() (wants, haves []int) {
	for i, w := range m.want {
		if m.missing[w.text] > 0 {
			wants = append(wants, i)
		}
	}
	for i, h := range m.have {
		if m.surplus[h.text] > 0 {
			haves = append(haves, i)
		}
	}
	return wants, haves
}

// likeness scores how much the figures around a place of the document are those
// around a place of the pages, and then how alike the two figures are.
func (m *matching) likeness(w, h int) int {
	score := 0
	for d := 1; d <= window; d++ {
		for _, by := range []int{-d, d} {
			i, j := w+by, h+by
			if i >= 0 && i < len(m.want) && j >= 0 && j < len(m.have) && m.want[i].text == m.have[j].text {
				score += 10 * (window + 1 - d)
			}
		}
	}
	a, b := m.want[w].figure, m.have[h].figure
	if a.form == b.form {
		score += 4
	}
	if len(a.text) == len(b.text) {
		score += 4
	}
	return score
}

// left are the pairs of which only one side is known.
func (m *matching) left(wants, haves []int, usedWant, usedHave map[int]bool) []pair {
	var out []pair
	for _, w := range slices.Backward(wants) {
		if text := m.want[w].text; !usedWant[w] && m.missing[text] > 0 {
			m.missing[text]--
			out = append(out, pair{w, -1, m.pageBeside(w)})
		}
	}
	for _, h := range slices.Backward(haves) {
		if text := m.have[h].text; !usedHave[h] && m.surplus[text] > 0 {
			m.surplus[text]--
			out = append(out, pair{m.unseen(h), h, m.have[h].page})
		}
	}
	return out
}

// unseen is the figure in whose place another stands, of those that a chart
// leaves out where they do not fit, so that none is missed: one that stands on
// the pages more rarely than the document has it and looks much like the other.
// It is -1 if there is none.
func (m *matching) unseen(h int) int {
	left, charted := map[string]int{}, map[string]bool{}
	for _, f := range m.want {
		left[f.text]++
		charted[f.text] = charted[f.text] || f.chart
	}
	for _, s := range m.have {
		left[s.text]--
	}
	best, most := -1, -1
	for w, f := range m.want {
		same := common(f.text, m.have[h].text)
		if !charted[f.text] || left[f.text] <= 0 || 2*same <= len(f.text) {
			continue
		}
		if score := 100*same + m.likeness(w, h); score > most {
			best, most = w, score
		}
	}
	return best
}

// common counts the characters that two figures of one length have in common.
func common(a, b string) int {
	same := 0
	for i := range a {
		if len(a) == len(b) && a[i] == b[i] {
			same++
		}
	}
	return same
}

// pageBeside is the page on which the figures before and after one stand, 0 if
// they stand together on none.
func (m *matching) pageBeside(w int) int {
	if w == 0 || w+1 >= len(m.want) {
		return 0
	}
	for i := range m.have {
		if i+1 < len(m.have) && m.have[i].text == m.want[w-1].text && m.have[i+1].text == m.want[w+1].text {
			return m.have[i].page
		}
	}
	return 0
}
