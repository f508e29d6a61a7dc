package generator

import (
	"path"
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/guide"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Guided is what the guide recommends for one contract. The outcome is that of
// the changed project file.
type Guided struct {
	Outcome
	Contract string // the id of the contract
	Advice   []guide.Advice
	Changes  int
	Diff     string // of the project file
	Text     []byte // the changed project file; nil if nothing is to be written
}

// GuideOptions say for which contract the guide is asked and who answers.
type GuideOptions struct {
	Agreement string // empty: the only one
	Name      string // of the file of answers, for findings
	Answers   []byte // nil: Ask answers
	Ask       func([]guide.Asked, func(id, answer string) bool) error
}

// Guide asks the questions of the guide, recommends a package and options, and
// changes the text of the project file in memory. Gaps in the file do not keep
// it from answering: the guide comes first.
func Guide(w World, o Options, g GuideOptions) (Guided, error) {
	o.Draft = true
	s, err := load(w, o)
	if err != nil {
		return Guided{}, err
	}
	out := Guided{Outcome: Outcome{Lang: s.lang()}}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if s.plans == nil {
		out.Findings = s.settled()
		return out, nil
	}
	out.Project = s.project.Info.ID
	plan, found := s.planOf(g.Agreement)
	questions, more, err := guide.Load(s.layers)
	if err != nil {
		return out, err
	}
	found.Add(more...)
	if out.Findings = found; found.Has(diag.Blocking) {
		return out, nil
	}
	out.Contract = plan.Agreement.ID
	session, err := guide.New(questions, s.layers, s.project, plan, out.Lang)
	if err != nil {
		return out, err
	}
	if out.Findings, err = g.answer(session); err != nil || out.Findings.Has(diag.Blocking) {
		return out, err
	}
	advice, edits, err := session.Advise()
	out.Advice, out.Changes = advice, len(edits)
	if err != nil || len(edits) == 0 {
		return out, err
	}
	text, found := source.Patch(s.file, edits)
	if out.Findings = found; found.Has(diag.Blocking) {
		return out, nil
	}
	return out, out.settle(w, o, text)
}

// planOf finds the contract that is meant.
func (s *state) planOf(id string) (*agreement.Plan, diag.List) {
	var ids []string
	for _, p := range s.plans {
		ids = append(ids, p.Agreement.ID)
	}
	if id == "" && len(s.plans) == 1 {
		return s.plans[0], nil
	}
	if i := slices.Index(ids, id); i >= 0 {
		return s.plans[i], nil
	}
	f := project.UnknownID(s.project, "agreements", id, diag.T("contract", "계약"), ids)
	f.Path = ""
	if id == "" {
		f.Message = diag.T("the project has several contracts, and the guide is for one", "계약이 여럿인데 안내는 하나씩 합니다")
		f.Fix = diag.Text{EN: "name one with --agreement: " + strings.Join(ids, ", "), KO: "--agreement로 하나를 지정하십시오: " + strings.Join(ids, ", ")}
	}
	return nil, diag.List{f}
}

// answer takes the answers from the file, or asks for them.
func (g GuideOptions) answer(session *guide.Session) (diag.List, error) {
	if g.Answers != nil {
		f, found := source.Decode(path.Base(g.Name), g.Answers)
		if f == nil || found.Has(diag.Blocking) {
			return found, nil
		}
		found.Add(session.Read(f)...)
		return found, nil
	}
	if g.Ask != nil {
		if err := g.Ask(session.Questions(), session.Answer); err != nil {
			return nil, err
		}
	}
	session.Rest()
	return nil, nil
}

// settle checks the changed file. What it still lacks, such as agreed shares,
// is shown and does not keep it from being written.
func (g *Guided) settle(w World, o Options, text []byte) error {
	before := g.Source
	name := path.Base(w.Name)
	w.Text = text
	after, err := Check(w, o)
	if err != nil {
		return err
	}
	g.Outcome = after
	g.Diff = string(unified(name, "guided", before, text))
	if !after.Findings.Has(diag.Blocking) || onlyGaps(after.Findings, true) {
		g.Text = text
	}
	return nil
}
