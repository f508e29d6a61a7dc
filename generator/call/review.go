package call

import (
	"regexp"
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// review looks for what makes a call, or the rules of a law version, unfit to
// judge by.
type review struct {
	call  *Call
	law   *law.Version // known once a rulebook is made
	file  *source.File
	found diag.List
}

func (r *review) add(code, path string, message, fix diag.Text) {
	r.found.Add(diag.Finding{
		Code: code, Severity: diag.Blocking, Place: r.file.Place(path), Path: path,
		Message: message, Fix: fix,
	})
}

func (r *review) head() {
	c := r.call
	r.filled("id", c.ID)
	r.filled("law_version", c.LawVersion)
	r.currency()
	r.both("title", c.Title)
	r.both("agency.name", c.Agency.Name)
	r.both("ministry.name", c.Ministry.Name)
	ids := newNames(r)
	for i, s := range c.Sources {
		path := source.Item("sources", i)
		ids.add(path, s.ID)
		r.both(path+".title", s.Title)
		r.both(path+".version", s.Version)
	}
	ids = newNames(r)
	for i, f := range c.Fields {
		path := source.Item("fields", i)
		ids.add(path, f.ID)
		r.both(path+".name", f.Name)
	}
	ids = newNames(r)
	for i, n := range c.Notes {
		path := source.Item("notes", i)
		ids.add(path, n.ID)
		r.both(path+".text", n.Text)
	}
}

// currency asks for the currency of the grant; that one is known has been seen
// when it was read.
func (r *review) currency() {
	text := ""
	if v := r.file.Root.Get("currency"); v != nil {
		text = v.Text
	}
	r.filled("currency", text)
}

func (r *review) tracks() {
	ids := newNames(r)
	for i, t := range r.call.Tracks {
		path := source.Item("tracks", i)
		ids.add(path, t.ID)
		r.both(path+".name", t.Name)
		if t.Projects < 1 {
			r.empty(path + ".projects")
		}
		r.caps(path, t)
	}
	if len(r.call.Tracks) == 0 {
		r.empty("tracks")
	}
}

// caps asks for one cap per phase. Their sum may not be less than the cap of the
// whole, which could then never be used.
func (r *review) caps(path string, t Track) {
	if r.call.Currency.IsZero() {
		return // no amount could be read
	}
	var sum project.Amount
	for _, limit := range t.Caps {
		if _, ok := r.call.Phase(limit.Key); !ok {
			r.unknown(limit.Path, limit.Key)
		}
		sum += limit.Value
	}
	if len(t.Caps) != len(r.call.Phases) || t.Total < 1 || sum < t.Total {
		r.add(CodeAmounts, path+".caps",
			diag.T("the caps of the track %s do not fit: one for each phase, which together reach the total %s", "트랙 %s의 한도: 단계마다 하나씩 있어야 하고 합계가 총액 %s에 이르러야 합니다", t.ID, shown(t.Total.In(r.call.Currency))),
			diag.T("write the caps of the call", "공고의 한도를 쓰십시오"))
	}
}

func (r *review) dates() {
	c := r.call
	if !c.Window.Period().Valid() {
		r.add(CodeDates, "window",
			diag.T("the window has no two days in order", "접수 기간의 시작일과 마감일이 올바르지 않습니다"),
			diag.T("write open and close", "open과 close를 쓰십시오"))
	}
	if hour := c.Window.Hour; hour != "" && !slices.ContainsFunc(c.Settings, func(s Setting) bool { return s.ID == hour }) {
		r.unknown("window.hour", hour)
	}
	ids := newNames(r)
	var before calendar.Date
	for i, p := range c.Phases {
		path := source.Item("phases", i)
		ids.add(path, p.ID)
		r.both(path+".label", p.Label)
		follows := i == 0 || p.Start == before.AddDays(1)
		if !p.Period().WholeMonths() || !follows || int64(p.Period().Months()) != p.Months {
			r.add(CodeDates, path,
				diag.T("the phase %s is no period of %d whole months that follows the one before", "단계 %s: 앞 단계에 이어지는 %d개월이 아닙니다", p.ID, p.Months),
				diag.T("correct start, end or months", "start, end 또는 months를 고치십시오"))
		}
		before = p.End
	}
	if len(c.Phases) == 0 {
		r.empty("phases")
	}
}

func (r *review) settings() {
	ids := newNames(r)
	for i, s := range r.call.Settings {
		path := source.Item("settings", i)
		ids.add(path, s.ID)
		r.both(path+".title", s.Title)
		r.both(path+".note", s.Note)
		for j, v := range s.Values {
			r.filled(source.Item(path+".values", j)+".id", v.ID)
			r.both(source.Item(path+".values", j)+".name", v.Name)
		}
		if !slices.ContainsFunc(s.Values, func(o Option) bool { return o.ID == s.Default }) {
			r.unknown(path+".default", s.Default)
		}
	}
}

func (r *review) documents() {
	ids, files := newNames(r), newNames(r)
	for i, d := range r.call.Documents {
		path := source.Item("documents", i)
		ids.add(path, d.ID)
		files.key = "file"
		files.add(path, d.File)
		r.both(path+".title", d.Title)
		r.filled(path+".kind", d.Kind)
		r.filled(path+".when", string(d.When))
		if mark, known := fileMarks[d.Per]; !known || mark != fileMark.FindString(d.File) {
			r.add(CodeUnknown, path+".per",
				diag.T("the document %s is one per %q, which its file name does not fit", "문서 %s: per 값과 파일 이름이 맞지 않습니다(%q)", d.ID, d.Per),
				diag.T("write project, overseas and {party}, or agreement and {agreement}", "project를 쓰거나, overseas와 {party} 또는 agreement와 {agreement}를 함께 쓰십시오"))
		}
	}
}

// fileMarks is what stands in a file name for that of which there is one file
// each.
var fileMarks = map[string]string{"project": "", "overseas": "{party}", "agreement": "{agreement}"}

var fileMark = regexp.MustCompile(`\{[^}]*\}`)

func (r *review) unknown(path, id string) {
	r.add(CodeUnknown, path,
		diag.T("nothing has the id %q", "없는 ID입니다: %q", id),
		diag.T("correct the id or add its entry", "ID를 고치거나 항목을 추가하십시오"))
}

func (r *review) empty(path string) {
	r.add(CodeEmpty, path,
		diag.T("%s is empty", "%s: 내용이 없습니다", path),
		diag.T("fill it in", "내용을 채우십시오"))
}

func (r *review) filled(path, text string) bool {
	if strings.TrimSpace(text) == "" {
		r.empty(path)
		return false
	}
	return true
}

// both asks for a text in both languages.
func (r *review) both(path string, t law.Text) {
	r.filled(path+".en", t.EN)
	r.filled(path+".ko", t.KO)
}

// names finds what occurs twice.
type names struct {
	review *review
	key    string
	seen   map[string]bool
}

func newNames(r *review) *names { return &names{review: r, key: "id", seen: map[string]bool{}} }

func (n *names) add(path, name string) {
	path += "." + n.key
	if !n.review.filled(path, name) {
		return
	}
	if n.seen[name] {
		n.review.add(CodeTwice, path,
			diag.T("two entries have the name %s", "이름이 중복됩니다: %s", name),
			diag.T("give one of them another name", "둘 중 하나의 이름을 바꾸십시오"))
	}
	n.seen[name] = true
}
