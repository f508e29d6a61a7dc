package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// file is an open file: where its objects stand, and those read so far.
type file struct {
	data     []byte
	offsets  map[int]int
	packed   map[int]slot // objects within streams of objects
	root     reference
	encrypt  any  // how the file is encrypted; nil: it is not
	id       any  // of the file, which belongs to its key
	key      *key // of an encrypted file that opens without a password
	objects  map[int]any
	bundles  map[int]*bundle
	fonts    map[int]*font
	read     int // fonts
	unfolded int
	entries  int // of all tables of objects
	work     int // bytes read for objects; those that overlap are read again
	nodes    int // of the tree of pages
	inflater io.ReadCloser
}

func newFile(data []byte) (*file, error) {
	if len(data) > maxFile {
		return nil, ErrTooLarge
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, ErrDamaged
	}
	return &file{data: data, objects: map[int]any{}, bundles: map[int]*bundle{}, fonts: map[int]*font{}}, nil
}

// open finds the objects of a file by its table, and where that is broken by
// looking for them, as viewers do.
func open(data []byte) (*file, error) {
	f, err := newFile(data)
	if err != nil {
		return nil, err
	}
	if err = f.table(); err == nil {
		err = f.checkTable()
	}
	if f.encrypt != nil {
		return nil, ErrForm
	}
	if errors.Is(err, ErrDamaged) {
		err = f.scan()
	}
	return f, err
}

// header reads "12 0 obj".
func (f *file) header(l *lexer) (int, bool) {
	if l.pos < 0 || l.pos >= len(l.data) {
		return 0, false
	}
	n, ok := whole(l.next().text)
	_, also := whole(l.next().text)
	return n, ok && also && string(l.next().text) == "obj"
}

// maxAgain bounds how often the bytes of a broken file are read on the whole.
const maxAgain = 8

// scan looks for the objects in the whole file. Of two with one number the last
// counts.
func (f *file) scan() error {
	f.offsets, f.packed, f.objects, f.root = map[int]int{}, map[int]slot{}, map[int]any{}, reference{}
	obj := []byte(" obj")
	work := 0 // bytes read: those behind an object that does not end are read again
	for pos := 0; work <= maxAgain*len(f.data); {
		at := bytes.Index(f.data[pos:], obj)
		if at < 0 {
			break
		}
		end := pos + at + len(obj)
		if start := f.startOf(pos + at); start >= 0 {
			l := &lexer{f.data, start}
			if n, ok := f.header(l); ok && n <= maxObjects {
				f.offsets[n] = start
				delete(f.objects, n)
				end = f.passBy(l, n, end)
				work += l.pos - start
			}
		}
		pos = end
	}
	if f.root == (reference{}) {
		return ErrDamaged
	}
	return nil
}

// startOf returns where "12 0" before a place begins, or -1.
func (f *file) startOf(at int) int {
	for range 2 {
		for at > 0 && class[f.data[at-1]] == blank {
			at--
		}
		begin := at
		for at > 0 && f.data[at-1] >= '0' && f.data[at-1] <= '9' {
			at--
		}
		if at == begin {
			return -1
		}
	}
	return at
}

// passBy reads an object that has been found, so that nothing in its stream
// passes for an object, and notes the catalog. It returns where to look next.
func (f *file) passBy(l *lexer, n, end int) int {
	o, err := f.objectAt(l)
	if err != nil {
		return end
	}
	d, _ := o.(dict)
	if s, ok := o.(stream); ok {
		d = s.dict
	}
	if d["Type"] == name("Catalog") {
		f.root = reference{n}
	}
	return max(l.pos, end)
}

// get returns what a reference leads to; any other object as it is.
func (f *file) get(o any) (any, error) {
	r, ok := o.(reference)
	if !ok {
		return o, nil
	}
	if o, known := f.objects[r.number]; known {
		return o, nil
	}
	offset, plain := f.offsets[r.number]
	slot, packed := f.packed[r.number]
	if !plain && !packed {
		return nil, nil
	}
	f.objects[r.number] = nil // an object that needs itself is nothing
	var err error
	if plain {
		o, err = f.plain(r.number, offset)
	} else {
		o, err = f.unpack(r.number, slot)
	}
	if err != nil {
		return nil, err
	}
	if _, again := o.(reference); again {
		return nil, ErrDamaged
	}
	f.objects[r.number] = o
	return o, nil
}

// plain reads an object that stands in the file as it is.
func (f *file) plain(number, offset int) (any, error) {
	l := &lexer{f.data, offset}
	if n, ok := f.header(l); !ok || n != number {
		return nil, ErrDamaged
	}
	o, err := f.objectAt(l)
	if s, ok := o.(stream); ok {
		s.number = number
		o = s
	}
	return o, errors.Join(err, f.took(l.pos-offset))
}

// took counts the bytes that were read for objects.
func (f *file) took(n int) error {
	if f.work += n; f.work > maxAgain*(len(f.data)+f.unfolded) {
		return ErrTooLarge
	}
	return nil
}

// objectAt reads the object behind its header, with its stream.
func (f *file) objectAt(l *lexer) (any, error) {
	o, err := l.object(0)
	d, ok := o.(dict)
	if err != nil || !ok {
		return o, err
	}
	before := l.pos
	if t := l.next(); t.kind != wordToken || string(t.text) != "stream" {
		l.pos = before
		return d, nil
	}
	length, err := f.get(d["Length"])
	if err != nil {
		return nil, err
	}
	n, ok := length.(float64)
	if !ok || n < 0 || n > maxFile {
		n = -1
	}
	raw, err := l.body(int(n))
	return stream{dict: d, raw: raw}, err
}

// unfold returns the bytes of a stream.
func (f *file) unfold(s stream) ([]byte, error) {
	filter, err := f.get(s.dict["Filter"])
	if err != nil {
		return nil, err
	}
	if a, ok := filter.(array); ok {
		switch len(a) {
		case 0:
			filter = nil
		case 1:
			filter = a[0]
		}
	}
	parms, err := f.get(s.dict["DecodeParms"])
	if err != nil {
		return nil, err
	}
	if a, ok := parms.(array); ok && len(a) == 1 {
		parms = a[0]
	}
	switch {
	case filter == nil:
		return s.raw, f.take(len(s.raw))
	case filter != name("FlateDecode"):
		return nil, ErrForm
	}
	data, err := f.inflate(s.raw)
	if err != nil || parms == nil {
		return data, err
	}
	return unpredict(data, parms)
}

// inflate unfolds bytes with one reader for the whole file, which is large.
func (f *file) inflate(raw []byte) ([]byte, error) {
	var err error
	if f.inflater == nil {
		f.inflater, err = zlib.NewReader(bytes.NewReader(raw))
	} else {
		err = f.inflater.(zlib.Resetter).Reset(bytes.NewReader(raw), nil)
	}
	if err != nil {
		return nil, ErrDamaged
	}
	var out bytes.Buffer
	out.Grow(min(4*len(raw), maxUnfold))
	n, err := io.Copy(&out, io.LimitReader(f.inflater, int64(maxUnfold-f.unfolded)+1))
	if err != nil {
		return nil, ErrDamaged
	}
	return out.Bytes(), f.take(int(n))
}

// take counts unfolded bytes.
func (f *file) take(n int) error {
	if f.unfolded += n; f.unfolded > maxUnfold {
		return ErrTooLarge
	}
	return nil
}
