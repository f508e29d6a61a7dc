package generator

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
	"pactwright/generator/pack"
	"pactwright/generator/readback"
)

// Outcome is what a check or a build found and made.
type Outcome struct {
	Project  string // the project's id; empty if the file could not be understood
	Lang     diag.Lang
	Source   []byte // the project file, for excerpts
	Findings diag.List
	Results  []call.Result
	Files    []pack.File // empty after a check and after a blocking finding
	Manifest pack.Manifest
	Agreed   readback.Count // figures that were read back from the files and agree with the model

	Checklist call.Checklist // the documents that the call asks for, and how far each is; empty after a blocking finding

	state     *state
	documents []document
}

// Ready reports whether no condition is unmet.
func (o Outcome) Ready() bool { return !o.Findings.Has(diag.Unmet) }

// Check reads a project and reports everything that is wrong with it, as Build
// would, and makes nothing.
func Check(w World, o Options) (Outcome, error) {
	out, err := Build(w, o)
	out.Files = nil
	return out, err
}

// Build makes a pack in memory. Nothing is made if a finding blocks.
func Build(w World, o Options) (Outcome, error) {
	s, err := load(w, o)
	if err != nil {
		return Outcome{}, err
	}
	out := Outcome{Lang: s.lang()}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if s.project != nil {
		out.Project = s.project.Info.ID
	}
	if s.plans != nil && s.budget != nil && s.project.Lead() != nil {
		err = s.run(&out)
	} else if s.call != nil && s.project != nil {
		s.found.Add(call.Findings(call.Check(s.input()))...)
	}
	out.Findings = s.settled()
	if out.Findings.Has(diag.Blocking) {
		out.Files = nil
	}
	return out, err
}

// run goes through the steps that make documents. It stops after the step in
// which something blocks.
func (s *state) run(out *Outcome) error {
	documents, err := s.documents()
	if err != nil {
		return err
	}
	if err := s.approvals(); err != nil {
		return err
	}
	out.Results = s.judge(documents)
	s.found.Add(call.Findings(out.Results)...)
	if s.settled().Has(diag.Blocking) {
		return nil
	}
	book, err := s.workbook()
	if err != nil || s.settled().Has(diag.Blocking) {
		return err
	}
	answers := s.handIn(documents, book)
	handed, err := s.enclosedFiles(answers)
	if err != nil {
		return err
	}
	s.found.Add(s.overLimits(answers, handed)...)
	out.Checklist = s.checklist(answers)
	report, err := s.finish(documents, book, out)
	if err != nil || s.settled().Has(diag.Blocking) {
		return err
	}
	out.Files = append(report, handed...)
	out.Manifest = s.manifest(documents)
	return nil
}

// documents makes the contracts, the letters and the budget on paper.
func (s *state) documents() ([]document, error) {
	contracts, err := s.contracts()
	if err != nil {
		return nil, err
	}
	letters, err := s.letters()
	if err != nil {
		return nil, err
	}
	budgets, err := s.budgets()
	if err != nil {
		return nil, err
	}
	documents := s.make(slices.Concat(contracts, letters, budgets))
	s.found.Add(parity(documents)...)
	if err := s.collect(documents); err != nil {
		return nil, err
	}
	derived, err := s.each(documents)
	if err != nil {
		return nil, err
	}
	more := s.make(derived)
	s.found.Add(parity(more)...)
	return append(documents, more...), s.collect(more)
}

// collect takes over what the making of documents found.
func (s *state) collect(documents []document) error {
	var errs []error
	for _, d := range documents {
		s.found.Add(d.found...)
		errs = append(errs, d.err)
	}
	return errors.Join(errs...)
}

// finish makes the report and then the index, which names all documents, and
// returns the files of the pack without the archive.
func (s *state) finish(documents []document, book []byte, out *Outcome) ([]pack.File, error) {
	found := s.settled()
	requests, report, err := s.reports(out.Results, documents, out.Checklist, found)
	if err != nil {
		return nil, err
	}
	dates, err := s.timelines()
	if err != nil {
		return nil, err
	}
	reports := s.make(append(requests, dates...))
	if err := s.collect(reports); err != nil {
		return nil, err
	}
	text, err := s.reportJSON(report, out.Results, out.Checklist, found)
	if err != nil {
		return nil, err
	}
	all := append(slices.Clone(documents), reports...)
	out.Agreed = s.agreed(all)
	ask, err := s.index(s.rows(all), documents, out.Checklist, found, out.Agreed)
	if err != nil {
		return nil, err
	}
	index := s.make([]request{ask})
	if err := s.collect(index); err != nil {
		return nil, err
	}
	all = append(index, all...)
	out.state, out.documents = s, all
	var sarif bytes.Buffer
	if err := diag.SARIF(&sarif, found, s.lang()); err != nil {
		return nil, err
	}
	return s.files(all, book, text, sarif.Bytes())
}

// rows describes every file of the pack for the index.
func (s *state) rows(documents []document) []merge.DocumentRow {
	var rows []merge.DocumentRow
	add := func(file string, title diag.Text, pages int, use string) {
		word, _ := s.words.In("use", use)
		rows = append(rows, merge.DocumentRow{File: file, Title: title, Pages: pages, Use: word})
	}
	for _, d := range byFolder(documents) {
		if s.kept(d.file) {
			add(d.file, s.titleOf(d), d.pages, d.use)
		}
		if d.typ.Workbook && s.kept(asWorkbook(d.file)) {
			add(asWorkbook(d.file), s.titleOf(d), 0, d.use)
		}
		if s.inWord(d.request) {
			add(asWord(d.file), s.titleOf(d), 0, "word")
		}
	}
	fixed := func(name, key string) {
		title, _ := s.words.In("file", key)
		if s.kept(name) {
			add(name, title, 0, key)
		}
	}
	for _, lang := range []diag.Lang{diag.Korean, diag.English} {
		fixed(s.calendarName(lang), "calendar")
	}
	for _, key := range []string{"workbook", "signatures", "report_json", "report_sarif", "inputs", "manifest", "archive"} {
		fixed(s.fixedName(key), key)
	}
	return rows
}

// byFolder puts the documents of a folder together; the folders stand in the
// order in which the first document of each was made.
func byFolder(documents []document) []document {
	order := map[string]int{}
	folder := func(d document) int {
		dir, _, _ := strings.Cut(d.file, "/")
		if _, ok := order[dir]; !ok {
			order[dir] = len(order)
		}
		return order[dir]
	}
	for _, d := range documents {
		folder(d)
	}
	return slices.SortedStableFunc(slices.Values(documents), func(a, b document) int { return folder(a) - folder(b) })
}

// kept reports whether a file belongs into the pack that was asked for: a part
// of a pack has the folders named by Only, the index and the inputs.
func (s *state) kept(file string) bool {
	folders := map[string]string{"agreement": "agreement", "letters": "letters", "budget": "budget", "proposal": "proposal", "changes": "changes", "compliance": "report", "timeline": "timeline"}
	folder, _, inside := strings.Cut(file, "/")
	kind, optional := folders[folder]
	switch {
	case !s.opts.partial():
		return true
	case inside && optional:
		return s.opts.wants(kind) && s.opts.writes(file)
	}
	return file != s.fixedName("archive")
}

func (s *state) fixedName(key string) string {
	switch key {
	case "workbook":
		return workbookFile
	case "signatures":
		return signaturesFile
	case "report_json":
		return reportFile
	case "report_sarif":
		return sarifFile
	case "inputs":
		return inputsDir + "/"
	case "manifest":
		return pack.ManifestName
	}
	if s.call.Submission.ByFile() {
		return submissionDir + "/"
	}
	return s.project.Info.ID + ".zip"
}

// Names of files in a pack.
const (
	workbookFile = "budget/budget.xlsx"
	reportFile   = "compliance/report.json"
	sarifFile    = "compliance/report.sarif"
	inputsDir    = "inputs"
)

// files puts the documents and everything that a rebuild needs together.
func (s *state) files(documents []document, book, report, sarif []byte) ([]pack.File, error) {
	var out []pack.File
	for _, d := range documents {
		if s.kept(d.file) {
			out = append(out, pack.File{Path: d.file, Data: d.data})
		}
		if d.typ.Workbook && d.settled != nil && s.kept(asWorkbook(d.file)) {
			data, err := s.workbookOf(d)
			if err != nil {
				return nil, err
			}
			out = append(out, pack.File{Path: asWorkbook(d.file), Data: data})
		}
		if d.word != nil {
			out = append(out, pack.File{Path: asWord(d.file), Data: d.word})
		}
	}
	calendars, err := s.calendarFiles()
	if err != nil {
		return nil, err
	}
	out = append(out, calendars...)
	fields, err := s.signatures(documents)
	if err != nil {
		return nil, err
	}
	out = append(out, fields)
	out = append(out, pack.File{Path: workbookFile, Data: book}, pack.File{Path: reportFile, Data: report}, pack.File{Path: sarifFile, Data: sarif})
	out = append(out, pack.File{Path: path.Join(inputsDir, path.Base(s.world.Name)), Data: s.file.Data})
	input := func(name string, data []byte) {
		name = path.Join(inputsDir, name)
		if !slices.ContainsFunc(out, func(f pack.File) bool { return f.Path == name }) {
			out = append(out, pack.File{Path: name, Data: data})
		}
	}
	for _, r := range s.project.Received {
		if data, ok := s.arrived[r.File]; ok {
			input(r.File, data)
		}
	}
	for _, p := range s.project.Parties {
		if data, ok := s.logoFiles[p.Logo]; ok {
			input(p.Logo, data)
		}
	}
	own, err := s.ownTemplates()
	if err != nil {
		return nil, err
	}
	rules, err := s.ownRules()
	own = append(own, rules...)
	out = slices.DeleteFunc(out, func(f pack.File) bool { return !s.kept(f.Path) })
	return append(out, own...), err
}

// ownTemplates returns the files of the layers above the built-in one, as a
// folder templates/ beside the project file.
func (s *state) ownTemplates() ([]pack.File, error) {
	above := s.layers[:len(s.layers)-1]
	var out []pack.File
	for _, dir := range []string{"documents", "clauses", "packages", "styles", "locales"} {
		paths, err := above.Paths(dir)
		if err != nil {
			return nil, err
		}
		for _, p := range paths {
			file, err := above.Read(p)
			if err != nil {
				return nil, err
			}
			if p == wordsFile {
				files, err := above.All(p)
				if err != nil {
					return nil, err
				}
				file.Data = ownWords(files)
			}
			out = append(out, pack.File{Path: path.Join(inputsDir, "templates", p), Data: file.Data})
		}
	}
	return append(out, s.ownFonts()...), nil
}
