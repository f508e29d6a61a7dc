package generator_test

import (
	"fmt"
	"slices"
	"strings"
)

// mutations change an example into a project that it was not made for. Each
// keeps the money of a phase as it is and reports whether there was something to
// change.
var mutations = []struct {
	name   string
	change func(node) bool
}{
	{"one more party", oneMoreParty},
	{"one phase fewer", onePhaseFewer},
	{"another currency", anotherCurrency},
	{"a Korean joint party", jointParty},
}

func list(p node, key string) []any { l, _ := p[key].([]any); return l }

// first returns the first entry of a list whose key has one of the values.
func first(l []any, key string, values ...any) node {
	for _, x := range l {
		if slices.Contains(values, x.(node)[key]) {
			return x.(node)
		}
	}
	return nil
}

// clone copies a tree, replacing one text in all of its strings.
func clone(v any, old, new string) any {
	switch v := v.(type) {
	case node:
		m := node{}
		for k, x := range v {
			m[k] = clone(x, old, new)
		}
		return m
	case []any:
		var l []any
		for _, x := range v {
			l = append(l, clone(x, old, new))
		}
		return l
	case string:
		return strings.ReplaceAll(v, old, new)
	}
	return v
}

// oneMoreParty adds an institution abroad like the first one, with a contract, a
// letter and, if that one is paid, part of its money.
func oneMoreParty(p node) bool {
	model := first(list(p, "parties"), "role", "overseas", "joint_foreign")
	old, new := model["id"].(string), "ZZ1"
	party := clone(model, old, new).(node)
	party["name"] = node{"en": "Southfield Sample Hospital", "native": "Southfield Sample Hospital"}
	party["short"] = node{"en": "Southfield", "ko": "사우스필드 병원"}
	p["parties"] = append(list(p, "parties"), party)
	for _, key := range []string{"roles", "results"} {
		for _, x := range list(p, key) {
			if x.(node)["party"] == old {
				y := clone(x, old, new).(node)
				if id, ok := y["id"].(string); ok {
					y["id"] = id + "b"
				}
				p[key] = append(list(p, key), y)
			}
		}
	}
	for _, a := range list(p, "agreements") {
		if slices.Contains(list(a.(node), "parties"), any(old)) {
			a = clone(a, old, new)
			a.(node)["id"] = "one-more"
			p["agreements"] = append(list(p, "agreements"), a)
			break
		}
	}
	letter := first(list(p, "letters"), "party", old)
	l := clone(letter, old, new).(node)
	l["id"], l["state"], l["excellence"] = "loi-one-more", "draft", letter["excellence"]
	p["letters"] = append(list(p, "letters"), l)
	share(p["budget"].(node), old, new)
	return true
}

// share lets a payee give a part of each instalment to another one.
func share(budget node, old, new string) {
	const won = 10_000_000
	from := first(list(budget, "payments"), "payee", old)
	if from == nil {
		return
	}
	to := clone(from, old, new).(node)
	for i, amount := range list(from, "phases") {
		from["phases"].([]any)[i], to["phases"].([]any)[i] = whole64(amount)-won, won
	}
	for i, x := range list(from, "instalments") {
		x.(node)["amount"] = whole64(x.(node)["amount"]) - won
		list(to, "instalments")[i].(node)["amount"] = won
	}
	budget["payments"] = append(list(budget, "payments"), to)
}

func whole64(v any) int {
	n := 0
	fmt.Sscan(strings.ReplaceAll(v.(scalar).Value, "_", ""), &n)
	return n
}

// onePhaseFewer ends the project with its last phase but one.
func onePhaseFewer(p node) bool {
	phases := list(p, "phases")
	n := len(phases) - 1
	end, gone := date(phases[n-1].(node)["end"]), phases[n].(node)["id"]
	p["project"].(node)["end"] = end
	p["phases"] = phases[:n]
	p["work_packages"] = keep(list(p, "work_packages"), func(x node) bool { return date(x["start"]) <= end })
	p["roles"] = keep(list(p, "roles"), func(x node) bool {
		return first(list(p, "work_packages"), "id", x["work_package"]) != nil
	})
	earlier(list(p, "work_packages"), "end", end)
	earlier(list(p, "results"), "due", end)
	budget := p["budget"].(node)
	inPhase := func(x node) bool { return x["phase"] != gone }
	budget["lines"] = keep(list(budget, "lines"), inPhase)
	for _, key := range []string{"institutions", "people", "payments"} {
		for _, x := range list(budget, key) {
			x := x.(node)
			for _, perPhase := range []string{"allowance", "indirect", "participation", "other_projects", "phases"} {
				if l := list(x, perPhase); l != nil {
					x[perPhase] = l[:n]
				}
			}
			if key == "payments" {
				x["instalments"] = keep(list(x, "instalments"), inPhase)
			}
		}
	}
	return true
}

// earlier moves dates that lie after the end to the end.
func earlier(l []any, key, end string) {
	for _, x := range l {
		if date(x.(node)[key]) > end {
			x.(node)[key] = end
		}
	}
}

func date(v any) string {
	if s, ok := v.(scalar); ok {
		return s.Value
	}
	return fmt.Sprint(v)
}

func keep(l []any, good func(node) bool) []any {
	return slices.DeleteFunc(slices.Clone(l), func(x any) bool { return !good(x.(node)) })
}

// anotherCurrency turns the first payment into one in yen, which has no minor
// unit, or in euros if there are yen already. Without payments it renames the
// currency of the cost lines.
func anotherCurrency(p node) bool {
	budget := p["budget"].(node)
	rates, payments := list(budget, "rates"), list(budget, "payments")
	if len(rates) == 0 {
		return false
	}
	if len(payments) == 0 {
		rate := rates[0].(node)
		for _, l := range list(budget, "lines") {
			if l := l.(node); l["currency"] == rate["currency"] {
				l["currency"] = "EUR"
			}
		}
		rate["currency"] = "EUR"
		return true
	}
	rate := clone(rates[0], "", "").(node)
	rate["currency"], rate["krw_per_unit"] = "JPY", "8.9000"
	if first(rates, "currency", "JPY") != nil {
		rate["currency"], rate["krw_per_unit"] = "EUR", "1490.00"
	}
	payments[0].(node)["currency"] = rate["currency"]
	budget["rates"] = append(rates, rate)
	return true
}

// jointParty adds a Korean company to the first contract.
func jointParty(p node) bool {
	lead := first(list(p, "parties"), "role", "lead")
	old, new := lead["id"].(string), "KR9"
	party := clone(lead, old, new).(node)
	party["role"] = "joint"
	party["name"] = node{"en": "Haneul Sample Software Co., Ltd.", "native": "(주)하늘견본소프트"}
	party["short"] = node{"en": "Haneul Soft", "ko": "하늘소프트"}
	delete(party, "unit")
	delete(party, "entity")
	party["kind"], party["law_class"] = "sme", "sme"
	p["parties"] = append(list(p, "parties"), party)
	p["roles"] = append(list(p, "roles"), clone(first(list(p, "roles"), "party", old), old, new))
	a := list(p, "agreements")[0].(node)
	a["parties"] = append([]any{new}, list(a, "parties")...)
	return true
}
