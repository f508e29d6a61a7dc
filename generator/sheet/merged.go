package sheet

// merged finds cells that two ranges claim, and those whose value would be
// hidden.
func (c *checker) merged(s *Sheet) {
	covered := map[Ref]bool{}
	for _, r := range s.Merged {
		c.on(s, r)
		if !r.From.Valid() || !r.To.Valid() || r.From.Row != r.To.Row || r.From.Column >= r.To.Column {
			c.add("these cells cannot show as one", "하나로 합칠 수 없는 셀입니다")
			continue
		}
		for column := r.From.Column; column <= r.To.Column; column++ {
			at := At(column, r.From.Row)
			if _, twice := covered[at]; twice {
				c.add("some of these cells show as one with others", "이미 다른 셀과 합친 셀이 있습니다")
				break
			}
			covered[at] = column > r.From.Column
		}
	}
	for _, cell := range s.Cells {
		if covered[cell.Ref] && cell.Value.Kind() != Empty {
			c.on(s, cell.Ref.Cell())
			c.add("the value is hidden by the cell before it", "합쳐진 셀에 가려지는 값입니다")
		}
	}
}
