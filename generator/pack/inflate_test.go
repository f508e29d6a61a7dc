package pack

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
)

var levels = []int{flate.NoCompression, flate.BestSpeed, flate.DefaultCompression, flate.BestCompression}

// zipped makes a zip of texts, deflated at a level. Texts go in pairs of name
// and content.
func zipped(t testing.TB, level int, texts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, level) })
	for i := 0; i < len(texts); i += 2 {
		out, err := w.Create(texts[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(out, texts[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func packed(t testing.TB, level int, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, text)
	w.Close()
	return b.Bytes()
}

// pdf makes a file of the form that the program writes: the page's stream, its
// link, and numbers that depend on how well the stream was compressed.
func pdf(t testing.TB, level int, text, link string) []byte {
	t.Helper()
	body := packed(t, level, text)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-1.7\n1 0 obj\n<</Type /Annot /URI (%s)>>\nendobj\n", link)
	second := b.Len()
	fmt.Fprintf(&b, "2 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", len(body), body)
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n", 9, second)
	fmt.Fprintf(&b, "trailer\n<</Size 3 /ID [<%[1]s> <%[1]s>]>>\nstartxref\n%[2]d\n%%%%EOF\n", hash(b.Bytes())[:32], table)
	return b.Bytes()
}

var page = strings.Repeat("BT (The Parties agree as follows.) Tj ET\n", 200)

// The content hash is the same however well a file is compressed, and another
// one as soon as the content differs.
func TestContentHash(t *testing.T) {
	tests := []struct {
		name        string
		make, other func(level int) []byte
	}{
		{"b.xlsx", func(level int) []byte { return zipped(t, level, "sheet1.xml", page, "styles.xml", "x") },
			func(level int) []byte { return zipped(t, level, "sheet1.xml", page+"1", "styles.xml", "x") }},
		{"b.zip", func(level int) []byte { return zipped(t, level, "a", "1", "b", "2") },
			func(level int) []byte { return zipped(t, level, "a", "1b\n2") }},
		{"c.zip", func(level int) []byte { return zipped(t, level, "a", "1", "b", "2") },
			func(level int) []byte { return zipped(t, level, "a", "", "1b", "2") }},
		{"text.pdf", func(level int) []byte { return pdf(t, level, page, "https://a.example") },
			func(level int) []byte { return pdf(t, level, page+"(not) Tj", "https://a.example") }},
		{"link.pdf", func(level int) []byte { return pdf(t, level, page, "https://a.example") },
			func(level int) []byte { return pdf(t, level, page, "https://b.example") }},
		{"scan.pdf", func(int) []byte { return []byte("%PDF-1.4\r\nstream\r\nA") }, func(int) []byte { return []byte("%PDF-1.4\r\nstream\r\nB") }},
		{"odd.pdf", func(int) []byte { return []byte("stream\nA") }, func(int) []byte { return []byte("stream\nB") }},
		{"no.pdf", func(int) []byte { return []byte("A") }, func(int) []byte { return []byte("B") }},
		{"no.xlsx", func(int) []byte { return []byte("A") }, func(int) []byte { return []byte("B") }},
		{"t.yaml", func(int) []byte { return []byte("A") }, func(int) []byte { return []byte("B") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first := tt.make(levels[0])
			want := entry(File{tt.name, first})
			for _, level := range levels {
				got := entry(File{tt.name, tt.make(level)})
				if got.Content != want.Content || !SameContent(tt.name, first, tt.make(level)) {
					t.Errorf("level %d: another content hash", level)
				}
				other := entry(File{tt.name, tt.other(level)})
				if other.Content == want.Content || SameContent(tt.name, first, tt.other(level)) {
					t.Errorf("level %d: other content has the same hash", level)
				}
			}
			if want.Size != len(first) || want.SHA256 != hash(first) {
				t.Errorf("the entry is %+v", want)
			}
		})
	}
}

// What unfolds beyond the bound is taken as it is, whether one entry does so or
// many together.
func TestInflatedIsBounded(t *testing.T) {
	const limit = 1000
	big := strings.Repeat("0", limit+1)
	half := strings.Repeat("0", limit/2+1)
	tests := []struct {
		name   string
		data   []byte
		unfold func([]byte, int) []byte
	}{
		{"one entry", zipped(t, flate.BestCompression, "a", big), inflatedZip},
		{"many entries", zipped(t, flate.BestCompression, "a", half, "b", half), inflatedZip},
		{"one stream", pdf(t, flate.BestCompression, big, ""), inflatedPDF},
		{"many streams", append(pdf(t, flate.BestCompression, half, ""), pdf(t, flate.BestCompression, half, "")...), inflatedPDF},
	}
	for _, tt := range tests {
		if got := tt.unfold(tt.data, limit); !bytes.Equal(got, tt.data) {
			t.Errorf("%s: %d bytes became %d", tt.name, len(tt.data), len(got))
		}
		if got := tt.unfold(tt.data, 10*limit); bytes.Equal(got, tt.data) {
			t.Errorf("%s: not unfolded within the bound", tt.name)
		}
	}
}

func FuzzInflated(f *testing.F) {
	f.Add("a.pdf", pdf(f, flate.BestSpeed, page, "x"))
	f.Add("a.zip", zipped(f, flate.BestSpeed, "a", "b"))
	f.Add("a.pdf", []byte("stream\nendstream"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !SameContent(name, data, bytes.Clone(data)) {
			t.Error("a file differs from itself")
		}
	})
}
