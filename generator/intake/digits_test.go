package intake

import "testing"

func TestDigits(t *testing.T) {
	for _, c := range []struct{ text, shifted, rounded string }{
		{"0.30000000000000004", "0.30000000000000004", "0.3"},
		{"0.1", "0.1", "0.1"},
		{"1391.4999999999999", "1391.4999999999999", "1391.5"},
		{"8.8E7", "88000000", "88000000"},
		{"8.8000000000000003E-2", "0.088000000000000003", "0.088"},
		{"99999999999999.99999", "99999999999999.99999", "100000000000000"},
		{"123456789012345678", "123456789012345678", "123456789012346000"},
		{"123456.78901234567", "123456.78901234567", "123456.789012346"},
		{"00012.500", "12.5", "12.5"},
		{"1e-7", "0.0000001", "0.0000001"},
		{"0", "0", "0"},
		{"0.000", "0", "0"},
	} {
		m := numberForm.FindStringSubmatch(c.text)
		if m == nil {
			t.Errorf("%s is no number", c.text)
			continue
		}
		shifted, ok := shift(m[2], m[3], m[4])
		if !ok || shifted != c.shifted {
			t.Errorf("%s: %q", c.text, shifted)
		}
		if got := significant(shifted, 15); got != c.rounded {
			t.Errorf("%s: rounded to %q", c.text, got)
		}
	}
	if _, ok := shift("1", "", "99"); ok {
		t.Error("an exponent of 99 is read")
	}
}
