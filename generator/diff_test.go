package generator

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pactwright/data"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/review"
	"pactwright/templates"
)

// longVersions is the contract of the two-party example with more articles, and the same with its
// own order of articles, one article fewer and other choices.
func longVersions(t testing.TB) (old, new review.Version) {
	t.Helper()
	text, err := fs.ReadFile(data.Files, "examples/two-party.yaml")
	if err != nil {
		t.Fatal(err)
	}
	more := strings.Replace(string(text), "    clauses:\n      ownership:", "    clauses:\n      exploitation: {}\n      safety: {}\n      equipment: {}\n      definitions: {option: schedule}\n      governance: {option: committee}\n      inventions: {option: committee}\n      exhibit-ethics: {}\n      exhibit-forms: {}\n      ownership:", 1)
	other := strings.NewReplacer(
		"share: 60.00", "share: 55.00", "share: 40.00", "share: 45.00", "      equipment: {}\n", "", "notice_days: 30", "notice_days: 45",
		"en: 500 Example Avenue", "en: 501 Example Avenue",
	).Replace(more)
	head, err := fs.ReadFile(templates.Files, "documents/agreement/document.yaml")
	if err != nil {
		t.Fatal(err)
	}
	order := strings.Replace(string(head), "personnel, reporting", "reporting, personnel", 1)
	make := func(project string, files fstest.MapFS) review.Version {
		examples, err := fs.Sub(data.Files, "examples")
		if err != nil {
			t.Fatal(err)
		}
		_ = fs.WalkDir(examples, "received", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				content, _ := fs.ReadFile(examples, name)
				files[name] = &fstest.MapFile{Data: content}
			}
			return err
		})
		files["p.yaml"] = &fstest.MapFile{Data: []byte(project)}
		s, err := load(World{Dir: files, Name: "p.yaml"}, Options{Draft: true})
		if err != nil || s.plans == nil {
			t.Fatal(err, s.settled())
		}
		contracts, err := s.contractTexts("us1", diag.English)
		if err != nil || len(contracts) != 1 || len(contracts[0].Texts) == 0 {
			t.Fatal(err, s.settled())
		}
		return review.Version{Plan: contracts[0].Plan, Text: contracts[0].Texts[0]}
	}
	return make(more, fstest.MapFS{}), make(other, fstest.MapFS{"templates/documents/agreement/document.yaml": {Data: []byte(order)}})
}

func articlesOf(d *doc.Resolved) int {
	n := 0
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok && (h.Kind == doc.ArticleHeading || h.Kind == doc.ExhibitHeading) {
			n++
		}
	}
	return n
}

// TestVersionsOfContract: articles are known again by their names: what was
// removed, moved, renumbered and reworded is told, and nothing else.
func TestVersionsOfContract(t *testing.T) {
	old, new := longVersions(t)
	found := map[string]review.Versioned{}
	for _, v := range review.Versions(old, new) {
		found[v.Slot] = v
	}
	if v := found["equipment"]; !v.Removed || v.Added || v.Old == "" || v.New != "" || len(v.Clauses) == 0 {
		t.Errorf("equipment: %+v", v)
	}
	moved := 0
	for _, slot := range []string{"reporting", "personnel"} {
		if v := found[slot]; !v.Renumbered || len(v.Redline) > 0 {
			t.Errorf("%s: %+v", slot, v)
		}
		moved += order(found[slot].Moved)
	}
	if moved != 1 {
		t.Errorf("%d of two articles in each other's place are moved, want the one that stands behind", moved)
	}
	if v := found["ownership"]; v.Removed || len(v.Lines) != 2 || !strings.Contains(doc.Text(v.Lines[0].Text), "60.00%55.00%") {
		t.Errorf("ownership: %+v", v.Lines)
	}
	if v := found["governing-law"]; len(v.Lines) > 0 || !v.Renumbered {
		t.Errorf("governing-law: %+v", v)
	}
	if _, ok := found["purpose"]; ok {
		t.Error("an article before all changes differs")
	}
	for slot, v := range found {
		for _, l := range v.Lines {
			was, is := doc.Text(review.Reject(l.Text)), doc.Text(review.Accept(l.Text))
			if was == is {
				t.Errorf("%s: a line that is the same: %q", slot, was)
			}
		}
	}
}

// TestSameVersions: nothing differs between a contract and itself.
func TestSameVersions(t *testing.T) {
	for name, s := range exampleStates(t) {
		contracts, err := s.contractTexts("", diag.Korean)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range contracts {
			v := review.Version{Plan: c.Plan, Text: c.Texts[0]}
			if found := review.Versions(v, v); len(found) > 0 {
				t.Errorf("%s: %d articles of %s differ from themselves", name, len(found), c.Plan.Agreement.ID)
			}
		}
	}
}

// TestRedlinesOfVersions: each redline of an article gives the old words when it
// is rejected and the new ones when it is accepted.
func TestRedlinesOfVersions(t *testing.T) {
	old, new := longVersions(t)
	was, is := wordsBySlot(old), wordsBySlot(new)
	for _, v := range review.Versions(old, new) {
		if len(v.Redline) == 0 || was[v.Slot] == "" && is[v.Slot] == "" {
			continue
		}
		var before, after []string
		for _, b := range v.Redline {
			for _, run := range doc.Texts(b) {
				before = append(before, doc.Text(review.Reject(*run)))
				after = append(after, doc.Text(review.Accept(*run)))
			}
		}
		if got := joinWords(before); got != was[v.Slot] {
			t.Errorf("%s rejected:\n%s\nwant\n%s", v.Slot, got, was[v.Slot])
		}
		if got := joinWords(after); got != is[v.Slot] {
			t.Errorf("%s accepted:\n%s\nwant\n%s", v.Slot, got, is[v.Slot])
		}
	}
}

// wordsBySlot returns the words of numbered articles.
func wordsBySlot(v review.Version) map[string]string {
	out := map[string]string{}
	for _, n := range v.Text.Numbered() {
		if n.Anchor != n.Within || n.Anchor == "" {
			continue
		}
		var all []string
		for _, b := range n.Blocks {
			for _, run := range doc.Texts(b) {
				all = append(all, doc.Text(*run))
			}
		}
		out[n.Anchor] = joinWords(all)
	}
	return out
}

func joinWords(texts []string) string {
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// BenchmarkVersions compares two versions of a contract of sixty articles and
// exhibits, already merged. 50 ms are what it may take.
func BenchmarkVersions(b *testing.B) {
	old, new := longVersions(b)
	if n := articlesOf(old.Text); n < 60 {
		b.Fatalf("the contract has %d articles", n)
	}
	b.ReportAllocs()
	for b.Loop() {
		review.Versions(old, new)
	}
	if each := b.Elapsed() / time.Duration(b.N); each > 50*time.Millisecond {
		b.Errorf("a comparison takes %s", each)
	}
}
