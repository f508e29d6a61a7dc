package pdf

import (
	"fmt"
	"strings"

	"pactwright/generator/diag"
)

// mostSpace bounds margins and distances: 60 mm, which leaves room for text on
// either paper.
const mostSpace = 17008

// check finds values that no page can be set with.
func (s *Style) check() diag.List {
	var l diag.List
	wrong := func(field string, got any, want string) { l.Add(wrongStyle(field, got, want)) }
	l.Add(s.checkMargins("margins", s.Margins)...)
	if s.SealMargin < 0 || s.SealMargin > mostSpace {
		wrong("seal_margin", s.SealMargin, fmt.Sprintf("0–%d", mostSpace))
	}
	for _, v := range []struct {
		name  string
		value int
	}{
		{"space_stretch", s.SpaceStretch}, {"letter_stretch", s.LetterStretch}, {"loose", s.Loose}, {"ragged", s.Ragged},
		{"numbers.gap", s.Numbers.Gap}, {"numbers.least", s.Numbers.Least}, {"columns.gutter", s.Columns.Gutter},
		{"notices.pad", s.Notices.Pad}, {"notices.bar", s.Notices.Bar},
		{"signatures.gap", s.Signatures.Gap},
	} {
		if v.value < 0 || v.value > mostSpace {
			wrong(v.name, v.value, fmt.Sprintf("0–%d", mostSpace))
		}
	}
	l.Add(s.Table.check("table")...)
	l.Add(s.KeyValue.check("key_value")...)
	l.Add(s.checkSchedule()...)
	l.Add(s.Tight.check()...)
	if len(s.Sections) == 0 {
		wrong("sections", len(s.Sections), "1–")
	}
	l.Add(checkTypes(s.types())...)
	l.Add(s.Logo.check()...)
	if w := s.Signatures.Writing; w < s.Signatures.Leading || w > 6000 {
		wrong("signatures.writing", w, "leading–6000")
	}
	return l.Sorted()
}

// checkMargins finds margins that leave no room for text, or none for seals.
func (s *Style) checkMargins(name string, m Margins) diag.List {
	var l diag.List
	for _, v := range []struct {
		side  string
		value int
		outer bool
	}{{"top", m.Top, false}, {"bottom", m.Bottom, false}, {"inner", m.Inner, true}, {"outer", m.Outer, true}} {
		field := name + "." + v.side
		switch {
		case v.value < 0 || v.value > mostSpace:
			l.Add(wrongStyle(field, v.value, fmt.Sprintf("0–%d", mostSpace)))
		case v.outer && v.value < s.SealMargin:
			l.Add(noSealMargin(field, v.value, s.SealMargin))
		}
	}
	return l
}

// noSealMargin is the finding about a margin that leaves no room for seals.
func noSealMargin(field string, got, want int) diag.Finding {
	return diag.Finding{
		Code: "PDF-SEAL", Severity: diag.Blocking, Path: field,
		Message: diag.T("the page style leaves a margin of %s mm (%s: %d), less than the %s mm for seals across pages", "쪽 모양(style)의 여백이 %smm(%s: %d)로, 간인에 필요한 %smm보다 좁습니다", millimetres(got), field, got, millimetres(want)),
		Why:     diag.T("parties seal or initial across the edges of the sheets (간인); a seal on the text makes both hard to read", "당사자가 낱장의 가장자리에 걸쳐 간인하거나 서명하므로, 여백이 좁으면 인영이 글과 겹쳐 알아보기 어렵습니다"),
		Fix:     diag.T("set %s to %d or more, or seal_margin to the room that the parties need", "%s 값을 %d 이상으로 하거나, seal_margin을 당사자에게 필요한 너비로 고치십시오", field, want),
	}
}

// millimetres returns centipoints in millimetres, rounded to tenths.
func millimetres(n int) string {
	tenths := (n*254*10/72 + 500) / 1000
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}

// check finds values that no table can be set with.
func (t TableStyle) check(name string) diag.List {
	var l diag.List
	for _, v := range []struct {
		field string
		value int
	}{{"pad_x", t.PadX}, {"pad_y", t.PadY}} {
		if v.value < 0 || v.value > mostSpace {
			l.Add(wrongStyle(name+"."+v.field, v.value, fmt.Sprintf("0–%d", mostSpace)))
		}
	}
	if t.Whole < 0 || t.Whole > 100 {
		l.Add(wrongStyle(name+".whole", t.Whole, "0–100"))
	}
	l.Add(t.Turn.check(name)...)
	return l
}

// wrongStyle is the finding about one value of a style.
func wrongStyle(field string, got any, want string) diag.Finding {
	return diag.Finding{
		Code: "PDF-STYLE", Severity: diag.Blocking, Path: field,
		Message: diag.T("the page style has %s: %v", "쪽 모양(style)의 값 %s: %v", field, got),
		Fix:     diag.T("it must be %s", "가능한 값: %s", want),
	}
}

// checkTypes finds kinds of text that cannot be set.
func checkTypes(types []namedType) diag.List {
	var l diag.List
	for _, t := range types {
		if t.Size < 400 || t.Size > 7200 || t.Leading < t.Size || t.Leading > 3*t.Size {
			l.Add(wrongStyle(t.name+".size/leading", fmt.Sprintf("%d/%d", t.Size, t.Leading), "400–7200, size ≤ leading ≤ 3 × size"))
		}
		if t.Before < 0 || t.After < 0 || t.Before > mostSpace || t.After > mostSpace {
			l.Add(wrongStyle(t.name+".before/after", fmt.Sprintf("%d/%d", t.Before, t.After), fmt.Sprintf("0–%d", mostSpace)))
		}
		if t.Align != "" && t.Align != "left" && t.Align != "center" && t.Align != "right" {
			l.Add(wrongStyle(t.name+".align", t.Align, "left, center, right"))
		}
	}
	return l
}

// checkFamilies finds families of fonts that there are not.
func (s *Style) checkFamilies(f *Faces) diag.List {
	var l diag.List
	check := func(field, family string) {
		if family != "" && !f.has(family) {
			l.Add(wrongStyle(field, family, strings.Join(f.names(), ", ")))
		}
	}
	check("family", s.Family)
	for _, t := range s.types() {
		check(t.name+".family", t.Family)
	}
	check("figure.family", s.Figure.Family)
	check("figure.title.family", s.Figure.Title.Family)
	return l
}

// namedType is a kind of text with its name in the file.
type namedType struct {
	name string
	Type
}

func (s *Style) types() []namedType {
	columns := s.Body
	columns.Size, columns.Leading = s.Columns.Size, s.Columns.Leading
	all := []namedType{
		{"body", s.Body}, {"small", s.Small}, {"title", s.Title}, {"part", s.Part}, {"article", s.Article},
		{"exhibit", s.Exhibit}, {"letterhead", s.Letterhead}, {"sender", s.Sender}, {"running", s.Running},
		{"columns", columns}, {"table", s.Table.Type}, {"key_value", s.KeyValue.Type},
		{"signatures", s.Signatures.Type}, {"notices", s.Notices.Type}, {"contents", s.Contents.Type},
	}
	for i, t := range s.Sections {
		all = append(all, namedType{fmt.Sprintf("sections[%d]", i), t})
	}
	return all
}
