package merge

import (
	"strconv"

	"pactwright/generator/project"
)

// signer returns under which name a signature is asked for: KR1-1 is the first
// signatory of KR1, KR1-PI its principal investigator. Nobody has none, so that a
// draft has no field for them.
func (m *merger) signer(who any) any {
	switch w := who.(type) {
	case project.Signatory:
		for _, p := range m.in.Project.Parties {
			for i, s := range p.Signatories {
				if s.Path == w.Path {
					return p.ID + "-" + strconv.Itoa(i+1)
				}
			}
		}
		return ""
	case *project.Person:
		if w == nil {
			return ""
		}
		for i := range m.in.Project.Parties {
			p := &m.in.Project.Parties[i]
			if pi := p.PI(); pi != nil && pi.Path == w.Path {
				return p.ID + project.PISuffix
			}
		}
		return ""
	}
	return wrong("only a signatory or a principal investigator signs", "서명권자와 연구책임자만 서명합니다")
}
