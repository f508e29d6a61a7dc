package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// problem is what is wrong with a cell, and what to type instead. The zero
// problem is none.
type problem struct{ message, fix diag.Text }

func (p problem) none() bool { return p.message.IsZero() }

func wrong(message, fix diag.Text) (string, problem) { return "", problem{message, fix} }

// blank reports whether a text has nothing to see.
func blank(text string) bool { return strings.TrimFunc(text, invisible) == "" }

func invisible(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

// word is a short text as it is compared: without spaces around it, full-width
// letters and digits as plain ones.
func word(text string) string {
	return norm.NFC.String(width.Fold.String(strings.TrimFunc(text, invisible)))
}

// value reads a cell as its column needs it. The text has the form in which the
// workbook was made, so that it can be compared.
func (r *reader) value(c workbook.Column, cell cell) (string, problem) {
	switch {
	case cell.Error:
		return wrong(diag.T("the cell shows the error %s", "오류 값이 있습니다: %s", clip(cell.Value)), diag.T("type the value", "값을 입력하십시오"))
	case blank(cell.Value):
		return c.Absent(r.Project.Grant), problem{}
	}
	switch c.Kind {
	case workbook.Word:
		return r.listedWord(c, word(cell.Value))
	case workbook.Flag:
		return flag(cell)
	case workbook.Money:
		return amount(cell, r.Project.Grant)
	case workbook.Number:
		return positive(cell)
	case workbook.Percent:
		return percent(cell)
	case workbook.Date:
		return r.date(cell)
	}
	return prose(cell.Value)
}

// listed finds a word in a list, whatever its capitals.
func listed(text string, list []string) (string, bool) {
	for _, w := range list {
		if strings.EqualFold(w, text) {
			return w, true
		}
	}
	return text, false
}

func (r *reader) listedWord(c workbook.Column, text string) (string, problem) {
	if c.List == workbook.Free {
		if !idForm.MatchString(text) {
			return wrong(diag.T("%s cannot be an id", "ID로 쓸 수 없습니다: %s", clip(text)), idRule)
		}
		return text, problem{}
	}
	list := r.lists[c.List]
	found, ok := listed(text, list)
	if ok {
		return found, problem{}
	}
	if len(list) == 0 {
		return wrong(diag.T("there is nothing that %s could name", "해당하는 행이 없습니다: %s", clip(text)), diag.T("remove this row, too, or add the row that it names", "이 행도 지우거나 가리키는 행을 추가하십시오"))
	}
	fix := diag.T("write one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(few(list), ", "))
	if meant := source.Suggest(text, list); meant != "" {
		fix = diag.T("did you mean %s? possible: %s", "혹시 %s입니까? 쓸 수 있는 값: %s", meant, strings.Join(few(list), ", "))
	}
	return wrong(diag.T("%s is not one of the possible values", "쓸 수 없는 값입니다: %s", clip(text)), fix)
}

// few cuts a list that nobody would read to the end.
func few(list []string) []string {
	const most = 20
	if len(list) > most {
		return append(append([]string{}, list[:most]...), "…")
	}
	return list
}

func flag(cell cell) (string, problem) {
	text := strings.ToUpper(word(cell.Value))
	if cell.Kind == sheet.BoolKind {
		text = map[bool]string{true: "Y", false: "N"}[text == "1" || text == "TRUE"]
	}
	if text != "Y" && text != "N" {
		return wrong(diag.T("%s is neither Y nor N", "Y나 N이 아닙니다: %s", clip(cell.Value)), diag.T("write Y or N", "Y나 N을 쓰십시오"))
	}
	return text, problem{}
}

var (
	numberForm = regexp.MustCompile(`^([-+]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?(?:[eE]([-+]?[0-9]{1,2}))?$`)
	commaForm  = regexp.MustCompile(`^[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
)

// number reads a number exactly as the text of the cell has it. A cell keeps a
// number as a binary fraction, whose text may have 17 digits; it is brought back
// to the 15 that spreadsheets show.
func number(cell cell, text string) (money.Decimal, bool) {
	if commaForm.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	m := numberForm.FindStringSubmatch(text)
	if m == nil {
		return money.Decimal{}, false
	}
	digits, ok := shift(m[2], m[3], m[4])
	if !ok {
		return money.Decimal{}, false
	}
	if cell.Kind == sheet.DecimalKind {
		digits = significant(digits, 15)
	}
	d, err := money.ParseDecimal(strings.TrimPrefix(m[1], "+") + digits)
	return d, err == nil
}

func notNumber(cell cell) (string, problem) {
	return wrong(diag.T("%s is not a number", "숫자가 아닙니다: %s", clip(cell.Value)),
		diag.T("write the number in digits, without a unit", "단위 없이 숫자만 쓰십시오"))
}

func positive(cell cell) (string, problem) {
	d, ok := number(cell, word(cell.Value))
	switch {
	case !ok:
		return notNumber(cell)
	case d.IsNegative():
		return wrong(diag.T("%s is less than 0", "0보다 작은 값입니다: %s", clip(cell.Value)), diag.T("write 0 or more", "0 이상의 값을 쓰십시오"))
	}
	return d.Value(), problem{}
}

// maxAmount is the largest amount of a project file, as its schema has it.
const maxAmount = 900_000_000_000_000

func amount(cell cell, grant money.Currency) (string, problem) {
	text, p := positive(cell)
	if !p.none() {
		return text, p
	}
	d, _ := money.ParseDecimal(text)
	if d.Cmp(money.NewDecimal(maxAmount)) > 0 {
		return wrong(diag.T("%s is too large an amount", "너무 큰 금액입니다: %s", clip(cell.Value)), diag.T("write the amount in %s", "금액을 %s 단위로 쓰십시오", units(grant)))
	}
	switch _, err := money.Exact(d, grant); {
	case err != nil && grant.Digits() == 0:
		return wrong(diag.T("%s is not a whole number of %s", "%[2]s 단위 정수가 아닙니다: %[1]s", clip(cell.Value), units(grant)),
			diag.T("write the amount in %s without decimals", "금액을 소수점 없이 %s 단위로 쓰십시오", units(grant)))
	case err != nil:
		return wrong(diag.T("%s has more decimals than an amount in %s can have", "%s: %s 금액에 쓸 수 없는 소수입니다", clip(cell.Value), grant.Code()),
			diag.T("write the amount with at most %d decimals", "금액을 소수점 아래 %d자리 이내로 쓰십시오", grant.Digits()))
	}
	return text, problem{}
}

// units are what amounts of a currency are counted in.
func units(c money.Currency) diag.Text { return diag.Text{EN: c.EnglishUnits(), KO: c.KoreanUnits()} }

// percent reads a fraction, or a percentage with its sign.
func percent(cell cell) (string, problem) {
	text, signed := strings.CutSuffix(word(cell.Value), "%")
	d, ok := number(cell, strings.TrimSpace(text))
	switch {
	case !ok:
		return notNumber(cell)
	case d.IsNegative():
		return wrong(diag.T("%s is less than 0", "0보다 작은 값입니다: %s", clip(cell.Value)), diag.T("write 0% or more", "0% 이상의 값을 쓰십시오"))
	case signed:
		return money.NewPercent(d).Fraction().Value(), problem{}
	case d.Cmp(money.NewDecimal(1)) > 0:
		return wrong(diag.T("%s would be more than 100%%", "100%%를 넘는 값이 됩니다: %s", clip(cell.Value)),
			diag.T("write the percentage with its sign, as in %s%%", "백분율을 기호와 함께 %s%%처럼 쓰십시오", d.Value()))
	}
	return d.Value(), problem{}
}

// Days between the two ways of counting, and the days that a project can have.
const (
	days1904 = 1462
	firstDay = 36_526  // 2000-01-01
	lastDay  = 109_574 // 2199-12-31
)

// date reads a day number. Text is refused: 01/02/2024 is two days.
func (r *reader) date(cell cell) (string, problem) {
	advice := diag.T("type it as a date, as in 2024-07-01, into a cell formatted as a date and not as text", "텍스트가 아니라 날짜 서식의 셀에 2024-07-01처럼 날짜로 입력하십시오")
	if cell.Kind == sheet.DateKind && len(cell.Value) >= 10 {
		if d, err := calendar.Parse(cell.Value[:10]); err == nil {
			return sheet.Date(d).String(), problem{}
		}
	}
	if cell.Kind != sheet.DecimalKind {
		return wrong(diag.T("%s is text, not a date", "날짜가 아니라 텍스트입니다: %s", clip(cell.Value)), advice)
	}
	d, ok := number(cell, cell.Value)
	n, whole := d.Int64()
	if r.Book.Date1904 {
		n += days1904
	}
	if !ok || !whole || !d.IsInteger() || n < firstDay || n > lastDay {
		return wrong(diag.T("%s is not the number of a day", "날짜로 읽을 수 없는 수입니다: %s", clip(cell.Value)), advice)
	}
	return money.NewDecimal(n).Value(), problem{}
}

// dayOf is the date of a day number as value writes it.
func dayOf(text string) calendar.Date {
	d, _ := money.ParseDecimal(text)
	n, _ := d.Int64()
	zero, _ := calendar.New(2000, 1, 1)
	return zero.AddDays(int(n) - firstDay)
}

// maxProse is how many letters a text may have in one language, as the schema of
// project files has it.
const maxProse = 2000

func prose(text string) (string, problem) {
	text = tidy(text)
	if r, bad := source.Unusable(text); bad {
		return wrong(diag.T("the text has the character U+%04X, which cannot be used", "쓸 수 없는 문자가 있습니다: U+%04X", r),
			diag.T("delete it or type the text again", "지우거나 글을 다시 입력하십시오"))
	}
	for _, part := range strings.Split(text, "\n") {
		if n := utf8.RuneCountInString(part); n > maxProse {
			return wrong(diag.T("the text has %d letters, more than %d", "글이 %d자로, 한도 %d자를 넘습니다", n, maxProse), diag.T("shorten it", "글을 줄이십시오"))
		}
	}
	return text, problem{}
}

// tidy is a longer text as it is compared: line ends alike, no space around
// lines.
func tidy(text string) string {
	text = norm.NFC.String(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimFunc(line, func(r rune) bool { return invisible(r) && r != '\n' })
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
