package law

import (
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// CodeOverdue warns of texts that were not read for longer than their file
// relies on a reading.
const CodeOverdue = "LAW-FILE-OVERDUE"

// Review says how long a reading of the texts is relied on.
type Review struct {
	Months int64 `yaml:"months"` // after which a text is to be read again; 0: not stated
}

// Reading is an entry of a file with the day on which its text was last read.
type Reading struct {
	Key     string
	Path    string // of the day in the file
	Checked string
}

// Overdue reports the provisions that are to be read again on a day, one finding
// for all that were last read on the same day.
func (v *Version) Overdue(on calendar.Date) diag.List {
	var all []Reading
	for i, c := range v.Citations {
		all = append(all, Reading{c.Key, source.Item("citations", i) + ".checked", c.Checked})
	}
	return v.Review.Overdue(CodeOverdue, v.File, all, on)
}

// Overdue reports the entries of a file that are to be read again on a day. A
// day that cannot be read is a finding of its own, when the file is loaded.
func (r Review) Overdue(code string, file *source.File, all []Reading, on calendar.Date) diag.List {
	if r.Months <= 0 || on.IsZero() {
		return nil
	}
	var days []calendar.Date // in the order of the file
	late := map[calendar.Date][]Reading{}
	for _, x := range all {
		d, err := calendar.Parse(x.Checked)
		if err != nil || !on.After(d.AddMonths(int(min(r.Months, maxReview)))) {
			continue
		}
		if late[d] == nil {
			days = append(days, d)
		}
		late[d] = append(late[d], x)
	}
	var found diag.List
	for _, d := range days {
		found.Add(r.finding(code, file, d, late[d]))
	}
	return found
}

// Bounds of a review and of the keys that a finding about one names.
const (
	maxReview = 1200
	fewKeys   = 5
)

func (r Review) finding(code string, file *source.File, d calendar.Date, late []Reading) diag.Finding {
	var keys []string
	for _, x := range late[:min(len(late), fewKeys)] {
		keys = append(keys, x.Key)
	}
	names := diag.T("%s", "%s", strings.Join(keys, ", "))
	if more := len(late) - len(keys); more > 0 {
		names = diag.T("%s and %d more", "%s 외 %d건", names, more)
	}
	return diag.Finding{
		Code: code, Severity: diag.Warning, Path: late[0].Path, Place: file.Place(late[0].Path),
		Message: diag.T("last read on %s, more than %d months ago: %s", "마지막 확인일 %s, %d개월 경과: %s", d, r.Months, names),
		Fix:     diag.T("read the texts again, correct what changed, and write the new day under checked", "원문을 다시 확인하여 바뀐 내용을 고치고 checked에 새 날짜를 쓰십시오"),
	}
}
