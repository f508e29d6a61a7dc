package merge

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator/agreement"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

var languages = []diag.Lang{diag.English, diag.Korean}

// projectText is the project that templates are filled with. What a test of
// gaps needs is missing: the short name of KR2, the people of US1, the address
// of US1 in Korean.
const projectText = `project:
  id: s01
  title: {en: Deep reading of images, ko: 영상 판독}
  number: ""
  start: 2024-07-01
  end: 2026-12-31
parties:
  - id: KR1
    role: lead
    name: {en: Hankuk Hospital, native: 한국병원}
    short: {en: HH, ko: 한국}
    address: {en: 1 Sejong-daero, ko: 세종대로 1}
    people:
      - {id: kim, role: pi, name: {en: Minsu Kim, native: 김민수}, title: {en: Professor, ko: 교수}}
  - id: KR2
    role: joint
    name: {en: Daehan School, native: 대한대학교}
    entity: {en: Daehan Foundation, native: 대한재단}
  - id: US1
    role: overseas
    name: {en: Example Institute, native: Example Institute, ko: 이그잼플 연구소}
    short: {en: EI, ko: 이아이}
    address: {en: 1 Main Street, ko: " "}
  - id: US2
    role: overseas
    name: {en: Other Institute}
    short: {en: OI, ko: 오아이}
    people:
      - {id: roe, role: pi, name: {en: ""}}
roles:
  - {party: US1, role: {en: Reads images, ko: 판독}}
`

func loadProject(t testing.TB, text string) *project.Project {
	t.Helper()
	f, found := source.Decode("project.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	p, _ := project.Load(f, moneytest.Currency("KRW"))
	return p
}

// view is what the sample templates see.
type view struct {
	Base
	Parties []*project.Party
	Roles   []project.RoleRow
	Party   *project.Party
	Nobody  *project.Party
	Rows    []row
	Texts   map[string]string
	Any     any
}

// row is one line with a value of every type that a project file has.
type row struct {
	source.At
	Amount  money.Amount
	Percent money.Percent
	Count   money.Count
	Date    calendar.Date
	Period  calendar.Period
	Factor  money.Decimal
	Number  int64
	Text    project.Text `yaml:"text"`
	Plain   string       `yaml:"plain"`
	Yes     bool
}

func sampleView(p *project.Project) view {
	v := view{Base: NewBase(p, sampleCall(), date("2024-05-01")), Party: &p.Parties[0], Roles: p.Roles, Texts: map[string]string{}}
	for i := range p.Parties {
		v.Parties = append(v.Parties, &p.Parties[i])
	}
	return v
}

func sampleCall() *call.Call {
	return &call.Call{
		ID: "call-1", Title: law.Text{EN: "The Call", KO: "공고"},
		Phases: []call.Phase{{ID: "P1", Label: law.Text{EN: "Phase 1", KO: "1차년도"}}},
	}
}

func sampleLaw() *law.Version {
	return &law.Version{
		ID:          "kr-1",
		Instruments: []law.Instrument{{Key: "act", Title: law.Text{EN: "The Act", KO: "혁신법"}, Version: law.Text{EN: "2024", KO: "2024년"}}},
		Citations: []law.Citation{
			{Key: "act-16", Instrument: "act", Article: law.Text{EN: "Article 16", KO: "제16조"}, Says: law.Text{EN: "who owns", KO: "소유"}, Found: true},
			{Key: "act-99", Instrument: "act", Article: law.Text{EN: "Article 99", KO: "제99조"}, Says: law.Text{EN: "unknown", KO: "미확인"}},
		},
	}
}

func sampleWords() Words {
	return Words{
		"party_label":     {"lead": {EN: "Lead Institution", KO: "주관기관"}, "overseas": {EN: "Overseas Institution", KO: "해외기관"}, "each_overseas": {EN: "each Overseas Institution", KO: "각 해외기관"}},
		"country":         {"US": {EN: "United States", KO: "미국"}},
		"institution":     {"kcab": {EN: "KCAB", KO: "대한상사중재원"}},
		"annotation":      {"wants": {EN: "Wanted by", KO: "원하는 쪽"}, "law": {EN: "Law", KO: "법령"}, "korean_priority": {EN: "Korean side", KO: "국내 측"}},
		"korean_priority": {"share": {EN: "holds a share", KO: "지분 보유"}},
	}
}

func date(text string) calendar.Date {
	d, err := calendar.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

const bodyFile = "documents/test/body.md.tmpl"

// job is one document to fill.
type job struct {
	lang      diag.Lang
	body      string // of the section in the document's language; it begins in line 2
	file      string // the whole file, instead of body
	project   string
	context   any // nil: the sample view
	clauses   []clause
	annotated bool
}

// clause is an option of a contract with the parameters of its article.
type clause struct {
	id     string // slot/name
	front  string // of the front matter, beside the title
	body   string // of both languages
	params map[string]agreement.Value
}

func (j job) input(t testing.TB) Input {
	t.Helper()
	if j.project == "" {
		j.project = projectText
	}
	p := loadProject(t, j.project)
	if j.file == "" {
		j.file = section(j.lang, j.body)
	}
	in := Input{
		Type: &library.DocumentType{Body: library.File{Path: bodyFile, Data: []byte(j.file)}, Style: "contract"},
		Lang: j.lang, Project: p, Law: sampleLaw(), Call: sampleCall(), Words: sampleWords(), Context: j.context, Annotated: j.annotated,
	}
	if j.context == nil {
		in.Context = sampleView(p)
	}
	if j.clauses != nil {
		in.Plan = plan(t, p, j.clauses)
	}
	return in
}

func section(lang diag.Lang, body string) string {
	return fmt.Sprintf("{{define %q}}\n%s\n{{end}}\n", lang, body)
}

func plan(t testing.TB, p *project.Project, clauses []clause) *agreement.Plan {
	t.Helper()
	out := &agreement.Plan{
		Agreement: &project.Agreement{At: source.At{Path: "agreements[0]"}, Parties: []string{"KR1", "US1"}},
		Parties:   []*project.Party{p.Party("KR1"), p.Party("US1")}, Overseas: []*project.Party{p.Party("US1")}, Lead: p.Lead(),
	}
	part := agreement.Part{Title: library.Text{EN: "General", KO: "총칙"}}
	for _, c := range clauses {
		article := &agreement.Article{Option: c.option(t), Params: c.params}
		if strings.HasPrefix(c.id, "exhibit-") {
			out.Exhibits = append(out.Exhibits, article)
			continue
		}
		part.Articles = append(part.Articles, article)
	}
	out.Parts = []agreement.Part{part}
	return out
}

func (c clause) option(t testing.TB) *library.Option {
	t.Helper()
	title := "title: {en: Title, ko: 제목}\n"
	if strings.HasPrefix(c.front, "title:") {
		title = ""
	}
	text := "---\n" + title + c.front + "---\n" + section("en", c.body) + section("ko", c.body)
	slot, name, _ := strings.Cut(c.id, "/")
	layers := library.Layers{{Name: "built in", FS: fstest.MapFS{"clauses/" + c.id + ".md.tmpl": {Data: []byte(text)}}}}
	options, found, err := layers.Options(slot)
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if len(options) != 1 || options[0].Name != name {
		t.Fatalf("no option %s", c.id)
	}
	return options[0]
}

func (j job) fill(t testing.TB) (*doc.Document, diag.List) {
	t.Helper()
	return Document(j.input(t))
}

// inlines returns all inlines of a document in order.
func inlines(d *doc.Document) []doc.Inline {
	var out []doc.Inline
	for _, b := range d.Blocks {
		out = append(out, inlinesOf(b)...)
	}
	return out
}

func inlinesOf(b doc.Block) []doc.Inline {
	var out []doc.Inline
	add := func(cells ...doc.Cell) {
		for _, c := range cells {
			out = append(out, c...)
		}
	}
	switch b := b.(type) {
	case *doc.Heading:
		return b.Text
	case *doc.Paragraph:
		return b.Text
	case *doc.Clause:
		return b.Text
	case *doc.List:
		for _, item := range b.Items {
			out = append(out, item...)
		}
	case *doc.Table:
		add(b.Head...)
		for _, r := range b.Rows {
			add(r...)
		}
	case *doc.KeyValue:
		for _, r := range b.Rows {
			add(r.Key, r.Value)
		}
	case *doc.Notice:
		out = append(out, b.Title...)
		for _, p := range b.Body {
			out = append(out, p...)
		}
	case *doc.Signatures:
		for _, s := range b.Blocks {
			add(s.Heading)
			for _, l := range s.Lines {
				add(l.Label, l.Value)
			}
		}
	}
	return out
}

// said lists findings as "CODE template path: message".
func said(found diag.List) string {
	var out []string
	for _, f := range found {
		gap := ""
		if f.Gap {
			gap = " gap"
		}
		out = append(out, fmt.Sprintf("%s%s %s %s %s: %s | %s", f.Code, gap, f.Template, f.Place, f.Path, f.Message.EN, f.Fix.EN))
	}
	return strings.Join(out, "\n")
}

func none(t *testing.T, found diag.List) {
	t.Helper()
	if len(found) > 0 {
		t.Fatalf("unexpected findings:\n%s", said(found))
	}
}

// one returns the only finding.
func one(t *testing.T, found diag.List, code string) diag.Finding {
	t.Helper()
	if len(found) != 1 || found[0].Code != code {
		t.Fatalf("found\n%s\nwant one %s", said(found), code)
	}
	f := found[0]
	if f.Severity != diag.Blocking || f.Message.KO == "" || f.Message.KO == f.Message.EN || f.Fix.IsZero() {
		t.Errorf("the finding is %+v", f)
	}
	clean(t, f)
	return f
}

// programmersWords must not stand in front of a user.
var programmersWords = regexp.MustCompile(`<no value>|<nil>|%!|interface \{\}|nil pointer|reflect|runtime error|map\[|func\(|Value>|__|` +
	`\b(money|calendar|project|merge|diag|doc|agreement|library|source|law|call|template)\.[A-Z]|pactwright/`)

func clean(t *testing.T, f diag.Finding) {
	t.Helper()
	for _, text := range []string{f.Message.EN, f.Message.KO, f.Why.EN, f.Why.KO, f.Fix.EN, f.Fix.KO} {
		if word := programmersWords.FindString(text); word != "" {
			t.Errorf("a finding says %q: %s", word, text)
		}
	}
}

func countOf(n int64) money.Count { return money.Count{N: n, Unit: money.Day} }

func percentOf(text string) money.Percent { return money.NewPercent(decimal(text)) }

func textOf(en, ko string) project.Text { return project.Text{EN: en, KO: ko} }

// documentParts is one part with the slots.
func documentParts(slots ...string) []library.Part { return []library.Part{{Slots: slots}} }

// textOfClauses is the text of all sub-clauses.
func textOfClauses(d *doc.Document) string {
	var out []string
	for _, b := range d.Blocks {
		if c, ok := b.(*doc.Clause); ok {
			out = append(out, doc.Text(c.Text))
		}
	}
	return strings.Join(out, "\n")
}

// paragraphs is the text of all paragraphs.
func paragraphs(d *doc.Document) string {
	var out []string
	for _, b := range d.Blocks {
		if p, ok := b.(*doc.Paragraph); ok {
			out = append(out, doc.Text(p.Text))
		}
	}
	return strings.Join(out, "\n")
}
