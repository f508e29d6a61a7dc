package guide

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// State says what becomes of a recommendation.
type State int

const (
	Stands  State = iota // the contract says so without a line in the file
	Said                 // the file says so already
	Written              // the file is changed for it
)

// Advice is one recommendation with what speaks for and against it.
type Advice struct {
	What    string // package: short, ownership: joint-fixed, or ownership for parameters only
	Title   diag.Text
	Reasons []diag.Text
	Wants   diag.Text // who wants it
	Costs   diag.Text // what it costs the other side
	Policy  diag.Text // what many partners cannot sign
	Params  []string  // as name: value
	State   State
}

// Advise returns the recommendations and the edits of the project file that carry
// them out.
func (s *Session) Advise() ([]Advice, []source.Edit, error) {
	w := writer{s: s, path: s.plan.Agreement.Path}
	w.clauses = source.Child(w.path, "clauses")
	pack := w.pack()
	for _, slot := range s.slots() {
		if err := w.slot(slot, pack); err != nil {
			return nil, nil, err
		}
	}
	w.finish()
	return w.advice, w.edits, nil
}

// slots returns the articles that recommendations which hold speak about.
func (s *Session) slots() []string {
	var out []string
	for _, r := range s.guide.Advice {
		if r.Slot != "" && s.hold(r.When) && !slices.Contains(out, r.Slot) {
			out = append(out, r.Slot)
		}
	}
	return out
}

// writer turns recommendations into edits.
type writer struct {
	s       *Session
	path    string        // of the agreement
	clauses string        // the path of its clauses
	fresh   *source.Value // clauses that the file does not have yet
	advice  []Advice
	edits   []source.Edit
}

// pack recommends a package and returns the one that will stand.
func (w *writer) pack() *library.Package {
	for _, r := range w.s.guide.Advice {
		if r.Package == "" || !w.s.hold(r.When) {
			continue
		}
		i := slices.IndexFunc(w.s.packages, func(p *library.Package) bool { return p.ID == r.Package })
		if i < 0 {
			break
		}
		p := w.s.packages[i]
		a := Advice{What: "package: " + p.ID, Title: p.Title.Diag(), Reasons: []diag.Text{r.Reason.Diag()}, Wants: p.Use.Diag()}
		switch named := w.s.plan.Agreement.Package; {
		case named == p.ID:
			a.State = Said
		case named == "" && w.s.plan.Package != nil && w.s.plan.Package.ID == p.ID:
			a.State = Stands
		default:
			a.State = Written
			w.set(w.path, "package", source.NewText(p.ID), named != "", r.Reason)
		}
		w.advice = append(w.advice, a)
		return p
	}
	return w.s.plan.Package
}

// slot recommends an option of an article, or parameters of the one that stands.
func (w *writer) slot(slot string, pack *library.Package) error {
	options, _, err := w.s.layers.Options(slot)
	if err != nil {
		return err
	}
	named := w.s.facts["option."+slot]
	standing := w.standing(slot, pack, options)
	advised := ""
	a := Advice{What: slot, State: Stands}
	var reason library.Text
	var params []source.Entry
	for _, r := range w.s.guide.Advice {
		if r.Slot != slot || !w.s.hold(r.When) {
			continue
		}
		if r.Option != "" && advised != "" {
			continue
		}
		if r.Option != "" {
			advised, reason = r.Option, r.Reason
		}
		a.Reasons = append(a.Reasons, r.Reason.Diag())
		if r.Params != nil {
			params = append(params, r.Params.Entries...)
		}
		if reason.EN == "" {
			reason = r.Reason
		}
	}
	force := standing
	if advised != "" {
		force = find(options, advised)
		a.What = slot + ": " + advised
	}
	if force == nil {
		return nil
	}
	a.Title, a.Wants, a.Costs, a.Policy = force.Head.Name(), force.Head.Wants.Diag(), force.Head.Costs.Diag(), force.Head.PartnerPolicy.Diag()
	entry := source.NewMap()
	switch {
	case advised == "":
	case named == advised:
		a.State = Said
	case named == "" && standing != nil && standing.Name == advised:
	default:
		a.State = Written
		w.option(slot, advised, named, reason, entry)
	}
	for _, e := range params {
		w.param(&a, slot, force, e, reason, entry)
	}
	if len(entry.Entries) > 0 {
		w.insert(slot, entry.Noted(w.s.note(reason)))
	}
	if len(a.Params) > 0 || advised != "" {
		w.advice = append(w.advice, a)
	}
	return nil
}

func find(options []*library.Option, name string) *library.Option {
	for _, o := range options {
		if o.Name == name {
			return o
		}
	}
	return nil
}

// standing returns the option that stands if the guide says nothing.
func (w *writer) standing(slot string, pack *library.Package, options []*library.Option) *library.Option {
	if named := w.s.facts["option."+slot]; named != "" {
		return find(options, named)
	}
	if o := pack.Fills(slot).Get("option"); o != nil {
		return find(options, o.Text)
	}
	if a := w.s.plan.Article(slot); a != nil && w.s.plan.Package.Fills(slot).Get("option") == nil {
		return a.Option
	}
	for _, o := range options {
		if o.Head.Default {
			return o
		}
	}
	return nil
}

// option writes the option of an article: in its place, or into the entry that
// is added for it.
func (w *writer) option(slot, advised, named string, reason library.Text, entry *source.Value) {
	path := source.Child(w.clauses, slot)
	switch w.s.project.File.Root.Find(path) {
	case nil:
		entry.Put("option", source.NewText(advised))
	default:
		w.set(path, "option", source.NewText(advised), named != "", reason)
	}
}

// param writes a parameter unless the file has another value that no answer
// contradicts, or the option has it as its default.
func (w *writer) param(a *Advice, slot string, o *library.Option, e source.Entry, reason library.Text, entry *source.Value) {
	p, ok := o.Param(e.Key)
	if !ok {
		return
	}
	value, answered := w.s.filled(e.Value)
	now, said := w.s.facts["param."+slot+"."+e.Key]
	path := source.Child(w.clauses, slot)
	node := w.s.project.File.Root.Find(source.Child(path, e.Key))
	switch {
	case node != nil && (!said || now == value.Text || !answered):
		return
	case node == nil && p.Default != nil && p.Default.IsScalar() && p.Default.Text == value.Text:
		return
	}
	a.State = Written
	a.Params = append(a.Params, e.Key+": "+value.Text)
	if w.s.project.File.Root.Find(path) == nil {
		entry.Put(e.Key, value)
		return
	}
	w.set(path, e.Key, value, node != nil, reason)
}

// filled returns a value with answers in the place of $question.
func (s *Session) filled(v *source.Value) (out *source.Value, answered bool) {
	if id, ok := strings.CutPrefix(v.Text, "$"); ok && v.IsScalar() {
		return source.NewText(s.answers[id]), true
	}
	return copied(v), false
}

func copied(v *source.Value) *source.Value {
	out := &source.Value{Kind: v.Kind, Text: v.Text}
	for _, item := range v.Items {
		out.Items = append(out.Items, copied(item))
	}
	for _, e := range v.Entries {
		out.Put(e.Key, copied(e.Value))
	}
	return out
}

func (w *writer) set(path, key string, v *source.Value, there bool, reason library.Text) {
	if there {
		w.edits = append(w.edits, source.Set(source.Child(path, key), v))
		return
	}
	w.edits = append(w.edits, source.Insert(path, key, v.Noted(w.s.note(reason))))
}

// insert adds an article to the clauses, and the clauses if there are none.
func (w *writer) insert(slot string, entry *source.Value) {
	if v := w.s.project.File.Root.Find(w.clauses); v != nil && v.Kind == source.Map {
		w.edits = append(w.edits, source.Insert(w.clauses, slot, entry))
		return
	}
	if w.fresh == nil {
		w.fresh = source.NewMap()
	}
	w.fresh.Put(slot, entry)
}

func (w *writer) finish() {
	switch v := w.s.project.File.Root.Find(w.clauses); {
	case w.fresh == nil:
	case v != nil:
		w.edits = append(w.edits, source.Set(w.clauses, w.fresh))
	default:
		w.edits = append(w.edits, source.Insert(w.path, "clauses", w.fresh))
	}
}

func (s *Session) note(reason library.Text) string { return reason.Diag().In(s.lang) }
