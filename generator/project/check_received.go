package project

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// checkReceived compares what is said of signed papers with what the file says
// of the letter or the contract itself.
func (p *Project) checkReceived() diag.List {
	var found diag.List
	for i := range p.Received {
		r := &p.Received[i]
		letter, contract := p.Letter(r.For), p.Agreement(r.For)
		if letter != nil && !r.Date.IsZero() && r.Date.Before(letter.Date) {
			found.Add(p.tooEarly(r, letter))
		}
		var parties []string
		switch {
		case letter != nil:
			parties = []string{letter.Party}
		case contract != nil:
			parties = contract.Parties
		}
		if f, unknown := p.unknownSigner(r, parties); unknown {
			found.Add(f)
		}
	}
	return found
}

func (p *Project) tooEarly(r *Received, l *Letter) diag.Finding {
	path := source.Child(r.Path, "date")
	return diag.Finding{
		Code: "RECV-DATE", Severity: diag.Unmet, Path: path, Place: p.File.Place(path),
		Message: diag.T("the signed letter %s bears the date %s, before the letter of %s", "%s 서명본의 날짜(%s)가 서신의 작성일(%s)보다 앞섭니다", l.ID, r.Date, l.Date),
		Why:     diag.T("what was signed earlier is another text than the letter as it now stands", "먼저 서명된 문서는 현재의 서신과 다른 문서입니다"),
		Fix:     diag.T("have the letter signed again, or correct the date of the file or of the letter", "현재의 서신에 다시 서명을 받거나, 파일 또는 서신의 날짜를 고치십시오"),
	}
}

// unknownSigner warns of a signer whom none of the parties names as its
// signatory. That a party names nobody is another matter.
func (p *Project) unknownSigner(r *Received, parties []string) (diag.Finding, bool) {
	var names []string
	for _, id := range parties {
		party := p.Party(id)
		if party == nil {
			continue
		}
		for _, s := range party.Signatories {
			names = append(names, s.Name.EN, s.Name.Native, s.Name.KO)
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return plainWords(n) == "" })
	signer := plainWords(r.Signer)
	if signer == "" || len(names) == 0 || slices.ContainsFunc(names, func(n string) bool { return namesWhole(signer, plainWords(n)) }) {
		return diag.Finding{}, false
	}
	path := source.Child(r.Path, "signer")
	return diag.Finding{
		Code: "RECV-SIGNER", Severity: diag.Warning, Path: path, Place: p.File.Place(path),
		Message: diag.T("%s is not among the signatories of %s", "%s: %s의 서명권자로 기재되지 않은 사람입니다", r.Signer, strings.Join(parties, ", ")),
		Why:     diag.T("a paper binds an institution only if somebody signs it who may sign for it", "기관을 대표할 권한이 있는 사람이 서명하여야 기관에 효력이 있습니다"),
		Fix:     diag.T("check who signed; if the person may sign, add them under signatories of the party", "서명한 사람을 확인하고, 권한이 있으면 당사자의 signatories에 추가하십시오"),
	}, true
}

// namesWhole reports whether the words of a name stand in a text one after the
// other and whole.
func namesWhole(text, name string) bool {
	return strings.Contains(" "+text+" ", " "+name+" ")
}
