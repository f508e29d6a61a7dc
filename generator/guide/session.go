package guide

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Session is the guide for one contract.
type Session struct {
	guide    *Guide
	layers   library.Layers
	project  *project.Project
	plan     *agreement.Plan
	packages []*library.Package
	lang     diag.Lang // of the comments that are written
	facts    map[string]string
	answers  map[string]string
}

// New begins with what the project file tells about a contract.
func New(g *Guide, ls library.Layers, p *project.Project, plan *agreement.Plan, lang diag.Lang) (*Session, error) {
	packages, _, err := ls.Packages()
	if err != nil {
		return nil, err
	}
	s := &Session{guide: g, layers: ls, project: p, plan: plan, packages: packages, lang: lang, answers: map[string]string{}}
	s.facts = s.told()
	return s, nil
}

// Asked is a question with the answer that the project file suggests.
type Asked struct {
	ID       string
	Title    diag.Text
	Why      diag.Text
	Answers  []Answer
	Proposed string
	Reason   diag.Text // of the proposal; empty if the project file does not tell
}

// Questions returns all questions in order, with proposals.
func (s *Session) Questions() []Asked {
	out := make([]Asked, len(s.guide.Questions))
	for i := range s.guide.Questions {
		q := &s.guide.Questions[i]
		a := Asked{ID: q.ID, Title: q.Title.Diag(), Why: q.Why.Diag(), Answers: s.possible(q)}
		a.Proposed, a.Reason = s.proposed(q)
		out[i] = a
	}
	return out
}

// possible returns the answers that a question can have.
func (s *Session) possible(q *Question) []Answer {
	if q.Kind != "party" {
		return q.Answers
	}
	var out []Answer
	for _, p := range s.plan.Parties {
		name := library.Text{EN: p.Name.EN, KO: p.Name.EN}
		if p.Name.Native != "" {
			name.KO = p.Name.Native
		}
		out = append(out, Answer{Value: p.ID, Label: name})
	}
	return out
}

func (s *Session) proposed(q *Question) (string, diag.Text) {
	possible := s.possible(q)
	for _, p := range q.Proposals {
		answer := p.Answer
		if fact, ok := strings.CutPrefix(answer, "$"); ok {
			answer = s.facts[fact]
		}
		if s.hold(p.When) && slices.ContainsFunc(possible, func(a Answer) bool { return a.Value == answer }) {
			return answer, p.Reason.Diag()
		}
	}
	if len(possible) == 0 {
		return "", diag.Text{}
	}
	return possible[0].Value, diag.Text{}
}

// Answer takes an answer and reports whether the question can have it.
func (s *Session) Answer(id, value string) bool {
	q := s.guide.question(id)
	if q == nil || !slices.ContainsFunc(s.possible(q), func(a Answer) bool { return a.Value == value }) {
		return false
	}
	s.answers[id] = value
	return true
}

// Read takes the answers of a file: question: answer. Questions that it leaves
// out are answered as proposed.
func (s *Session) Read(f *source.File) diag.List {
	var found diag.List
	if f.Root != nil && f.Root.Kind != source.Map && f.Root.Kind != source.Null {
		return diag.List{{
			Code: CodeAnswer, Severity: diag.Blocking, Place: f.Root.Place,
			Message: diag.T("the file of answers is no list of questions with their answers", "답변 파일이 질문과 답의 목록이 아닙니다"),
			Fix:     diag.T("write one line for each question, as in money: none", "질문마다 한 줄씩 쓰십시오. 예: money: none"),
		}}
	}
	if f.Root != nil {
		for _, e := range f.Root.Entries {
			q := s.guide.question(e.Key)
			if q == nil {
				found.Add(unknown(CodeAnswer, e.KeyPlace, diag.T("question", "질문"), e.Key, s.guide.ids()))
				continue
			}
			if !s.Answer(e.Key, e.Value.Text) {
				var known []string
				for _, a := range s.possible(q) {
					known = append(known, a.Value)
				}
				found.Add(unknown(CodeAnswer, e.Value.Place, diag.T("answer to %s", "%s의 답", e.Key), e.Value.Text, known))
			}
		}
	}
	s.Rest()
	return found
}

// Rest answers what is open as proposed.
func (s *Session) Rest() {
	for i := range s.guide.Questions {
		q := &s.guide.Questions[i]
		if _, ok := s.answers[q.ID]; !ok {
			if proposed, _ := s.proposed(q); proposed != "" {
				s.answers[q.ID] = proposed
			}
		}
	}
}

// hold reports whether all conditions hold: of the answers, else of the facts.
func (s *Session) hold(when Conditions) bool {
	for _, w := range when {
		value, ok := s.answers[w.Key]
		if !ok {
			value = s.facts[w.Key]
		}
		if value == "" {
			value = "none"
		}
		fits := func(v string) bool { return v == value || v == "*" && value != "none" }
		if !slices.ContainsFunc(listed(w.Value), fits) {
			return false
		}
	}
	return true
}

// told collects the facts of the project file.
func (s *Session) told() map[string]string {
	pr, plan := s.project, s.plan
	out := map[string]string{
		"parties": size(len(plan.Parties)), "track": pr.Info.Track, "model": "b", "trial": "no", "region": s.region(),
		"background": s.background(), "data": s.data(), "funds": s.funds(), "package": plan.Agreement.Package,
	}
	if plan.Lead != nil {
		out["lead"], out["lead_kind"] = plan.Lead.ID, plan.Lead.Kind
	}
	for _, p := range plan.Overseas {
		out["partner_kind"] = p.Kind
		if p.Role == project.JointForeign {
			out["model"] = "a"
		}
	}
	if pr.Evidence.Trial.Required {
		out["trial"] = "yes"
	}
	for _, c := range plan.Agreement.Clauses {
		if c.Value == nil || c.Value.Node == nil {
			continue
		}
		out["option."+c.Key] = c.Value.Option
		for _, e := range c.Value.Node.Entries {
			if e.Key != "option" && e.Value.IsScalar() {
				out["param."+c.Key+"."+e.Key] = e.Value.Text
			}
		}
	}
	return out
}

func size(n int) string {
	switch {
	case n <= 2:
		return "two"
	case n <= 5:
		return "few"
	}
	return "many"
}

func (s *Session) funds() string {
	sum := s.plan.Funds(s.project)
	if sum.IsZero() {
		return "none"
	}
	if order, comparable := s.project.Compare(sum, s.guide.SmallFunds); comparable && order <= 0 {
		return "small"
	}
	return "large"
}

func (s *Session) data() string {
	switch {
	case s.plan.PersonalData(s.project):
		return "persons"
	case len(s.plan.DataFlows(s.project)) > 0:
		return "nameless"
	}
	return "none"
}

func (s *Session) background() string {
	lead, partner := false, false
	for _, b := range s.plan.Background(s.project) {
		if s.plan.Lead != nil && b.Owner == s.plan.Lead.ID {
			lead = true
		} else {
			partner = true
		}
	}
	switch {
	case lead && partner:
		return "both"
	case lead:
		return "lead"
	case partner:
		return "partner"
	}
	return "none"
}

// region returns the region of the overseas parties: mixed if they differ, other
// if the guide names none.
func (s *Session) region() string {
	region := ""
	for _, p := range s.plan.Overseas {
		r := "other"
		for _, known := range s.guide.Regions {
			if slices.Contains(known.Value, p.Country) {
				r = known.Key
			}
		}
		if region != "" && region != r {
			return "mixed"
		}
		region = r
	}
	return region
}
