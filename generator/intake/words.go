package intake

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// scalar is a value as the project file has it.
func (r *reader) scalar(c workbook.Column, text string) *source.Value {
	switch c.Kind {
	case workbook.Money:
		return source.NewNumber(stated(text, r.Project.Grant))
	case workbook.Number:
		return source.NewNumber(text)
	case workbook.Percent:
		return source.NewNumber(hundredfold(text))
	case workbook.Flag:
		return source.NewBool(text == "Y")
	case workbook.Date:
		return source.NewText(dayOf(text).String())
	}
	return source.NewText(text)
}

// stated is an amount with all decimals of its currency, if it has any.
func stated(text string, grant money.Currency) string {
	d, err := money.ParseDecimal(text)
	if err != nil || d.IsInteger() {
		return text
	}
	return d.StringFixed(grant.Digits())
}

// hundredfold is the percentage of a fraction.
func hundredfold(text string) string {
	d, err := money.ParseDecimal(text)
	if err != nil {
		return text
	}
	return d.Mul(money.NewDecimal(100)).Value()
}

// shown is a value in words.
func shown(c workbook.Column, text string) string {
	switch {
	case text == "":
		return ""
	case c.Kind == workbook.Money, c.Kind == workbook.Number:
		if d, err := money.ParseDecimal(text); err == nil {
			return d.Plain()
		}
	case c.Kind == workbook.Percent:
		return hundredfold(text) + "%"
	case c.Kind == workbook.Date:
		return dayOf(text).String()
	case c.Kind == workbook.Bilingual:
		return clip(strings.ReplaceAll(tidy(text), "\n", " / "))
	}
	return text
}

// quoted is a value in a sentence.
func quoted(c workbook.Column, text string) diag.Text { return shownOr(shown(c, text)) }
