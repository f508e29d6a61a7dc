package versions

import (
	"encoding/json"
	"io"

	"pactwright/generator/doc"
	"pactwright/generator/review"
)

type fileComparison struct {
	Old       string         `json:"old"`
	New       string         `json:"new"`
	Same      bool           `json:"same"`
	Missing   []any          `json:"missing"`
	Parties   []fileValue    `json:"parties"`
	Amounts   []fileValue    `json:"amounts"`
	Dates     []fileValue    `json:"dates"`
	Choices   []fileValue    `json:"choices"`
	Other     []fileValue    `json:"other"`
	Contracts []fileContract `json:"contracts"`
	Cells     []fileValue    `json:"cells"`
}

type fileValue struct {
	Change
	Redline []fileRun `json:"redline,omitempty"`
}

type fileContract struct {
	Contract string        `json:"contract"`
	Kind     Kind          `json:"kind"`
	Articles []fileArticle `json:"articles"`
}

type fileArticle struct {
	Article    string       `json:"article"`
	Title      string       `json:"title"`
	Old        string       `json:"old_number,omitempty"`
	New        string       `json:"new_number,omitempty"`
	Added      bool         `json:"added,omitempty"`
	Removed    bool         `json:"removed,omitempty"`
	Moved      bool         `json:"moved,omitempty"`
	Renumbered bool         `json:"renumbered,omitempty"`
	Clauses    []fileClause `json:"clauses,omitempty"`
	Redline    []fileLine   `json:"redline,omitempty"`
}

type fileClause struct {
	Anchor string `json:"anchor"`
	Old    string `json:"old_number,omitempty"`
	New    string `json:"new_number,omitempty"`
	Moved  bool   `json:"moved,omitempty"`
}

type fileLine struct {
	Number string    `json:"number,omitempty"`
	Runs   []fileRun `json:"runs"`
}

type fileRun struct {
	Text   string     `json:"text"`
	Change doc.Change `json:"change,omitempty"`
}

// JSON writes a comparison for programs. old and new name the versions.
func JSON(w io.Writer, c Comparison, old, new string) error {
	out := fileComparison{
		Old: old, New: new, Same: c.Same(), Missing: []any{},
		Parties: values(c.Parties), Amounts: values(c.Amounts), Dates: values(c.Dates), Choices: values(c.Choices),
		Other: values(c.Other), Cells: values(c.Cells), Contracts: []fileContract{},
	}
	for _, m := range c.Missing {
		out.Missing = append(out.Missing, m)
	}
	for _, k := range c.Contracts {
		f := fileContract{Contract: k.ID, Kind: k.Kind, Articles: []fileArticle{}}
		for _, a := range k.Articles {
			f.Articles = append(f.Articles, article(a))
		}
		out.Contracts = append(out.Contracts, f)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func values(all []Change) []fileValue {
	out := []fileValue{}
	for _, c := range all {
		out = append(out, fileValue{c, runs(c.Redline)})
	}
	return out
}

func article(a review.Versioned) fileArticle {
	f := fileArticle{Article: a.Slot, Title: a.Title, Old: a.Old, New: a.New, Added: a.Added, Removed: a.Removed, Moved: a.Moved, Renumbered: a.Renumbered}
	for _, c := range a.Clauses {
		f.Clauses = append(f.Clauses, fileClause{c.Anchor, c.Old, c.New, c.Moved})
	}
	for _, l := range a.Lines {
		f.Redline = append(f.Redline, fileLine{l.Number, runs(l.Text)})
	}
	return f
}

func runs(text []doc.Inline) []fileRun {
	var out []fileRun
	for _, in := range text {
		out = append(out, fileRun{in.Text, in.Change})
	}
	return out
}
