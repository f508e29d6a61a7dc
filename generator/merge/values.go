package merge

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/agreement"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
)

// fault is a value that a function could not make; printing it reports why.
type fault struct{ problem }

func wrong(en, ko string, args ...any) fault {
	return fault{problem{reason: diag.T(en, ko, args...), fix: diag.T("correct the template", "템플릿을 고치십시오")}}
}

func (m *merger) refuse(name string) func(...any) any {
	return func(...any) any {
		return wrong("%s would print a value without its type; use amount, date and list functions such as code, short and join",
			"%s 함수는 값의 종류를 잃습니다. code, short, join과 같은 함수를 쓰십시오", name)
	}
}

func (m *merger) words(v any) any {
	return printedAmount(v, func(a money.Amount) (text, value string) {
		if m.in.Lang == diag.Korean {
			return a.KoreanFormal(), a.Value()
		}
		return a.English() + " (" + a.EnglishWords() + ")", a.Value()
	})
}

func (m *merger) code(v any) any {
	return printedAmount(v, func(a money.Amount) (text, value string) { return a.Code(), a.Value() })
}

func (m *merger) plain(v any) any {
	return printedAmount(v, func(a money.Amount) (text, value string) { return a.Plain(), a.Value() })
}

func (m *merger) approx(v any) any {
	return printedAmount(v, func(a money.Amount) (text, value string) {
		if m.in.Lang == diag.Korean {
			return a.ApproximateKorean(), "about " + a.Value()
		}
		return a.ApproximateEnglish(), "about " + a.Value()
	})
}

// printedAmount prints an amount in a form of its own. What is no amount because
// nobody has set it stays the gap that it is.
func printedAmount(v any, form func(money.Amount) (text, value string)) any {
	switch a := v.(type) {
	case fault:
		return a
	case money.Amount:
		text, value := form(a)
		return amountInline(a, text, value)
	case *money.Amount:
		return printedAmount(*a, form)
	}
	return wrong("this is no amount", "금액이 아닙니다")
}

// amountInline prints an amount in a form of its own. One without a currency is
// none: nobody has set it.
func amountInline(a money.Amount, text, value string) any {
	if a.Currency().IsZero() {
		return fault{*empty}
	}
	return doc.Inline{Kind: doc.AmountInline, Text: text, Value: value}
}

func (m *merger) short(v any) any {
	ko := m.in.Lang == diag.Korean
	switch d := v.(type) {
	case calendar.Date:
		if d.IsZero() || !ko {
			return d
		}
		return doc.Inline{Kind: doc.DateInline, Text: d.KoreanPoint(), Value: d.Value()}
	case calendar.Period:
		if d.Start.IsZero() || d.End.IsZero() || !ko {
			return d
		}
		return doc.Inline{Kind: doc.DateInline, Text: d.KoreanPoint(), Value: d.Value()}
	}
	return wrong("short takes a date or a period", "short에는 날짜나 기간을 쓰십시오")
}

// join prints a list: A, B and C / A, B 및 C.
func (m *merger) join(list any) any {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return wrong("join takes a list", "join에는 목록을 쓰십시오")
	}
	var out []doc.Inline
	for i := range v.Len() {
		item, problem := m.inlines(v.Index(i).Interface())
		if problem != nil {
			return fault{*problem}
		}
		if i > 0 {
			out = append(out, doc.Inline{Kind: doc.TextInline, Text: m.separator(i, v.Len())})
		}
		out = append(out, item...)
	}
	return out
}

// replace puts other text in place of some. Text that is replaced again and
// again could grow beyond every memory, so what it makes is bounded.
func replace(old, other, text string) (string, error) {
	if len(text)+strings.Count(text, old)*(len(other)-len(old)) > maxText {
		return "", tooLong
	}
	return strings.ReplaceAll(text, old, other), nil
}

// capital prints text with a capital letter in front.
func capital(text diag.Text) diag.Text {
	r, size := utf8.DecodeRuneInString(text.EN)
	if size == 0 || r == utf8.RuneError {
		return text
	}
	text.EN = string(unicode.ToUpper(r)) + text.EN[size:]
	return text
}

func (m *merger) separator(i, n int) string {
	switch {
	case i < n-1:
		return ", "
	case m.in.Lang == diag.Korean:
		return " 및 "
	case n > 2:
		return ", and "
	}
	return " and "
}

func (m *merger) particle(pair string) doc.Inline {
	return doc.Inline{Kind: doc.ParticleInline, Target: pair}
}

// enum prints the word for a code.
func (m *merger) enum(group string, code any) any {
	v := reflect.ValueOf(code)
	if v.Kind() != reflect.String {
		return wrong("enum takes a code of the project file", "enum에는 과제 파일의 코드를 쓰십시오")
	}
	text := v.String()
	if text == "" {
		return fault{*empty}
	}
	word, ok := m.in.Words.In(group, text)
	if !ok {
		return wrong("there is no word for %s in the group %s of locales/words.yaml", "%s에 해당하는 낱말이 locales/words.yaml의 %s에 없습니다", text, group)
	}
	return word
}

// grant prints the code of the grant's currency.
func (m *merger) grant() any {
	code := m.in.Project.Grant.Code()
	return diag.Text{EN: code, KO: code}
}

// grantUnit prints what amounts of the grant are counted in.
func (m *merger) grantUnit() any {
	c := m.in.Project.Grant
	return diag.Text{EN: c.EnglishUnit(), KO: c.KoreanUnits()}
}

// grantUnits prints the same in the plural.
func (m *merger) grantUnits() any {
	c := m.in.Project.Grant
	return diag.Text{EN: c.EnglishUnits(), KO: c.KoreanUnits()}
}

// grantDecimals is how many decimals amounts of the grant have.
func (m *merger) grantDecimals() any { return m.in.Project.Grant.Digits() }

// grantMoney prints the word for money of the grant's currency.
func (m *merger) grantMoney() any {
	c := m.in.Project.Grant
	return diag.Text{EN: c.EnglishUnits(), KO: c.KoreanMoney()}
}

// phrase prints a word of the workbook to which a sheet belongs.
func (m *merger) phrase(key string) any {
	word, ok := m.in.Phrases[key]
	if !ok {
		return wrong("there is no word %s for this text in documents/budget/words.yaml", "%s: 이 글에 쓸 수 있는 낱말이 documents/budget/words.yaml에 없습니다", key)
	}
	return word
}

func (m *merger) country(code string) any { return m.enum("country", code) }

// phase prints the call's label of a phase.
func (m *merger) phase(id string) any {
	if p, ok := m.in.Call.Phase(id); ok {
		return p.Label
	}
	return wrong("the call %s has no phase %s", "공고 %s에 %s 연차가 없습니다", m.in.Call.ID, id)
}

// lawref prints a citation.
func (m *merger) lawref(key string) any {
	c, ok := m.in.Law.Citation(key)
	if !ok {
		return wrong("the law version %s has no citation %s", "법령 버전 %s에 %s 인용이 없습니다", m.in.Law.ID, key)
	}
	i, ok := m.in.Law.Instrument(c.Instrument)
	if !ok || !c.Printable() {
		return wrong("%s is not confirmed in a source and cannot be printed as law", "%s: 출처에서 확인되지 않아 법령으로 인쇄할 수 없습니다", key)
	}
	text := i.Title.EN + ", " + c.Article.EN
	if m.in.Lang == diag.Korean {
		text = "「" + i.Title.KO + "」 " + c.Article.KO
	}
	return doc.Inline{Kind: doc.LawRefInline, Text: text, Target: key, Value: key}
}

// instrument prints the title of an act, a decree or a notice of the law version.
func (m *merger) instrument(key string) any {
	i, ok := m.in.Law.Instrument(key)
	if !ok {
		return wrong("the law version %s has no instrument %s", "법령 버전 %s에 %s 법령이 없습니다", m.in.Law.ID, key)
	}
	text := i.Title.EN
	if m.in.Lang == diag.Korean {
		text = "「" + i.Title.KO + "」"
	}
	return doc.Inline{Kind: doc.LawRefInline, Text: text, Target: key, Value: key}
}

// Share is the part of one party, as templates see it: the typed parameter
// of a contract.
type Share = agreement.Share
