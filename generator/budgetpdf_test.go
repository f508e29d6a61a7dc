package generator

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/merge"
	"pactwright/generator/pack"
)

// loaded reads the bundled example and makes its documents.
func loaded(t *testing.T, o Options) (*state, []document) {
	t.Helper()
	w, err := Example()
	if err != nil {
		t.Fatal(err)
	}
	s, err := load(w, o)
	if err != nil {
		t.Fatal(err)
	}
	documents, err := s.documents()
	if err != nil {
		t.Fatal(err)
	}
	return s, documents
}

func budgetOf(documents []document) int {
	return slices.IndexFunc(documents, func(d document) bool { return d.kind == "budget" })
}

// TestBudgetDocument: the budget on paper is made in the language of the index,
// on paper on its side, named by the index with its pages; nobody signs it, and
// no rule of the call finds its proof in it.
func TestBudgetDocument(t *testing.T) {
	for _, lang := range []diag.Lang{diag.English, diag.Korean} {
		s, documents := loaded(t, Options{Lang: lang})
		at := budgetOf(documents)
		if at < 0 {
			t.Fatal("there is no budget")
		}
		d := documents[at]
		if d.file != "budget/budget.pdf" || d.lang != lang || !d.texts[0].Paper.IsLandscape() || d.pages < 3 || len(d.data) == 0 {
			t.Errorf("%s: %s in %s on %s has %d pages", lang, d.file, d.lang, d.texts[0].Paper, d.pages)
		}
		if toSign(d, documents) || readingCopy(d, documents) {
			t.Errorf("%s: the budget is signed or a reading copy", lang)
		}
		for _, row := range s.signing(documents) {
			if strings.Contains(row.Document.EN, "Budget") {
				t.Errorf("%s: %s signs the budget", lang, row.Party)
			}
		}
		rows := s.rows(documents)
		i := slices.IndexFunc(rows, func(r merge.DocumentRow) bool { return r.File == d.file })
		if i < 0 || rows[i].Pages != d.pages || rows[i].Use.IsZero() {
			t.Errorf("%s: the index says %+v", lang, rows)
		}
		without := slices.Delete(slices.Clone(documents), at, at+1)
		with, less := s.judge(documents), s.judge(without)
		for n := range with {
			if with[n].Status != less[n].Status || len(with[n].Evidence) != len(less[n].Evidence) {
				t.Errorf("%s: the budget changes the rule %s", lang, with[n].Rule.ID)
			}
		}
	}
}

// TestBudgetIsMadeIfWanted: a part of a pack has the budget only if it was asked
// for, and what is handed in has the workbook only.
func TestBudgetIsMadeIfWanted(t *testing.T) {
	for only, want := range map[string]bool{"": true, "budget": true, "letters": false} {
		o := Options{Lang: diag.English}
		if only != "" {
			o.Only = []string{only}
		}
		if _, documents := loaded(t, o); budgetOf(documents) >= 0 != want {
			t.Errorf("only %q: the budget is there: %v", only, !want)
		}
	}
	w, err := Example()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Build(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	paper := slices.IndexFunc(out.Files, func(f pack.File) bool { return f.Path == "budget/budget.pdf" })
	for _, f := range out.Files {
		if !strings.HasSuffix(f.Path, ".zip") {
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range z.File {
			if x.UncompressedSize64 == uint64(len(out.Files[paper].Data)) {
				t.Errorf("%s is the budget on paper, which is not handed in", x.Name)
			}
		}
	}
}
