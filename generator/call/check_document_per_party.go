package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// documentPerParty asks that for every party with one of the roles a signed
// document is there as a file. What the project file says about signatures is
// shown and proves nothing.
type documentPerParty struct {
	Label    law.Text       `yaml:"label"`
	Roles    []project.Role `yaml:"roles"`
	List     List           `yaml:"list"` // the documents that the project file plans
	ID       column         `yaml:"id"`
	Party    column         `yaml:"party"`
	With     []project.Role `yaml:"with"`
	Declared *condition     `yaml:"declared"` // when an entry says that it is signed
}

func (d *documentPerParty) prepare(*Call) error {
	if len(d.Roles) == 0 {
		return textError("the check needs roles", "검사에 roles가 필요합니다")
	}
	if d.Declared != nil {
		if err := d.Declared.Column.resolve(d.List); err != nil {
			return err
		}
	}
	if err := d.ID.resolve(d.List, textType); err != nil {
		return err
	}
	return d.Party.resolve(d.List, textType, textsType)
}

func (d *documentPerParty) check(e *env) outcome {
	members := e.members(d.Roles)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no party to which this applies", "해당하는 기관이 없습니다"))
	}
	var faults []Fault
	var evidence []Evidence
	for _, m := range members {
		seen, fault := d.look(e, m)
		evidence = append(evidence, seen...)
		if fault != nil {
			faults = append(faults, *fault)
		}
	}
	pass := diag.T("%s: a signed file is attached for %s", "%s: 서명본 파일 첨부됨(%s)", d.Label.Diag(), memberNames(members))
	return judged(pass, faults, evidence)
}

// look returns what there is for one party, and what is wrong if no signed file
// is among it.
func (d *documentPerParty) look(e *env, m member) (evidence []Evidence, fault *Fault) {
	attached := false
	for _, x := range d.List.entries(e.in.Project) {
		named := d.Party.texts(x)
		if !slices.Contains(named, m.ID) || !e.namesOne(named, d.With) {
			continue
		}
		id := d.ID.text(x)
		if declared := d.declared(x); declared {
			evidence = append(evidence, e.evidence(d.Declared.Column.pathIn(x), diag.T("%s %s, %s: declared signed", "%s %s, %s: 서명된 것으로 기재", d.Label.Diag(), id, m.name())))
		}
		files, missing := e.received(id, diag.T("%s %s, %s", "%s %s, %s", d.Label.Diag(), id, m.name()))
		evidence = append(evidence, files...)
		attached = attached || len(files) > 0
		if fault == nil {
			fault = d.fault(m, x, id, missing)
		}
	}
	switch {
	case attached:
		return evidence, nil
	case fault == nil:
		fault = &Fault{Text: diag.T("%s: none for %s", "%s 없음: %s", d.Label.Diag(), m.name()), Path: m.path}
	}
	return evidence, fault
}

func (d *documentPerParty) declared(x entry) bool { return d.Declared != nil && d.Declared.holds(x) }

// fault says why an entry is no signed document.
func (d *documentPerParty) fault(m member, x entry, id string, missing *Fault) *Fault {
	switch {
	case missing != nil:
		return missing
	case d.declared(x):
		return &Fault{Path: d.Declared.Column.pathIn(x), Text: diag.T("%s %s, %s: declared signed, but no signed file is attached",
			"%s %s, %s: 서명된 것으로 기재되었으나 서명본 파일이 첨부되지 않음", d.Label.Diag(), id, m.name())}
	}
	return &Fault{Path: x.path, Text: diag.T("%s %s, %s: no signed file is attached", "%s %s, %s: 서명본 파일이 첨부되지 않음", d.Label.Diag(), id, m.name())}
}

// received returns the readable files that came in for an id. If there is none
// but the project names one, the fault says what is wrong with it.
func (e *env) received(id string, name diag.Text) (files []Evidence, fault *Fault) {
	for i, r := range e.in.Project.Received {
		if r.For != id || id == "" {
			continue
		}
		path := source.Item("received", i) + ".file"
		state := e.in.Received[r.File]
		switch {
		case r.File == "" || !state.Exists:
			fault = &Fault{Path: path, Text: diag.T("%s: the file %q is not there", "%s: 파일이 없음: %q", name, r.File)}
		case !state.Readable:
			fault = &Fault{Path: path, Text: diag.T("%s: the file %q cannot be read", "%s: 파일을 읽을 수 없음: %q", name, r.File)}
		default:
			v := e.evidence(path, diag.T("%s: file %s attached", "%s: 파일 %s 첨부", name, r.File))
			v.Attached = true
			files = append(files, v)
		}
	}
	if len(files) > 0 {
		return files, nil
	}
	return nil, fault
}
