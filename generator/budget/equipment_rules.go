package budget

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Keys of the thresholds of the law on equipment; KindEquipment is a limit.
const (
	SharingThreshold = "equipment_sharing"
	ReviewThreshold  = "equipment_review"
	EquipmentBefore  = "equipment_before_end"
	SoftwareBefore   = "software_before_end"
	KindAge          = "kind_equipment_age"
	KindEquipment    = "kind_equipment"
)

// equipmentRules look at what cost lines say about equipment, and at lines
// without a reason.
func (c *computer) equipmentRules() {
	for i := range c.b.Lines {
		row := &c.b.Lines[i]
		if row.Justification.EN == "" && row.Justification.KO == "" {
			c.unreasoned(row)
		}
		c.boughtInTime(row)
		switch {
		case row.Category != Equipment:
		case row.Source == project.OwnInKind:
			c.ownEquipment(row)
		default:
			c.newEquipment(row)
		}
	}
}

func (c *computer) unreasoned(row *CostLine) {
	c.add(row.Path, diag.Finding{
		Code: CodeReason, Severity: diag.Warning,
		Message: diag.T("%s has no justification", "%s: 산출 근거가 없습니다", row.ID),
		Why:     diag.T("agencies cut cost whose need is not explained", "필요성을 설명하지 않은 비용은 심의에서 감액되기 쉽습니다"),
		Fix:     diag.T("say under justification why the cost is needed", "justification에 필요 사유를 쓰십시오"),
	})
}

// newEquipment warns of dear equipment for which a step before the purchase is
// not recorded. The price of one item counts.
func (c *computer) newEquipment(row *CostLine) {
	price, err := money.Rounded(row.UnitPrice.Mul(row.Rate), c.b.Currency)
	if err != nil {
		return
	}
	if t, ok := c.amountThreshold(SharingThreshold, CodeSharing); ok && c.reaches(price, t) && !row.Shared {
		c.step(row, CodeSharing, "sharing_checked", t, price,
			diag.T("it was not recorded that shared equipment was looked for", "공동활용 장비가 있는지 확인한 기록이 없습니다"))
	}
	if t, ok := c.amountThreshold(ReviewThreshold, CodeReview); ok && c.reaches(price, t) && !row.Reviewed {
		c.step(row, CodeReview, "review_done", t, price,
			diag.T("the procedure of the national guideline is not recorded", "시설·장비 표준지침에 따른 절차 기록이 없습니다"))
	}
}

func (c *computer) step(row *CostLine, code, key string, t law.Threshold, price money.Amount, what diag.Text) {
	c.add(row.Path, diag.Finding{
		Code: code, Severity: diag.Warning,
		Message: diag.T("%s: equipment of %s, and %s", "%s: 단가 %s인 장비인데 %s", row.ID, shown(price), what),
		Why:     c.v.Cite(t.Cite),
		Fix:     diag.T("do it and record %s: true", "절차를 거친 뒤 %s: true를 적으십시오", key),
	})
}

// boughtInTime reports purchases after the last day on which they count. A
// project in stages has that day in each of them.
func (c *computer) boughtInTime(row *CostLine) {
	key := EquipmentBefore
	if row.Category != Equipment {
		key = SoftwareBefore
	}
	end := c.b.StageEnd(row.Phase)
	if end.IsZero() || row.Source == project.OwnInKind || row.Bought.IsZero() {
		c.unknownPurchase(row, end)
		return
	}
	t, ok := c.threshold(key)
	if !ok {
		return
	}
	last := calendar.Term{Months: int(t.Months)}.Before(end)
	if !row.Bought.After(last) {
		return
	}
	c.add(row.Path+".bought", diag.Finding{
		Code: CodeTooLate, Severity: diag.Unmet,
		Message: diag.T("%s is bought on %s, later than %s", "%s: 구입(계약) 예정일 %s이 기한 %s보다 늦습니다", row.ID, dayText(row.Bought), dayText(last)),
		Why:     c.v.Cite(t.Cite),
		Fix:     diag.T("buy it earlier, or have the ministry recognise the case", "일정을 앞당기거나 중앙행정기관의 인정을 받으십시오"),
	})
}

// unknownPurchase warns of equipment of the last period whose day of purchase is
// not planned.
func (c *computer) unknownPurchase(row *CostLine, end calendar.Date) {
	n := len(c.b.Phases)
	if row.Category != Equipment || row.Source == project.OwnInKind || !row.Bought.IsZero() || end.IsZero() {
		return
	}
	if c.b.Options.PhaseKind != StagePhases && row.Phase != c.b.Phases[n-1].ID {
		return
	}
	t, ok := c.threshold(EquipmentBefore)
	if !ok {
		return
	}
	c.add(row.Path, diag.Finding{
		Code: CodeTooLate, Severity: diag.Warning,
		Message: diag.T("%s: the day of purchase is not planned", "%s: 구입 예정일이 없습니다", row.ID),
		Why:     c.v.Cite(t.Cite),
		Fix:     diag.T("write the planned day as bought", "bought에 구입 예정일을 적으십시오"),
	})
}

// StageEnd is the last day of the period in which a phase may buy: that of its
// stage, which is the phase itself or the whole project.
func (b *Budget) StageEnd(phase string) calendar.Date {
	i, known := b.phases[phase]
	if known && b.Options.PhaseKind == StagePhases {
		return b.Phases[i].Period.End
	}
	return b.End
}

// ownEquipment reports own equipment in kind above its limit or too old. Only
// companies give equipment in kind.
func (c *computer) ownEquipment(row *CostLine) {
	party := c.parties[row.Party]
	if party == nil || !isCompany(party.LawClass) {
		return
	}
	limit, ok := c.limit(KindEquipment)
	if !ok {
		return
	}
	most := limit.Percent.FloorOf(row.OriginalPrice.In(c.b.Currency))
	switch {
	case row.OriginalPrice == 0:
		c.kind(row, ".source", limit.Cite, diag.Warning,
			diag.T("%s: the purchase price of the equipment given in kind is not stated", "%s: 현물로 내는 장비의 구입가가 없습니다", row.ID),
			diag.T("write original_price and acquired", "original_price와 acquired를 적으십시오"))
	case row.Amount.Minor() > most.Minor():
		c.kind(row, ".original_price", limit.Cite, diag.Unmet,
			diag.T("%s: own equipment in kind of %s is more than %s of its purchase price", "%s: 자체 장비의 현물 계상액 %s이 구입가의 %s를 넘습니다", row.ID, shown(row.Amount), limit.Percent.English()),
			diag.T("lower it to %s or less", "%s 이하로 낮추십시오", shown(most)))
	}
	c.tooOld(row)
}

func (c *computer) tooOld(row *CostLine) {
	t, ok := c.threshold(KindAge)
	start := c.p.Info.Start
	if start.IsZero() && len(c.b.Phases) > 0 {
		start = c.b.Phases[0].Period.Start
	}
	if !ok || row.Acquired.IsZero() || start.IsZero() || !row.Acquired.Before(start.AddMonths(-int(t.Months))) {
		return
	}
	c.kind(row, ".acquired", t.Cite, diag.Unmet,
		diag.T("%s: the equipment was bought on %s, more than %d months before the project starts", "%s: 구입일이 %s로 과제 시작일보다 %d개월 넘게 앞섭니다", row.ID, dayText(row.Acquired), t.Months),
		diag.T("take the line out", "이 행을 빼십시오"))
}

func (c *computer) kind(row *CostLine, key, cite string, severity diag.Severity, message, fix diag.Text) {
	c.add(row.Path+key, diag.Finding{Code: CodeOwnEquipment, Severity: severity, Message: message, Why: c.v.Cite(cite), Fix: fix})
}

// dayText is a date as messages print it.
func dayText(d calendar.Date) diag.Text { return diag.Text{EN: d.English(), KO: d.KoreanPoint()} }
