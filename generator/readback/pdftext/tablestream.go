package pdftext

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
