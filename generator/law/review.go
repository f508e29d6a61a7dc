package law

import (
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// review looks for what makes a law version unfit to be cited.
type review struct {
	version *Version
	file    *source.File
	found   diag.List
}

func (r *review) add(code, path string, message, fix diag.Text) {
	r.found.Add(diag.Finding{
		Code: code, Severity: diag.Blocking, Place: r.file.Place(path), Path: path,
		Message: message, Fix: fix,
	})
}

func (r *review) head() {
	r.filled("id", r.version.ID)
	r.both("title", r.version.Title)
	r.filled("currency", r.version.Currency.Code())
}

func (r *review) instruments() {
	seen := map[string]bool{}
	for i, x := range r.version.Instruments {
		path := source.Item("instruments", i)
		r.key(path, x.Key, seen)
		r.both(path+".title", x.Title)
		r.both(path+".version", x.Version)
	}
}

func (r *review) citations() {
	seen := map[string]bool{}
	for i, c := range r.version.Citations {
		path := source.Item("citations", i)
		r.key(path, c.Key, seen)
		r.both(path+".article", c.Article)
		r.both(path+".says", c.Says)
		if _, ok := r.version.Instrument(c.Instrument); !ok {
			r.unknown(path+".instrument", c.Instrument)
		}
		if _, err := calendar.Parse(c.Checked); err != nil {
			r.add(CodeDate, path+".checked",
				diag.T("%s does not say when its text was last read", "%s: 조문을 마지막으로 확인한 날짜가 없습니다", c.Key),
				diag.T("write the day, as in checked: 2026-11-23", "checked: 2026-11-23처럼 날짜를 쓰십시오"))
		}
	}
}

func (r *review) categories() {
	seen := map[string]bool{}
	for i, c := range r.version.Categories {
		path := source.Item("categories", i)
		r.key(path, c.Key, seen)
		r.both(path+".name", c.Name)
		r.cited(path, c.Cite)
	}
}

func (r *review) limits() {
	seen := map[string]bool{}
	for i, l := range r.version.Limits {
		path := source.Item("limits", i)
		r.key(path, l.Key, seen)
		r.both(path+".name", l.Name)
		r.cited(path, l.Cite)
		if l.Percent.IsNegative() || l.Percent.IsZero() || l.Percent.Cmp(money.Hundred) > 0 {
			r.add(CodePercent, path+".percent",
				diag.T("the limit %s is %s, which is no share of a whole", "한도 %s: 비율로 쓸 수 없는 값입니다: %s", l.Key, l.Percent.English()),
				diag.T("write a percentage above 0 and up to 100", "0보다 크고 100 이하인 비율을 쓰십시오"))
		}
		r.read(path, l.Key, l.Cite, l.Found)
	}
}

func (r *review) settings() {
	seen := map[string]bool{}
	for i, s := range r.version.Settings {
		path := source.Item("settings", i)
		r.name(path+".id", s.ID, seen)
		r.both(path+".title", s.Title)
		r.both(path+".note", s.Note)
		known := false
		for j, v := range s.Values {
			known = known || v.ID == s.Default
			r.filled(source.Item(path+".values", j)+".id", v.ID)
			r.both(source.Item(path+".values", j)+".name", v.Name)
		}
		if !known {
			r.unknown(path+".default", s.Default)
		}
	}
}

func (r *review) topics() {
	seen := map[string]bool{}
	for i, x := range r.version.Topics {
		path := source.Item("topics", i)
		r.name(path+".id", x.ID, seen)
		r.both(path+".name", x.Name)
	}
}

func (r *review) sources() {
	seen := map[string]bool{}
	for i, x := range r.version.Sources {
		path := source.Item("sources", i)
		r.name(path+".id", x.ID, seen)
		r.both(path+".title", x.Title)
		r.both(path+".version", x.Version)
	}
}

func (r *review) thresholds() {
	seen := map[string]bool{}
	for i, t := range r.version.Thresholds {
		path := source.Item("thresholds", i)
		r.key(path, t.Key, seen)
		r.both(path+".name", t.Name)
		r.cited(path, t.Cite)
		stated := 0
		for _, n := range []int64{t.Amount.Minor(), t.Months, t.Days, t.Count} {
			if n < 0 {
				stated = -1
				break
			}
			if n > 0 {
				stated++
			}
		}
		if stated != 1 {
			r.add(CodeThreshold, path,
				diag.T("the threshold %s needs just one of amount, months, days and count above 0", "기준 %s: amount, months, days, count 가운데 하나만 0보다 크게 적어야 합니다", t.Key),
				diag.T("write one of them", "하나만 적으십시오"))
		}
		r.read(path, t.Key, t.Cite, t.Found)
	}
}

// counting asks for the provisions by which terms are counted.
func (r *review) counting() {
	for i, key := range r.version.Counting {
		if _, ok := r.version.Citation(key); !ok {
			r.unknown(source.Item("counting", i), key)
		}
	}
}

// holidays asks for days that exist, with a name.
func (r *review) holidays() {
	const leapYear = 2024
	for i, h := range r.version.Holidays {
		path := source.Item("holidays", i)
		r.both(path+".name", h.Name)
		if _, err := calendar.New(leapYear, int(h.Month), int(h.Day)); err != nil {
			r.add(CodeDate, path,
				diag.T("there is no day %d of month %d", "없는 날짜입니다: %[2]d월 %[1]d일", h.Day, h.Month),
				diag.T("correct month and day", "month와 day를 고치십시오"))
		}
	}
}

// read asks that what is said to be found is cited from a provision that was
// read.
func (r *review) read(path, key, cite string, found bool) {
	if c, ok := r.version.Citation(cite); ok && found && !c.Found {
		r.add(CodeDefault, path+".found",
			diag.T("%s is said to be found, but %s was not read", "%s: 확인된 것으로 적혀 있으나 근거 %s의 본문이 확인되지 않았습니다", key, cite),
			diag.T("set found: false, or cite the provision that was read", "found: false로 고치거나 확인한 조문을 인용하십시오"))
	}
}

// key asks for a key that no other entry of the list has.
func (r *review) key(path, key string, seen map[string]bool) { r.name(path+".key", key, seen) }

func (r *review) name(path, name string, seen map[string]bool) {
	if !r.filled(path, name) {
		return
	}
	if seen[name] {
		r.add(CodeTwice, path,
			diag.T("two entries have the name %s", "이름이 중복됩니다: %s", name),
			diag.T("give one of them another name", "둘 중 하나의 이름을 바꾸십시오"))
	}
	seen[name] = true
}

func (r *review) cited(path, key string) {
	if _, ok := r.version.Citation(key); !ok {
		r.unknown(path+".cite", key)
	}
}

func (r *review) unknown(path, key string) {
	r.add(CodeUnknown, path,
		diag.T("nothing in this file has the key %q", "이 파일에 없는 키입니다: %q", key),
		diag.T("correct the key or add its entry", "키를 고치거나 항목을 추가하십시오"))
}

func (r *review) filled(path, text string) bool {
	if strings.TrimSpace(text) != "" {
		return true
	}
	r.add(CodeEmpty, path,
		diag.T("%s is empty", "%s: 내용이 없습니다", path),
		diag.T("fill it in", "내용을 채우십시오"))
	return false
}

// both asks for a text in both languages.
func (r *review) both(path string, t Text) {
	r.filled(path+".en", t.EN)
	r.filled(path+".ko", t.KO)
}
