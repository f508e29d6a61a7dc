package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
)

// threshold finds a threshold and reports, once, a law version that lacks it.
func (c *computer) threshold(key string) (law.Threshold, bool) {
	t, ok := c.v.Threshold(key)
	if !ok {
		c.notChecked(key,
			diag.T("the law version %s has no threshold %q, so it was not checked", "법령 데이터(%s)에 기준이 없어 확인하지 못했습니다: %q", c.v.ID, key), diag.Text{}, "budget",
			diag.T("add the threshold with its source to the law version", "법령 데이터에 기준과 출처를 추가하십시오"))
	}
	return t, ok
}

// amountThreshold finds a threshold that is an amount. The law states it in its
// own currency: without a rate between that and the grant's nothing can be
// measured against it.
func (c *computer) amountThreshold(key, code string) (law.Threshold, bool) {
	t, ok := c.threshold(key)
	if !ok {
		return t, false
	}
	if _, known := c.p.Compare(c.b.Amount(0), t.Amount); !known {
		why := diag.T("the law states the threshold %q as %s, the grant is in %s, and the budget has no rate between them, so it was not checked",
			"법령의 기준 %q의 금액은 %s이고 연구개발비의 통화는 %s인데 둘 사이의 환율이 없어 확인하지 못했습니다", key, shown(t.Amount), c.b.Currency.Code())
		c.b.Unchecked[code] = why
		c.notChecked(key, why, c.v.Cite(t.Cite), "budget.rates",
			diag.T("add a rate for %s to budget.rates, or look at the provision yourself", "budget.rates에 %s 환율을 추가하거나 조문을 직접 확인하십시오", t.Amount.Currency().Code()))
		return t, false
	}
	return t, true
}

// notChecked reports, once for each key, what cannot be looked at: it is not
// kept.
func (c *computer) notChecked(key string, message, why diag.Text, path string, fix diag.Text) {
	if c.lacking[key] {
		return
	}
	c.lacking[key] = true
	if why.IsZero() {
		why = diag.T("what is not looked at is not kept", "확인하지 못한 것은 지킨 것이 아닙니다")
	}
	c.add(path, diag.Finding{Code: CodeNotChecked, Severity: diag.Warning, Message: message, Why: why, Fix: fix})
}

// reaches reports whether an amount of the budget is the threshold or more.
func (c *computer) reaches(a money.Amount, t law.Threshold) bool {
	order, ok := c.p.Compare(a, t.Amount)
	return ok && order >= 0
}
