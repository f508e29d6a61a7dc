package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"pactwright/data"
	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/readback"
	"pactwright/generator/render/pdf"
	"pactwright/generator/source"
	"pactwright/generator/timeline"
)

// state is everything known about a project before a document is made.
type state struct {
	world     World
	opts      Options
	layers    library.Layers
	words     merge.Words
	glossary  doc.Glossary
	file      *source.File
	project   *project.Project
	law       *law.Version
	call      *call.Call
	rulebook  *call.Rulebook
	budget    *budget.Budget
	reported  diag.List // by the budget, and taken up by rules
	clauses   diag.List // found out by the choice of clauses
	plans     []*agreement.Plan
	received  map[string]call.FileState
	arrived   map[string][]byte       // the bytes of received files, by name
	logos     map[string]*doc.Picture // by the institution
	logoFiles map[string][]byte       // by name
	faces     *pdf.Faces              // that documents are set in
	fontFiles map[string][]byte       // fonts of the user, by name
	known     readback.Known          // the amounts that documents may print
	figures   int                     // read back from the workbook
	entries   []timeline.Entry        // the dates of the project, once they are computed
	dossier   merge.Dossier           // the whole project, as documents that are made for each of something see it
	found     diag.List
	used      []library.File // templates that are no documents of their own
	checks    *merge.Checks  // of the templates of all documents
	standing  bool           // it is that of the standard, made from built-in templates alone
}

// ErrInput says that the project file cannot be read: it is missing, a folder,
// too large.
var ErrInput = errors.New("the project file cannot be read")

// load reads the project and everything that it refers to, and collects what is
// wrong. Only a file that cannot be read at all is an error.
func load(w World, o Options) (*state, error) {
	s := &state{world: w, opts: o, checks: &merge.Checks{}}
	text, err := w.Text, error(nil)
	if text == nil {
		text, err = source.ReadFile(w.Dir, w.Name, source.MaxFile)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInput, err)
	}
	if s.layers, err = w.layers(); err != nil {
		return nil, err
	}
	if err := s.readFonts(); err != nil {
		return nil, err
	}
	if err := s.vocabulary(); err != nil {
		return nil, err
	}
	return s, errors.Join(s.decode(text), s.compute())
}

// vocabulary reads the words and terms of the locales.
func (s *state) vocabulary() error {
	words, found, err := merge.LoadWords(s.layers)
	if err != nil {
		return err
	}
	s.found.Add(found...)
	terms, found, err := merge.LoadTerms(s.layers)
	s.found.Add(found...)
	s.words, s.glossary = words, terms
	return err
}

// decode reads the project file, the call and the law version.
func (s *state) decode(text []byte) error {
	schema, err := projectSchema()
	if err != nil {
		return err
	}
	f, found := source.Decode(s.world.Name, text)
	s.found.Add(found...)
	if f == nil || f.Root == nil || found.Has(diag.Blocking) {
		return nil
	}
	s.file = f
	s.found.Add(schema.Validate(f)...)
	book, ofRules, err := s.world.shelf().rulebook(textAt(f, "project.call"), textAt(f, "project.law_version"))
	grant := money.Currency{}
	if book != nil {
		grant = book.Call.Currency
	}
	s.project, found = project.Load(f, grant)
	s.found.Add(found...)
	if s.project == nil {
		return nil
	}
	return s.rules(book, ofRules, err)
}

// textAt returns the text of a value of the project file, or nothing.
func textAt(f *source.File, path string) string {
	if v := f.Root.Find(path); v != nil {
		return v.Text
	}
	return ""
}

// projectSchema compiles the schema of project files, once per process.
var projectSchema = sync.OnceValues(func() (*source.Schema, error) {
	text, err := fs.ReadFile(data.Files, "schema/project.schema.json")
	if err != nil {
		return nil, err
	}
	return source.CompileSchema("project.schema.json", text)
})

// rules takes the call and the law version that the project names. They are read
// before the project, since its amounts are in the currency of the call.
func (s *state) rules(book *call.Rulebook, found diag.List, err error) error {
	info := s.project.Info
	var missing *missingData
	switch {
	case errors.As(err, &missing) && missing.folder == callsDir:
		s.unknown("project.call", info.Call, diag.T("call", "공고"), missing.known)
		return nil
	case errors.As(err, &missing):
		s.unknown("project.law_version", info.LawVersion, diag.T("law version", "법령 버전"), missing.known)
		return nil
	case err != nil:
		return err
	}
	s.found.Add(found...)
	if book == nil {
		return nil
	}
	s.rulebook, s.call, s.law = book, book.Call, book.Law
	s.overrideLaw()
	s.found.Add(book.Call.Applies(s.project)...)
	return nil
}

// overrideLaw takes up what the project file sets otherwise than the law
// version, as of the date of the documents. The version that all projects share
// stays as it is.
func (s *state) overrideLaw() {
	v, found := s.law.With(overrides(s.project), law.Days{On: s.date(), End: s.project.Info.End})
	s.found.Add(found...)
	s.law, s.rulebook = v, s.rulebook.Under(v)
}

func overrides(p *project.Project) []law.Override {
	var all []law.Override
	text := func(t project.Text) law.Text { return law.Text{EN: t.EN, KO: t.KO} }
	for _, o := range p.Info.LawOverrides {
		all = append(all, law.Override{
			Path: o.Path, Provision: o.Provision, Value: o.Value, Says: text(o.Says), From: o.EffectiveFrom,
			AppliesTo: text(o.AppliesTo), Reason: text(o.Reason),
		})
	}
	return all
}

// unknown reports a file of the data that the project names and that does not
// exist. A missing name has been reported by the schema already.
func (s *state) unknown(path, id string, what diag.Text, known []string) {
	if id != "" {
		s.found.Add(project.UnknownID(s.project, path, id, what, known))
	}
}

// compute makes the budget, chooses the clauses and looks at received files.
func (s *state) compute() error {
	if s.project == nil || s.call == nil || s.law == nil {
		return nil
	}
	var found diag.List
	s.budget, found = budget.Compute(s.project, s.law, s.call.BudgetOptions(s.project))
	s.reported, found = s.rulebook.TakenUp(found)
	s.found.Add(found...)
	typ, found, err := s.layers.Document("agreement")
	if err != nil {
		return err
	}
	s.found.Add(found...)
	s.plans, found, err = agreement.Choose(s.choices(typ))
	if err != nil {
		return err
	}
	s.clauses = found
	s.found.Add(found...)
	s.known = readback.NewKnown(s.budget, append(parameters(s.plans), changedAmounts(s.project)...)...)
	s.readReceived()
	s.readLogos()
	return nil
}

// choices are what the choice of clauses depends on.
func (s *state) choices(typ *library.DocumentType) agreement.Inputs {
	return agreement.Inputs{
		Project: s.project, Budget: s.budget, Law: s.law, Layers: s.layers, Type: typ,
		StrictIP: s.call.Setting(s.project, "strict_ip") == "yes",
		Setting:  func(id string) string { return s.call.Setting(s.project, id) },
	}
}

// date returns the date that documents bear.
func (s *state) date() calendar.Date {
	if !s.opts.Date.IsZero() {
		return s.opts.Date
	}
	return s.project.Info.Date
}

// fileDate returns the date of creation in a file's properties, which must have
// one: that of the documents, or in a draft without it the first day of the
// project or of the call's window.
func (s *state) fileDate() calendar.Date {
	for _, d := range []calendar.Date{s.date(), s.project.Info.Start, s.call.Window.Open} {
		if !d.IsZero() {
			return d
		}
	}
	return calendar.Date{}
}

// lang returns the language of the index and the findings: Korean if the lead
// is Korean.
func (s *state) lang() diag.Lang {
	if s.opts.Lang != "" {
		return s.opts.Lang
	}
	if s.project != nil {
		if lead := s.project.Lead(); lead != nil && lead.Country == "KR" {
			return diag.Korean
		}
	}
	return diag.English
}
