package source

import (
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"pactwright/generator/diag"
)

// sentence is what a finding says.
type sentence struct {
	code         string
	message, fix diag.Text
}

// words puts a violation in a sentence.
func (c collector) words(x violation) sentence {
	hint := c.hintFor(x)
	switch k := x.what.(type) {
	case unknownKey:
		message, fix := unknownText(x.value.Path, x.key, c.allowedKeys(x), hint)
		return sentence{CodeKey, message, fix}
	case missingKey:
		return missingWords(x, c.keyHint(x, x.key))
	case missingAny:
		return sentence{CodeMissing,
			diag.T("%s needs one of %s", "%s에 다음 항목 중 하나가 있어야 합니다: %s", named(x.value.Path), quotedList(k.keys)),
			withHint(diag.T("add one of them", "그중 하나를 추가하십시오"), hint)}
	case *kind.Type:
		return typeWords(x, k, hint)
	case *kind.Enum:
		return enumWords(x, k.Want, hint)
	case *kind.Const:
		return enumWords(x, []any{k.Want}, hint)
	case *kind.Pattern:
		return formWords(x, hint, diag.T("it must match the pattern %s", "다음 패턴에 맞아야 합니다: %s", k.Want))
	case *kind.Format:
		return formWords(x, hint, formatAdvice(k.Want))
	case *kind.AnyOf:
		return formWords(x, hint, diag.Text{})
	}
	if said, ok := sizeWords(x); ok {
		said.fix = withHint(said.fix, hint)
		return said
	}
	return sentence{CodeRule,
		diag.T("%s breaks a rule of this kind of file", "%s: 이 파일의 규칙에 맞지 않습니다", named(x.value.Path)), hint}
}

func missingWords(x violation, hint diag.Text) sentence {
	return sentence{CodeMissing,
		diag.T("%s has no %s", "%s에 %s 항목이 없습니다", named(x.value.Path), shown(x.key)),
		withHint(diag.T(`add "%s: …"`, `"%s: …" 항목을 추가하십시오`, x.key), hint)}
}

// unknownText speaks of a key that is not known. A key that is known but not
// allowed beside the others stands in the list itself.
func unknownText(path, key string, allowed []string, hint diag.Text) (message, fix diag.Text) {
	message = diag.T("%s is not a known entry of %s", "%s: %s에 쓸 수 없는 항목입니다", shown(key), inside(path))
	meant := Suggest(key, allowed)
	switch {
	case meant == key:
		return message, diag.T("remove it: it does not go with the other entries here", "지우십시오. 함께 있는 다른 항목과 같이 쓸 수 없습니다")
	case meant != "":
		return message, diag.T(`did you mean "%s"? known here: %s`, `혹시 "%s"입니까? 쓸 수 있는 항목: %s`, meant, listed(allowed))
	case len(allowed) > 0:
		return message, diag.T("remove it, or use one of: %s", "지우거나 다음 중 하나를 쓰십시오: %s", listed(allowed))
	}
	return message, withHint(diag.T("remove it", "지우십시오"), hint)
}

func inside(path string) diag.Text {
	if path == "" {
		return diag.T("this file", "이 파일")
	}
	return diag.Text{EN: path, KO: path}
}

func enumWords(x violation, want []any, hint diag.Text) sentence {
	allowed := values(want)
	var message diag.Text
	if x.value.IsScalar() {
		message = diag.T("%s: %s is not one of the possible values", "%s: 쓸 수 없는 값입니다: %s", named(x.value.Path), shown(x.value.Text))
	} else {
		message = diag.T("%s is not one of the possible values", "%s: 쓸 수 없는 값입니다", named(x.value.Path))
	}
	fix := diag.T("write one of: %s", "다음 중 하나를 쓰십시오: %s", listed(allowed))
	if meant := Suggest(x.value.Text, allowed); meant != "" {
		fix = diag.T(`did you mean "%s"? possible: %s`, `혹시 "%s"입니까? 쓸 수 있는 값: %s`, meant, listed(allowed))
	}
	fix = withHint(fix, hint)
	if isBlankScalar(x.value) {
		return sentence{CodeEmpty, emptyMessage(x.value.Path), fix}
	}
	return sentence{CodeEnum, message, fix}
}

func isBlankScalar(v *Value) bool {
	return v.Kind == Null || v.IsScalar() && strings.TrimSpace(v.Text) == ""
}

func emptyMessage(path string) diag.Text {
	return diag.T("%s is empty", "%s: 값이 비어 있습니다", named(path))
}

func emptyAdvice() diag.Text {
	return diag.T("write a value, or remove the entry if it may be left out", "값을 쓰거나, 생략할 수 있는 항목이면 지우십시오")
}

// formWords speaks of text that has the wrong form. The advice is used if the
// schema has no hint.
func formWords(x violation, hint, advice diag.Text) sentence {
	if hint.IsZero() {
		hint = advice
	}
	if isBlankScalar(x.value) {
		return sentence{CodeEmpty, emptyMessage(x.value.Path), hint}
	}
	if !x.value.IsScalar() {
		return sentence{CodeFormat, diag.T("%s is not in the form needed", "%s: 형식에 맞지 않습니다", named(x.value.Path)), hint}
	}
	return sentence{CodeFormat, diag.T("%s: %s is not in the form needed", "%s: 형식에 맞지 않는 값입니다: %s", named(x.value.Path), shown(x.value.Text)), hint}
}

func formatAdvice(format string) diag.Text {
	switch format {
	case "date":
		return diag.T("write a date that exists as year-month-day, as in 2024-07-01", "실제로 있는 날짜를 2024-07-01처럼 연-월-일로 쓰십시오")
	case "email":
		return diag.T("write an e-mail address, as in name@example.org", "name@example.org처럼 전자우편 주소를 쓰십시오")
	case "uri":
		return diag.T("write a full web address, as in https://example.org", "https://example.org처럼 전체 웹 주소를 쓰십시오")
	}
	return diag.T("the form needed is: %s", "필요한 형식: %s", format)
}

// typeWords speaks of a value of the wrong type.
func typeWords(x violation, k *kind.Type, hint diag.Text) sentence {
	if isBlankScalar(x.value) && !slices.Contains(k.Want, "null") {
		return sentence{CodeEmpty, emptyMessage(x.value.Path), withHint(emptyAdvice(), hint)}
	}
	return sentence{CodeType, typeMessage(x.value, k.Want), withHint(typeAdvice(x.value, k.Want), hint)}
}
