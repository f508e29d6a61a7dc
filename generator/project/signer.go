package project

import (
	"strconv"
	"strings"
)

// PISuffix ends the signing name of a principal investigator, as in KR1-PI.
const PISuffix = "-PI"

// Signer returns the institution and the person that a signing name stands for:
// KR1-2 is the second signatory of KR1.
func (p *Project) Signer(name string) (party string, person Name) {
	at := strings.LastIndexByte(name, '-')
	if at < 0 {
		return "", Name{}
	}
	of := p.Party(name[:at])
	if of == nil {
		return "", Name{}
	}
	if name[at:] == PISuffix {
		if pi := of.PI(); pi != nil {
			return of.ID, pi.Name
		}
		return "", Name{}
	}
	n, err := strconv.Atoi(name[at+1:])
	if err != nil || n < 1 || n > len(of.Signatories) {
		return "", Name{}
	}
	return of.ID, of.Signatories[n-1].Name
}
