package generator

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// negotiable makes the documents of a project as Word files, by their names.
func negotiable(t *testing.T, name string) map[string][]byte {
	t.Helper()
	s, out, err := openWords(World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}, Options{})
	if err != nil || s == nil {
		t.Fatal(err, out.Findings)
	}
	made, err := s.negotiated(false)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, d := range made {
		if files[asWord(d.file)], err = s.wordOf(d); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// edited replaces parts of the text of a Word file as a word processor would.
func edited(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			for i := 0; i < len(pairs); i += 2 {
				if strings.Count(string(part), pairs[i]) == 0 {
					t.Fatalf("the file does not have %q", pairs[i])
				}
				part = bytes.Replace(part, []byte(pairs[i]), []byte(pairs[i+1]), 1)
			}
		}
		to, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func imported(t *testing.T, project string, data []byte, by string) Imported {
	t.Helper()
	out, err := ImportDocument(World{Dir: os.DirFS("../data/examples"), Name: project + ".yaml"}, Options{Lang: diag.English}, "back.docx", data, by)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestUneditedDocumentsChangeNothing: a contract in two languages of every example,
// and all documents of one, are known again, and come back without a change or a
// finding.
func TestUneditedDocumentsChangeNothing(t *testing.T) {
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for file, data := range negotiable(t, name) {
			if name != "two-party" && !strings.HasSuffix(file, "1.en-ko.docx") {
				continue
			}
			out := imported(t, name, data, "")
			if len(out.Changes) > 0 || len(out.Findings) > 0 || out.Text != nil {
				t.Errorf("%s %s: %v %v", name, file, out.Changes, out.Findings)
			}
		}
	}
}

// control is the text of a value as the Word file has it, up to its words.
func control(t *testing.T, data []byte, path string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := r.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	part, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(part), `<w:tag w:val="`+path+`"/>`)
	if at < 0 {
		t.Fatalf("the file has no value %s", path)
	}
	text := string(part[at:])
	return text[:strings.Index(text, "</w:t>")]
}

// TestEditedContractComesBack: values and words that were changed in Word are
// changed in the project file, each once.
func TestEditedContractComesBack(t *testing.T) {
	data := negotiable(t, "two-party")["agreement/us1.en.docx"]
	value := func(path, old, new string) []string {
		c := control(t, data, path)
		if !strings.HasSuffix(c, ">"+old) {
			t.Fatalf("%s: %s", path, c)
		}
		return []string{c, strings.TrimSuffix(c, old) + new}
	}
	for _, c := range []struct {
		name    string
		pairs   []string
		changes []string
		in      []string // the changed file
		found   []string // codes
	}{
		{"a stated number", value("agreements[0].clauses.publication.notice_days", "thirty (30) days", "forty-five (45) days"),
			[]string{"agreements[0].clauses.publication.notice_days: thirty (30) days → forty-five (45) days"}, []string{"notice_days: 45"}, nil},
		{"a number of the library", value("agreements[0].clauses.records.copy_days", "fourteen (14) days", "twenty (20) days"),
			[]string{"records.copy_days"}, []string{"records:", "copy_days: 20"}, nil},
		{"a date", value("agreements[0].effective_date", "July 1, 2024", "July 8, 2024"),
			[]string{"effective_date: July 1, 2024 → July 8, 2024"}, []string{"effective_date: 2024-07-08"}, nil},
	} {
		out := imported(t, "two-party", edited(t, data, c.pairs...), "US1")
		var said []string
		for _, one := range out.Changes {
			said = append(said, one.EN)
		}
		t.Log(c.name, said, out.Findings)
		t.Log(out.Diff)
	}
}
