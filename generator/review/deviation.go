package review

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// Kind is how an article stands to the standard.
type Kind string

// Kinds of deviations, from none to the gravest. What follows from other articles
// was not chosen for itself: a sentence stands or not since another article does.
const (
	Standard  Kind = "standard"
	Follows   Kind = "follows"
	Parameter Kind = "parameter"
	Option    Kind = "option"
	Added     Kind = "added"
	Removed   Kind = "removed"
	Text      Kind = "text" // by a template of one's own or by an edit
)

// State is what became of the question whether somebody must approve.
type State string

// States of an approval. One is void if the text has changed since.
const (
	Free     State = "free"
	Needed   State = "needed"
	Approved State = "approved"
	Void     State = "void"
)

// Deviation is one article beside its standard.
type Deviation struct {
	Slot      string
	Title     diag.Text
	Number    diag.Text // as printed; empty for a section and for what was removed
	WasNumber diag.Text // in the standard, if it is another one
	Kind      Kind
	Moved     bool
	Code      string // of the option in the catalogue
	Option    Titled // empty: the contract has no such article
	Standard  Titled // empty: the standard has no such article
	Rank      string
	Differs   diag.Text
	Risk      diag.Text
	Policy    diag.Text // of partners
	Law       []diag.Text
	Call      []Titled // conditions
	Changes   []Change
	Notes     []Note
	Redline   map[diag.Lang][]Line // only lines in which something differs
	Hash      string
	State     State
	Approval  *project.ArticleApproval // of Approved and Void
}

// Titled is an option of the library with what tells it from the others of its
// article, or another thing that has an id.
type Titled struct {
	ID    string // ownership/joint-fixed
	Title diag.Text
}

func titled(o *library.Option) Titled { return Titled{o.ID(), o.Head.Name()} }

// Name returns the title with the id behind it.
func (t Titled) Name() diag.Text {
	if t.Title.IsZero() {
		return both(t.ID)
	}
	return diag.T("%s (%s)", "%s(%s)", t.Title, t.ID)
}

// Deviates reports whether the article was chosen otherwise than the standard.
func (d Deviation) Deviates() bool { return d.Kind != Standard && d.Kind != Follows }

// Change is one parameter that has another value than the standard.
type Change struct {
	Name     string
	Title    diag.Text
	Old, New diag.Text
	Path     string
}

// Input is what a contract is reviewed from.
type Input struct {
	Project  *project.Project
	Plan     *agreement.Plan
	Standard *agreement.Plan
	Library  library.Layers // that hold the standard: the last of those of the contract
	Shared   bool           // the layers change what all articles share: definitions, terms, words, the body
	Words    merge.Words
	Cite     func(key string) diag.Text  // of a provision that was found in a source; empty for others
	Title    func(rule string) diag.Text // of a condition of the call or the law
	Texts    []Texts
}

// Texts are the two texts of a contract in one language.
type Texts struct {
	Lang          diag.Lang
	Standard, Own *doc.Resolved
}

// Review is one contract beside the standard.
type Review struct {
	Agreement  *project.Agreement
	Package    *library.Package
	Parties    []diag.Text // their names
	Deviations []Deviation // every article, in order; what was removed stands where the standard has it
	Texts      []Texts
	Redlines   []Redlined // of the texts, in the same order
}

// Of compares a contract with the standard. The error says that the library
// cannot be read.
func Of(in Input) (*Review, error) {
	r := &reviewer{Input: in, hashes: make([][]part, len(in.Texts)), compared: make([][]compared, len(in.Texts))}
	out := &Review{Agreement: in.Plan.Agreement, Package: in.Plan.Package, Texts: in.Texts}
	for _, id := range in.Plan.Agreement.Parties {
		out.Parties = append(out.Parties, r.party(id))
	}
	for i, t := range in.Texts {
		old, new := parts(t.Standard, in.Standard), parts(t.Own, in.Plan)
		r.hashes[i] = new
		r.compared[i] = redlineParts(old, new)
		out.Redlines = append(out.Redlines, redlined(t.Own, r.compared[i]))
	}
	for _, slot := range r.slots() {
		d, err := r.deviation(slot)
		if err != nil {
			return nil, err
		}
		out.Deviations = append(out.Deviations, d)
	}
	return out, nil
}

type reviewer struct {
	Input
	hashes   [][]part     // by language
	compared [][]compared // by language
}

// slots returns the articles of the contract in order, those that only the
// standard has behind the one that stands before them there, and at the end the
// frame, if it differs.
func (r *reviewer) slots() []string {
	var out []string
	for _, a := range r.Plan.All() {
		out = append(out, a.Option.Slot)
	}
	before := -1
	for _, a := range r.Input.Standard.All() {
		at := slices.Index(out, a.Option.Slot)
		if at < 0 {
			at = before + 1
			out = slices.Insert(out, at, a.Option.Slot)
		}
		before = at
	}
	if r.differs(frame) {
		out = append(out, frame)
	}
	return out
}

// differs reports whether an article says something else than the standard.
func (r *reviewer) differs(slot string) bool {
	for _, text := range r.compared {
		for _, c := range text {
			if c.slot == slot && !c.same {
				return true
			}
		}
	}
	return false
}

func (r *reviewer) deviation(slot string) (Deviation, error) {
	own, was := r.Plan.Article(slot), r.Input.Standard.Article(slot)
	d := Deviation{Slot: slot, State: Free, Redline: map[diag.Lang][]Line{}}
	if slot == frame {
		d.Title = diag.T("Title, parties and signatures", "표제, 당사자 및 서명")
	}
	if was != nil {
		d.Title, d.Standard = was.Option.Head.Title.Diag(), titled(was.Option)
		d.describe(r, was.Option)
	}
	layered := false
	if own != nil {
		known, err := r.known(own.Option)
		if err != nil {
			return d, err
		}
		layered = known == nil || known.Body != own.Option.Body
		d.Title, d.Option = own.Option.Head.Title.Diag(), titled(own.Option)
		if known == nil {
			known = own.Option
		}
		d.describe(r, known) // a template of one's own does not rank itself
		d.Changes = r.changes(own, was)
	}
	d.Kind = r.kind(slot, own, was, layered, len(d.Changes) > 0)
	r.show(&d)
	d.Notes = r.notes(&d)
	if layered {
		d.Notes = append(d.Notes, Note{What: diag.T("template of one's own: %s", "자체 서식: %s", own.Option.File.Path)})
	}
	d.Hash = hashOf(slot, r.hashes)
	r.judge(&d)
	return d, nil
}

// known returns the option as the library of the standard has it, or nil.
func (r *reviewer) known(o *library.Option) (*library.Option, error) {
	if o.File.Layer == r.Library[len(r.Library)-1].Name {
		return o, nil
	}
	options, _, err := r.Library.Options(o.Slot)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(options, func(k *library.Option) bool { return k.Name == o.Name }); i >= 0 {
		return options[i], nil
	}
	return nil, nil
}

func (d *Deviation) describe(r *reviewer, o *library.Option) {
	h := o.Head
	d.Code, d.Rank = h.Code, h.Rank
	d.Differs, d.Risk, d.Policy = h.Differs.Diag(), h.Risk.Diag(), h.PartnerPolicy.Diag()
	d.Law, d.Call = nil, nil
	for _, id := range h.Call {
		d.Call = append(d.Call, Titled{id, r.Title(id)})
	}
	for _, key := range h.Law {
		if cite := r.Cite(key); !cite.IsZero() {
			d.Law = append(d.Law, cite)
		}
	}
}

// kind tells how an article stands to the standard. Whatever changes words by
// hand counts before all else: such an article is never standard.
func (r *reviewer) kind(slot string, own, was *agreement.Article, layered, changed bool) Kind {
	edited := slices.ContainsFunc(r.Plan.Edits, func(e *project.Edit) bool { return e.Article == slot })
	switch {
	case edited || layered:
		return Text
	case own == nil && was != nil:
		return Removed
	case own != nil && was == nil:
		return Added
	case own != nil && own.Option.Name != was.Option.Name:
		return Option
	case changed:
		return Parameter
	case r.differs(slot) && r.Shared:
		return Text
	case r.differs(slot):
		return Follows
	}
	return Standard
}

// judge tells whether somebody must approve the article, and whether somebody
// has.
func (r *reviewer) judge(d *Deviation) {
	if d.Kind == Text || d.Kind == Removed || d.Deviates() && d.Rank == "approval" {
		d.State = Needed
	}
	for i := range r.Project.Approvals {
		a := &r.Project.Approvals[i]
		switch {
		case a.Agreement != r.Plan.Agreement.ID || a.Article != d.Slot:
		case !d.Deviates(): // there is nothing left to approve
		case a.Hash == d.Hash:
			d.State, d.Approval = Approved, a
			return
		default:
			d.State, d.Approval = Void, a
		}
	}
}

// show takes what differs in each language, and where the article stands.
func (r *reviewer) show(d *Deviation) {
	for i, t := range r.Texts {
		for _, c := range r.compared[i] {
			if c.slot != d.Slot {
				continue
			}
			d.Moved = d.Moved || c.moved
			if d.Kind != Standard {
				d.Redline[t.Lang] = append(d.Redline[t.Lang], changedLines(c.redline)...)
			}
			number, was := headingNumber(c.new), headingNumber(c.old)
			if number != "" {
				d.Number = inLang(d.Number, t.Lang, number)
			}
			if was != "" && was != number {
				d.WasNumber = inLang(d.WasNumber, t.Lang, was)
			}
		}
	}
}

func headingNumber(blocks []doc.Block) string {
	if len(blocks) > 0 {
		if h, ok := blocks[0].(*doc.Heading); ok {
			return h.Number
		}
	}
	return ""
}

func inLang(t diag.Text, lang diag.Lang, text string) diag.Text {
	if lang == diag.Korean {
		t.KO = text
	} else {
		t.EN = text
	}
	return t
}
