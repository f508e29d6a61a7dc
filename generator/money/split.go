package money

import "math/big"

// Split divides an amount in the proportion of the weights. The parts always add
// up to the total.
//
// It rounds the running total, half away from zero, and gives each part what it
// adds to the running total before it: part = round(total × weights so far ÷ all
// weights) − parts so far. The budget workbook computes its parts with the same
// formula, so that both agree to the unit; a part may therefore differ by one
// unit from its own share rounded alone. A weight of 0 gets 0. No weights, a
// negative one, or none above 0 are errors.
func Split(total Amount, weights []int64) ([]Amount, error) {
	if total.tooLarge() {
		return nil, sizeError(total.currency)
	}
	whole, err := sumOf(weights)
	if err != nil {
		return nil, err
	}
	parts := make([]Amount, len(weights))
	soFar, given := new(big.Int), int64(0)
	for i, weight := range weights {
		soFar.Add(soFar, big.NewInt(weight))
		running := share(total.minor, soFar, whole)
		parts[i] = Amount{running - given, total.currency}
		given = running
	}
	return parts, nil
}

func sumOf(weights []int64) (*big.Int, error) {
	sum := new(big.Int)
	for _, weight := range weights {
		if weight < 0 {
			return nil, parseError(
				"an amount cannot be divided by a negative weight: %d",
				"음수 비중으로는 금액을 나눌 수 없습니다: %d", weight)
		}
		sum.Add(sum, big.NewInt(weight))
	}
	if sum.Sign() == 0 {
		return nil, parseError(
			"an amount cannot be divided: all weights are 0",
			"비중이 모두 0이므로 금액을 나눌 수 없습니다")
	}
	return sum, nil
}

// share returns total × part ÷ whole, rounded half away from zero, for a part
// from 0 to whole.
func share(total int64, part, whole *big.Int) int64 {
	doubled := new(big.Int).SetUint64(magnitude(total))
	doubled.Mul(doubled, part).Lsh(doubled, 1).Add(doubled, whole)
	rounded := doubled.Quo(doubled, new(big.Int).Lsh(whole, 1)).Int64()
	if total < 0 {
		return -rounded
	}
	return rounded
}
