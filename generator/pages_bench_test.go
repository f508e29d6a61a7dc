package generator

import (
	"bytes"
	"compress/zlib"
	"os"
	"strconv"
	"sync"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/render/pdf"
)

// sample is one document of the two-party example with all that it is made with.
type sample struct {
	text  *doc.Resolved
	style pdf.Style
	faces *pdf.Faces
	meta  pdf.Meta
}

func sampleOf(t testing.TB, file string) sample {
	t.Helper()
	w := World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml"}
	out, err := Build(w, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range out.documents {
		if d.file != file {
			continue
		}
		p := sample{text: d.settled, meta: s.meta(d.request, d.settled.Title)}
		if p.style, _, err = s.style(d.typ.Style); err != nil {
			t.Fatal(err)
		}
		if p.faces, err = builtInFaces(); err != nil {
			t.Fatal(err)
		}
		return p
	}
	t.Fatalf("the example has no %s", file)
	return sample{}
}

func (p sample) write(t testing.TB) ([]byte, int) {
	laid, _, _ := pdf.Layout(p.text, p.style, p.faces)
	data, err := pdf.Render(laid, p.meta)
	if err != nil {
		t.Fatal(err)
	}
	return data, len(laid.Pages)
}

var floorDeflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, 2)
	if err != nil {
		panic(err)
	}
	return z
}}

// floor does what no program can leave out: lay the document out, and put its
// words with their places on pages and compress them. It cuts no fonts and draws
// nothing else, so it is lower than any real floor.
func (p sample) floor(t testing.TB) int {
	laid, _, _ := pdf.Layout(p.text, p.style, p.faces)
	z := floorDeflaters.Get().(*zlib.Writer)
	defer floorDeflaters.Put(z)
	size := 0
	var page []byte
	for i := range laid.Pages {
		page = page[:0]
		for _, x := range laid.Pages[i].Texts {
			page = strconv.AppendInt(append(page, "BT 1 0 0 1 "...), int64(x.X), 10)
			page = strconv.AppendInt(append(page, ' '), int64(x.Y), 10)
			page = append(page, " Tm <"...)
			for _, r := range x.S {
				page = strconv.AppendUint(page, uint64(r)|0x10000, 16)
			}
			page = append(page, "> Tj ET\n"...)
		}
		var out bytes.Buffer
		z.Reset(&out)
		if _, err := z.Write(page); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		size += out.Len()
	}
	return size
}

// BenchmarkAgreement sets the floor of the two-column agreement beside the real
// thing. Run it with -cpu 1,2 to see both with one core and with two.
func BenchmarkAgreement(b *testing.B) {
	p := sampleOf(b, "agreement/us1.en-ko.pdf")
	b.Run("floor", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.floor(b)
		}
	})
	b.Run("written", func(b *testing.B) {
		b.ReportAllocs()
		pages := 0
		for b.Loop() {
			_, pages = p.write(b)
		}
		b.ReportMetric(float64(pages), "pages")
	})
	b.Run("written-side-by-side", func(b *testing.B) {
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				p.write(b)
			}
		})
	})
}

// BenchmarkLetter writes a letter of one page.
func BenchmarkLetter(b *testing.B) {
	p := sampleOf(b, "letters/loi-us1.en.pdf")
	b.ReportAllocs()
	for b.Loop() {
		if _, pages := p.write(b); pages > 2 {
			b.Fatalf("the letter has %d pages", pages)
		}
	}
}

// BenchmarkLong writes agreements of growing length: the time for a page should
// stay the same.
func BenchmarkLong(b *testing.B) {
	p := sampleOf(b, "agreement/us1.en.pdf")
	blocks := p.text.Blocks
	for _, times := range []int{1, 4, 8} {
		long := *p.text
		long.Blocks = nil
		for range times {
			long.Blocks = append(long.Blocks, blocks...)
		}
		q := p
		q.text = &long
		b.Run(strconv.Itoa(times), func(b *testing.B) {
			pages := 0
			for b.Loop() {
				_, pages = q.write(b)
			}
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N)/float64(pages), "µs/page")
		})
	}
}
