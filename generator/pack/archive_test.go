package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"testing"
	"time"
)

func TestArchive(t *testing.T) {
	files := []File{
		{"12_contract_a1.pdf", []byte("second in the alphabet, first in the call")},
		{"03_letter_US1.pdf", bytes.Repeat([]byte("letter "), 1000)},
		{"연구개발계획서/05_예산.xlsx", []byte("예산")},
		{"empty.txt", nil},
	}
	data, err := Archive(files)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(files) {
		t.Fatalf("%d entries", len(r.File))
	}
	for i, entry := range r.File {
		want := files[i]
		switch {
		case entry.Name != want.Path:
			t.Errorf("entry %d is %s, want %s", i, entry.Name, want.Path)
		case entry.Method != zip.Store:
			t.Errorf("%s is compressed", entry.Name)
		case entry.NonUTF8:
			t.Errorf("%s: nothing says that the name is UTF-8", entry.Name)
		case !entry.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)):
			t.Errorf("%s is of %v", entry.Name, entry.Modified)
		}
		rc, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(rc) // checks the CRC
		if err != nil || !bytes.Equal(got, want.Data) {
			t.Errorf("%s reads back as %d bytes: %v", entry.Name, len(got), err)
		}
	}
	again, err := Archive(files)
	if err != nil || !bytes.Equal(again, data) {
		t.Error("the same files made other bytes")
	}
}

// Readers that go through the file from the front need the sizes in the header
// before each entry, and no descriptor after it.
func TestArchiveLocalHeaders(t *testing.T) {
	data, err := Archive(sampleFiles())
	if err != nil {
		t.Fatal(err)
	}
	const dataDescriptor = 1 << 3
	rest := data
	for _, f := range sampleFiles() {
		if !bytes.HasPrefix(rest, []byte("PK\x03\x04")) {
			t.Fatalf("no local header before %s", f.Path)
		}
		number := func(at int) int { return int(binary.LittleEndian.Uint16(rest[at:])) }
		size := func(at int) int { return int(binary.LittleEndian.Uint32(rest[at:])) }
		if number(4) < 10 {
			t.Errorf("%s: version needed is %d; the lowest that exists is 10", f.Path, number(4))
		}
		if number(6)&dataDescriptor != 0 || number(8) != 0 || number(10) != 0 || number(12) != 0x21 {
			t.Errorf("%s: flags %#x, method %d, time %#x, date %#x", f.Path, number(6), number(8), number(10), number(12))
		}
		if size(18) != len(f.Data) || size(22) != len(f.Data) {
			t.Errorf("%s: sizes %d and %d, want %d", f.Path, size(18), size(22), len(f.Data))
		}
		name, extra := number(26), number(28)
		body := rest[30+name+extra:]
		if got := string(rest[30 : 30+name]); got != f.Path {
			t.Errorf("the name is %s, want %s", got, f.Path)
		}
		if !bytes.HasPrefix(body, f.Data) {
			t.Errorf("%s does not follow its header", f.Path)
		}
		rest = body[len(f.Data):]
	}
}
