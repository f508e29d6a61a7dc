package money

// Convert returns what an amount of won is in another currency, at a rate of won
// per major unit of that currency (JPY: per 1 yen, not per 100), rounded half
// away from zero to the target's minor unit.
func Convert(won Amount, rate Decimal, target Currency) (Amount, error) {
	if _, err := sameCurrency(won, KRW(0)); err != nil {
		return Amount{}, parseError(
			"only an amount in won can be converted at a rate of won, not %s",
			"원화 환율로는 원화 금액만 환산할 수 있습니다: %s", won.Code())
	}
	if target.IsZero() {
		return Amount{}, parseError(
			"the currency to convert to is missing", "환산할 통화가 없습니다")
	}
	if err := checkRate(rate); err != nil {
		return Amount{}, err
	}
	digits := int32(target.Digits())
	major := won.Decimal().value.DivRound(rate.value, digits)
	return fromMinor(major.Shift(digits), target)
}

// ConvertBack returns what a foreign amount is in won, at a rate of won per
// major unit of its currency, rounded half away from zero to the won. For a
// quantity times a price times a rate, rounded once, see [Rounded].
func ConvertBack(foreign Amount, rate Decimal) (Amount, error) {
	if err := checkRate(rate); err != nil {
		return Amount{}, err
	}
	return Rounded(foreign.Decimal().Mul(rate), Won())
}

func checkRate(rate Decimal) error {
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
