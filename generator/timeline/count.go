package timeline

import (
	"fmt"
	"strings"
	"time"

	"pactwright/generator/agreement"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
)

// count sets the date of an entry and says how it is counted. It reports false
// if a contract has neither the article nor the time that the row names.
func (m *maker) count(e *Entry, p point, plan *agreement.Plan) bool {
	row := e.Row
	if v, article, ok := param(plan, row.Instead); ok && !v.Date.IsZero() {
		e.Date, e.Path, e.Article = v.Date, v.Path, article.Option.Head.Title.Diag()
		return true
	}
	if row.Article != "" {
		article := articleOf(plan, row.Article)
		if article == nil {
			return false
		}
		e.Article = article.Option.Head.Title.Diag()
	}
	e.Date = p.date
	if row.DateOf != "" {
		return true
	}
	length, ok := m.length(e, plan)
	if !ok {
		return false
	}
	term := termOf(length)
	if row.Term.Before {
		e.Date, e.Counted = term.Before(p.date), diag.T("%s before %s", "%[2]s %[1]s 전", said(length), p.event)
		return true
	}
	e.Date, e.Counted = term.After(p.date), diag.T("%s after %s", "%[2]s부터 %[1]s", said(length), p.event)
	return true
}

// length returns how long the term of a row is: as it says, as the law or as the
// contract does.
func (m *maker) length(e *Entry, plan *agreement.Plan) (money.Count, bool) {
	t := e.Row.Term
	if t.Threshold != "" {
		limit, ok := m.Law.Threshold(t.Threshold)
		t.Days, t.Months = limit.Days, limit.Months
		return count(t), ok
	}
	if len(t.Param) == 0 {
		return count(t), true
	}
	for _, name := range t.Param {
		if v, article, ok := param(plan, name); ok {
			e.Article, e.Standard = article.Option.Head.Title.Diag(), !v.Chosen
			if v.Chosen {
				e.Path += ", " + v.Path
			}
			return v.Count, true
		}
	}
	return money.Count{}, false
}

func count(t law.Length) money.Count {
	switch {
	case t.Days > 0:
		return money.Count{N: t.Days, Unit: money.Day}
	case t.Months > 0:
		return money.Count{N: t.Months, Unit: money.Month}
	}
	return money.Count{N: t.Years, Unit: money.Year}
}

func termOf(c money.Count) calendar.Term {
	n := int(min(c.N, 1<<20))
	switch c.Unit {
	case money.Week:
		return calendar.Term{Days: 7 * n}
	case money.Month:
		return calendar.Term{Months: n}
	case money.Year:
		return calendar.Term{Years: n}
	}
	return calendar.Term{Days: n}
}

func said(c money.Count) diag.Text { return diag.Text{EN: c.EnglishPlain(), KO: c.Korean()} }

// param returns a value of a contract by its name, slot.name.
func param(plan *agreement.Plan, name string) (agreement.Value, *agreement.Article, bool) {
	slot, key, ok := strings.Cut(name, ".")
	article := articleOf(plan, slot)
	if !ok || article == nil {
		return agreement.Value{}, nil, false
	}
	v := article.Params[key]
	return v, article, v.Set
}

func articleOf(plan *agreement.Plan, slot string) *agreement.Article {
	if plan == nil {
		return nil
	}
	return plan.Article(slot)
}

// yearly returns a day of each of several years after a date.
func yearly(e Entry, p point) []Entry {
	if p.date.IsZero() {
		return nil
	}
	y := e.Row.Yearly
	month := time.Month(y.Month)
	day := diag.Text{EN: fmt.Sprintf("%s %d", month, y.Day), KO: fmt.Sprintf("%d월 %d일", y.Month, y.Day)}
	if y.Day == 31 {
		day = diag.Text{EN: "the end of " + month.String(), KO: fmt.Sprintf("%d월 말일", y.Month)}
	}
	e.Counted = diag.T("each year by %s, from the year after %s", "%[2]s이 속한 해의 다음 해부터 매년 %[1]s까지", day, p.event)
	id := e.ID
	var out []Entry
	for n := 1; n <= int(y.Times); n++ {
		year := p.date.Year() + n
		e.ID, e.Date = fmt.Sprintf("%s.%d", id, year), calendar.InMonth(year, int(y.Month), int(y.Day))
		if !e.Date.IsZero() {
			out = append(out, e)
		}
	}
	return out
}

// DayOff names the Saturday, Sunday or fixed public holiday that a date is. The
// text is empty for other days; holidays that move are not known.
func DayOff(v *law.Version, d calendar.Date) diag.Text {
	var weekend diag.Text
	switch day, off := d.Weekend(); {
	case off && day == time.Saturday:
		weekend = diag.Text{EN: "a Saturday", KO: "토요일"}
	case off:
		weekend = diag.Text{EN: "a Sunday", KO: "일요일"}
	}
	for _, h := range v.Holidays {
		if int(h.Month) == d.Month() && int(h.Day) == d.Day() {
			return diag.Text{
				EN: strings.TrimPrefix(weekend.EN+", "+h.Name.EN, ", "),
				KO: strings.TrimPrefix(weekend.KO+", "+h.Name.KO, ", "),
			}
		}
	}
	return weekend
}

// lengths counts in how many ways a length is given.
func lengths(t law.Length) int {
	n := 0
	for _, given := range []bool{t.Days != 0, t.Months != 0, t.Years != 0, t.Threshold != "", len(t.Param) > 0} {
		if given {
			n++
		}
	}
	return n
}
