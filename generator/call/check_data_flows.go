package call

import (
	"reflect"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// dataFlows asks that movements of data of a kind say what makes them lawful.
// Viewing from abroad is a movement.
type dataFlows struct {
	From            []string `yaml:"from"`            // countries of the exporter; empty: all
	Abroad          bool     `yaml:"abroad"`          // only movements over a border
	Identifiability []string `yaml:"identifiability"` // only these
	Filled          []string `yaml:"filled"`          // values of a movement that must be there
	Label           law.Text `yaml:"label"`           // what these values are
	Sites           bool     `yaml:"sites"`           // instead: the exporter has an entry under evidence.ethics
	States          []string `yaml:"states"`          // of such an entry
	fields          []field
}

func (d *dataFlows) prepare(*Call) error {
	if len(d.Filled) == 0 && !d.Sites {
		return textError("the check needs filled or sites", "검사에 filled 또는 sites가 필요합니다")
	}
	d.fields = nil
	for _, name := range d.Filled {
		f, err := fieldOf(reflect.TypeFor[project.DataFlow](), name)
		if err != nil {
			return textError("a movement of data has no %q", "데이터 이동에 %q 값이 없습니다", name)
		}
		d.fields = append(d.fields, f)
	}
	return nil
}

func (d *dataFlows) check(e *env) outcome {
	var faults []Fault
	var evidence []Evidence
	concerned := false
	for _, flow := range e.in.Project.DataFlows {
		from, known := e.member(flow.Exporter)
		if !known || !d.concerns(e, from, flow) {
			continue
		}
		concerned = true
		if fault := d.fault(e, from, flow); fault.Text.EN != "" {
			faults = append(faults, fault)
			continue
		}
		evidence = append(evidence, e.evidence(flow.Path, diag.T("%s, from %s", "%s, 제공: %s", diag.Text{EN: flow.ID, KO: flow.ID}, from.name())))
	}
	if !concerned {
		return notApplicable(diag.T("no data move in this way", "해당하는 데이터 이동이 없습니다"))
	}
	return judged(diag.T("%s: stated for every movement", "%s: 모든 데이터 이동에 적혀 있음", d.Label.Diag()), faults, evidence)
}

func (d *dataFlows) concerns(e *env, from member, flow project.DataFlow) bool {
	to, known := e.member(flow.Importer)
	switch {
	case flow.Mode == "none", len(d.From) > 0 && !slices.Contains(d.From, from.Country):
		return false
	case d.Abroad && (!known || to.Country == from.Country):
		return false
	}
	return len(d.Identifiability) == 0 || slices.Contains(d.Identifiability, flow.Identifiability)
}

func (d *dataFlows) fault(e *env, from member, flow project.DataFlow) Fault {
	for _, f := range d.fields {
		if len(texts(f.of(reflect.ValueOf(flow)))) == 0 {
			return Fault{Path: flow.Path, Text: diag.T("%s: missing for %s, which leaves %s", "%s 없음: %s, 제공 %s", d.Label.Diag(), diag.Text{EN: flow.ID, KO: flow.ID}, from.name())}
		}
	}
	if !d.Sites {
		return Fault{}
	}
	for _, x := range e.in.Project.Evidence.Ethics {
		if x.Party == from.ID && (len(d.States) == 0 || slices.Contains(d.States, x.State)) {
			return Fault{}
		}
	}
	return Fault{Path: flow.Path, Text: diag.T("%s: missing for %s, which sends %s", "%s 없음: %s(%s 제공)", d.Label.Diag(), from.name(), diag.Text{EN: flow.ID, KO: flow.ID})}
}
