package project

import (
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Change is one change of a signed contract. The project file describes the
// project as it stands after all of its changes; a change says what it was
// before, why it changes, and which approval it rests on.
type Change struct {
	source.At
	ID        string         `yaml:"id"`
	Kind      string         `yaml:"kind"` // ChangeJoin, ChangeLeave, ChangeAmend
	Date      calendar.Date  `yaml:"date"` // the day on which it takes effect
	Agreement string         `yaml:"agreement"`
	Party     string         `yaml:"party"` // who joins or leaves, or asks for the amendment
	Reason    Text           `yaml:"reason"`
	Rows      []ChangeRow    `yaml:"rows"`
	Amounts   []ChangeAmount `yaml:"amounts"`
	FXOnly    bool           `yaml:"fx_only"` // the exchange rate alone changes the amounts
	Approval  *Approval      `yaml:"approval"`
}

// Kinds of changes.
const (
	ChangeJoin  = "join"
	ChangeLeave = "leave"
	ChangeAmend = "amend"
)

// ChangeRow is one matter that changes, in words.
type ChangeRow struct {
	source.At
	Item   Text `yaml:"item"`
	Before Text `yaml:"before"`
	After  Text `yaml:"after"`
}

// ChangeAmount is a planned amount of international joint R&D funds that
// changes.
type ChangeAmount struct {
	source.At
	Payment string `yaml:"payment"`
	Phase   string `yaml:"phase"`
	Before  Amount `yaml:"before"`
	After   Amount `yaml:"after"`
}

// Approval is the step with the agency that a change waits for.
type Approval struct {
	source.At
	Reference string        `yaml:"reference"` // of the letter of approval
	Date      calendar.Date `yaml:"date"`
	Amended   calendar.Date `yaml:"project_agreement"` // the day on which the project agreement was changed
}

// checkChanges checks that each change names what exists, changes something, and
// has gone through the agency where the law asks for that first.
func (p *Project) checkChanges() diag.List {
	var found diag.List
	for i := range p.Changes {
		c := &p.Changes[i]
		known := p.changeNames(c)
		found.Add(known...)
		if len(known) > 0 {
			continue
		}
		found.Add(p.changeMakesSense(c)...)
		found.Add(p.changeOfFunds(c)...)
		found.Add(p.changeOfParties(c)...)
	}
	return found
}

// changeNames reports ids that nothing stands for.
func (p *Project) changeNames(c *Change) diag.List {
	var found diag.List
	if c.Agreement != "" && p.Agreement(c.Agreement) == nil {
		var ids []string
		for _, a := range p.Agreements {
			ids = append(ids, a.ID)
		}
		found.Add(UnknownID(p, source.Child(c.Path, "agreement"), c.Agreement, diag.T("contract", "계약"), ids))
	}
	if c.Party != "" && p.Party(c.Party) == nil {
		found.Add(UnknownID(p, source.Child(c.Path, "party"), c.Party, diag.T("party", "당사자"), p.PartyIDs()))
	}
	for _, a := range c.Amounts {
		if a.Payment != "" && p.Payment(a.Payment) == nil {
			var ids []string
			for _, y := range p.Budget.Payments {
				ids = append(ids, y.ID)
			}
			found.Add(UnknownID(p, source.Child(a.Path, "payment"), a.Payment, diag.T("payment", "지급"), ids))
		}
		if a.Phase != "" && p.Phase(a.Phase) < 0 {
			found.Add(UnknownID(p, source.Child(a.Path, "phase"), a.Phase, diag.T("phase", "연차"), p.PhaseIDs()))
		}
	}
	return found
}

// changeMakesSense reports changes that nobody could carry out.
func (p *Project) changeMakesSense(c *Change) diag.List {
	const code = "PRJ-CHANGE"
	var found diag.List
	a := p.Agreement(c.Agreement)
	moves := c.Kind == ChangeJoin || c.Kind == ChangeLeave
	switch party := p.Party(c.Party); {
	case moves && party == nil:
		found.Add(p.at(c.Path, code,
			diag.T("the change %s does not say who joins or leaves", "변경 %s: 가입하거나 탈퇴하는 당사자가 적혀 있지 않습니다", c.ID),
			diag.Text{}, diag.T("add party: with the id of the institution", "party:에 기관의 ID를 적으십시오")))
	case moves && party.Role == Lead:
		found.Add(p.at(source.Child(c.Path, "party"), code,
			diag.T("%s is the lead R&D institution: it can neither join nor leave a contract that goes on", "%s: 주관연구개발기관이므로 존속하는 계약에 가입하거나 그 계약에서 탈퇴할 수 없습니다", c.Party),
			diag.T("the contract ends as a whole when the lead R&D institution leaves it", "주관연구개발기관이 이탈하면 계약 전부가 종료합니다"),
			diag.T("name another institution, or end the contract", "다른 기관을 적거나 계약을 종료하십시오")))
	case a != nil && party != nil && c.Kind != ChangeLeave && !slices.Contains(a.Parties, c.Party):
		found.Add(p.at(source.Child(c.Path, "party"), code,
			diag.T("%s is not among the parties of the contract %s", "%s: 계약 %s의 당사자가 아닙니다", c.Party, c.Agreement),
			diag.T("the project file describes the contract after its changes, so that roles, results and payments of the institution are found", "과제 파일에는 변경 후의 계약을 적습니다. 그래야 그 기관의 역할, 성과와 지급이 반영됩니다"),
			diag.T("add %s to parties of the contract %s", "계약 %[2]s의 parties에 %[1]s 기관을 넣으십시오", c.Party, c.Agreement)))
	}
	if c.Kind == ChangeAmend && len(c.Rows) == 0 && len(c.Amounts) == 0 {
		found.Add(p.at(c.Path, code,
			diag.T("the amendment %s changes nothing", "변경 %s: 변경되는 내용이 없습니다", c.ID),
			diag.Text{}, diag.T("list what it changes under rows or amounts", "변경 내용을 rows 또는 amounts에 적으십시오")))
	}
	if a != nil && !c.Date.IsZero() && !a.Effective.IsZero() && c.Date.Before(a.Effective) {
		found.Add(p.at(source.Child(c.Path, "date"), code,
			diag.T("the change %s takes effect on %s, before the contract %s does on %s", "변경 %s: 효력발생일 %s 값이 계약 %s의 효력발생일 %s보다 앞섭니다", c.ID, c.Date, a.ID, a.Effective),
			diag.Text{}, diag.T("correct the date, or write the contract as it is to be signed, without a change", "날짜를 바로잡거나, 서명 전이라면 변경 없이 계약 내용을 고치십시오")))
	}
	return found
}

// changeOfFunds asks for the approval of a changed amount.
func (p *Project) changeOfFunds(c *Change) diag.List {
	if len(c.Amounts) == 0 || c.FXOnly {
		return nil
	}
	why := diag.T("Standards for Use of R&D Funds, Art. 28(5) and Art. 73(1) item 8: international joint R&D funds are planned otherwise only after prior approval and a change of the project agreement, unless only the exchange rate changes the amount",
		"「국가연구개발사업 연구개발비 사용 기준」 제28조제5항, 제73조제1항제8호: 환율 변동만으로 금액이 달라지는 경우가 아니면 사전 승인을 거쳐 협약을 변경한 후 국제공동연구개발비를 다르게 계상합니다")
	return p.agencyFirst(c, "X-26", why,
		diag.T("the change %s of international joint R&D funds has no approval of the agency", "변경 %s: 국제공동연구개발비가 달라지는데 전문기관의 승인이 적혀 있지 않습니다", c.ID),
		diag.T("submit the reasons sheet of this change, then add approval: with reference and date; write fx_only: true if only the exchange rate changes the amount",
			"이 변경의 사유서로 승인을 신청한 뒤 approval:에 문서번호와 날짜를 적으십시오. 환율 변동만으로 달라진 금액이면 fx_only: true를 적으십시오"))
}

// changeOfParties asks for the step with the agency before an institution joins
// or leaves.
func (p *Project) changeOfParties(c *Change) diag.List {
	party := p.Party(c.Party)
	if party == nil || c.Kind != ChangeJoin && c.Kind != ChangeLeave {
		return nil
	}
	why := diag.T("National R&D Innovation Act, Art. 11(2), and its Enforcement Decree, Art. 14(1): the institutions of the project agreement change only after written notice in advance and consultation",
		"「국가연구개발혁신법」 제11조제2항, 같은 법 시행령 제14조제1항: 연구개발기관의 변경은 사전에 문서로 알리고 협의하여 협약을 변경합니다")
	if party.Role == Overseas {
		why = diag.T("National R&D Innovation Act, Art. 11(1) and (2): the work plan is part of the project agreement and names this institution, which stands outside that agreement itself; that its change needs the same step is a cautious reading",
			"「국가연구개발혁신법」 제11조제1항, 제2항: 협약에 포함되는 연구개발계획서에 이 기관이 적혀 있습니다. 협약 밖에 있는 해외기관의 변경에도 같은 절차가 필요하다고 보는 것은 신중한 해석입니다")
	}
	return p.agencyFirst(c, "X-41", why,
		diag.T("%s joins or leaves the contract %s (change %s) without a step with the agency", "%s 기관이 계약 %s에 가입하거나 그 계약에서 탈퇴하는데(변경 %s) 전문기관과의 절차가 적혀 있지 않습니다", c.Party, c.Agreement, c.ID),
		diag.T("submit the reasons sheet of this change, then add approval: with reference and date", "이 변경의 사유서를 제출한 뒤 approval:에 문서번호와 날짜를 적으십시오"))
}

// agencyFirst reports a change without the step with the agency that comes
// before it. It does not block: the sheet that asks for the step is made of the
// same file.
func (p *Project) agencyFirst(c *Change, code string, why, message, fix diag.Text) diag.List {
	f := p.at(c.Path, code, message, why, fix)
	f.Severity = diag.Unmet
	a := c.Approval
	if a == nil || a.Reference == "" || a.Date.IsZero() {
		return diag.List{f}
	}
	last, key := a.Date, "date"
	if a.Amended.After(last) {
		last, key = a.Amended, "project_agreement"
	}
	if c.Date.IsZero() || !last.After(c.Date) {
		return nil
	}
	f = p.at(source.Child(a.Path, key), code,
		diag.T("the change %s takes effect on %s, before the step with the agency on %s", "변경 %s: 효력발생일 %s 값이 전문기관과의 절차일 %s보다 앞섭니다", c.ID, c.Date, last), why,
		diag.T("let the change take effect on %s or later", "변경의 효력발생일을 %s 이후로 정하십시오", last))
	f.Severity = diag.Unmet
	return diag.List{f}
}
