package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// fontName is what a font is called in the file instead of in the library.
type fontName struct {
	library string
	face    FaceID
	tag     string // six capitals that mark a subset
}

// subsetTag makes the mark of a subset from its content.
func subsetTag(font []byte) string {
	hash := sha256.Sum256(font)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	return string(tag)
}

// finish rewrites the file of the library: pages and character maps compressed,
// subsets named, outline and links as PDF 1.7 wants them, meta data in XMP that
// the catalog names, and an identifier made from the content.
func finish(raw []byte, marks []Bookmark, fonts []fontName, m Meta) ([]byte, error) {
	objects, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	w := &finisher{bookmarks: openCounts(marks), fonts: names(fonts)}
	w.out.Grow(len(raw)/2 + 4096)
	w.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	n := len(objects)
	for i, o := range objects {
		switch i + 1 {
		case n - 1:
			o = zonedDates(o)
		case n:
			if o, err = catalog(o, n+1); err != nil {
				return nil, err
			}
		}
		if err := w.object(i+1, o); err != nil {
			return nil, err
		}
	}
	packet := xmp(m)
	w.begin(n + 1)
	fmt.Fprintf(&w.out, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\nendobj\n", len(packet), packet)
	w.trailer(n)
	return w.out.Bytes(), nil
}

// finisher writes objects and remembers where they stand.
type finisher struct {
	out       bytes.Buffer
	offsets   []int
	fonts     *strings.Replacer
	bookmarks []string // counts of the outline items still to come
}

func (w *finisher) begin(number int) {
	w.offsets = append(w.offsets, w.out.Len())
	fmt.Fprintf(&w.out, "%d 0 obj\n", number)
}

// Beginnings of the objects that are changed, as the library writes them.
var (
	plainStream = []byte("<</Length ")
	streamStart = []byte("\nstream\n")
	streamEnd   = []byte("\nendstream\nendobj\n")
	pageObject  = []byte("<</Type /Page\n")
	fontObject  = []byte("<</Type /Font")
	titleObject = []byte("<</Title ")
	quietBorder = []byte("/Border [0 0 0] ")
	closedItem  = []byte("/Count 0>>\nendobj\n")
)

// object writes one object in its final form.
func (w *finisher) object(number int, o []byte) error {
	w.begin(number)
	switch {
	case isPlainStream(o):
		return w.stream(o)
	case bytes.HasPrefix(o, pageObject):
		o = bytes.ReplaceAll(o, quietBorder, []byte("/Border [0 0 0] /F 4 "))
	case bytes.HasPrefix(o, fontObject):
		o = []byte(w.fonts.Replace(string(o)))
	case bytes.HasPrefix(o, titleObject) && bytes.HasSuffix(o, closedItem) && len(w.bookmarks) > 0:
		w.out.Write(o[:len(o)-len(closedItem)])
		w.out.WriteString(w.bookmarks[0] + ">>\nendobj\n")
		w.bookmarks = w.bookmarks[1:]
		return nil
	}
	w.out.Write(o)
	return nil
}

// isPlainStream tells whether an object is a stream that is not compressed yet;
// fonts come compressed.
func isPlainStream(o []byte) bool {
	head, _, ok := bytes.Cut(o, streamStart)
	return ok && bytes.HasPrefix(head, plainStream) && !bytes.Contains(head, []byte("/Filter"))
}

// deflaters are kept, since each holds more than a megabyte.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// stream compresses a stream that the library has left plain.
func (w *finisher) stream(o []byte) error {
	start := bytes.Index(o, streamStart)
	if start < 0 || !bytes.HasSuffix(o, streamEnd) {
		return errLibrary
	}
	var packed bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&packed)
	_, _ = z.Write(o[start+len(streamStart) : len(o)-len(streamEnd)]) // a buffer takes everything
	if err := z.Close(); err != nil {
		return fmt.Errorf("compressing a page: %w", err)
	}
	fmt.Fprintf(&w.out, "<</Filter /FlateDecode /Length %d>>", packed.Len())
	w.out.Write(streamStart)
	w.out.Write(packed.Bytes())
	w.out.Write(streamEnd)
	return nil
}

// trailer writes the table of objects and how to begin reading. n objects are of
// the library, the last of them the catalog.
func (w *finisher) trailer(n int) {
	id := sha256.Sum256(w.out.Bytes())
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, at := range w.offsets {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&w.out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(w.offsets)+1, n, n-1, id[:16], id[:16], start)
}

var errLibrary = errors.New("the PDF library wrote a file of unknown form")

// readObjects returns the objects of a file by number, each without its first
// line and up to and with endobj.
func readObjects(raw []byte) ([][]byte, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errLibrary
	}
	rest, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(rest))
	if err != nil || table < 0 || table > at {
		return nil, errLibrary
	}
	lines := strings.Split(string(raw[table:at]), "\n")
	var starts []int
	for _, l := range lines {
		if len(l) == 19 && strings.HasSuffix(l, " 00000 n ") {
			offset, err := strconv.Atoi(l[:10])
			if err != nil || offset >= table {
				return nil, errLibrary
			}
			starts = append(starts, offset)
		}
	}
	ends := append([]int{table}, starts...)
	sort.Ints(ends)
	objects := make([][]byte, len(starts))
	for i, start := range starts {
		end := ends[sort.SearchInts(ends, start+1)]
		_, body, ok := bytes.Cut(raw[start:end], []byte(" 0 obj\n"))
		if !ok || !bytes.HasSuffix(body, []byte("endobj\n")) {
			return nil, errLibrary
		}
		objects[i] = body
	}
	if len(objects) < 4 {
		return nil, errLibrary
	}
	return objects, nil
}

func names(fonts []fontName) *strings.Replacer {
	var pairs []string
	for _, f := range fonts {
		pairs = append(pairs, "/utf8"+f.library, "/"+f.tag+"+"+f.face.String())
	}
	return strings.NewReplacer(pairs...)
}

// openCounts returns for every bookmark how many lie open below it, as its entry
// is written; the library writes a zero, which the format does not allow.
func openCounts(marks []Bookmark) []string {
	out := make([]string, len(marks))
	for i, m := range marks {
		n := 0
		for _, below := range marks[i+1:] {
			if below.Level <= m.Level {
				break
			}
			n++
		}
		if n > 0 {
			out[i] = fmt.Sprintf("/Count %d", n)
		}
	}
	return out
}

// zonedDates adds the time zone to the dates, which stand last in the object.
func zonedDates(o []byte) []byte {
	at := bytes.LastIndex(o, []byte("/CreationDate "))
	if at < 0 {
		return o
	}
	return append(o[:at:at], bytes.ReplaceAll(o[at:], []byte("000000)"), []byte("000000Z)"))...)
}

// catalog names the meta data and asks readers to show the title; it drops the
// list of attachments, which is empty.
func catalog(o []byte, metadata int) ([]byte, error) {
	at := bytes.Index(o, []byte("/Names <<"))
	if at < 0 || !bytes.Contains(o, []byte("/Type /Catalog")) {
		return nil, errLibrary
	}
	return fmt.Appendf(o[:at:at], "/Metadata %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n>>\nendobj\n", metadata), nil
}
