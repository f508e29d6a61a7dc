package generator

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/origin"
	"pactwright/generator/pack"
)

// Shown is where a place of a pack comes from, a line at a time, or what keeps
// it from being told.
type Shown struct {
	Outcome
	Lines []diag.Text
}

// Codes of findings about places that are asked for.
const (
	codeNoPlace      = "PACK-PLACE"
	codeSeveral      = "PACK-SEVERAL"
	codeNoAgreement  = "PACK-AGREEMENT"
	codeNoCell       = "PACK-CELL"
	codeOtherVersion = "PACK-VERSION"
)

// ShowArticle tells where a place of a contract in a pack comes from: an article,
// an exhibit or a sub-clause, by its number or its anchor. Without an agreement
// all contracts of the pack are looked through.
func ShowArticle(dir, place, agreement string, lang diag.Lang) (Shown, error) {
	s, out, err := openPack(dir, lang)
	if s == nil || err != nil {
		return out, err
	}
	contracts, err := s.contractTexts(agreement, out.Lang)
	if err != nil {
		return out, err
	}
	if len(contracts) == 0 {
		out.Findings.Add(s.noAgreement(agreement))
		return out, nil
	}
	found := origin.Find(contracts, place)
	switch len(found) {
	case 0:
		out.Findings.Add(noPlace(place, origin.Near(contracts, place)))
	case 1:
		from, err := s.sources(found[0], out.Manifest)
		if err != nil {
			return out, err
		}
		out.Lines = origin.Article(found[0], from)
	default:
		out.Findings.Add(several(place, found))
	}
	return out, nil
}

// openPack reads a pack and what it was made from. Without a state the findings say
// what is wrong with the pack.
func openPack(dir string, lang diag.Lang) (*state, Shown, error) {
	m, _, found, err := pack.Read(dir)
	out := Shown{Outcome: Outcome{Project: m.Project, Lang: diag.Lang(m.Options.Lang), Findings: found, Manifest: m}}
	if lang != "" {
		out.Lang = lang
	}
	if err != nil || m.Input == "" || slices.ContainsFunc(found, onInputs) {
		return nil, out, err
	}
	w, o, err := inputsOf(dir, m)
	if err != nil {
		return nil, out, err
	}
	o.Draft = true // a place can be told of whatever else the project lacks
	s, err := load(w, o)
	if err != nil {
		return nil, out, err
	}
	if m.Tool != toolName() {
		out.Findings.Add(otherVersion(m.Tool))
	}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		out.Findings.Add(s.settled()...)
		return nil, out, nil
	}
	return s, out, nil
}

// contractTexts merges the texts of the contracts, that in the language first.
func (s *state) contractTexts(id string, lang diag.Lang) ([]origin.Contract, error) {
	asked, err := s.contracts()
	if err != nil {
		return nil, err
	}
	var out []origin.Contract
	for _, plan := range s.plans {
		if !plan.Seated() || id != "" && plan.Agreement.ID != id {
			continue
		}
		c := origin.Contract{Plan: plan}
		for _, r := range asked {
			if r.plan != plan || r.annotated {
				continue
			}
			d := document{request: r}
			d.settle(s)
			s.found.Add(d.found...)
			for _, t := range d.texts {
				if t != nil && !blocks(d.found, true) && !slices.ContainsFunc(c.Texts, func(o *doc.Resolved) bool { return o.Lang == t.Lang }) {
					c.Texts = append(c.Texts, t)
				}
			}
		}
		slices.SortStableFunc(c.Texts, func(a, b *doc.Resolved) int { return order(b.Lang == lang) - order(a.Lang == lang) })
		out = append(out, c)
	}
	return out, nil
}

// sources are what the account of a place is taken from.
func (s *state) sources(m origin.Match, made pack.Manifest) (origin.Sources, error) {
	stands := func(anchor string) bool { return m.Contract.Texts[0].Reference(anchor) != "" }
	out := origin.Sources{
		Project: s.project, Cite: s.provision, Wanted: call.WantedOf(s.input(), m.Contract.Plan.Agreement.ID, stands),
		Layer: func(f library.File) string {
			for _, w := range made.Library {
				if w.Path == f.Path && w.SHA256 == f.SHA256 {
					return w.Layer
				}
			}
			return f.Layer
		},
	}
	rows, err := codes()
	for _, r := range rows {
		out.Rules = append(out.Rules, origin.Rule{ID: r.Code, Title: r.Title.Diag()})
	}
	for _, r := range s.rulebook.Rules {
		reads := r.CEL
		for _, e := range r.Each {
			reads += "\n" + e.Value.Text
		}
		if r.When != nil {
			reads += "\n" + r.When.Text
		}
		out.Rules = append(out.Rules, origin.Rule{ID: r.ID, Title: r.Title.Diag(), Reads: reads})
	}
	return out, err
}

// provision cites a provision whose text was found, with what it says.
func (s *state) provision(key string) diag.Text {
	c, ok := s.law.Citation(key)
	if !ok || !c.Printable() {
		return diag.Text{}
	}
	return diag.T("%s: %s", "%s: %s", s.law.Cite(key), c.Says.Diag())
}

func (s *state) noAgreement(id string) diag.Finding {
	var known []string
	for _, p := range s.plans {
		if p.Seated() {
			known = append(known, p.Agreement.ID)
		}
	}
	return diag.Finding{
		Code: codeNoAgreement, Severity: diag.Blocking,
		Message: diag.T("the pack has no contract %q", "팩에 계약 %q 문서가 없습니다", id),
		Fix:     diag.T("name one of: %s", "다음 중 하나를 쓰십시오: %s", listed(known)),
	}
}

func noPlace(wanted string, near []diag.Text) diag.Finding {
	f := diag.Finding{
		Code: codeNoPlace, Severity: diag.Blocking,
		Message: diag.T("no contract of the pack has the place %q", "팩의 계약서에 %q 자리가 없습니다", wanted),
		Fix:     diag.T("write a number as 12, 12.3 or 제12조제3항, or an anchor as ownership.shares", "12, 12.3, 제12조제3항과 같은 번호나 ownership.shares와 같은 앵커를 쓰십시오"),
	}
	if len(near) > 0 {
		all := near[0]
		for _, n := range near[1:] {
			all = diag.T("%s, %s", "%s, %s", all, n)
		}
		f.Fix = diag.T("near it are: %s", "가까운 자리: %s", all)
	}
	return f
}

func several(wanted string, found []origin.Match) diag.Finding {
	all := found[0].Name()
	for _, m := range found[1:] {
		all = diag.T("%s; %s", "%s; %s", all, m.Name())
	}
	return diag.Finding{
		Code: codeSeveral, Severity: diag.Blocking,
		Message: diag.T("%q means several places: %s", "%q에 해당하는 자리가 여럿입니다: %s", wanted, all),
		Fix:     diag.T("name the contract with --agreement, or give the number or the whole anchor", "--agreement로 계약을 지정하거나 번호 또는 전체 앵커를 쓰십시오"),
	}
}

func otherVersion(tool string) diag.Finding {
	return diag.Finding{
		Code: codeOtherVersion, Severity: diag.Info,
		Message: diag.T("the pack was made by %s; this is what pactwright %s makes of its inputs", "%s 판으로 만든 팩입니다. 아래는 pactwright %s 판이 같은 입력 자료로 만든 내용입니다", tool, Version),
	}
}

// ShowCell tells where a cell of the budget workbook of a pack comes from.
func ShowCell(dir, cell string, lang diag.Lang) (Shown, error) {
	s, out, err := openPack(dir, lang)
	if s == nil || err != nil {
		return out, err
	}
	made, err := s.book()
	if err != nil {
		return out, err
	}
	if made.Book() == nil {
		out.Findings.Add(s.settled()...)
		return out, nil
	}
	book := origin.NewBook(made.Book(), s.project)
	at, problem := book.Address(cell)
	if !problem.IsZero() {
		out.Findings.Add(diag.Finding{
			Code: codeNoCell, Severity: diag.Blocking, Place: diag.Place{File: workbookFile},
			Message: diag.T("the budget workbook has nothing at %q", "예산 통합문서의 %q 자리에 값이 없습니다", cell), Fix: problem,
		})
		return out, nil
	}
	var documents []origin.Document
	if _, ok := book.Amount(at); ok {
		if documents, err = s.printing(); err != nil {
			return out, err
		}
	}
	out.Lines = book.Cell(at, documents)
	return out, nil
}

// printing merges the documents that print amounts: contracts to sign, letters
// and the budget on paper. Nothing is laid out.
func (s *state) printing() ([]origin.Document, error) {
	var out []origin.Document
	for _, ask := range []func() ([]request, error){s.contracts, s.letters, s.budgets} {
		asked, err := ask()
		if err != nil {
			return nil, err
		}
		for _, r := range asked {
			if r.annotated || !s.kept(r.file) {
				continue
			}
			d := document{request: r}
			if text := d.settle(s); text != nil {
				out = append(out, origin.Document{File: r.file, Text: text})
			}
		}
	}
	return out, nil
}
