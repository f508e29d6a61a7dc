package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Suggest returns the candidate that a misspelt word was probably meant to be,
// or "". Words may differ in a third of their letters, though not in all.
func Suggest(word string, candidates []string) string {
	letters := utf8.RuneCountInString(word)
	best, limit := "", min(max(1, letters/3)+1, letters)
	for _, c := range candidates {
		if strings.EqualFold(word, c) {
			return c
		}
		if d := distance(word, c, limit); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// distance is the Levenshtein distance of two words in runes, in which two
// letters that changed places count as one mistake. It is limit if it is not
// below it.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	var before []int // the row above the last one
	last := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+differ(x[i], y[j]))
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		if slices.Min(row) > limit {
			return limit
		}
		before, last = last, row
	}
	return min(last[len(y)], limit)
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}

// listed joins words for a sentence; a very long list is cut.
func listed(words []string) string {
	const most = 40
	if len(words) > most {
		words = append(slices.Clone(words[:most]), "…")
	}
	return strings.Join(words, ", ")
}
