package redraft

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/render/docx"
	"pactwright/generator/source"
)

// valueChange is one value that has other words in one place.
type valueChange struct {
	place   string
	path    string
	was, is string
	at      int // the paragraph that came back
}

// valuesOf takes the values of a paragraph that were changed, and returns what
// came back with the old ones in their places.
func (r *reader) valuesOf(was, is docx.Paragraph, at int) string {
	text := is.Text
	shift := 0 // of what stands behind the values that are put back
	for _, c := range r.controlsOf(was, is) {
		path, known := r.paths[c.title]
		if !known || c.was == c.is {
			continue
		}
		r.values = append(r.values, valueChange{r.where(), path, c.was, c.is, at})
		text = text[:c.from+shift] + c.was + text[c.to+shift:]
		shift += len(c.was) - (c.to - c.from)
	}
	return text
}

// changed is a value as it was and as it came back, with its bytes there.
type changed struct {
	title    string
	was, is  string
	from, to int
}

// controlsOf pairs the values of a paragraph with what came back of them: by their
// controls, or, where a program or a person dropped one, by the words around it.
func (r *reader) controlsOf(was, is docx.Paragraph) []changed {
	var out []changed
	left := slices.Clone(is.Controls)
	moved := newMapping(was.Text, is.Text)
	for _, c := range was.Controls {
		old := was.Text[c.From:c.To]
		i := slices.IndexFunc(left, func(o docx.Control) bool { return o.Title == c.Title })
		if i >= 0 {
			out = append(out, changed{c.Title, old, is.Text[left[i].From:left[i].To], left[i].From, left[i].To})
			left = slices.Delete(left, i, i+1)
			continue
		}
		if from, to, ok := moved.around(c.From, c.To); ok {
			out = append(out, changed{c.Title, old, is.Text[from:to], from, to})
		}
	}
	slices.SortFunc(out, func(a, b changed) int { return a.from - b.from })
	for i := 1; i < len(out); i++ {
		if out[i].from < out[i-1].to {
			return nil // they overlap: nothing is sure
		}
	}
	return out
}

// settleValues turns changed values into changes of the project file. One that was
// changed to two others is reported.
func (r *reader) settleValues() {
	done := map[string]string{}
	tree := insertions{root: r.Project.File.Root}
	for _, v := range r.values {
		if is, ok := done[v.path]; ok {
			if is != v.is {
				r.near = v.place
				r.add(CodeTwice, diag.Blocking, diag.T("%s: %s is %s here and %s elsewhere", "%s: %s 값이 여기서는 %s, 다른 곳에서는 %s입니다", v.place, v.path, clip(v.is), clip(is)), diag.Text{},
					diag.T("write the value that is meant in all places", "모든 자리에 같은 값을 쓰십시오"))
			}
			continue
		}
		done[v.path] = v.is
		edit, why := r.valueEdit(v, &tree)
		if !why.IsZero() {
			r.listed[v.at] = true
			r.add(CodeValue, diag.Unmet, diag.T("%s: %s → %s: %s", "%s: %s → %s: %s", v.place, clip(v.was), clip(v.is), v.path), why,
				diag.T("change the project file by hand", "과제 파일을 직접 고치십시오"))
			continue
		}
		r.Edits = append(r.Edits, edit...)
		r.Changes = append(r.Changes, Change{Place: v.place, Path: v.path, Was: v.was, Is: v.is})
	}
	r.Edits = append(r.Edits, tree.edits...)
}

// valueEdit returns the change of the project file that makes a value what came
// back, or why there is none.
func (r *reader) valueEdit(v valueChange, tree *insertions) ([]source.Edit, diag.Text) {
	node := r.Project.File.Root.Find(v.path)
	if node != nil && node.Kind == source.Map {
		node = spelling(node, v.was)
	}
	switch {
	case node == nil:
		return nil, r.insert(v, tree)
	case !node.IsScalar():
		return nil, computed()
	case oneLine(node.Text) == v.was:
		return []source.Edit{source.Set(node.Path, source.NewText(v.is))}, diag.Text{}
	}
	text, ok := restated(node.Text, v.was, v.is)
	if !ok {
		return nil, computed()
	}
	value := source.NewText(text)
	if node.Kind == source.Number {
		value = source.NewNumber(text)
	}
	return []source.Edit{source.Set(node.Path, value)}, diag.Text{}
}

func computed() diag.Text {
	return diag.T("what is printed there follows from the value by a rule, so that the value cannot be told from it",
		"인쇄된 표현은 값에서 규칙에 따라 만들어진 것이어서 거꾸로 값을 정할 수 없습니다")
}

// spelling returns the text of a value in two languages that is printed as it is,
// or nil.
func spelling(v *source.Value, printed string) *source.Value {
	for _, lang := range []string{"en", "ko"} {
		if text := v.Get(lang); text != nil && oneLine(text.Text) == printed {
			return text
		}
	}
	return v
}

// restated changes a date or the one number in a text as its print has changed.
func restated(text, was, is string) (string, bool) {
	if date, err := calendar.Parse(text); err == nil {
		old, ok := dateIn(was)
		now, good := dateIn(is)
		return now.String(), ok && good && old == date
	}
	stated, old, now := numberIn(text), numberIn(was), numberIn(is)
	if stated == "" || now == "" || !equal(stated, old) {
		return "", false
	}
	plain := strings.ReplaceAll(now, ",", "")
	if amount, err := money.ParseDecimal(plain); err != nil || amount.IsNegative() {
		return "", false
	}
	return strings.Replace(text, stated, plain, 1), true
}

var numberForm = regexp.MustCompile(`\d+(?:[,_]\d{3})*(?:\.\d+)?`)

// numberIn returns the number of a text, or "" if it has none or several.
func numberIn(text string) string {
	all := numberForm.FindAllString(text, -1)
	if len(all) == 0 {
		return ""
	}
	for _, n := range all[1:] {
		if !equal(n, all[0]) {
			return ""
		}
	}
	return all[0]
}

func equal(a, b string) bool {
	clean := strings.NewReplacer(",", "", "_", "")
	x, errX := money.ParseDecimal(clean.Replace(a))
	y, errY := money.ParseDecimal(clean.Replace(b))
	return errX == nil && errY == nil && x.Cmp(y) == 0
}

var (
	isoDate     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	koreanDate  = regexp.MustCompile(`^(\d{4})(?:년|\.) ?(\d{1,2})(?:월|\.) ?(\d{1,2})(?:일|\.)?$`)
	englishDate = regexp.MustCompile(`^(?:([A-Z][a-z]+) (\d{1,2}),|(\d{1,2}) ([A-Z][a-z]+)) (\d{4})$`)
	months      = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// dateIn reads a date as contracts write it, in either language.
func dateIn(text string) (calendar.Date, bool) {
	if isoDate.MatchString(text) {
		d, err := calendar.Parse(text)
		return d, err == nil
	}
	if m := koreanDate.FindStringSubmatch(text); m != nil {
		return dateOf(m[1], m[2], m[3])
	}
	m := englishDate.FindStringSubmatch(text)
	if m == nil {
		return calendar.Date{}, false
	}
	month := slices.Index(months, m[1]+m[4]) + 1
	return dateOf(m[5], strconv.Itoa(month), m[2]+m[3])
}

func dateOf(year, month, day string) (calendar.Date, bool) {
	two := func(n string) string {
		if len(n) == 1 {
			return "0" + n
		}
		return n
	}
	d, err := calendar.Parse(year + "-" + two(month) + "-" + two(day))
	return d, err == nil
}
