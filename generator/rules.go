package generator

import (
	"errors"
	"io/fs"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// RuleFiles are calls and law versions that are looked at by themselves: those
// in the folders calls and laws of a place, with those built in below them.
type RuleFiles struct {
	shelf shelf
	own   fs.FS // nil: those built in
}

// BuiltInRules are the calls and law versions of the program.
func BuiltInRules() RuleFiles { return RuleFiles{shelf: builtInShelf} }

// RulesIn are the calls and law versions in the folders calls and laws of a
// place.
func RulesIn(dir fs.FS) RuleFiles {
	return RuleFiles{shelf: append(shelf{dir}, builtInShelf...), own: dir}
}

// ids lists the calls or law versions concerned: the user's own, or those built
// in.
func (r RuleFiles) ids(folder string) ([]string, error) {
	if r.own != nil {
		return shelf{r.own}.ids(folder)
	}
	return r.shelf.ids(folder)
}

// Text returns the text of a file by the name that stands in a place.
func (r RuleFiles) Text(name string) ([]byte, bool) {
	for i, place := range r.shelf {
		for _, folder := range []string{"", callsDir + "/", lawsDir + "/"} {
			if (folder == "") == (i == len(r.shelf)-1) {
				continue // a name without a folder is that of a file built in
			}
			if text, err := fs.ReadFile(place, folder+name); err == nil {
				return text, true
			}
		}
	}
	return nil, false
}

// Count is how much there was to look at.
type Count struct{ Files, Rules, Cases int }

// Lint reads the files and reports what makes them unfit to judge by: unknown
// fields, rules without citation or tests, expressions that are not understood.
func (r RuleFiles) Lint() (diag.List, Count, error) { return r.look(nil) }

// Test judges the cases that the rules carry.
func (r RuleFiles) Test() (diag.List, Count, error) { return r.look((*call.Rulebook).SelfTest) }

// Overdue reports what of the calls and of their laws is to be read again on a
// day: the sources were last read longer ago than their files rely on.
func (r RuleFiles) Overdue(on calendar.Date) (diag.List, error) {
	ids, err := r.ids(callsDir)
	if err != nil {
		return nil, err
	}
	var found diag.List
	said := map[string]bool{} // of law versions that several calls share
	for _, id := range ids {
		book, _, err := r.shelf.rulebook(id, "")
		var missing *missingData
		if errors.As(err, &missing) || err == nil && book == nil {
			continue // the reading of the files says so
		}
		if err != nil {
			return nil, err
		}
		for _, f := range book.Overdue(on) {
			if key := f.Place.String() + f.Code; !said[key] {
				said[key] = true
				found.Add(f)
			}
		}
	}
	return found.Sorted(), nil
}

// look goes through the files. Rules that several calls share are looked at once.
func (r RuleFiles) look(also func(*call.Rulebook) diag.List) (diag.List, Count, error) {
	var found diag.List
	var n Count
	said := map[string]bool{}
	add := func(list diag.List) {
		for _, f := range list {
			if key := f.Place.String() + f.Code + f.Message.EN; !said[key] {
				said[key] = true
				found.Add(f)
			}
		}
	}
	counted := map[string]bool{}
	calls, err := r.ids(callsDir)
	if err != nil {
		return nil, n, err
	}
	for _, id := range calls {
		n.Files++
		book, list, err := r.shelf.rulebook(id, "")
		var missing *missingData
		switch {
		case errors.As(err, &missing):
			list.Add(noSuchLaw(id, missing))
		case err != nil:
			return nil, n, err
		}
		add(list)
		if book == nil {
			continue
		}
		counted[book.Law.ID] = true
		for _, rule := range book.Rules {
			if file, path := rule.File(); !said[file.Name+path] {
				said[file.Name+path] = true
				n.Rules, n.Cases = n.Rules+1, n.Cases+len(rule.Tests)
			}
		}
		if also != nil {
			add(also(book))
		}
	}
	laws, err := r.ids(lawsDir)
	for _, id := range laws {
		n.Files++
		if counted[id] {
			continue
		}
		reading := reading{shelf: r.shelf, folder: lawsDir}
		file, list := reading.file(id)
		if reading.err != nil {
			return nil, n, reading.err
		}
		add(list)
		_, list = law.Read(file)
		add(list)
	}
	return found.Sorted(), n, err
}

func noSuchLaw(id string, missing *missingData) diag.Finding {
	return diag.Finding{
		Code: call.CodeUnknown, Severity: diag.Blocking, Place: diag.Place{File: callsDir + "/" + id + ".yaml"}, Path: "law_version",
		Message: diag.T("there is no law version %q", "법령 버전 %q이(가) 없습니다", missing.id),
		Fix:     diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", joined(missing.known)),
	}
}

// Rules lists every rule of the calls and laws with the file in which it stands.
func (r RuleFiles) Rules() ([]RuleLine, error) {
	books, err := r.shelf.all()
	if err != nil {
		return nil, err
	}
	var out []RuleLine
	said := map[string]bool{}
	for _, b := range books {
		for _, rule := range b.Rules {
			file, path := rule.File()
			if said[file.Name+path] {
				continue
			}
			said[file.Name+path] = true
			out = append(out, RuleLine{ID: rule.ID, Title: rule.Title.Diag(), Severity: rule.Severity.Severity, Due: rule.Due, File: file.Name, Found: rule.Cite.Found})
		}
	}
	return out, nil
}

// RuleLine is one rule in a list.
type RuleLine struct {
	ID       string
	Title    diag.Text
	Severity diag.Severity
	Due      call.Point
	File     string
	Found    bool // what it asks was found in a source; else it is a default
}
