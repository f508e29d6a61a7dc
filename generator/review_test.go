package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/review"
	"pactwright/templates"
)

func reviewed(t testing.TB, name string, p node) generator.Reviewed {
	t.Helper()
	out, err := generator.Review(world(t, name, p), generator.Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// side returns one side of a redline: all its texts, those that stand in the
// other one only left out.
func side(blocks []doc.Block, take func([]doc.Inline) []doc.Inline) string {
	var out strings.Builder
	for _, b := range blocks {
		for _, text := range doc.Texts(b) {
			all := *text
			if h, ok := b.(*doc.Heading); ok && h.Number != "" { // where it stands is no part of what it says
				all = slices.Clone(all)
				all[0].Text = strings.Replace(all[0].Text, h.Number, "", 1)
			}
			if kept := take(all); len(kept) > 0 || len(all) == 0 {
				out.WriteString(doc.Text(kept) + "\n")
			}
		}
	}
	return out.String()
}

func unmarked(text []doc.Inline) []doc.Inline { return text }

// Of every example the redline accepted is the contract and the redline rejected
// is the standard, text by text.
func TestRedlinesAreBothTexts(t *testing.T) {
	for _, name := range examples(t) {
		out := reviewed(t, name, example(t, name))
		if len(out.Reviews) == 0 || out.Findings.Has(diag.Blocking) {
			t.Fatal(name, out.Findings)
		}
		for _, r := range out.Reviews {
			for i, redline := range r.Redlines {
				own, standard := r.Texts[i].Own, r.Texts[i].Standard
				if got, want := side(redline.Blocks, review.Accept), side(own.Blocks, unmarked); got != want {
					t.Errorf("%s %s %s: accepted, the redline is not the contract: %s", name, r.Agreement.ID, own.Lang, firstDifference(got, want))
				}
				if got, want := side(redline.Blocks, review.Reject), side(standard.Blocks, unmarked); got != want {
					t.Errorf("%s %s %s: rejected, the redline is not the standard: %s", name, r.Agreement.ID, own.Lang, firstDifference(got, want))
				}
			}
		}
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\n  " + a[i] + "\n  " + b[i]
		}
	}
	return "one ends earlier"
}

// deviation returns an article of the first contract of a review.
func deviation(t *testing.T, out generator.Reviewed, slot string) review.Deviation {
	t.Helper()
	if len(out.Reviews) == 0 {
		t.Fatal(out.Findings)
	}
	all := out.Reviews[0].Deviations
	i := slices.IndexFunc(all, func(d review.Deviation) bool { return d.Slot == slot })
	if i < 0 {
		t.Fatalf("there is no article %s", slot)
	}
	return all[i]
}

// TestKindsOfDeviations changes one thing after the other of a contract as its
// package has it.
func TestKindsOfDeviations(t *testing.T) {
	own := func(file, old, new string) func(*generator.World) {
		return func(w *generator.World) {
			text, err := templates.Files.ReadFile(file)
			if err != nil || !strings.Contains(string(text), old) {
				t.Fatal(file, old, err)
			}
			w.Layers = append(w.Layers, library.Layer{Name: "--templates", FS: fstest.MapFS{file: {Data: []byte(strings.ReplaceAll(string(text), old, new))}}})
		}
	}
	for _, tt := range []struct {
		name   string
		change func(clauses node, p node)
		layer  func(*generator.World)
		slot   string
		kind   review.Kind
		state  review.State
	}{
		{"nothing", nil, nil, "publication", review.Standard, review.Free},
		{"a value", func(c, _ node) { c["publication"] = node{"notice_days": "45"} }, nil, "publication", review.Parameter, review.Free},
		{"a value that is the standard", func(c, _ node) { c["publication"] = node{"notice_days": "30"} }, nil, "publication", review.Standard, review.Free},
		{"an option", func(c, _ node) { c["ownership"] = node{"option": "core"} }, nil, "ownership", review.Option, review.Free},
		{"an option that needs approval", func(c, _ node) { c["ownership"] = node{"option": "commission", "commissioner": "KR1"} }, nil, "ownership", review.Option, review.Needed},
		{"an article more", func(c, _ node) { c["safety"] = node{} }, nil, "safety", review.Added, review.Free},
		{"an edit", func(_, p node) {
			p["edits"] = []any{edit(node{"clause": 1, "text": node{"en": "A.", "ko": "가."}})}
		}, nil, "publication", review.Text, review.Needed},
		{"a template of one's own", nil, own("clauses/publication/review.md.tmpl", "Each Party may publish", "Every Party may publish"), "publication", review.Text, review.Needed},
		{"the same words and another rank", nil, own("clauses/publication/review.md.tmpl", "rank: preferred", "rank: fallback"), "publication", review.Standard, review.Free},
		{"a rank of one's own", func(c, _ node) { c["ownership"] = node{"option": "commission", "commissioner": "KR1"} },
			own("clauses/ownership/commission.md.tmpl", "rank: approval", "rank: preferred"), "ownership", review.Option, review.Needed},
		{"a body of one's own", nil, own("documents/agreement/body.md.tmpl", "The Parties therefore agree as follows.", "The Parties so agree."), "frame", review.Text, review.Needed},
		{"a term of one's own", nil, own("locales/terms.yaml", "en: Results,", "en: Outcomes,"), "definitions", review.Text, review.Needed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := example(t, "two-party")
			contract := contractOf(p)
			clauses := node{}
			contract["clauses"] = clauses
			if tt.change != nil {
				tt.change(clauses, p)
			}
			w := world(t, "two-party", p)
			if tt.layer != nil {
				tt.layer(&w)
			}
			out, err := generator.Review(w, generator.Options{Lang: diag.English, Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			d := deviation(t, out, tt.slot)
			if d.Kind != tt.kind || d.State != tt.state {
				t.Errorf("%s is %s and %s, want %s and %s; findings %v", tt.slot, d.Kind, d.State, tt.kind, tt.state, out.Findings)
			}
			if changed := len(d.Redline[diag.English]) > 0; changed != (d.Kind != review.Standard) {
				t.Errorf("%s is %s, and its redline has %d lines", tt.slot, d.Kind, len(d.Redline[diag.English]))
			}
		})
	}
}

// An approval holds for the words that it names, wherever they stand, and for no
// other ones.
func TestApprovals(t *testing.T) {
	words := node{"en": "Each Party may publish.", "ko": "각 당사자는 공표할 수 있다."}
	with := func(words node, hash string) generator.Reviewed {
		p := example(t, "two-party")
		p["edits"] = []any{edit(node{"clause": 1, "text": words})}
		p["approvals"] = []any{node{"agreement": "us1", "article": "publication", "person": "Jiwon Template, Legal Office", "date": "2024-05-02", "hash": hash}}
		return reviewed(t, "two-party", p)
	}
	none := strings.Repeat("0", 64)
	first := deviation(t, with(words, none), "publication")
	if first.State != review.Void || first.Approval == nil {
		t.Fatalf("an approval of other words is %s", first.State)
	}
	approved := with(words, first.Hash)
	if d := deviation(t, approved, "publication"); d.State != review.Approved || len(approved.Findings) > 0 {
		t.Errorf("the approval is %s, findings %v", d.State, approved.Findings)
	}
	for _, changed := range []node{{"en": "Each Party may publish it.", "ko": words["ko"]}, {"en": words["en"], "ko": "각 당사자는 이를 공표할 수 있다."}} {
		out := with(changed, first.Hash)
		d := deviation(t, out, "publication")
		if d.State != review.Void || len(out.Findings) != 1 || out.Findings[0].Code != "REV-VOID" || !strings.Contains(out.Findings[0].Fix.EN, d.Hash) || out.Findings[0].Place.Line == 0 {
			t.Errorf("after a change of one word the approval is %s, findings %v", d.State, out.Findings)
		}
	}
}

// BenchmarkReview compares the five contracts of the largest example with the
// standard, from the project as it was read to all that a report says. 150 ms are
// what it may take.
func BenchmarkReview(b *testing.B) {
	compare, err := generator.Comparing(world(b, "nine-parties", example(b, "nine-parties")))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if reviews, err := compare(); err != nil || len(reviews) != 5 {
			b.Fatal(err, len(reviews))
		}
	}
	if each := b.Elapsed() / time.Duration(b.N); each > 150*time.Millisecond {
		b.Errorf("a review takes %s", each)
	}
}
