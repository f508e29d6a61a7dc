package merge

import (
	"fmt"
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

func resultRow(x call.Result, source diag.Text) ResultRow {
	row := ResultRow{
		ID: x.Rule.ID, Title: x.Rule.Title.Diag(), Status: string(x.Status), Name: x.Status.Name(), Due: x.Rule.Due.Name(),
		Rests: Rests(x), Finding: x.Message, Source: source, Hint: x.Rule.Hint.Diag(), Waiver: x.Waiver,
	}
	all := evidence(x)
	row.Evidence = all[:0]
	for _, e := range all {
		if !e.traced {
			row.Evidence = append(row.Evidence, e)
		}
	}
	return row
}

// Rests tells on what a result rests at best: a file that came in, a document
// made here, what the project file declares, or what was computed from it. It is
// empty where nothing was judged.
func Rests(x call.Result) string {
	if x.Status != call.Passed && x.Status != call.Failed {
		return ""
	}
	out := "computed"
	for _, e := range x.Evidence {
		switch {
		case e.Attached:
			return "attached"
		case e.Document != "":
			out = "document"
		case e.Path != "" && out == "computed":
			out = "declared"
		}
	}
	return out
}

// evidence puts what the rule found before the facts on which it rests. A fact
// that only repeats the beginning of the finding gives its place to it.
func evidence(x call.Result) []EvidenceRow {
	out := []EvidenceRow{{Text: x.Message}}
	for _, e := range x.Evidence {
		row := EvidenceRow{Text: e.Text, Where: where(e), traced: e.Document != ""}
		if first := &out[0]; first.Where.IsZero() && strings.HasPrefix(first.Text.EN, e.Text.EN) && strings.HasPrefix(first.Text.KO, e.Text.KO) {
			row.Text = first.Text
			*first = row
			continue
		}
		out = append(out, row)
	}
	if out[0].Text.IsZero() {
		return out[1:]
	}
	return out
}

func where(e call.Evidence) diag.Text {
	switch {
	case e.Document != "" && e.Page > 0:
		return diag.T("%s, %s, p. %d", "%s, %s, %d쪽", e.Document, e.Article, e.Page)
	case e.Document != "":
		return diag.T("%s", "%s", e.Document)
	case e.Place.Line > 0:
		place := fmt.Sprintf("%s:%d", e.Place.File, e.Place.Line)
		return diag.Text{EN: place, KO: place}
	}
	return diag.Text{}
}
