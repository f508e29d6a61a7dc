//go:build conformance

package docx

import (
	"bufio"
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/doc"
)

// readers is the folder of the scripts that read documents with LibreOffice and
// mammoth.
const readers = "testdata/readers"

// job is what LibreOffice does with one document.
type job struct {
	In      string `json:"in"`
	Out     string `json:"out"`
	Command string `json:"command,omitempty"`
	Old     string `json:"old,omitempty"`
	New     string `json:"new,omitempty"`
	Update  bool   `json:"update,omitempty"` // its fields are computed anew
	Text    bool   `json:"text,omitempty"`
}

// office lets LibreOffice do all jobs in one run.
func office(t *testing.T, jobs []job) {
	t.Helper()
	list, err := json.Marshal(jobs)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "jobs.json")
	put(t, path, list)
	// the module uno belongs to the Python of the system
	if out, err := exec.Command("/usr/bin/python3", filepath.Join(readers, "office.py"), path).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice and python3-uno are needed for conformance tests: %v: %s", err, out)
	}
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// squeezed returns a text without the white space that programs add.
func squeezed(s string) string {
	return strings.Join(strings.Fields(strings.TrimPrefix(s, "\ufeff")), "")
}

// same compares texts without white space and shows where they part.
func same(t *testing.T, name, got, want string) {
	t.Helper()
	g, w := []rune(squeezed(got)), []rune(squeezed(want))
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			from := max(i-20, 0)
			t.Errorf("%s: LibreOffice shows %q where Word shows %q", name, string(g[from:min(i+30, len(g))]), string(w[from:min(i+30, len(w))]))
			return
		}
	}
}

// TestLibreOffice: LibreOffice numbers as Word does, computes every field to what
// stands there, and accepts and rejects all changes to the new and to the old text.
func TestLibreOffice(t *testing.T) {
	dir := t.TempDir()
	var jobs []job
	want := map[string]string{}
	add := func(name, command, gone string, f file) {
		out := filepath.Join(dir, name+".txt")
		jobs = append(jobs, job{In: filepath.Join(dir, strings.TrimSuffix(name, " rejected")+".docx"), Out: out, Command: command, Update: true, Text: true})
		want[name] = strings.Join(f.paragraphs(gone), "\n")
	}
	all := samples(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		m := testMeta(t, all[name])
		m.Comments = nil // without a window LibreOffice fails on margins that hold any
		data, err := Render(all[name], m)
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, name+".docx"), data)
		f := opened(t, data)
		add(name, ".uno:AcceptAllTrackedChanges", "w:del", f)
		if name == "redline" {
			add(name+" rejected", ".uno:RejectAllTrackedChanges", "w:ins", f)
		}
	}
	office(t, jobs)
	for name, text := range want {
		same(t, name, string(read(t, filepath.Join(dir, name+".txt"))), text)
	}
}

// TestEditedInLibreOffice: what LibreOffice has changed and saved opens again, with
// the bookmarks of its paragraphs and each value once, in Korean, too. The titles of
// values it keeps only in controls for plain text, in which it writes Korean words
// several times, so whoever reads such a file finds values by the words around them.
func TestEditedInLibreOffice(t *testing.T) {
	dir := t.TempDir()
	letter := &doc.Resolved{Document: doc.Document{Lang: "en", Title: "Letter", Paper: doc.Letter, Blocks: []doc.Block{
		&doc.Paragraph{Text: []doc.Inline{{Text: "Dear "}, value(doc.TextInline, "parties[0].name", "한가상 2024년"), {Text: ", hello."}}},
	}}}
	data, err := Render(letter, Meta{})
	if err != nil {
		t.Fatal(err)
	}
	in, saved, text := filepath.Join(dir, "letter.docx"), filepath.Join(dir, "saved.docx"), filepath.Join(dir, "saved.txt")
	put(t, in, data)
	office(t, []job{{In: in, Out: saved, Old: "hello", New: "good morning"}, {In: saved, Out: text, Text: true}})
	same(t, "edited", string(read(t, text)), "Dear 한가상 2024년, good morning.")
	_, parts := unpacked(t, read(t, saved))
	if s := string(parts["word/document.xml"]); !strings.Contains(s, `w:name="pwp_top_t1"`) {
		t.Error("LibreOffice does not keep the bookmark")
	}
	back, err := ReadText(read(t, saved))
	if err != nil || len(back.Paragraphs) != 1 || back.Paragraphs[0].Text != "Dear 한가상 2024년, good morning." {
		t.Errorf("%+v, %v", back, err)
	}
}

// TestMammoth: a reader that takes all changes as accepted reads the text without
// the numbers, which are Word's.
func TestMammoth(t *testing.T) {
	if _, err := os.Stat(filepath.Join(readers, "node_modules")); err != nil {
		t.Fatalf("mammoth is needed for conformance tests; run npm ci in generator/render/docx/%s: %v", readers, err)
	}
	dir := t.TempDir()
	all := samples(t)
	names := slices.Sorted(maps.Keys(all))
	args := []string{filepath.Join(readers, "text.mjs")}
	var want []string
	for _, name := range names {
		data, err := Render(all[name], testMeta(t, all[name]))
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, name+".docx"), data)
		args = append(args, filepath.Join(dir, name+".docx"))
		want = append(want, opened(t, data).body().accepted())
	}
	out, err := exec.Command("node", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<24)
	for i := 0; lines.Scan(); i++ {
		var got struct {
			Text     string
			Messages []string
		}
		if err := json.Unmarshal(lines.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		same(t, names[i]+" (mammoth)", got.Text, want[i])
		for _, m := range got.Messages {
			if !strings.HasPrefix(m, "Unrecognised paragraph style") {
				t.Errorf("%s: mammoth says %s", names[i], m)
			}
		}
	}
}

// accepted returns the words of a node with all changes accepted, without numbers.
func (n *node) accepted() string {
	if n.name == "w:tr" && n.at("w:trPr", "w:del").name != "" {
		return ""
	}
	if n.name == "w:p" {
		return n.shown("w:del") + "\n"
	}
	out := ""
	for _, k := range n.kids {
		out += k.accepted()
	}
	return out
}
