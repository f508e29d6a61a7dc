package sheet

import (
	"net/url"
	"strings"
)

// features checks what stands around the cells of a sheet.
func (c *checker) features(s *Sheet) {
	for _, v := range s.Validations {
		c.around(s, v.Range)
		c.validation(v)
	}
	for _, condition := range s.Conditions {
		c.around(s, condition.Range)
		c.formula(condition.Formula)
	}
	for _, n := range s.Notes {
		c.around(s, n.Ref.Cell())
		c.text(n.Text, MaxText)
	}
	for _, l := range s.Links {
		c.around(s, l.Ref.Cell())
		c.link(l)
	}
	for _, chart := range s.Charts {
		c.on(s, chart.At.Cell())
		c.chart(s, chart)
	}
	c.at = place{name: s.Name}
	for _, text := range []string{s.Print.Header, s.Print.Footer} {
		c.text(strings.ReplaceAll(text, "&", "&&"), MaxHeader)
	}
	if s.Unit < Ones || s.Unit > Millions {
		c.add("the sheet has no known unit", "시트의 단위를 알 수 없습니다")
	}
}

// around turns to cells that something is placed at.
func (c *checker) around(s *Sheet, r Range) {
	c.on(s, r)
	if !r.Valid() {
		c.add("something is placed outside the sheet", "시트를 벗어난 범위가 있습니다")
	}
}

func (c *checker) validation(v Validation) {
	c.text(v.Prompt, MaxPrompt)
	c.text(v.Problem, MaxPrompt)
	switch {
	case v.Kind == ListValidation && !c.names[strings.ToLower(v.List)]:
		c.add("the list of the validation is not defined", "유효성 검사의 목록이 정의되지 않았습니다")
	case v.Kind != ListValidation && (v.Min == "" && v.Max == "" || !c.bound(v.Min) || !c.bound(v.Max)):
		c.add("a bound of the validation is neither a number nor a name", "유효성 검사의 한계가 수도 이름도 아닙니다")
	}
}

// bound reports whether a text bounds a validation: a number or a defined name.
func (c *checker) bound(text string) bool {
	return text == "" || plainNumber.MatchString(text) || c.names[strings.ToLower(text)]
}

// link accepts places of the workbook that can be seen, pages of the web and
// addresses of mail. Programs would follow anything else, too.
func (c *checker) link(l Link) {
	c.text(l.Tip, MaxPrompt)
	if external(l.Target) {
		if u, err := url.Parse(l.Target); err != nil || u.Host+u.Opaque == "" || u.User != nil || len(l.Target) > MaxAddress ||
			strings.ContainsFunc(l.Target, func(r rune) bool { return r <= ' ' || forbidden(r) }) {
			c.add("the address of the link cannot be used", "링크 주소를 쓸 수 없습니다")
		}
		return
	}
	name, cell, _ := strings.Cut(l.Target, "!")
	target := c.w.Sheet(name)
	if target == nil || target.Hidden || !cellShape.MatchString(cell) {
		c.add("the link leads to no sheet", "링크가 가리키는 시트가 없습니다")
	}
}

// External reports whether a link leads out of the workbook.
func (l Link) External() bool { return external(l.Target) }

func external(target string) bool {
	return strings.HasPrefix(target, "https:") || strings.HasPrefix(target, "mailto:")
}
