package money

// Convert returns what an amount is in another currency, at a rate of units of
// its own currency per major unit of the other one (yen: per 1, not per 100),
// rounded half away from zero to the other one's minor unit.
func Convert(a Amount, rate Decimal, target Currency) (Amount, error) {
	if err := checkConversion(rate, target); err != nil {
		return Amount{}, err
	}
	digits := int32(target.Digits())
	major := a.Decimal().value.DivRound(rate.value, digits)
	return fromMinor(major.Shift(digits), target)
}

// ConvertBack returns what a foreign amount is in the home currency, at a rate of
// home units per major unit of the foreign one, rounded half away from zero to
// the minor unit. For a quantity times a price times a rate, rounded once, see
// [Rounded].
func ConvertBack(foreign Amount, rate Decimal, home Currency) (Amount, error) {
	if err := checkConversion(rate, home); err != nil {
		return Amount{}, err
	}
	return Rounded(foreign.Decimal().Mul(rate), home)
}

func checkConversion(rate Decimal, target Currency) error {
	if target.IsZero() {
		return parseError(
			"the currency to convert to is missing", "환산할 통화가 없습니다")
	}
	if rate.IsPositive() {
		return nil
	}
	return parseError(
		"the exchange rate is %s, but must be more than 0",
		"환율은 0보다 커야 합니다: %s", rate.String())
}

// Times returns a quantity times a price, rounded half away from zero to the
// minor unit of the price.
func Times(quantity Decimal, price Amount) (Amount, error) {
	return Rounded(quantity.Mul(price.Decimal()), price.currency)
}
