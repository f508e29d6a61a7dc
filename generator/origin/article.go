package origin

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Sources are what the account of a place is taken from.
type Sources struct {
	Project *project.Project
	Layer   func(file library.File) string // the layer that a file came from when the pack was made
	Cite    func(key string) diag.Text     // a provision, with what it says
	Rules   []Rule                         // of contracts, of the call and of the law
	Wanted  call.Wanted                    // what they want this contract to state
}

// Rule is a rule as far as it tells which places of a contract it looks at.
type Rule struct {
	ID    string
	Title diag.Text
	Reads string // an expression that names articles or their parameters; empty if it has none
}

// Article tells where a place of a contract comes from, a line at a time.
func Article(m Match, s Sources) []diag.Text {
	a := account{match: m, Sources: s, slot: m.Places[0].Within}
	a.article = m.Contract.Plan.Article(a.slot)
	a.add(m.Name())
	if a.article == nil {
		return a.lines
	}
	a.file()
	a.choice()
	a.stands()
	a.text()
	a.values()
	a.parameters()
	a.conditions()
	a.provisions()
	a.rules()
	return a.lines
}

// account is one place being told of.
type account struct {
	lines
	Sources
	match   Match
	slot    string
	article *agreement.Article
}

func (a *account) plan() *agreement.Plan { return a.match.Contract.Plan }

// place tells where in the project file a path stands.
func (a *account) place(path string) string { return a.Project.File.Place(path).String() }

func (a *account) written(path string) bool { return a.Project.File.Root.Find(path) != nil }

// file names the clause file, its version and its layer, and other files from
// which text of the place comes.
func (a *account) file() {
	o := a.article.Option
	a.say("  article:  %s", "  조항:   %s", o.Head.Title.Diag())
	if o.Head.Label.EN != "" {
		a.say("  option:   %s", "  선택지: %s", o.Head.Label.Diag())
	}
	a.say("  file:     %s, version %d, layer: %s, SHA-256 %.12s", "  파일:   %s, 버전 %d, 계층: %s, SHA-256 %.12s", o.File.Path, o.Head.Version, a.layer(o.File), o.File.SHA256)
	var others []string
	for _, in := range a.origins() {
		if f := in.Template.File; f != "" && f != o.File.Path && !slices.Contains(others, f) {
			others = append(others, f)
		}
	}
	if len(others) > 0 {
		a.say("            with text of %s", "         함께 쓰인 파일: %s", strings.Join(others, ", "))
	}
	for _, e := range a.edits() {
		a.say("            words by an edit of the project file: %s, %s, asked for by %s", "         과제 파일에서 고친 문구: %s, %s, 요청: %s", a.place(e.Path), e.Path, either(e.By, "-"))
		if r := e.Reason; r.EN != "" || r.KO != "" {
			a.say("            reason: %s", "         이유: %s", diag.Text{EN: either(r.EN, r.KO), KO: either(r.KO, r.EN)})
		}
	}
}

// edits returns the edits of the project file from which words of the place come.
func (a *account) edits() []*project.Edit {
	origins := a.origins()
	return slices.DeleteFunc(slices.Clone(a.plan().Edits), func(e *project.Edit) bool {
		return !slices.ContainsFunc(origins, func(o doc.Origin) bool { return strings.HasPrefix(o.Path, e.Path+".") })
	})
}

// edited reports whether a path is that of edited words, and no value.
func (a *account) edited(path string) bool {
	return slices.ContainsFunc(a.plan().Edits, func(e *project.Edit) bool { return strings.HasPrefix(path, e.Path+".") })
}

// layer names the layer of a file as people call it.
func (a *account) layer(f library.File) diag.Text {
	switch name := a.Layer(f); name {
	case "built in":
		return diag.T("built in", "내장")
	case "project":
		return diag.T("templates/ beside the project file", "과제 파일 옆의 templates/")
	default:
		return both(name)
	}
}

// origins returns where the blocks and inlines of the place come from.
func (a *account) origins() []doc.Origin {
	var out []doc.Origin
	for _, n := range a.match.Places {
		for _, b := range n.Blocks {
			if _, heading := b.(*doc.Heading); heading {
				continue // made by the body of the contract
			}
			out = append(out, b.From())
			for _, in := range inlines([]doc.Block{b}) {
				out = append(out, in.Origin)
			}
		}
	}
	return out
}

// choice names the option and who chose it.
func (a *account) choice() {
	o, p := a.article.Option, a.plan()
	a.say("  option:   %s (%s)", "  선택지: %s (%s)", o.ID(), o.Head.Code)
	path := p.ChoicePath(a.slot)
	switch a.article.Chosen {
	case agreement.ByProject:
		a.say("            chosen by the project file: %s, %s", "         과제 파일에서 선택: %s, %s", a.place(path), path)
	case agreement.ByPackage:
		a.say("            chosen by the package %s: %s", "         조항 묶음 %s에서 선택: %s", p.Package.ID, p.Package.File.Path)
	case agreement.ByNeed:
		a.say("            needed by %s", "         다음 조항에 필요: %s", strings.Join(p.NeededBy(a.slot), ", "))
	default:
		a.say("            the standard option; the project file would choose another one at %s", "         표준 선택지, 달리 정하려면 과제 파일의 %s", path)
	}
	a.asked()
}

// asked says who asked for what the project file says about the article, and why.
func (a *account) asked() {
	for _, c := range a.plan().Agreement.Clauses {
		if c.Key != a.slot {
			continue
		}
		if c.Value.By != "" {
			a.say("            asked for by %s", "         요청: %s", c.Value.By)
		}
		if r := c.Value.Reason; r.EN != "" || r.KO != "" {
			a.say("            reason: %s", "         이유: %s", diag.Text{EN: either(r.EN, r.KO), KO: either(r.KO, r.EN)})
		}
	}
}

// stands says under which conditions the article stands in the contract.
func (a *account) stands() {
	p, o := a.plan(), a.article.Option
	told := false
	tell := func(what diag.Text, condition string) {
		told = true
		basis := p.Basis(a.Project, condition)
		if basis.IsZero() {
			a.say("  stands:   %s: %s", "  조건:   %s: %s", what, condition)
			return
		}
		a.say("  stands:   %s: %s (%s)", "  조건:   %s: %s (%s)", what, condition, basis)
	}
	if c := p.Type.Condition(a.slot); c != "" {
		tell(diag.T("condition of the document", "문서의 조건"), c)
	}
	if c, ok := p.Package.Includes(a.slot); ok {
		tell(diag.T("condition of the package %s", "조항 묶음 %s의 조건", p.Package.ID), c)
	}
	if o.Head.When != "" {
		tell(diag.T("condition of the option", "선택지의 조건"), o.Head.When)
	}
	if needs := p.NeededBy(a.slot); len(needs) > 0 && a.article.Chosen != agreement.ByNeed {
		told = true
		a.say("  stands:   needed by %s", "  조건:   다음 조항에 필요: %s", strings.Join(needs, ", "))
	}
	if !told {
		a.say("  stands:   always", "  조건:   항상 둠")
	}
}

// text prints the place as it stands in the contract.
func (a *account) text() {
	a.part("Text", "문구")
	var said []lines
	for _, n := range a.match.Places {
		said = append(said, textOf(n.Blocks))
	}
	en, ko := said[0], said[0]
	for i, t := range a.match.Contract.Texts {
		if i >= len(said) {
			break
		}
		if t.Lang == diag.Korean {
			ko = said[i]
		} else {
			en = said[i]
		}
	}
	if len(en) != len(ko) {
		ko = en // the text of one language alone is better than a mixture
	}
	for i := range en {
		a.add(diag.Text{EN: "  " + en[i].EN, KO: "  " + ko[i].KO})
	}
}

// textOf prints blocks a line at a time, and rows of tables on one line.
func textOf(blocks []doc.Block) lines {
	var out lines
	row := func(cells ...doc.Cell) {
		var said []string
		for _, c := range cells {
			said = append(said, strings.TrimSpace(doc.Text(c)))
		}
		out.add(both(strings.Join(said, " | ")))
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Clause:
			out.add(both(strings.Repeat("  ", b.Depth-1) + strings.TrimSpace(b.Number+" "+doc.Text(b.Text))))
		case *doc.Table:
			for _, cells := range append([][]doc.Cell{b.Head}, b.Rows...) {
				row(cells...)
			}
		case *doc.KeyValue:
			for _, r := range b.Rows {
				row(r.Key, r.Value)
			}
		default:
			for _, text := range doc.Runs(b) {
				if strings.TrimSpace(doc.Text(text)) != "" {
					row(text)
				}
			}
		}
	}
	return out
}

func inlines(blocks []doc.Block) []doc.Inline {
	var out []doc.Inline
	for _, b := range blocks {
		out = append(out, slices.Concat(doc.Runs(b)...)...)
	}
	return out
}

// values lists the values in the text with the lines that they come from.
func (a *account) values() {
	a.part("Values in it", "문구에 쓰인 값")
	type value struct{ en, ko string }
	found := map[string]*value{}
	var paths []string
	for i, n := range a.match.Places {
		korean := a.match.Contract.Texts[i].Lang == diag.Korean
		for _, in := range inlines(n.Blocks) {
			if in.Path == "" || in.Text == "" || a.edited(in.Path) || in.Kind == doc.TermInline || in.Kind == doc.ParticleInline {
				continue
			}
			v := found[in.Path]
			if v == nil {
				v = &value{}
				found[in.Path], paths = v, append(paths, in.Path)
			}
			if korean {
				v.ko = joined(v.ko, in.Text)
			} else {
				v.en = joined(v.en, in.Text)
			}
		}
	}
	for _, path := range paths {
		v := found[path]
		a.say("  %s: %s, %s", "  %s: %s, %s", diag.Text{EN: either(v.en, v.ko), KO: either(v.ko, v.en)}, path, a.from(path))
	}
	if len(paths) == 0 {
		a.say("  none", "  없음")
	}
}

// joined adds how a value is printed, if it is printed in another way, too.
func joined(all, more string) string {
	switch {
	case all == "":
		return more
	case strings.Contains(all, more):
		return all
	}
	return all + " | " + more
}

func either(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// from says which file sets the value at a path.
func (a *account) from(path string) diag.Text {
	if a.written(path) {
		return both(a.place(path))
	}
	own := source.Child(source.Child(a.plan().Agreement.Path, "clauses"), a.slot) + "."
	if name, ok := strings.CutPrefix(path, own); ok {
		if p, declared := a.article.Option.Param(name); declared {
			_, by := a.value(p)
			return by
		}
	}
	return diag.T("not in the project file; it would stand at %s", "과제 파일에 없음, 적을 자리: %s", a.place(path))
}

// parameters lists what the option can be told, with who has set it.
func (a *account) parameters() {
	if len(a.article.Option.Head.Params) == 0 {
		return
	}
	a.part("Parameters of the option", "선택지의 매개변수")
	for _, p := range a.article.Option.Head.Params {
		said, by := a.value(p)
		a.say("  %s: %s, %s (%s)", "  %s: %s, %s (%s)", p.Name, said, by, p.Title.Diag())
	}
}

// value returns what a parameter is as it is written, and who has set it.
func (a *account) value(p library.Param) (said, by diag.Text) {
	v := a.article.Params[p.Name]
	switch node := packaged(a.plan(), a.article.Option).Get(p.Name); {
	case v.Chosen:
		return written(a.Project.File.Root.Find(v.Path)), both(a.place(v.Path))
	case !v.Set:
		return diag.T("not set", "정하지 않음"), both(v.Path)
	case node != nil:
		return written(node), diag.T("set by the package %s", "조항 묶음 %s에서 정함", a.plan().Package.ID)
	}
	return written(p.Default), diag.T("the default of the option", "선택지의 기본값")
}

// packaged returns what the package of a contract says about an option.
func packaged(p *agreement.Plan, o *library.Option) *source.Value {
	v := p.Package.Fills(o.Slot)
	if named := v.Get("option"); named != nil && named.Text != o.Name {
		return nil
	}
	return v
}

// written is a value as a file has it.
func written(v *source.Value) diag.Text {
	switch {
	case v == nil:
		return both("")
	case v.Kind == source.List:
		return diag.T("%d rows", "%d행", len(v.Items))
	case v.Get("en") != nil && v.Get("ko") != nil:
		return diag.Text{EN: line(v.Get("en").Text), KO: line(v.Get("ko").Text)}
	}
	return both(v.Text)
}

// conditions lists the ifs of the clause file that decide about the text, with
// what they say for this contract.
func (a *account) conditions() {
	o := a.article.Option
	printed := stretch{lines: map[int]bool{}}
	for _, from := range a.origins() {
		if from.Template.File == o.File.Path {
			printed.lines[from.Template.Line] = true
		}
	}
	_, printed.whole = a.match.Places[0].Blocks[0].(*doc.Heading)
	lang := string(a.match.Contract.Texts[0].Lang)
	all := conditions(o.Body, lang, printed, a.article, a.plan())
	if len(all) == 0 {
		return
	}
	a.part("Conditions in the clause file", "조항 파일의 조건")
	for _, c := range all {
		said := diag.T("depends on the data of the contract", "계약 자료에 따라 정해짐")
		switch {
		case c.known && c.holds:
			said = diag.T("holds", "충족")
		case c.known:
			said = diag.T("does not hold", "미충족")
		}
		a.say("  line %d: %s: %s", "  %d행: %s: %s", c.line, c.text, said)
	}
}

// provisions lists the law and the conditions of the call that the option
// answers.
func (a *account) provisions() {
	h := a.article.Option.Head
	if len(h.Law) == 0 && len(h.Call) == 0 {
		return
	}
	a.part("Law and call that the option answers", "선택지와 관련된 법령과 공고")
	for _, key := range h.Law {
		if cited := a.Cite(key); !cited.IsZero() {
			a.say("  %s", "  %s", cited)
		}
	}
	for _, id := range h.Call {
		title := diag.Text{}
		for _, r := range a.Sources.Rules {
			if r.ID == id {
				title = r.Title
			}
		}
		a.say("  %s: %s", "  %s: %s", id, title)
	}
}
