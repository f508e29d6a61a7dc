package generator

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"pactwright/data"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// paperKind is a kind of paper that may come in, from the reference data.
type paperKind struct {
	ID    string       `yaml:"id"`
	Per   string       `yaml:"per"` // project, party, instalment or line
	Title library.Text `yaml:"title"`
}

// paperKinds reads the kinds of papers.
func paperKinds() ([]paperKind, error) {
	const name = "reference/papers.yaml"
	text, err := fs.ReadFile(data.Files, name)
	if err != nil {
		return nil, err
	}
	f, found := source.Decode(name, text)
	var out []paperKind
	if f != nil {
		found.Add(source.Into(f, f.Root, &out, source.Strict)...)
	}
	if found.Has(diag.Blocking) {
		return nil, fmt.Errorf("%s: %s", name, found[0].Message.EN)
	}
	return out, nil
}

// targets are what files that came in may be for, with a name for each.
type targets struct {
	ids   []string
	names map[string]diag.Text
	kinds []string // the same in short: {party} or {id} stands for each of them
}

func (t *targets) add(id string, name diag.Text) {
	if _, known := t.names[id]; !known && id != "" {
		t.ids = append(t.ids, id)
		t.names[id] = name
	}
}

// targets collects what a file may be for: a letter, a contract, a document that
// the call asks for and that is not made here from it, another document that is
// signed (signed, by type), and the kinds of papers.
func (s *state) targets(signed map[string][]string) (targets, error) {
	t := targets{names: map[string]diag.Text{}}
	for _, l := range s.project.Letters {
		t.add(l.ID, diag.Text{EN: l.ID, KO: l.ID})
	}
	for _, a := range s.project.Agreements {
		t.add(a.ID, diag.Text{EN: a.ID, KO: a.ID})
	}
	t.kinds = append([]string(nil), t.ids...)
	for _, a := range s.call.Documents {
		if a.Kind == "letter" || a.Kind == "agreement" || a.Kind == "budget" {
			continue
		}
		for _, id := range s.subjectsOf(a) {
			t.add(a.Received(id), a.Title.Diag())
		}
		t.kinds = append(t.kinds, a.Received("{party}"))
	}
	for _, typ := range slices.Sorted(maps.Keys(signed)) {
		for _, id := range signed[typ] {
			t.add(typ+"-"+id, diag.Text{EN: typ + " " + id, KO: typ + " " + id})
		}
		t.kinds = append(t.kinds, typ+"-{id}")
	}
	kinds, err := paperKinds()
	if err != nil {
		return t, err
	}
	for _, k := range kinds {
		if k.Per == "project" {
			t.add(k.ID, k.Title.Diag())
			t.kinds = append(t.kinds, k.ID)
			continue
		}
		for _, id := range s.idsOf(k.Per) {
			t.add(k.ID+"-"+id, k.Title.Diag())
		}
		t.kinds = append(t.kinds, k.ID+"-{"+k.Per+"}")
	}
	return t, nil
}

// idsOf lists what a kind of paper may be one of each for.
func (s *state) idsOf(per string) []string {
	var ids []string
	switch per {
	case "party":
		ids = s.project.PartyIDs()
	case "instalment":
		for _, p := range s.project.Budget.Payments {
			for _, i := range p.Instalments {
				ids = append(ids, i.ID)
			}
		}
	case "line":
		for _, l := range s.project.Budget.Lines {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// checkTargets reports files that came in for something that does not exist: they
// would count for nothing, and nobody would notice.
func (s *state) checkTargets(signed map[string][]string) error {
	t, err := s.targets(signed)
	if err != nil {
		return err
	}
	for i := range s.project.Received {
		r := &s.project.Received[i]
		if _, known := t.names[r.For]; known || r.For == "" {
			continue
		}
		at := source.Child(r.Path, "for")
		all := strings.Join(t.kinds, ", ")
		f := diag.Finding{
			Code: "RECV-FOR", Severity: diag.Blocking, Path: at, Place: s.file.Place(at),
			Message: diag.T("a file came in for %q, which is nothing of this project or call", "받은 파일의 대상 %q: 이 과제와 공고에 없는 것입니다", r.For),
			Why:     diag.T("a file for something unknown would count for nothing", "대상을 알 수 없는 파일은 어디에도 쓰이지 않습니다"),
			Fix:     diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", all),
		}
		if near := source.Suggest(r.For, t.ids); near != "" {
			f.Fix = diag.T("did you mean %s? Possible: %s", "%s 값을 뜻하십니까? 가능한 값: %s", near, all)
		}
		s.found.Add(f)
	}
	return nil
}
