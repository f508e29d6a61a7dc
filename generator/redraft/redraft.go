// Package redraft takes a contract or a letter back that was edited in Word: it
// compares what came back with the document as the project makes it now, and says
// what is to change in the project file so that it is made as it came back.
//
// Values are found by their content controls and become changes of the project
// file. Words of a sub-clause or a paragraph are found by its bookmark and become
// an entry under edits, in which values, references and terms that were left alone
// stay what they are in the template. Whatever has no such place is listed.
package redraft

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/render/docx"
	"pactwright/generator/source"
)

// Codes of findings.
const (
	CodePlace  = "WORD-PLACE"  // what has no place in the project file
	CodeValue  = "WORD-VALUE"  // a value that the project file cannot take
	CodeTwice  = "WORD-TWICE"  // one value, changed to two others
	CodeFixed  = "WORD-FIXED"  // a value that is plain words from now on
	CodeOther  = "WORD-OTHER"  // what the changed project prints otherwise
	CodeRemark = "WORD-REMARK" // a comment or a note
)

// Input is what is compared.
type Input struct {
	Name     string     // of the file that came back
	Is       *docx.Text // what it says
	Was      *docx.Text // what the document says as the project makes it
	Document *doc.Resolved
	Plan     *agreement.Plan          // of a contract whose words can be edited; nil for other documents
	Template func(file string) []byte // the text of a file of the templates
	Project  *project.Project
	By       string    // the institution that asked for changes of words; empty: nobody is named
	Reason   diag.Text // why words were changed
}

// Result is what is to change.
type Result struct {
	Changes []Change
	Edits   []source.Edit
	Found   diag.List
	New     bool            // there are new entries under edits, which say who asked for them
	listed  map[int]bool    // paragraphs that came back and are reported already
	gone    map[string]bool // texts that did not come back and are reported already
}

// Change is one change in words.
type Change struct {
	Place   string    // in the document, as it prints it: Section 12.3, 제12조제3항
	Path    string    // in the project file
	Was, Is string    // of a value, as printed; empty for words
	Kind    diag.Text // what became of words; zero for a value
}

// Text says the change in one line.
func (c Change) Text() diag.Text {
	if c.Kind.IsZero() {
		return diag.T("%s → %s: %s → %s", "%s → %s: %s → %s", c.Place, c.Path, c.Was, c.Is)
	}
	return diag.T("%s → %s: %s", "%s → %s: %s", c.Place, c.Path, c.Kind)
}

// Compare finds out what was changed in a document.
func Compare(in Input) Result {
	r := newReader(in)
	for _, p := range align(in.Was.Paragraphs, in.Is.Paragraphs) {
		r.pair(p)
	}
	r.settleValues()
	r.settleWords()
	r.remarks()
	return r.Result
}

// reader holds what the steps share.
type reader struct {
	Input
	Result
	paths  map[string]string // of values, by the title of their controls
	spots  map[string]*spot  // places whose words can be changed, by their bookmarks
	names  map[string]string // of places, by their bookmarks
	last   *spot             // behind which a new paragraph stands
	near   string            // the name of the place that is being read
	values []valueChange
	words  []*wordChange
	file   string
}

func newReader(in Input) *reader {
	r := &reader{Input: in, Result: Result{listed: map[int]bool{}, gone: map[string]bool{}}, paths: map[string]string{}, file: path.Base(in.Name)}
	for _, b := range in.Document.Blocks {
		r.pathsOf(b)
	}
	r.place()
	return r
}

// pathsOf notes which value each content control of a block is.
func (r *reader) pathsOf(b doc.Block) {
	if v, ok := b.(*doc.Columns); ok {
		for _, side := range []doc.Block{v.Left, v.Right} {
			if side != nil {
				r.pathsOf(side)
			}
		}
		return
	}
	for _, text := range doc.Runs(b) {
		for _, in := range text {
			if in.Path != "" {
				r.paths[docx.Tag(in.Path)] = in.Path
			}
		}
	}
}

// pair takes one paragraph that is there twice, or that is new or gone.
func (r *reader) pair(p pair) {
	switch {
	case p.was < 0:
		r.added(p.is)
	case p.is < 0 || r.Is.Paragraphs[p.is].Text == "":
		r.removed(p.was)
	default:
		r.both(p)
	}
}

// both compares a paragraph with what came back of it.
func (r *reader) both(p pair) {
	was, is := r.Was.Paragraphs[p.was], r.Is.Paragraphs[p.is]
	s := r.stand(was)
	if p.moved {
		r.list(p.is, was.Text, diag.T("it stands in another place now", "다른 자리로 옮겨졌습니다"),
			diag.T("an order of clauses is that of the templates", "조항의 순서는 서식이 정합니다"))
	}
	if was.Text == is.Text {
		return
	}
	text := r.valuesOf(was, is, p.is)
	switch {
	case text == was.Text:
	case s == nil || s.block == nil:
		r.list(p.is, is.Text, diag.T("the words are others now; they were: %s", "문구가 달라졌습니다. 이전 문구: %s", clip(was.Text)), noPlace())
	default:
		r.replaced(s, was.Text, text, p.is)
	}
}

// stand notes where the reading is.
func (r *reader) stand(p docx.Paragraph) *spot {
	for _, b := range p.Bookmarks {
		if name := r.names[b]; name != "" {
			r.near = name
		}
		if s := r.spots[b]; s != nil {
			r.last = s
			return s
		}
	}
	if p.Table || r.Plan == nil {
		r.last = nil
	}
	return nil
}

func noPlace() diag.Text {
	return diag.T("only the words of sub-clauses and of paragraphs of a contract have a place in the project file",
		"과제 파일에 문구를 담을 수 있는 곳은 계약서의 항·호·목과 문단뿐입니다")
}

// list reports what came back and has no place. It is for a person to decide.
func (r *reader) list(is int, text string, what, why diag.Text) {
	if is >= 0 {
		r.listed[is] = true
	} else {
		r.gone[text] = true
	}
	r.add(CodePlace, diag.Unmet, diag.T("%s: %s: %s", "%s: %s: %s", r.where(), clip(text), what), why,
		diag.T("change the project file or a template of your own by hand", "과제 파일이나 자체 서식을 직접 고치십시오"))
}

func (r *reader) where() string {
	if r.near == "" {
		return r.file
	}
	return r.near
}

// maxFindings is how many findings of one kind are shown: a file of another
// document has one in every paragraph.
const maxFindings = 200

func (r *reader) add(code string, severity diag.Severity, message, why, fix diag.Text) {
	n := 0
	for _, f := range r.Found {
		if f.Code == code {
			n++
		}
	}
	f := diag.Finding{Code: code, Severity: severity, Place: diag.Place{File: r.file}, Message: message, Why: why, Fix: fix}
	switch {
	case n < maxFindings:
		r.Found.Add(f)
	case n == maxFindings:
		f.Message, f.Why = diag.T("further findings of this kind are not shown", "같은 종류의 나머지 지적 사항은 표시하지 않았습니다"), diag.Text{}
		r.Found = append(r.Found, f)
	}
}

// remarks lists what was written beside the text.
func (r *reader) remarks() {
	for _, m := range r.Is.Remarks {
		kind := diag.T("comment", "메모")
		if m.Kind == docx.NoteRemark {
			kind = diag.T("note at the foot", "각주")
		}
		by := diag.Text{}
		if m.Author != "" {
			by = diag.T(" by %s", " (%s)", oneLine(m.Author))
		}
		r.add(CodeRemark, diag.Info, diag.T("%s%s: %s", "%s%s: %s", kind, by, oneLine(m.Text)), diag.Text{},
			diag.T("answer it; it is not taken into the project file", "검토하여 답하십시오. 과제 파일에는 반영하지 않습니다"))
	}
}

// Differences reports what came back and what the changed project still prints
// otherwise, but for what is reported already. Places without a name of their own
// are counted anew in the changed project, so they are found by their words.
func (r Result) Differences(name string, now, is *docx.Text) diag.List {
	check := &reader{Input: Input{Name: name}, file: path.Base(name)}
	said := func(what diag.Text) {
		check.add(CodeOther, diag.Warning, what,
			diag.T("a value stands in several places, or its words follow from the figure", "값이 여러 곳에 쓰이거나, 문구가 수치에 따라 정해지기 때문입니다"),
			diag.T("see whether that is meant", "의도한 결과인지 확인하십시오"))
	}
	for _, p := range align(named(now.Paragraphs), named(is.Paragraphs)) {
		switch {
		case p.moved:
		case p.is < 0:
			if text := now.Paragraphs[p.was].Text; text != "" && !r.gone[text] {
				said(diag.T("the project would print %s, which the file does not have", "바뀐 과제로 만든 문서에는 있으나 파일에는 없습니다: %s", clip(text)))
			}
		case r.listed[p.is] || is.Paragraphs[p.is].Text == "":
		case p.was < 0:
			said(diag.T("the file says %s, which the project would not print", "파일에는 있으나 바뀐 과제로 만든 문서에는 없습니다: %s", clip(is.Paragraphs[p.is].Text)))
		default:
			if a, b := now.Paragraphs[p.was].Text, is.Paragraphs[p.is].Text; a != b {
				said(diag.T("the project would print %s where the file says %s", "파일에는 %[2]s, 바뀐 과제로 만든 문서에는 %[1]s", apart(a, b), apart(b, a)))
			}
		}
	}
	return check.Found
}

// named returns paragraphs with the bookmarks of places that have a name only.
func named(paragraphs []docx.Paragraph) []docx.Paragraph {
	out := slices.Clone(paragraphs)
	for i := range out {
		out[i].Bookmarks = slices.DeleteFunc(slices.Clone(out[i].Bookmarks), func(b string) bool {
			return !strings.HasPrefix(b, "pw_") && !strings.HasPrefix(b, "pw2_")
		})
	}
	return out
}

// apart returns the part of a text in which it differs from another, with some
// words around it.
func apart(text, other string) string {
	a, b := []rune(text), []rune(other)
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	end := 0
	for end < len(a)-from && end < len(b)-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	const around = 25
	start, stop := max(from-around, 0), min(len(a)-end+around, len(a))
	out := string(a[start:stop])
	if start > 0 {
		out = "…" + out
	}
	if stop < len(a) {
		out += "…"
	}
	return strconv.Quote(strings.ReplaceAll(out, "\n", " "))
}

// clip shortens text of the file for a message.
func clip(text string) string {
	const most = 120
	text = oneLine(text)
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most-1]) + "…"
	}
	return strconv.Quote(text)
}

// oneLine is a text as the reader of Word files gives it, without line ends.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
