package pdftext

// slot is where an object stands within a stream of objects.
type slot struct{ stream, index int }

// tableStream reads a table of objects that is itself in a stream. Its
// dictionary is that of the table.
func (f *file) tableStream(l *lexer) (dict, error) {
	if _, ok := f.header(l); !ok {
		return nil, ErrDamaged
	}
	o, err := f.objectAt(l)
	if err != nil {
		return nil, err
	}
	s, ok := o.(stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil, ErrDamaged
	}
	rows, err := f.unfold(s)
	if err != nil {
		return nil, err
	}
	widths, ok := wholes(s.dict["W"])
	if !ok || len(widths) != 3 || widths[0] > 8 || widths[1] > 8 || widths[2] > 8 {
		return nil, ErrDamaged
	}
	ranges, ok := wholes(s.dict["Index"])
	if !ok {
		size, _ := s.dict["Size"].(float64)
		ranges = []int{0, int(min(max(size, 0), maxObjects))}
	}
	return s.dict, f.rows(rows, [3]int(widths), ranges)
}

// rows takes in the entries of a table. The ranges are pairs: the number of the
// first object, and how many follow.
func (f *file) rows(rows []byte, widths [3]int, ranges []int) error {
	width := widths[0] + widths[1] + widths[2]
	for ; len(ranges) >= 2; ranges = ranges[2:] {
		first, n := ranges[0], ranges[1]
		if width == 0 || first > maxObjects || n > maxObjects || n*width > len(rows) {
			return ErrDamaged
		}
		if err := f.count(n); err != nil {
			return err
		}
		for i := range n {
			f.row(first+i, rows[i*width:(i+1)*width], widths)
		}
		rows = rows[n*width:]
	}
	return nil
}

// row takes in one entry, unless a newer table has one.
func (f *file) row(number int, row []byte, widths [3]int) {
	kind := 1
	if widths[0] > 0 {
		kind = big(row[:widths[0]])
	}
	a, b := big(row[widths[0]:widths[0]+widths[1]]), big(row[widths[0]+widths[1]:])
	_, plain := f.offsets[number]
	_, packed := f.packed[number]
	switch {
	case plain || packed:
	case kind == 1:
		f.offsets[number] = a
	case kind == 2:
		f.packed[number] = slot{a, b}
	}
}

// big reads a number whose first byte counts most. What is too large for any
// place in a file comes out as a place that no file has.
func big(digits []byte) int {
	n := 0
	for _, d := range digits {
		if n > maxFile {
			return maxFile
		}
		n = n<<8 | int(d)
	}
	return n
}

// wholes reads a list of numbers without signs.
func wholes(o any) ([]int, bool) {
	list, ok := o.(array)
	if !ok || len(list) == 0 || len(list) > 2*maxObjects {
		return nil, false
	}
	out := make([]int, len(list))
	for i, o := range list {
		n, ok := o.(float64)
		if !ok || n < 0 || n > maxFile || n != float64(int(n)) {
			return nil, false
		}
		out[i] = int(n)
	}
	return out, true
}

// bundle is an unfolded stream of objects.
type bundle struct {
	data    []byte
	numbers []int
	starts  []int
}

// unpack reads an object that stands within a stream of objects.
func (f *file) unpack(number int, at slot) (any, error) {
	b, err := f.bundle(at.stream)
	if err != nil {
		return nil, err
	}
	if at.index >= len(b.numbers) || b.numbers[at.index] != number || b.starts[at.index] > len(b.data) {
		return nil, ErrDamaged
	}
	start := b.starts[at.index]
	l := &lexer{b.data, start}
	o, err := l.object(0)
	if err != nil {
		return nil, err
	}
	return o, f.took(l.pos - start)
}

// bundle unfolds a stream of objects once.
func (f *file) bundle(number int) (*bundle, error) {
	if b, known := f.bundles[number]; known {
		return b, nil
	}
	o, err := f.get(reference{number})
	if err != nil {
		return nil, err
	}
	s, ok := o.(stream)
	if !ok {
		return nil, ErrDamaged
	}
	if f.key != nil {
		if s.raw, err = f.key.open(s); err != nil {
			return nil, err
		}
	}
	data, err := f.unfold(s)
	if err != nil {
		return nil, err
	}
	n, ok := s.dict["N"].(float64)
	first, also := s.dict["First"].(float64)
	if !ok || !also || n < 0 || n > maxObjects || first < 0 || int(first) > len(data) {
		return nil, ErrDamaged
	}
	if err := f.count(int(n)); err != nil {
		return nil, err
	}
	b := &bundle{data: data}
	l := lexer{data[:int(first)], 0}
	for range int(n) {
		number, ok := whole(l.next().text)
		offset, also := whole(l.next().text)
		if !ok || !also {
			return nil, ErrDamaged
		}
		b.numbers, b.starts = append(b.numbers, number), append(b.starts, int(first)+offset)
	}
	f.bundles[number] = b
	return b, nil
}

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
