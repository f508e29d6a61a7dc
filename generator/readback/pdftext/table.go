package pdftext

import "bytes"

// table reads the tables of objects, the newest first.
func (f *file) table() error {
	f.offsets, f.packed = map[int]int{}, map[int]slot{}
	tail := max(0, len(f.data)-2048)
	at := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if at < 0 {
		return ErrDamaged
	}
	l := lexer{f.data, tail + at + len("startxref")}
	next, ok := whole(l.next().text)
	for range maxDepth {
		if !ok || next <= 0 || next >= len(f.data) {
			return ErrDamaged
		}
		trailer, err := f.section(next)
		if err != nil {
			return err
		}
		f.remember(trailer)
		previous, more := trailer["Prev"].(float64)
		if !more {
			return nil
		}
		next, ok = int(previous), previous > 0
	}
	return ErrDamaged
}

// remember takes over what the newest dictionary that has it says about the
// whole file.
func (f *file) remember(trailer dict) {
	if r, ok := trailer["Root"].(reference); ok && f.root == (reference{}) {
		f.root = r
	}
	if f.encrypt == nil {
		f.encrypt = trailer["Encrypt"]
	}
	if f.id == nil {
		f.id = trailer["ID"]
	}
}

// section reads one table with the dictionary below it.
func (f *file) section(at int) (dict, error) {
	l := lexer{f.data, at}
	defer func() { f.work += l.pos - at }()
	if f.work > maxAgain*len(f.data) {
		return nil, ErrTooLarge
	}
	switch t := l.next(); {
	case t.kind == numberToken:
		l.pos = at
		return f.tableStream(&l)
	case t.kind != wordToken || string(t.text) != "xref":
		return nil, ErrDamaged
	}
	for {
		t := l.next()
		if t.kind == wordToken && string(t.text) == "trailer" {
			return f.trailer(&l)
		}
		first, ok := whole(t.text)
		n, also := whole(l.next().text)
		if !ok || !also || n > maxObjects || first > maxObjects {
			return nil, ErrDamaged
		}
		if err := f.count(n); err != nil {
			return nil, err
		}
		for i := range n {
			offset, ok := whole(l.next().text)
			_, also := whole(l.next().text)
			use := l.next()
			if !ok || !also || use.kind != wordToken {
				return nil, ErrDamaged
			}
			if _, known := f.offsets[first+i]; !known && string(use.text) == "n" {
				f.offsets[first+i] = offset
			}
		}
	}
}

// count counts the entries of tables. A file that was changed often has several
// for each object.
func (f *file) count(entries int) error {
	if f.entries += entries; f.entries > 4*maxObjects {
		return ErrTooLarge
	}
	return nil
}

func (f *file) trailer(l *lexer) (dict, error) {
	o, err := l.object(0)
	if err != nil {
		return nil, err
	}
	d, ok := o.(dict)
	if !ok {
		return nil, ErrDamaged
	}
	if at, hybrid := d["XRefStm"].(float64); hybrid { // more objects, for readers that know streams of them
		if at < 0 || int(at) >= len(f.data) {
			return nil, ErrDamaged
		}
		_, err = f.tableStream(&lexer{f.data, int(at)})
	}
	return d, err
}

// checkTable reports whether each object stands where the table says.
func (f *file) checkTable() error {
	if f.root == (reference{}) {
		return ErrDamaged
	}
	for number, offset := range f.offsets {
		if n, ok := f.header(&lexer{f.data, offset}); !ok || n != number {
			return ErrDamaged
		}
	}
	return nil
}
