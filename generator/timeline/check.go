package timeline

import (
	"maps"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// CodeRow is the code of the findings about a row of `deadlines:`. All of them
// are blocking: a row that is not understood would silently give no date.
const CodeRow = "TIMELINE-ROW"

// Load reads a file that is a list of such rows.
func Load(name string, data []byte) ([]law.Deadline, *source.File, diag.List) {
	f, found := source.Decode(name, data)
	var rows []law.Deadline
	if f != nil && f.Root != nil {
		found.Add(source.Into(f, f.Root, &rows, source.Strict)...)
	}
	return rows, f, found
}

// Check reports rows with names that nothing stands for, without a title or a
// date, or of which the length of time is not one. Rows may count from those of
// the lists before them.
func Check(f *source.File, rows []law.Deadline, v *law.Version, before ...[]law.Deadline) diag.List {
	r := review{file: f, law: v, ids: map[string]bool{}}
	for _, list := range before {
		for _, row := range list {
			r.ids[row.ID] = true
		}
	}
	for _, row := range rows {
		r.row(row)
		r.ids[row.ID] = true
	}
	return r.found
}

type review struct {
	file  *source.File
	law   *law.Version
	ids   map[string]bool
	found diag.List
}

func (r *review) row(row law.Deadline) {
	names := slices.Sorted(maps.Keys(pointsOf))
	if row.ID == "" || strings.Contains(row.ID, ".") || r.ids[row.ID] {
		r.add(row, "id", diag.T("the id %q is empty, has a point or stands twice", "id %q: 비어 있거나 점이 있거나 중복됩니다", row.ID))
	}
	if row.Title.EN == "" || row.Title.KO == "" || (row.Note.EN == "") != (row.Note.KO == "") {
		r.add(row, "title", diag.T("title or note is missing in one language", "title 또는 note가 한 언어에 없습니다"))
	}
	r.known(row, "who", row.Who, concerned)
	switch {
	case (row.DateOf == "") == (row.From == ""):
		r.add(row, "date_of", diag.T("it needs either date_of or from", "date_of와 from 가운데 하나만 적어야 합니다"))
	case row.DateOf != "":
		r.known(row, "date_of", row.DateOf, names)
	case !r.ids[row.From]:
		r.known(row, "from", row.From, names)
	}
	for _, c := range row.When {
		r.known(row, "when", c, conditions)
	}
	if row.Each != "" {
		r.known(row, "each", row.Each, []string{"agreement"})
	}
	r.length(row)
	r.sources(row)
}

// length asks for just one length of time where a date is counted, and for none
// where it stands.
func (r *review) length(row law.Deadline) {
	n := lengths(row.Term)
	if row.Yearly != nil {
		n++
		if y := row.Yearly; y.Month < 1 || y.Month > 12 || y.Day < 1 || y.Day > 31 || y.Times < 1 || y.Times > 50 {
			r.add(row, "yearly", diag.T("the day does not exist, or the years are not 1 to 50", "없는 날짜이거나 연수가 1~50이 아닙니다"))
		}
	}
	if t := row.Term; min(t.Days, t.Months, t.Years) < 0 || (row.From != "") != (n == 1) || row.From == "" && n > 0 {
		r.add(row, "term", diag.T("from needs just one length of time above zero, and date_of none", "from에는 0보다 큰 기간 하나가 필요하고 date_of에는 기간을 적지 않습니다"))
	}
	if key := row.Term.Threshold; key != "" {
		if t, ok := r.law.Threshold(key); !ok || !t.Amount.IsZero() || row.Found && !t.Found {
			r.add(row, "term.threshold", diag.T("the law has no term %q, or the row says it is found and the law does not", "법령에 없는 기간이거나 확인 여부가 법령과 다릅니다: %q", key))
		}
	}
}

// sources asks that what is cited is there, and was read where the row says so.
func (r *review) sources(row law.Deadline) {
	for _, key := range row.Cite {
		if c, ok := r.law.Citation(key); !ok || row.Found && !c.Found {
			r.add(row, "cite", diag.T("the law has no provision %q, or it was not read and the row says found", "법령에 없는 조문이거나 확인되지 않은 조문입니다: %q", key))
		}
	}
}

func (r *review) known(row law.Deadline, key, name string, names []string) {
	if !slices.Contains(names, name) {
		r.add(row, key, diag.T("nothing stands for %q; possible: %s", "알 수 없는 이름입니다: %q. 가능한 값: %s", name, strings.Join(names, ", ")))
	}
}

func (r *review) add(row law.Deadline, key string, what diag.Text) {
	path := row.Path + "." + key
	r.found.Add(diag.Finding{
		Code: CodeRow, Severity: diag.Blocking, Path: path, Place: r.file.Place(path),
		Message: diag.T("the date %s: %s", "기한 항목 %s: %s", row.ID, what),
		Fix:     diag.T("correct the row under deadlines", "deadlines의 해당 항목을 고치십시오"),
	})
}
