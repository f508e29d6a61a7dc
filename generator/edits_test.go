package generator_test

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// edit is an edit of the first contract of the two-party example.
func edit(more node) node {
	e := node{"agreement": "us1", "article": "publication", "by": "US1", "reason": node{"en": "A.", "ko": "가."}}
	for k, v := range more {
		e[k] = v
	}
	return e
}

func editedTexts(t *testing.T, edits ...any) ([]*doc.Resolved, diag.List) {
	t.Helper()
	p := example(t, "two-party")
	p["edits"] = edits
	contractOf(p)["texts"] = []any{"en", "ko"}
	texts, found, err := generator.Contracts(world(t, "two-party", p))
	if err != nil || len(texts) != 2 {
		t.Fatal(err, texts)
	}
	return texts, found
}

// The words that were negotiated stand in both texts, with the values of the
// article still typed in them, and whatever they name is settled.
func TestEditsReplaceRemoveAndAdd(t *testing.T) {
	before, _ := editedTexts(t)
	anchors := clauseAnchors(before[0], "publication")
	if len(anchors) < 3 {
		t.Fatal(anchors)
	}
	texts, found := editedTexts(t,
		edit(node{"anchor": anchors[0], "text": node{"en": `Wait {{param "notice_days"}}, {{lead}}, as in {{ref "publication.extra"}}.`, "ko": `{{ref "publication.extra"}}에 따라 {{lead}}{{particle "은/는"}} {{param "notice_days"}} 동안 기다린다.`}}),
		edit(node{"clause": "2", "change": "add", "text": node{"en": "First added.", "ko": "첫째."}}),
		edit(node{"clause": "2", "change": "add", "text": node{"en": `{{anchor "extra"}}Second added.`, "ko": `{{anchor "extra"}}둘째.`}}),
		edit(node{"clause": "8", "change": "remove"}),
	)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for i, text := range texts {
		got, was := clauses(text, "publication"), clauses(before[i], "publication")
		count := slices.ContainsFunc(got[0].Text, func(in doc.Inline) bool { return in.Kind == doc.CountInline && in.Value != "" })
		if !count || got[0].Anchor != "publication."+anchors[0] {
			t.Errorf("%s: the first sub-clause is %+v", text.Lang, got[0])
		}
		all := articlesOf(text)
		for _, want := range map[diag.Lang][]string{
			diag.English: {"Lead Institution, as in Section", "First added.\nSecond added.\n"},
			diag.Korean:  {"주관기관은", "첫째.\n둘째.\n", "제4항에 따라"},
		}[text.Lang] {
			if !strings.Contains(all, want) {
				t.Errorf("%s: %q is not in\n%s", text.Lang, want, all)
			}
		}
		if gone := doc.Text(ofDepth(was, 1)[7].Text); strings.Contains(all, gone) {
			t.Errorf("%s: what was removed still stands: %s", text.Lang, gone)
		}
	}
}

func TestEditFindings(t *testing.T) {
	both := node{"en": "A.", "ko": "가."}
	for _, tt := range []struct {
		name  string
		edit  node
		wants []string // code and path
	}{
		{"no such anchor", node{"anchor": "nowhere", "text": both}, []string{"EDIT-TARGET edits[0].anchor"}},
		{"no such sub-clause", node{"clause": "2.77", "text": both}, []string{"EDIT-TARGET edits[0].clause"}},
		{"no such paragraph", node{"paragraph": 3, "text": both}, []string{"EDIT-TARGET edits[0].paragraph"}},
		{"no such article", node{"article": "publications", "clause": 1, "text": both}, []string{"PRJ-UNKNOWN edits[0].article"}},
		{"an article that does not stand", node{"article": "exploitation", "clause": 1, "text": both}, []string{"EDIT-TARGET edits[0].article"}},
		{"two paragraphs", node{"clause": 1, "text": node{"en": "A.\n\nB.", "ko": "가."}}, []string{"EDIT-TEXT edits[0].text.en"}},
		{"a list", node{"clause": 1, "text": node{"en": "1. A.", "ko": "가."}}, []string{"EDIT-TEXT edits[0].text.en"}},
		{"no such value", node{"clause": 1, "text": node{"en": `{{param "nope"}}`, "ko": "가."}}, []string{"MERGE-FIELD edits[0].text.en"}},
		{"no template", node{"clause": 1, "text": node{"en": `{{param`, "ko": "가."}}, []string{"MERGE-PARSE edits[0].text.en"}},
		{"a reference to nothing", node{"clause": 1, "text": node{"en": `See {{ref "nowhere"}}.`, "ko": "가."}}, []string{"DOC-REF edits[0].text.en"}},
		{"one language", node{"clause": 1, "text": node{"en": "A."}}, []string{"EDIT-LANG edits[0].text"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, found := editedTexts(t, edit(tt.edit))
			for _, want := range tt.wants {
				code, path, _ := strings.Cut(want, " ")
				i := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Code == code && f.Path == path })
				if i < 0 || found[i].Place.Line == 0 || found[i].Template != (diag.Place{}) {
					t.Errorf("no %s with its line in %+v", want, found)
				}
			}
		})
	}
}

// Who removes what others refer to is told which edit does it, with its line, and
// not only where the template refers to it.
func TestRemovedWhatOthersReferTo(t *testing.T) {
	_, found := editedTexts(t, edit(node{"anchor": "notice", "change": "remove"}))
	if len(found) == 0 {
		t.Fatal("nothing refers to the notice of a publication")
	}
	for _, f := range found {
		if f.Code != doc.CodeRef || f.Path != "edits[0]" || f.Place.Line == 0 || f.Template.File == "" || !strings.Contains(f.Message.KO, "edits[0] 항목이 “publication.notice”") {
			t.Errorf("%+v", f)
		}
	}
}

// clauses returns the sub-clauses of an article.
func clauses(d *doc.Resolved, slot string) []*doc.Clause {
	var out []*doc.Clause
	inside := false
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Heading:
			inside = b.Anchor == slot
		case *doc.Clause:
			if inside {
				out = append(out, b)
			}
		}
	}
	return out
}

func clauseAnchors(d *doc.Resolved, slot string) []string {
	var out []string
	for _, c := range clauses(d, slot) {
		if name, ok := strings.CutPrefix(c.Anchor, slot+"."); ok && c.Depth == 1 {
			out = append(out, name)
		}
	}
	return out
}

func ofDepth(clauses []*doc.Clause, depth int) []*doc.Clause {
	return slices.DeleteFunc(slices.Clone(clauses), func(c *doc.Clause) bool { return c.Depth != depth })
}
