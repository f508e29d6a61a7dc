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
	for rest := formula; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == '"':
			end := strings.IndexByte(rest[1:], '"')
			if end < 0 {
				c.add("a text in the formula does not end", "수식 안의 글이 닫히지 않았습니다")
				return
			}
			if units(rest[1:end+1]) > MaxQuoted {
				c.add("a text in the formula is longer than %d characters", "수식 안의 글이 %d자를 넘습니다", MaxQuoted)
			}
			rest = rest[end+2:]
		case identifierRune(r) || r == '$':
			end := strings.IndexFunc(rest, func(r rune) bool { return !identifierRune(r) && r != '$' })
			if end < 0 {
				end = len(rest)
			}
			c.word(rest[:end], rest[:min(end+1, len(rest))])
			rest = rest[end:]
		default:
			rest = rest[size:]
		}
	}
}

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
	rest := strings.TrimPrefix(word, "$")
	letters := len(rest) - len(strings.TrimLeft(rest, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
	digits := strings.TrimPrefix(rest[letters:], "$")
	return 1 <= letters && letters <= 3 && 1 <= len(digits) && len(digits) <= 7 && strings.Trim(digits, "0123456789") == ""
}
