package readback

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/readback/cells"
)

// Workbook compares the numbers of a workbook with the budget, and returns how
// many were compared.
func Workbook(file string, data []byte, m Model) (int, diag.List) {
	book, err := cells.Read(data)
	if err != nil {
		return 0, diag.List{unreadable(file, err)}
	}
	l := newLocator(book)
	found := fewer(file, l.compare(file, wants(m)))
	if at := l.strangers(); len(at) > 0 {
		found.Add(stranger(file, at))
	}
	return len(l.claimed), found
}

// compare compares the cells with the numbers of the model, and the rules of rows
// and the checks with themselves.
func (l *locator) compare(file string, all []wanted) diag.List {
	var found diag.List
	for _, w := range all {
		at, ok := l.find(w)
		if !ok {
			found.Add(homeless(file, w))
			continue
		}
		l.claimed[at] = true
		if c := l.cell(at); !sameNumber(c, w.value) {
			found.Add(other(file, at, w.what, shown(w.value), c))
		}
	}
	found.Add(l.kept(file, "Person")...)
	found.Add(l.kept(file, "Line")...)
	found.Add(l.checks(file)...)
	return found
}

// shown prints a number of the model with separators.
func shown(d money.Decimal) string { return d.Plain() }

// other reports a cell that holds something else.
func other(file string, at place, what diag.Text, want any, c cells.Cell) diag.Finding {
	have := diag.T("nothing", "빈 셀")
	switch {
	case c.Kind == cells.Number:
		have = diag.T("%s", "%s", separated(c.Value))
	case c.Kind != cells.Empty:
		have = diag.T("“%s”", "“%s”", short(c.Value))
	}
	return diag.Finding{
		Code: CodeCell, Severity: diag.Blocking, Place: diag.Place{File: file},
		Message: diag.T("%s, %s (%s): expected %s, found %s", "%s, %s(%s): 기대한 값 %s, 실제 값 %s", file, at, what, want, have),
		Fix:     rebuild(),
	}
}

// homeless reports a number for which the workbook has no place.
func homeless(file string, w wanted) diag.Finding {
	return diag.Finding{
		Code: CodeCell, Severity: diag.Blocking, Place: diag.Place{File: file},
		Message: diag.T("%s, %s (%s): expected %s, but there is no such row or name", "%s, %s(%s): 기대한 값 %s, 해당 행이나 이름 없음", file, w.column, w.what, shown(w.value)),
		Fix:     rebuild(),
	}
}

// strangers are the cells with a number that the model does not know, on the
// sheets to which names lead: not on those of text.
func (l *locator) strangers() []string {
	known := map[string]bool{}
	for _, area := range l.book.Names {
		known[area.Sheet] = true
	}
	var out []string
	for _, s := range l.book.Sheets {
		if !known[s.Name] {
			continue
		}
		var refs []cells.Ref
		for ref, c := range s.Cells {
			if c.Kind == cells.Number && !l.claimed[place{s.Name, ref}] {
				refs = append(refs, ref)
			}
		}
		slices.SortFunc(refs, func(a, b cells.Ref) int {
			if a.Row != b.Row {
				return a.Row - b.Row
			}
			return a.Column - b.Column
		})
		for _, ref := range refs {
			out = append(out, place{s.Name, ref}.String())
		}
	}
	return out
}

func stranger(file string, at []string) diag.Finding {
	const most = 5
	names := strings.Join(at[:min(len(at), most)], ", ")
	if len(at) > most {
		names += ", …"
	}
	return diag.Finding{
		Code: CodeMore, Severity: diag.Warning, Place: diag.Place{File: file},
		Message: diag.T("%s has numbers that the model does not know: %s", "%s: 모델에 없는 숫자가 있습니다. %s", file, names),
		Why:     diag.T("a number that nothing is compared with may be wrong", "비교할 값이 없는 숫자는 틀려도 알 수 없습니다"),
		Fix:     rebuild(),
	}
}

// separated puts separators into a plain number of the file.
func separated(text string) string {
	if d, err := money.ParseDecimal(text); err == nil {
		return d.Plain()
	}
	return short(text)
}

// short cuts a text that somebody put into a file.
func short(text string) string {
	runes := []rune(strings.ReplaceAll(text, "\n", " "))
	if len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return string(runes)
}
