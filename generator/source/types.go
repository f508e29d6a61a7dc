package source

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// typeNames are the words for the types of a schema. The Korean word carries the
// particle of an object.
var typeNames = map[string]diag.Text{
	"integer": {EN: "a whole number", KO: "정수를"},
	"number":  {EN: "a number", KO: "숫자를"},
	"string":  {EN: "text", KO: "글을"},
	"boolean": {EN: "true or false", KO: "true나 false를"},
	"array":   {EN: "a list", KO: "목록을"},
	"object":  {EN: "a group of entries", KO: "항목 묶음을"},
	"null":    {EN: "nothing", KO: "빈 값을"},
}

// kindNames are the words for what is there instead. The Korean word carries
// the particle of a subject.
var kindNames = map[Kind]diag.Text{
	Null:   {EN: "empty", KO: "빈 값이"},
	Bool:   {EN: "true or false", KO: "true나 false가"},
	Number: {EN: "a number", KO: "숫자가"},
	String: {EN: "text", KO: "글이"},
	Map:    {EN: "a group of entries", KO: "항목 묶음이"},
	List:   {EN: "a list", KO: "목록이"},
}

// typeMessage says what a value is and which of the types of a schema it should
// be.
func typeMessage(v *Value, want []string) diag.Text {
	return diag.T("%s is %s, but must be %s", "%s: %[3]s 써야 하는데 %[2]s 있습니다",
		named(v.Path), kindNames[v.Kind], wantedTypes(want))
}

func wantedTypes(want []string) diag.Text {
	var out diag.Text
	for i, w := range want {
		name := typeNames[w]
		if i == 0 {
			out = name
			continue
		}
		out = diag.Text{EN: out.EN + " or " + name.EN, KO: withoutParticle(out.KO) + " 또는 " + name.KO}
	}
	return out
}

func withoutParticle(noun string) string {
	return strings.TrimSuffix(strings.TrimSuffix(noun, "을"), "를")
}

// typeAdvice tells how to write the value so that it has the type.
func typeAdvice(v *Value, want []string) diag.Text {
	has := func(types ...string) bool {
		return slices.ContainsFunc(want, func(w string) bool { return slices.Contains(types, w) })
	}
	switch {
	case has("integer", "number") && v.Kind == String:
		return numberAdvice(v)
	case has("integer") && v.Kind == Number:
		return diag.T("write a whole number, without a point", "소수점 없이 정수로 쓰십시오")
	case has("string") && v.IsScalar():
		return diag.T(`put it in quotes: "%s"`, `따옴표로 묶으십시오: "%s"`, v.Text)
	case has("boolean"):
		return diag.T("write true or false, without quotes", "따옴표 없이 true나 false를 쓰십시오")
	case has("array") && v.Kind != List:
		return diag.T("write it as a list: each item on a line of its own, beginning with -", "목록으로 쓰십시오. 항목마다 줄을 바꾸고 - 로 시작합니다")
	case has("object"):
		return diag.T("write its entries on the lines below, indented, as name: value", "아랫줄에 들여 써서 이름: 값 형태로 항목을 쓰십시오")
	case has("string"):
		return diag.T("write one text; put it in quotes if it has a colon or brackets", "글 하나로 쓰고, 콜론이나 괄호가 있으면 따옴표로 묶으십시오")
	}
	return diag.T("write a single number, without quotes", "따옴표 없이 숫자 하나만 쓰십시오")
}

// numberAdvice speaks of text that looks like a number.
func numberAdvice(v *Value) diag.Text {
	switch {
	case leadingZero.MatchString(v.Text) && !v.quoted:
		return diag.T(`quote this value if it is a code or a telephone number: "%s"; write it without the leading zero if it is a number`,
			`코드나 전화번호라면 이 값을 따옴표로 묶고("%s"), 숫자라면 앞의 0을 빼고 쓰십시오`, v.Text)
	case commaNumber.MatchString(v.Text):
		return diag.T("write it without commas: %s", "쉼표 없이 쓰십시오: %s", strings.ReplaceAll(v.Text, ",", "_"))
	case v.quoted && plainKind(v.Text) == Number:
		return diag.T("write it without quotes: %s", "따옴표 없이 쓰십시오: %s", v.Text)
	}
	return diag.T("write the number in digits only, without a unit, a percent sign or an exponent", "단위, 퍼센트 기호, 지수 없이 숫자만 쓰십시오")
}
