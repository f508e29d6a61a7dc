package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// institutions are institution, category, phase and source.
func (l *list) institutions() {
	for _, in := range l.b.Institutions {
		id := in.Party.ID
		for _, row := range l.rows {
			add := l.row(words(plain(id), l.category(row)), key{column: "Amount_Institution", text: id}, key{column: "Amount_Category", text: row})
			for _, source := range l.from {
				for i, phase := range l.b.Phases {
					add(numbered("Amount_"+source, i), l.sum(id, row, phase.ID, source), plain(phase.ID), sources[source])
				}
				add("Amount_"+source, l.sum(id, row, "", source), sources[source])
			}
			add("Amount_Total", l.sum(id, row, "", ""), total)
		}
	}
}

// consortium are the sums over all institutions, by phase and by source.
func (l *list) consortium() {
	whole := l.sum("", totalRow, "", "")
	for _, row := range l.rows {
		all := l.sum("", row, "", "")
		add := l.row(words(consortia, l.category(row)), key{column: "Category_Phase", text: row})
		for i, phase := range l.b.Phases {
			add(numbered("Category_Phase", i), l.sum("", row, phase.ID, ""), plain(phase.ID))
		}
		add("Category_Phase_Total", all, total)
		add("Category_Phase_Share", l.percentage(all, whole), share)
		add = l.row(words(consortia, l.category(row)), key{column: "Category_Source", text: row})
		for _, source := range l.from {
			add("Category_Source_"+source, l.sum("", row, "", source), sources[source])
		}
		add("Category_Source_Total", all, total)
	}
	for _, source := range append(l.from, "") {
		label := source
		if source == "" {
			label = totalRow
		}
		all := l.sum("", totalRow, "", source)
		add := l.row(words(consortia, l.source(source)), key{column: "Source_Phase", text: label})
		for i, phase := range l.b.Phases {
			add(numbered("Source_Phase", i), l.sum("", totalRow, phase.ID, source), plain(phase.ID))
		}
		add("Source_Phase_Total", all, total)
		add("Source_Phase_Share", l.percentage(all, whole), share)
	}
	l.named(whole)
}

// named are the sums that have a name of their own.
func (l *list) named(whole money.Decimal) {
	l.single("Category_Total", whole, consortia, total)
	l.single("Source_Total", whole, consortia, total)
	for _, source := range l.from {
		l.single("Total_"+source, l.sum("", totalRow, "", source), consortia, sources[source])
	}
	for i, phase := range l.b.Phases {
		l.single(numbered("Phase_Total", i), l.sum("", totalRow, phase.ID, ""), consortia, plain(phase.ID))
	}
}

func (l *list) source(source string) diag.Text {
	if source == "" {
		return total
	}
	return sources[source]
}

// people are the posts.
func (l *list) people() {
	for _, p := range l.b.People {
		add := l.row(plain(p.ID), key{column: "Person_ID", text: p.ID})
		all := money.NewDecimal(0)
		add("Person_Monthly", p.Monthly.In(l.b.Currency).Decimal(), diag.T("a month", "월 금액"))
		for i, phase := range l.b.Phases {
			if i < len(p.Participation) && i < len(p.Amounts) {
				add(numbered("Person_Share", i), p.Participation[i].Fraction(), plain(phase.ID), diag.T("participation", "참여율"))
				add(numbered("Person_Won", i), p.Amounts[i].Decimal(), plain(phase.ID))
			}
			if i < len(p.OtherProjects) {
				add(numbered("Person_Elsewhere", i), p.OtherProjects[i].Fraction(), plain(phase.ID), diag.T("other projects", "다른 과제"))
			}
			if i < len(p.Cut) {
				add(numbered("Person_Cut", i), p.Cut[i].Decimal(), plain(phase.ID), changed)
			}
			if i < len(p.Months) {
				all = all.Add(p.Months[i])
			}
		}
		add("Person_Total", p.Total.Decimal(), total)
		add("Person_Months", all, diag.T("person-months", "참여 인월"))
		add("Person_Valid", one, marker)
	}
}

// lines are the cost lines.
func (l *list) lines() {
	for _, x := range l.b.Lines {
		add := l.row(plain(x.ID), key{column: "Line_ID", text: x.ID})
		add("Line_Quantity", x.Quantity, diag.T("quantity", "수량"))
		add("Line_Price", x.UnitPrice, diag.T("unit price", "단가"))
		add("Line_Rate", x.Rate, rate)
		add("Line_Won", x.Amount.Decimal(), inGrant)
		if l.b.Requested != nil {
			add("Line_Cut", x.Cut.Decimal(), changed)
		}
		if !x.Bought.IsZero() {
			add("Line_Bought", day(x.Bought), diag.T("day of purchase", "구매일"))
		}
		if x.OriginalPrice > 0 && l.ownEquipment() {
			add("Line_OriginalPrice", x.OriginalPrice.In(l.b.Currency).Decimal(), diag.T("original price", "취득가액"))
		}
		if !x.Acquired.IsZero() && l.ownEquipment() {
			add("Line_Acquired", day(x.Acquired), diag.T("day of acquisition", "취득일"))
		}
		add("Line_Valid", one, marker)
	}
}

// ownEquipment reports whether an institution brings equipment in kind: then
// lines say what it cost, and when.
func (l *list) ownEquipment() bool {
	for _, x := range l.b.Lines {
		if x.Category == budget.Equipment && x.Source == project.OwnInKind {
			return true
		}
	}
	return false
}

// payments are the payments abroad and their instalments.
func (l *list) payments() {
	government := l.sum("", totalRow, "", l.from[0])
	for _, p := range l.b.Payments {
		planned := money.NewDecimal(0)
		add := l.row(plain(p.ID), key{column: "Payment_ID", text: p.ID})
		add("Payment_Rate", p.Rate, rate)
		for i, phase := range l.b.Phases {
			add(numbered("Payment_Won", i), p.Planned[i].Decimal(), plain(phase.ID), inGrant)
			add(numbered("Payment_Foreign", i), p.Foreign[i].Decimal(), plain(phase.ID), contract)
			planned = planned.Add(p.Planned[i].Decimal())
		}
		add("Payment_Total", planned, total, inGrant)
		add("Payment_Foreign", p.Total.Decimal(), total, contract)
		add("Payment_Share", l.percentage(planned, government), share)
		stressed := p.StressedSum.Decimal()
		add("Payment_Stressed", stressed, diag.T("at the higher rate", "상승 환율 적용 금액"))
		add("Payment_Exposure", stressed.Sub(planned), diag.T("more at the higher rate", "환율 상승 추가액"))
		l.summaryOf(p.Payee, p.Payer, planned, p.Total.Decimal(), l.percentage(planned, government))
		paid := int64(0)
		for _, in := range p.Instalments {
			paid += in.Paid.Minor()
			add := l.row(words(plain(p.ID), plain(in.ID)), key{column: "Instalment_ID", text: in.ID}, key{column: "Instalment_Payment", text: p.ID})
			if !in.Due.IsZero() {
				add("Instalment_Due", day(in.Due), diag.T("day of payment", "지급일"))
			}
			add("Instalment_Won", in.Paid.Decimal(), inGrant)
			add("Instalment_Rate", p.Rate, rate)
			add("Instalment_Foreign", in.Foreign.Decimal(), contract)
			add("Instalment_Cumulative", l.b.Amount(paid).Decimal(), diag.T("cumulative", "누계"))
			add("Instalment_Valid", one, marker)
		}
	}
}

// summaryOf is the row of a payee on the first sheet.
func (l *list) summaryOf(payee, payer string, planned, foreign, part money.Decimal) {
	add := l.row(words(plain(payee), plain(payer)), key{column: "Summary_Payee", text: payee}, key{column: "Summary_Payee_Payer", text: payer})
	add("Summary_Payee_Won", planned, total, inGrant)
	add("Summary_Payee_Contract", foreign, total, contract)
	add("Summary_Payee_Share", part, share)
}
