package budget

import (
	"slices"
	"sort"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// proRata cuts the rows of each phase in one proportion. Indirect cost that the
// rate gave is computed again from the smaller base, so that it keeps its limit,
// and the direct rows take what is left: together they are the award exactly.
func (k *cutter) proRata() {
	k.knownKeep()
	for phase, stated := range k.p.Award.Government {
		awarded := int64(stated)
		asked := k.b.Phases[phase].Totals.Government.Minor()
		if awarded > asked {
			k.add(item(k.p.Award.Path+".government", phase), diag.Finding{
				Message: diag.T("%s: the award of %s is more than the %s asked for", "%s: 확정 금액 %s이 신청액 %s보다 많습니다",
					k.b.Phases[phase].ID, shown(k.b.Amount(awarded)), shown(k.b.Amount(asked))),
				Why: diag.T("a pro rata award is a cut", "비율 조정은 감액에만 쓸 수 있습니다"),
				Fix: diag.T("correct the amount, or award row by row", "금액을 고치거나 행별로(by_row) 적으십시오"),
			})
			continue
		}
		if k.p.Award.Own == project.OwnProRata {
			k.cutOwn(phase, awarded, asked)
		}
		k.cutGovernment(phase, awarded)
	}
}

// knownKeep reports names of rows to keep that the budget does not have.
func (k *cutter) knownKeep() {
	known := map[string]bool{}
	for _, s := range k.p.Budget.People {
		known[s.ID] = true
	}
	for _, l := range k.p.Budget.Lines {
		known[l.ID] = true
	}
	for _, p := range k.p.Budget.Payments {
		known[p.ID] = true
	}
	for i, id := range k.p.Award.Keep {
		if !known[id] {
			k.unknown(item(k.p.Award.Path+".keep", i), id)
		}
	}
}

// part is one row of an institution in one phase that a cut can change.
type part struct {
	minor     int64
	inBase    bool // counts in the base of the indirect cost
	personnel bool // counts in the base of the allowance
	allowance bool
	set       func(minor int64)
}

// parts lists the rows of an institution in a phase that one source of money
// bears, without the indirect cost. Kept rows are left out.
func (k *cutter) parts(in *Institution, phase int, source string) []part {
	var out []part
	for i := range k.b.People {
		row := &k.b.People[i]
		if row.Party != in.Party.ID || row.Source != source || k.kept(row.ID) {
			continue
		}
		out = append(out, part{
			minor: row.Amounts[phase].Minor(), inBase: source != project.OwnInKind, personnel: !row.Support || row.Category != Personnel,
			set: func(minor int64) { k.perPhaseOf(k.cut.people, row.Staff, row.Amounts)[phase] = minor },
		})
	}
	for i := range k.b.Lines {
		row := &k.b.Lines[i]
		if row.Party != in.Party.ID || row.Source != source || row.Phase != k.b.Phases[phase].ID || k.kept(row.ID) {
			continue
		}
		out = append(out, part{
			minor: row.Amount.Minor(), inBase: source != project.OwnInKind && !outsideBase(row.Category),
			personnel: row.Category == Personnel || row.Category == StudentPersonnel,
			set:       func(minor int64) { k.cut.lines[row.Line] = minor },
		})
	}
	if source == project.Government {
		out = append(out, k.paymentParts(in, phase)...)
	}
	if source == in.CostSource && !in.Allowance[phase].IsZero() {
		out = append(out, part{
			minor: in.Allowance[phase].Minor(), inBase: true, allowance: true,
			set: func(minor int64) { k.ofInstitution(k.cut.allowances, in.Party.ID, in.Allowance)[phase] = minor },
		})
	}
	return out
}

func (k *cutter) paymentParts(in *Institution, phase int) []part {
	var out []part
	for i := range k.b.Payments {
		row := &k.b.Payments[i]
		if row.Payer != in.Party.ID || k.kept(row.ID) {
			continue
		}
		list := k.perPhasePayment(row)
		out = append(out, part{minor: row.Planned[phase].Minor(), set: func(minor int64) { list[phase] = minor }})
	}
	return out
}

func (k *cutter) kept(id string) bool { return id != "" && slices.Contains(k.p.Award.Keep, id) }

// perPhaseOf returns the amounts of a post, those asked for until they are cut.
func (k *cutter) perPhaseOf(all map[*project.Staff][]int64, s *project.Staff, asked []money.Amount) []int64 {
	if all[s] == nil {
		all[s] = minors(asked)
	}
	return all[s]
}

func (k *cutter) perPhasePayment(row *Payment) []int64 {
	if k.cut.payments[row.Payment] == nil {
		k.cut.payments[row.Payment] = minors(row.Planned)
	}
	return k.cut.payments[row.Payment]
}

func (k *cutter) ofInstitution(all map[string][]int64, id string, asked []money.Amount) []int64 {
	if all[id] == nil {
		all[id] = minors(asked)
	}
	return all[id]
}

func minors(list []money.Amount) []int64 {
	out := make([]int64, len(list))
	for i, a := range list {
		out[i] = a.Minor()
	}
	return out
}

func sumParts(parts []part) int64 {
	var sum int64
	for _, p := range parts {
		sum += p.minor
	}
	return sum
}

// scaled spreads a sum over the parts in their proportion.
func (k *cutter) scaled(parts []part, sum int64) []int64 {
	weights := make([]int64, len(parts))
	for i, p := range parts {
		weights[i] = p.minor
	}
	split, err := money.Split(k.b.Amount(sum), weights)
	if err != nil { // there is nothing to cut
		return weights
	}
	return minors(split)
}

// cutOwn cuts the institutions' own money of a phase in the proportion of the
// government's.
func (k *cutter) cutOwn(phase int, awarded, asked int64) {
	for _, in := range k.b.Institutions {
		for _, source := range []string{project.OwnCash, project.OwnInKind} {
			parts := k.parts(in, phase, source)
			ratio := []int64{awarded, asked - awarded}
			split, err := money.Split(k.b.Amount(sumParts(parts)), ratio)
			if err != nil {
				continue
			}
			for i, n := range k.scaled(parts, split[0].Minor()) {
				parts[i].set(n)
			}
		}
	}
}

// cutGovernment cuts the government's money of a phase.
func (k *cutter) cutGovernment(phase int, awarded int64) {
	shares := make([]share, len(k.b.Institutions))
	weights := make([]int64, len(shares))
	var kept int64
	for i, in := range k.b.Institutions {
		s := k.newShare(in, phase)
		shares[i], weights[i] = s, sumParts(s.parts)+s.indirect
		kept += in.Phases[phase].Government.Minor() - weights[i]
	}
	if awarded == k.b.Phases[phase].Totals.Government.Minor() {
		return
	}
	targets, err := money.Split(k.b.Amount(max(awarded-kept, 0)), weights)
	if err != nil || awarded < kept {
		k.impossible(phase, k.b.Amount(kept))
		return
	}
	for i := range shares {
		if !shares[i].settle(targets[i].Minor()) {
			k.impossible(phase, k.b.Amount(kept))
			return
		}
	}
}

func (k *cutter) impossible(phase int, kept money.Amount) {
	k.add(item(k.p.Award.Path+".government", phase), diag.Finding{
		Message: diag.T("%s: the award is less than the rows that are kept, %s, with their indirect cost", "%s: 확정 금액이 그대로 두기로 한 행의 합계 %s과 간접비보다 적습니다", k.b.Phases[phase].ID, shown(kept)),
		Fix:     diag.T("keep fewer rows", "keep에 적은 행을 줄이십시오"),
	})
}

// share is what one institution can give in a phase.
type share struct {
	k        *cutter
	in       *Institution
	phase    int
	parts    []part
	indirect int64 // asked for, if the government bears it
	base     int64 // of the indirect cost: what is not in parts
	people   int64 // base of the allowance: what is not in parts
	bears    bool  // the government bears allowance and indirect cost
	capped   bool  // the allowance kept its limit and must go on doing so
}

func (k *cutter) newShare(in *Institution, phase int) share {
	s := share{k: k, in: in, phase: phase, parts: k.parts(in, phase, project.Government), bears: in.CostSource == project.Government}
	if s.bears {
		s.indirect = in.Indirect[phase].Minor()
	}
	s.base = in.Measure(ModifiedDirect, phase).Minor()
	s.people = in.Measure(ModifiedPersonnel, phase).Minor()
	if limit, ok := k.v.Limit(AllowanceLimit); ok {
		s.capped = in.Allowance[phase].Minor() <= limit.Percent.FloorOf(k.b.Amount(s.people)).Minor()
	}
	for _, p := range s.parts {
		if p.inBase {
			s.base -= p.minor
		}
		if p.personnel {
			s.people -= p.minor
		}
	}
	if k.p.Award.Own == project.OwnProRata {
		s.base -= k.ownCut(in, phase)
	}
	return s
}

// ownCut is by how much the institution's own cash in the base was cut.
func (k *cutter) ownCut(in *Institution, phase int) int64 {
	var less int64
	for i := range k.b.People {
		row := &k.b.People[i]
		if list := k.cut.people[row.Staff]; list != nil && row.Party == in.Party.ID && row.Source == project.OwnCash {
			less += row.Amounts[phase].Minor() - list[phase]
		}
	}
	for i := range k.b.Lines {
		row := &k.b.Lines[i]
		if left, ok := k.cut.lines[row.Line]; ok && row.Party == in.Party.ID && row.Source == project.OwnCash &&
			row.Phase == k.b.Phases[phase].ID && !outsideBase(row.Category) {
			less += row.Amount.Minor() - left
		}
	}
	return less
}

// settle finds the sum of the direct rows that, with its indirect cost, gives
// the target, and sets the rows.
func (s *share) settle(target int64) bool {
	most := min(target, sumParts(s.parts))
	direct := int64(sort.Search(int(most), func(n int) bool {
		return int64(n)+s.indirectOf(s.amounts(int64(n))) >= target
	}))
	amounts := s.amounts(direct)
	indirect := target - direct
	if indirect > s.indirectOf(amounts) {
		return false
	}
	for i, n := range amounts {
		s.parts[i].set(n)
	}
	if s.bears {
		s.k.ofInstitution(s.k.cut.indirects, s.in.Party.ID, s.in.Indirect)[s.phase] = indirect
	}
	return true
}

// amounts spreads a sum over the rows. An allowance that stood at its limit
// would break it by a unit where rounding is against it: the largest other row
// takes that unit.
func (s *share) amounts(sum int64) []int64 {
	amounts := s.k.scaled(s.parts, sum)
	people, allowance, largest := s.people, -1, -1
	for i, p := range s.parts {
		switch {
		case p.allowance:
			allowance = i
			continue
		case p.personnel:
			people += amounts[i]
		}
		if largest < 0 || amounts[i] > amounts[largest] {
			largest = i
		}
	}
	limit, ok := s.k.v.Limit(AllowanceLimit)
	if allowance < 0 || largest < 0 || !ok || !s.capped {
		return amounts
	}
	if most := limit.Percent.FloorOf(s.k.b.Amount(people)).Minor(); amounts[allowance] > most {
		amounts[largest] += amounts[allowance] - most
		amounts[allowance] = most
	}
	return amounts
}

// indirectOf is the most indirect cost that the rows allow: at the rate, and not
// more of it than was asked for in proportion.
func (s *share) indirectOf(amounts []int64) int64 {
	if !s.bears {
		return 0
	}
	base, rows := s.base, int64(0)
	for i, p := range s.parts {
		rows += amounts[i]
		if p.inBase {
			base += amounts[i]
		}
	}
	most := s.in.IndirectRate.FloorOf(s.k.b.Amount(base)).Minor()
	if s.in.Computed {
		return most
	}
	asked := sumParts(s.parts)
	if asked == 0 {
		return min(most, s.indirect)
	}
	split, err := money.Split(s.k.b.Amount(s.indirect), []int64{rows, max(asked-rows, 0)})
	if err != nil {
		return most
	}
	return min(most, split[0].Minor())
}
