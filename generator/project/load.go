package project

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Load types a decoded project file that its schema has accepted and checks
// what is true of every project: names, references, dates. Amounts are read in
// the currency of the grant. The project is nil only if the file holds no map at
// all.
func Load(f *source.File, grant money.Currency) (*Project, diag.List) {
	if f == nil || f.Root == nil || f.Root.Kind != source.Map {
		return nil, nil
	}
	p := &Project{Grant: grant}
	found := source.Into(f, f.Root, p, Amounts(grant))
	p.File = f
	for i := range p.Agreements {
		for _, c := range p.Agreements[i].Clauses {
			if c.Value != nil {
				c.Value.Node = f.Root.Find(c.Path)
			}
		}
	}
	found.Add(p.checkParties()...)
	found.Add(p.checkDates()...)
	found.Add(p.checkReferences()...)
	found.Add(p.checkLetters()...)
	found.Add(p.checkReceived()...)
	found.Add(p.checkChanges()...)
	found.Add(p.checkEdits()...)
	return p, found
}

// UnknownID reports a reference to something that does not exist, with the
// nearest name that does.
func UnknownID(p *Project, path, id string, what diag.Text, known []string) diag.Finding {
	f := diag.Finding{
		Code: "PRJ-UNKNOWN", Severity: diag.Blocking, Path: path, Place: p.File.Place(path),
		Message: diag.T("there is no %s %q", "%s %q 값이 없습니다", what, id),
		Fix:     diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(known, ", ")),
	}
	if near := source.Suggest(id, known); near != "" {
		f.Fix = diag.T("did you mean %s? Possible: %s", "%s 값을 뜻하십니까? 가능한 값: %s", near, strings.Join(known, ", "))
	}
	return f
}

// at makes a blocking finding about a value of the file.
func (p *Project) at(path, code string, message, why, fix diag.Text) diag.Finding {
	return diag.Finding{Code: code, Severity: diag.Blocking, Path: path, Place: p.File.Place(path), Message: message, Why: why, Fix: fix}
}
