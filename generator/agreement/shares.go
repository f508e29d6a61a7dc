package agreement

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// shares reads a list of {party, share}.
func (r reader) shares(v Value) (Value, diag.List) {
	if r.node.Kind != source.List || len(r.node.Items) == 0 {
		return v, diag.List{r.wrong(diag.T("a list of {party, share}", "{party, share} 목록"))}
	}
	var found diag.List
	for i, item := range r.node.Items {
		s := Share{Path: source.Item(r.path, i)}
		found.Add(r.share(item, &s)...)
		v.Shares = append(v.Shares, s)
	}
	if len(found) == 0 {
		found.Add(r.apart(v.Shares)...)
		found.Add(r.whole(v.Shares)...)
	}
	return v, found
}

// apart checks that no party stands in the list twice.
func (r reader) apart(shares []Share) diag.List {
	seen := map[string]bool{}
	for _, s := range shares {
		if seen[s.Party] {
			r.path = source.Child(s.Path, "party")
			return diag.List{r.wrong(diag.T("a list in which each party stands once", "당사자가 한 번씩만 나오는 목록"))}
		}
		seen[s.Party] = true
	}
	return nil
}

func (r reader) share(item *source.Value, s *Share) diag.List {
	var found diag.List
	known := []string{"party", "share"}
	misspelt := map[string]bool{}
	for _, e := range item.Entries {
		if !contains(known, e.Key) {
			misspelt[source.Suggest(e.Key, known)] = true
			f := project.UnknownID(r.project, source.Child(s.Path, e.Key), e.Key, diag.T("key", "항목"), known)
			f.Code, f.Place = source.CodeKey, e.KeyPlace
			found.Add(f)
		}
	}
	party, share := item.Get("party"), item.Get("share")
	switch {
	case party == nil && misspelt["party"]:
	case written(party) == "":
		found.Add(gap(r.project, source.Child(s.Path, "party"), diag.T("the party of a share", "지분의 당사자")))
	case r.project.Party(party.Text) == nil:
		found.Add(project.UnknownID(r.project, source.Child(s.Path, "party"), party.Text, diag.T("party", "당사자"), r.project.PartyIDs()))
	default:
		s.Party = party.Text
	}
	if share == nil && misspelt["share"] {
		return found
	}
	if written(share) == "" {
		found.Add(gap(r.project, source.Child(s.Path, "share"), diag.T("the share of a party", "당사자의 지분")))
		return found
	}
	percent, err := money.ParsePercent(share.Text)
	if err != nil || percent.IsZero() || percent.IsNegative() {
		path := source.Child(s.Path, "share")
		found.Add(diag.Finding{
			Code: "AGR-SHARE", Severity: diag.Blocking, Path: path, Place: r.project.File.Place(path),
			Message: diag.T("a share must be a percentage above zero, not %s", "지분은 0보다 큰 백분율이어야 합니다: %s", share.Text),
			Fix:     diag.T("write a number such as 60.00", "60.00과 같은 수를 쓰십시오"),
		})
		return found
	}
	s.Percent = percent
	return found
}

// whole checks that the shares of one result add up to exactly 100 %.
func (r reader) whole(shares []Share) diag.List {
	var sum money.Percent
	for _, s := range shares {
		sum = sum.Add(s.Percent)
	}
	if sum.Cmp(money.Hundred) == 0 {
		return nil
	}
	return diag.List{{
		Code: "AGR-SHARES", Severity: diag.Blocking, Path: r.path, Place: r.project.File.Place(r.path),
		Message: diag.T("the shares add up to %s, not to 100%%", "지분의 합이 100%%가 아니라 %s입니다", sum.English()),
		Why:     diag.T("joint owners hold the whole of a result between them", "공동 소유자의 지분을 합하면 성과 전체가 되어야 합니다"),
		Fix:     diag.T("change the shares so that they add up to exactly 100", "지분의 합이 정확히 100이 되도록 고치십시오"),
	}}
}
