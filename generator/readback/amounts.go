package readback

import (
	"fmt"
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
)

// Amounts checks every typed amount that a settled document prints: it must be
// known or come from the project file, and what is printed must have its value.
func Amounts(file string, settled *doc.Resolved, known Known) diag.List {
	var found diag.List
	for _, p := range settled.Printed() {
		for _, in := range p.Text {
			if in.Kind != doc.AmountInline {
				continue
			}
			amount, about, ok := canonical(in.Value)
			switch {
			case !ok || in.Path == "" && !known[amount]:
				found.Add(stray(file, p.Place, in, diag.T("the budget has no such amount, and the project file does not name it",
					"예산에도 과제 파일에도 없는 금액입니다")))
			case !says(in.Text, amount, about):
				found.Add(stray(file, p.Place, in, diag.T("the model has %s here", "모델의 금액: %s", amount.Code())))
			}
		}
	}
	return fewer(file, found)
}

func stray(file, place string, in doc.Inline, why diag.Text) diag.Finding {
	return diag.Finding{
		Code: CodeAmount, Severity: diag.Blocking, Place: diag.Place{File: file}, Path: in.Path, Template: in.Template,
		Message: diag.T("%s, %s: the amount “%s” does not come from the model", "%s, %s: 모델에서 나오지 않은 금액입니다. “%s”", file, place, in.Text),
		Why:     why,
		Fix:     diag.T("print an amount of the budget or a parameter of the contract", "예산의 금액이나 계약의 매개변수를 인쇄하십시오"),
	}
}

// canonical reads the form in which amounts are compared: "KRW 960000000", and
// "about USD 69565218" of one that is printed in whole units.
func canonical(value string) (a money.Amount, about, ok bool) {
	value, about = strings.CutPrefix(value, "about ")
	code, minor, ok := strings.Cut(value, " ")
	currency, err := money.ParseCurrency(code)
	if err != nil || !ok {
		return a, about, false
	}
	n, err := strconv.ParseInt(minor, 10, 64)
	return money.New(n, currency), about, err == nil
}

// says reports whether every figure of a text has the value of an amount, and
// at least one does. The sign is not looked at: it may stand before a currency.
// Hundredths behind words, as in "and 05/100", are part of the words.
func says(text string, a money.Amount, about bool) bool {
	value := a.Decimal()
	if about {
		value = parsed(value.StringFixed(0))
	}
	units, decimals, _ := strings.Cut(strings.TrimPrefix(value.String(), "-"), ".")
	some := false
	for _, f := range figures(text) {
		same := false
		switch f.form {
		case englishWords:
			n, ok := fromEnglish(f.shown)
			same = ok && strconv.FormatInt(n, 10) == units
		case koreanWords:
			same = koreanSays(f.text, units, decimals)
		default:
			plain := strings.TrimPrefix(strings.ReplaceAll(f.text, ",", ""), "-")
			same = parsed(units + "." + decimals + "0").Equal(parsed(plain))
			if !same && isFraction(text, f, decimals) {
				continue
			}
		}
		if !same {
			return false
		}
		some = true
	}
	return some
}

// isFraction reports whether a number is part of the hundredths that words end
// with: 05 or 100 of "and 05/100".
func isFraction(text string, f figure, decimals string) bool {
	if decimals == "" {
		return false
	}
	whole := "1" + strings.Repeat("0", len(decimals))
	return f.text == decimals && strings.HasPrefix(text[f.at+len(f.text):], "/"+whole) ||
		f.text == whole && strings.HasSuffix(text[:f.at], decimals+"/")
}

// koreanSays reports whether an amount in Korean words has the digits before
// and after the point.
func koreanSays(text, units, decimals string) bool {
	text, minor, _ := strings.Cut(strings.TrimPrefix(text, geum), ".")
	text, digits, point := strings.Cut(text, "점")
	n, ok := fromKorean(text)
	if !ok || strconv.FormatInt(n, 10) != units {
		return false
	}
	said := ""
	switch {
	case point:
		for _, r := range digits {
			n, _ := fromKorean(string(r))
			said += strconv.FormatInt(n, 10)
		}
	case minor != "":
		n, _ := fromKorean(minor)
		said = fmt.Sprintf("%0*d", len(decimals), n)
	default:
		said = strings.Repeat("0", len(decimals))
	}
	return said == decimals
}

// parsed reads a number without separators; what is none is -1, which no amount
// without its sign is.
func parsed(text string) money.Decimal {
	d, err := money.ParseDecimal(text)
	if err != nil {
		return money.NewDecimal(-1)
	}
	return d
}
