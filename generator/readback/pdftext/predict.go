package pdftext

// unpredict undoes that each row of a table was written as what differs from
// the one above it.
func unpredict(data []byte, parms any) ([]byte, error) {
	d, ok := parms.(dict)
	if !ok {
		return nil, ErrDamaged
	}
	number := func(key name, otherwise int) int {
		if n, ok := d[key].(float64); ok && n >= 0 && n <= 1<<20 {
			return int(n)
		}
		return otherwise
	}
	switch predictor := number("Predictor", 1); {
	case predictor == 1:
		return data, nil
	case predictor < 10:
		return nil, ErrForm
	}
	bits := min(number("Colors", 1), 32) * min(number("BitsPerComponent", 8), 16)
	row, pixel := (number("Columns", 1)*bits+7)/8, max(1, bits/8)
	if row == 0 {
		return nil, ErrDamaged
	}
	above := make([]byte, row)
	n := 0 // bytes of the result, which takes the place of what it is made from
	for in := data; len(in) > row; in = in[row+1:] {
		filter, line := in[0], data[n:n+row]
		copy(line, in[1:])
		if !unfilter(filter, line, above, pixel) {
			return nil, ErrDamaged
		}
		above = line
		n += row
	}
	return data[:n], nil
}

// unfilter undoes one of the five filters of PNG on a row.
func unfilter(filter byte, line, above []byte, pixel int) bool {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch filter {
		case 0:
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += nearest(left, above[i], corner)
		default:
			return false
		}
	}
	return true
}

// nearest returns the neighbour that a straight line through all three comes
// nearest to.
func nearest(left, above, corner byte) byte {
	guess := int(left) + int(above) - int(corner)
	off := func(b byte) int { return max(guess-int(b), int(b)-guess) }
	switch {
	case off(left) <= off(above) && off(left) <= off(corner):
		return left
	case off(above) <= off(corner):
		return above
	}
	return corner
}
