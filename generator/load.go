package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

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
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// state is everything known about a project before a document is made.
type state struct {
	world    World
	opts     Options
	layers   library.Layers
	words    merge.Words
	glossary doc.Glossary
	file     *source.File
	project  *project.Project
	law      *law.Version
	call     *call.Call
	budget   *budget.Budget
	plans    []*agreement.Plan
	received map[string]call.FileState
	arrived  map[string][]byte // the bytes of received files, by name
	found    diag.List
}

// ErrInput says that the project file cannot be read: it is missing, a folder,
// too large.
var ErrInput = errors.New("the project file cannot be read")

// load reads the project and everything that it refers to, and collects what is
// wrong. Only a file that cannot be read at all is an error.
func load(w World, o Options) (*state, error) {
	s := &state{world: w, opts: o}
	text, err := source.ReadFile(w.Dir, w.Name, source.MaxFile)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInput, err)
	}
	if s.layers, err = w.layers(); err != nil {
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
	s.project, found = project.Load(f)
	s.found.Add(found...)
	if s.project == nil {
		return nil
	}
	return s.rules()
}

func projectSchema() (*source.Schema, error) {
	text, err := fs.ReadFile(data.Files, "schema/project.schema.json")
	if err != nil {
		return nil, err
	}
	return source.CompileSchema("project.schema.json", text)
}

// rules reads the call and the law version that the project names.
func (s *state) rules() error {
	info := s.project.Info
	text, known, err := dataFile("calls", info.Call)
	if err != nil {
		return err
	}
	if text == nil {
		s.unknown("project.call", info.Call, diag.T("call", "공고"), known)
	} else {
		c, found := call.Load(info.Call+".yaml", text)
		s.call = c
		s.found.Add(found...)
		s.found.Add(c.Applies(s.project)...)
	}
	text, known, err = dataFile("laws", info.LawVersion)
	if err != nil {
		return err
	}
	if text == nil {
		s.unknown("project.law_version", info.LawVersion, diag.T("law version", "법령 버전"), known)
		return nil
	}
	v, found := law.Load(info.LawVersion+".yaml", text)
	s.law = v
	s.found.Add(found...)
	if s.call != nil {
		s.found.Add(call.CheckLaw(s.call, v)...)
	}
	return nil
}

// unknown reports a file of the data that the project names and that does not
// exist. A missing name has been reported by the schema already.
func (s *state) unknown(path, id string, what diag.Text, known []string) {
	if id != "" {
		s.found.Add(project.UnknownID(s.project, path, id, what, known))
	}
}

// dataFile returns a YAML file of the embedded data, or nil and the names that
// exist.
func dataFile(folder, id string) (text []byte, known []string, err error) {
	entries, err := fs.ReadDir(data.Files, folder)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok {
			known = append(known, name)
		}
	}
	if !slices.Contains(known, id) {
		return nil, known, nil
	}
	text, err = fs.ReadFile(data.Files, folder+"/"+id+".yaml")
	return text, known, err
}

// compute makes the budget, chooses the clauses and looks at received files.
func (s *state) compute() error {
	if s.project == nil || s.call == nil || s.law == nil {
		return nil
	}
	var found diag.List
	s.budget, found = budget.Compute(s.project, s.law, budget.Options{
		GovShareBase:        s.call.Setting(s.project, "gov_share_base"),
		PhaseKind:           s.call.Setting(s.project, "phase_kind"),
		EntrustedRecognised: s.call.Setting(s.project, "entrusted_recognised") == "yes",
		ExpertiseRecognised: s.call.Setting(s.project, "expertise_recognised") == "yes",
		Caps:                s.call.Caps(s.project),
	})
	s.found.Add(found...)
	typ, found, err := s.layers.Document("agreement")
	if err != nil {
		return err
	}
	s.found.Add(found...)
	s.plans, found, err = agreement.Choose(agreement.Inputs{
		Project: s.project, Budget: s.budget, Layers: s.layers, Type: typ,
		StrictIP: s.call.Setting(s.project, "strict_ip") == "yes",
	})
	if err != nil {
		return err
	}
	s.found.Add(found...)
	return s.readReceived()
}

// maxReceived bounds one received file; scans of signed papers are smaller.
const maxReceived = 50 << 20

// readReceived looks at every file that came in. A missing or broken one is not
// an error: the rules that need it say so. What is there travels with the pack,
// so that a rebuild sees the same.
func (s *state) readReceived() error {
	s.received, s.arrived = map[string]call.FileState{}, map[string][]byte{}
	for _, r := range s.project.Received {
		if r.File == "" {
			continue
		}
		data, err := source.ReadFile(s.world.Dir, r.File, maxReceived)
		switch {
		case errors.Is(err, source.ErrTooLarge):
			s.found.Add(s.tooLarge(r))
		case err != nil:
			s.received[r.File] = call.FileState{}
		default:
			sum := sha256.Sum256(data)
			s.received[r.File] = call.FileState{
				Exists: true, Readable: whole(r.File, data), Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:]),
			}
			s.arrived[r.File] = data
		}
	}
	return nil
}

// whole reports whether a file can be what its name says: not empty, and a PDF
// if it calls itself one.
func whole(name string, data []byte) bool {
	return len(data) > 0 && (path.Ext(name) != ".pdf" || bytes.HasPrefix(data, []byte("%PDF-")))
}

func (s *state) tooLarge(r project.Received) diag.Finding {
	at := source.Child(r.Path, "file")
	return diag.Finding{
		Code: "RECV-SIZE", Severity: diag.Blocking, Path: at, Place: s.file.Place(at),
		Message: diag.T("%s is larger than %d MiB", "%s: 파일이 %d MiB보다 큽니다", r.File, maxReceived>>20),
		Fix:     diag.T("scan it again at a lower resolution", "해상도를 낮추어 다시 스캔하십시오"),
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

// settled returns the findings so far as the user sees them: the cause once and
// not its consequences, and the gaps of a draft as warnings.
func (s *state) settled() diag.List {
	causes := causesOf(s.found)
	var out diag.List
	said := map[string]bool{}
	for _, f := range s.found {
		if f.Path != "" && f.Place.IsZero() && s.file != nil {
			f.Place = s.file.Place(f.Path)
		}
		key := f.Code + f.Path + f.Message.EN
		if f.Path == "" {
			key += f.Template.String()
		}
		if said[key] || causes.explain(f) {
			continue
		}
		said[key] = true
		if f.Gap && s.opts.Draft {
			f.Severity = diag.Warning
		}
		out = append(out, f)
	}
	return out.Sorted()
}

// causes are findings of which others are consequences.
type causes struct {
	gaps     map[string]bool   // paths without a value
	misread  map[string]string // paths that the reader of YAML refused, with its code
	blocking bool              // something else than a template that cannot run
}

func causesOf(found diag.List) causes {
	c := causes{gaps: map[string]bool{}, misread: map[string]string{}}
	for _, f := range found {
		if f.Gap && f.Code != codeGap {
			c.gaps[f.Path] = true
		}
		if strings.HasPrefix(f.Code, "YAML-") && f.Path != "" && c.misread[f.Path] == "" {
			c.misread[f.Path] = f.Code
		}
		c.blocking = c.blocking || f.Severity == diag.Blocking && f.Code != codeRun
	}
	return c
}

// Codes of findings that follow from others: a gap that a template came upon,
// and a template that could not run.
const (
	codeGap = "MERGE-GAP"
	codeRun = "MERGE-RUN"
)

// explain reports whether a finding follows from one of the causes.
func (c causes) explain(f diag.Finding) bool {
	switch first := c.misread[f.Path]; {
	case f.Code == codeGap:
		return nameAbove(c.gaps, f.Path)
	case f.Code == codeRun:
		return c.blocking
	case f.Path != "" && first != "" && f.Code != first:
		return true
	}
	return false
}

// nameAbove reports whether the path, something above it or something below it
// has been named as a gap. A gap whose path is not known follows from any.
func nameAbove(named map[string]bool, path string) bool {
	if path == "" {
		return len(named) > 0
	}
	for other := range named {
		if below(path, other) || path != "" && below(other, path) {
			return true
		}
	}
	return false
}

// below reports whether a path is the other or leads below it.
func below(path, other string) bool {
	rest, ok := strings.CutPrefix(path, other)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
