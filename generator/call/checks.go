package call

// checker is a kind of check with its parameters from the call file.
type checker interface {
	// prepare makes the parameters ready for use. Its error says what is wrong
	// with them.
	prepare(c *Call) error
}

// dataChecker judges by the project's data.
type dataChecker interface {
	checker
	check(e *env) outcome
}

// tracer judges by where clauses came to stand in documents.
type tracer interface {
	checker
	trace(e *env, rule *Rule, documents []Document) outcome
}

// checks is every kind of check that a rule can name.
var checks = map[string]func() checker{
	"budget":              func() checker { return new(budgetRule) },
	"advice-countries":    func() checker { return new(adviceCountries) },
	"amount-max":          func() checker { return new(amountMax) },
	"clause-present":      func() checker { return new(clausePresent) },
	"count-min":           func() checker { return new(countMin) },
	"data-flows":          func() checker { return new(dataFlows) },
	"date-window":         func() checker { return new(dateWindow) },
	"document-per-party":  func() checker { return new(documentPerParty) },
	"entry-per-party":     func() checker { return new(entryPerParty) },
	"funds-route":         func() checker { return new(fundsRoute) },
	"int-min":             func() checker { return new(intMin) },
	"list-date-min":       func() checker { return new(listDateMin) },
	"list-date-window":    func() checker { return new(listDateWindow) },
	"party-country":       func() checker { return new(partyCountry) },
	"period-inside":       func() checker { return new(periodInside) },
	"phases-match":        func() checker { return new(phasesMatch) },
	"signatory-per-party": func() checker { return new(signatoryPerParty) },
	"targets-covered":     func() checker { return new(targetsCovered) },
	"text-present":        func() checker { return new(textPresent) },
	"trial-exemption":     func() checker { return new(trialExemption) },
	"trl-range":           func() checker { return new(trlRange) },
	"unique":              func() checker { return new(unique) },
	"value-in":            func() checker { return new(valueIn) },
}
