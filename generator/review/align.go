package review

// pair is one place of two lists: an element of both, or of one of them only.
type pair struct{ old, new int }

// none stands for the side of a pair that is not there.
const none = -1

// alikeFrom is how alike two texts must be, in thousandths, to be the same one
// with other words.
const alikeFrom = 400

// item is what an alignment knows of an element.
type item struct {
	key  string // elements with the same key are the same one
	kind string // elements of different kinds are never the same one
	text string
}

// align pairs the elements of two lists in order: those with the same key, and
// between them those that are most alike. What is left out stands before what
// came in its place.
func align(old, new []item) []pair {
	a, b := keys(old, new)
	var out []pair
	for _, e := range compare(a, b) {
		if e.same {
			for i := range e.old.length() {
				out = append(out, pair{e.old.from + i, e.new.from + i})
			}
			continue
		}
		out = append(out, gap(old, new, e.old, e.new)...)
	}
	return out
}

func keys(old, new []item) (a, b []int) {
	numbers := map[string]int{}
	number := func(items []item) []int {
		out := make([]int, len(items))
		for i, it := range items {
			n, ok := numbers[it.key]
			if !ok {
				n = len(numbers)
				numbers[it.key] = n
			}
			out[i] = n
		}
		return out
	}
	return number(old), number(new)
}

// maxGap bounds the stretches in which every element is compared with every one.
const maxGap = 200

// gap pairs two stretches without a common key so that as much as possible is
// alike.
func gap(old, new []item, a, b span) []pair {
	n, m := a.length(), b.length()
	if n == 0 || m == 0 || n > maxGap || m > maxGap {
		return apart(nil, a, b)
	}
	score := make([][]int, n+1) // of the best pairing of the rest of both
	for i := range score {
		score[i] = make([]int, m+1)
	}
	worth := make([][]int, n)
	for i := n - 1; i >= 0; i-- {
		worth[i] = make([]int, m)
		for j := m - 1; j >= 0; j-- {
			x, y := old[a.from+i], new[b.from+j]
			if x.kind == y.kind {
				if w := Likeness(x.text, y.text); w >= alikeFrom {
					worth[i][j] = w
				}
			}
			score[i][j] = max(score[i+1][j], score[i][j+1])
			if w := worth[i][j]; w > 0 {
				score[i][j] = max(score[i][j], w+score[i+1][j+1])
			}
		}
	}
	var out []pair
	i, j := 0, 0
	from := pair{}
	for i < n && j < m {
		switch {
		case worth[i][j] > 0 && score[i][j] == worth[i][j]+score[i+1][j+1]:
			out = apart(out, span{a.from + from.old, a.from + i}, span{b.from + from.new, b.from + j})
			out = append(out, pair{a.from + i, b.from + j})
			i, j = i+1, j+1
			from = pair{i, j}
		case score[i][j] == score[i+1][j]:
			i++
		default:
			j++
		}
	}
	return apart(out, span{a.from + from.old, a.to}, span{b.from + from.new, b.to})
}

// apart adds what has no counterpart: first what is left out, then what is new.
func apart(out []pair, a, b span) []pair {
	for i := a.from; i < a.to; i++ {
		out = append(out, pair{i, none})
	}
	for j := b.from; j < b.to; j++ {
		out = append(out, pair{none, j})
	}
	return out
}
