package source

import (
	"math/big"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"pactwright/generator/diag"
)

// The words for a limit, before and after the number in English and Korean.
var (
	atLeast  = diag.Text{EN: "at least", KO: "이상이어야"}
	atMost   = diag.Text{EN: "at most", KO: "이하여야"}
	moreThan = diag.Text{EN: "more than", KO: "초과여야"}
	lessThan = diag.Text{EN: "less than", KO: "미만이어야"}
	multiple = diag.Text{EN: "a multiple of", KO: "단위여야"}
)

// sizeWords speaks of limits: of numbers, of the length of text, of how many
// entries there are. It reports false for other kinds.
func sizeWords(x violation) (said sentence, ok bool) {
	switch k := x.what.(type) {
	case *kind.Minimum:
		return numberWords(x, atLeast, k.Want), true
	case *kind.Maximum:
		return numberWords(x, atMost, k.Want), true
	case *kind.ExclusiveMinimum:
		return numberWords(x, moreThan, k.Want), true
	case *kind.ExclusiveMaximum:
		return numberWords(x, lessThan, k.Want), true
	case *kind.MultipleOf:
		return numberWords(x, multiple, k.Want), true
	case *kind.MinLength:
		return lengthWords(x, atLeast, k.Got, k.Want), true
	case *kind.MaxLength:
		return lengthWords(x, atMost, k.Got, k.Want), true
	}
	return countWords(x)
}

// countWords speaks of how many entries there are and of those that repeat.
func countWords(x violation) (said sentence, ok bool) {
	switch k := x.what.(type) {
	case *kind.MinItems:
		return entryWords(x, atLeast, k.Got, k.Want), true
	case *kind.MaxItems:
		return entryWords(x, atMost, k.Got, k.Want), true
	case *kind.MinProperties:
		return entryWords(x, atLeast, k.Got, k.Want), true
	case *kind.MaxProperties:
		return entryWords(x, atMost, k.Got, k.Want), true
	case *kind.MinContains:
		return entryWords(x, atLeast, len(k.Got), k.Want), true
	case *kind.MaxContains:
		return entryWords(x, atMost, len(k.Got), k.Want), true
	case *kind.Contains:
		return sentence{CodeCount,
			diag.T("%s lacks an entry that must be there", "%s: 꼭 있어야 하는 항목이 없습니다", named(x.value.Path)),
			diag.T("add the entry", "항목을 추가하십시오")}, true
	case *kind.UniqueItems:
		first, second := Item(x.value.Path, k.Duplicates[0]), Item(x.value.Path, k.Duplicates[1])
		return sentence{CodeTwice,
			diag.T("%s says the same as %s", "%s: %s의 내용과 같습니다", second, first),
			diag.T("keep one of them", "하나만 남기십시오")}, true
	}
	return sentence{}, false
}

func numberWords(x violation, limit diag.Text, want *big.Rat) sentence {
	return sentence{CodeRange,
		diag.T("%s is %s; it must be %s %s", "%s: 지금 값은 %s, %[4]s %[3]s 합니다", named(x.value.Path), x.value.Text, limit, decimal(want)),
		diag.T("correct the number", "숫자를 고치십시오")}
}

func lengthWords(x violation, limit diag.Text, got, want int) sentence {
	if isBlankScalar(x.value) {
		return sentence{CodeEmpty, emptyMessage(x.value.Path), emptyAdvice()}
	}
	return sentence{CodeRange,
		diag.T("%s is %d letters long; it must be %s %d", "%s: 지금 %d자, %[4]d자 %[3]s 합니다", named(x.value.Path), got, limit, want),
		diag.T("correct the text", "글을 고치십시오")}
}

func entryWords(x violation, limit diag.Text, got, want int) sentence {
	return sentence{CodeCount,
		diag.T("%s: the number of entries is %d; it must be %s %d", "%s: 지금 %d개, %[4]d개 %[3]s 합니다", named(x.value.Path), got, limit, want),
		diag.T("add or remove entries", "항목을 더하거나 빼십시오")}
}

// decimal prints a number of a schema exactly.
func decimal(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(12), "0")
}
