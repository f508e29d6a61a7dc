package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"
)

// objects writes the objects of a file and remembers where they stand. Small ones
// wait until a few hundred of them are compressed together, if the level of the
// file allows that.
type objects struct {
	out     bytes.Buffer
	places  []place // by number; that of 0 is none
	packs   bool
	waiting []int  // numbers of the objects in small
	starts  []int  // where they begin in small
	small   []byte // their bytes
	err     error
}

// place is where an object stands: in the file, or as one of those within a stream.
type place struct{ at, within, index int }

// together is how many objects a stream of objects holds.
const together = 400

// reserve returns the first of n new numbers.
func (w *objects) reserve(n int) int {
	if len(w.places) == 0 {
		w.places = append(w.places, place{})
	}
	first := len(w.places)
	w.places = append(w.places, make([]place, n)...)
	return first
}

func (w *objects) begin(number int) {
	w.places[number].at = w.out.Len()
	fmt.Fprintf(&w.out, "%d 0 obj\n", number)
}

// plain writes an object that stands by itself.
func (w *objects) plain(number int, body []byte) {
	w.begin(number)
	w.out.Write(bytes.TrimRight(body, "\n"))
	w.out.WriteString("\nendobj\n")
}

// object writes an object that is no stream.
func (w *objects) object(number int, body []byte) {
	if !w.packs {
		w.plain(number, body)
		return
	}
	w.waiting = append(w.waiting, number)
	w.starts = append(w.starts, len(w.small))
	w.small = append(append(w.small, bytes.TrimRight(body, "\n")...), '\n')
	if len(w.waiting) == together {
		w.flush()
	}
}

// text writes an object that is no stream from its words.
func (w *objects) text(number int, format string, args ...any) {
	w.object(number, fmt.Appendf(nil, format, args...))
}

// flush writes the small objects that wait.
func (w *objects) flush() {
	if len(w.waiting) == 0 {
		return
	}
	number := w.reserve(1)
	var head []byte
	for i, n := range w.waiting {
		w.places[n] = place{within: number, index: i}
		head = fmt.Appendf(head, "%d %d ", n, w.starts[i])
	}
	entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(w.waiting), len(head))
	w.stream(number, entries, append(head, w.small...))
	w.waiting, w.starts, w.small = w.waiting[:0], w.starts[:0], w.small[:0]
}

// deflaters are kept, since each holds more than a megabyte. Their level costs a
// fifth of the time to write a document less than the usual one, and makes it a
// tenth larger.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, 2)
	if err != nil {
		panic(err) // the level is one that there is
	}
	return z
}}

// stream writes a stream, compressed, with entries of its dictionary.
func (w *objects) stream(number int, entries string, data []byte) {
	var packed bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&packed)
	_, _ = z.Write(data) // a buffer takes everything
	if err := z.Close(); err != nil && w.err == nil {
		w.err = fmt.Errorf("compressing a stream: %w", err)
	}
	w.bare(number, entries+"/Filter /FlateDecode ", packed.Bytes())
}

// bare writes a stream as it is.
func (w *objects) bare(number int, entries string, data []byte) {
	w.begin(number)
	fmt.Fprintf(&w.out, "<<%s/Length %d>>\nstream\n", entries, len(data))
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
}

// close writes the table of objects and how to begin reading. The identifier of
// the file is made from its content.
func (w *objects) close(root, info int) ([]byte, error) {
	w.flush()
	id := sha256.Sum256(w.out.Bytes())
	start := fmt.Sprintf("/Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]", root, info, id[:16], id[:16])
	at := w.out.Len()
	if w.packs {
		w.tableStream(start)
	} else {
		w.table(start)
	}
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", at)
	return w.out.Bytes(), w.err
}

func (w *objects) table(start string) {
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.places))
	for _, p := range w.places[1:] {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", p.at)
	}
	fmt.Fprintf(&w.out, "trailer\n<</Size %d %s>>\n", len(w.places), start)
}

// tableStream writes the table as a stream, which alone can name objects within
// streams. It lists itself.
func (w *objects) tableStream(start string) {
	number := w.reserve(1)
	w.places[number].at = w.out.Len()
	table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
	for _, p := range w.places[1:] {
		kind, where := byte(1), p.at
		if p.within > 0 {
			kind, where = 2, p.within
		}
		table = binary.BigEndian.AppendUint32(append(table, kind), uint32(where))
		table = binary.BigEndian.AppendUint16(table, uint16(p.index))
	}
	w.stream(number, fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] %s ", len(w.places), start), table)
}
