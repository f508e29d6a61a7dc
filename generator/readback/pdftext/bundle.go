package pdftext

// slot is where an object stands within a stream of objects.
type slot struct{ stream, index int }

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
