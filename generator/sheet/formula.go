package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// functions are the spreadsheet functions on whose results the common programs
// agree. Others are refused: some give other values elsewhere, some depend on
// the clock or on the reader's language.
var functions = map[string]bool{
	"SUM": true, "SUMIFS": true, "COUNTIF": true, "COUNT": true, "COUNTA": true,
	"INDEX": true, "MATCH": true, "IF": true, "AND": true, "ISERROR": true,
	"ROUND": true, "ROUNDDOWN": true, "ABS": true, "MIN": true, "MAX": true,
	"EDATE": true, "YEAR": true, "MONTH": true, "CHOOSE": true,
}

var (
	cellShape     = regexp.MustCompile(`^[A-Za-z]{1,3}[0-9]{1,7}$`)
	absoluteRange = regexp.MustCompile(`^\$[A-Z]{1,3}\$[0-9]{1,7}(:\$[A-Z]{1,3}\$[0-9]{1,7})?$`)
	plainNumber   = regexp.MustCompile(`^-?[0-9]{1,15}([.][0-9]{1,9})?$`)
	rowColumn     = regexp.MustCompile(`^[Rr][0-9]*([Cc][0-9]*)?$|^[Cc][0-9]*$`)
)

// looksLikeCell reports whether a spreadsheet would read the name as a cell, in
// either way of writing cells.
func looksLikeCell(name string) bool {
	return cellShape.MatchString(name) || rowColumn.MatchString(name)
}

func isIdentifier(name string) bool {
	for i, r := range name {
		if !identifierRune(r) || i == 0 && (unicode.IsDigit(r) || r == '.') {
			return false
		}
	}
	return name != ""
}

func identifierRune(r rune) bool {
	return r == '_' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// formula checks length, functions, names and sheets of a formula. It reads
// words only; the arithmetic is the business of the program that made it.
func (c *checker) formula(formula string) {
	c.text(formula, MaxFormula)
	if formula == "" || formula[0] == '=' {
		c.add("a formula is written without a leading equals sign", "수식은 등호 없이 적어야 합니다")
		return
	}
	for i := 0; i < len(formula); {
		switch b := formula[i]; {
		case b == '"':
			end := strings.IndexByte(formula[i+1:], '"')
			if end < 0 {
				c.add("a text in the formula does not end", "수식 안의 글이 닫히지 않았습니다")
				return
			}
			if quoted := formula[i+1 : i+1+end]; len(quoted) > MaxQuoted && units(quoted) > MaxQuoted {
				c.add("a text in the formula is longer than %d characters", "수식 안의 글이 %d자를 넘습니다", MaxQuoted)
			}
			i += end + 2
		case wordByte[b]:
			end := i + 1
			for end < len(formula) && wordByte[formula[end]] {
				end++
			}
			if word := formula[i:end]; !isCell(word) || end < len(formula) && (formula[end] == '(' || formula[end] == '!') {
				c.word(word, formula[i:min(end+1, len(formula))])
			}
			i = end
		default:
			i++
		}
	}
}

// wordByte tells the bytes of words in formulas: those of identifiers, dollar
// signs, and all that is not ASCII.
var wordByte = func() (is [256]bool) {
	for b := range is {
		is[b] = b >= utf8.RuneSelf || b == '$' || identifierRune(rune(b))
	}
	return is
}()

// word checks one word of a formula; the token is the word with the sign behind
// it. Most words are cells, and the others come again and again.
func (c *checker) word(word, token string) {
	if c.words[token] {
		return
	}
	before := len(c.problems)
	switch after := token[len(word):]; {
	case after == "(":
		if !functions[word] {
			c.add("the function %s is not among those that all programs agree on",
				"모든 프로그램에서 결과가 같은 함수가 아닙니다: %s", word)
		}
	case after == "!":
		if !c.sheets[strings.ToLower(word)] {
			c.add("the formula names a sheet that does not exist: %s", "수식이 없는 시트를 가리킵니다: %s", word)
		}
	case number(word) || isCell(word):
		return
	case !c.names[strings.ToLower(word)]:
		c.add("the formula uses a name that is not defined: %s", "수식이 정의되지 않은 이름을 씁니다: %s", word)
	}
	if before == len(c.problems) {
		c.words[token] = true
	}
}

func number(word string) bool {
	return strings.Trim(word, "0123456789.") == ""
}

// isCell reports whether a word is a cell, with dollar signs or without, as
// cellShape does for one without.
func isCell(word string) bool {
	i := 0
	skip := func(is func(byte) bool, most int) bool {
		start := i
		for i < len(word) && is(word[i]) {
			i++
		}
		return 1 <= i-start && i-start <= most
	}
	dollar := func() {
		if i < len(word) && word[i] == '$' {
			i++
		}
	}
	dollar()
	if !skip(isLetter, 3) {
		return false
	}
	dollar()
	return skip(isDigit, 7) && i == len(word)
}

func isLetter(b byte) bool { return 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
