package merge

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// ContractColumn is one contract in the table that shows where contracts state
// what is asked of them.
type ContractColumn struct {
	ID   string
	Name diag.Text // the party abroad, or the parties
	File string    // of the text that is signed
}

// TraceRow is one thing that contracts are asked to state.
type TraceRow struct {
	ID     string // of the rule
	What   diag.Text
	Places []diag.Text // article and page in each contract; empty where it does not stand
}

// traces returns what one rule asks contracts to state, with where each states
// it in its signed text.
func traces(x call.Result, contracts []ContractColumn) []TraceRow {
	var out []TraceRow
	for _, e := range x.Evidence {
		column := slices.IndexFunc(contracts, func(c ContractColumn) bool { return c.File == e.Document })
		if e.Document == "" || column < 0 {
			continue
		}
		row := slices.IndexFunc(out, func(r TraceRow) bool { return r.What == e.Text })
		if row < 0 {
			out = append(out, TraceRow{ID: x.Rule.ID, What: e.Text, Places: make([]diag.Text, len(contracts))})
			row = len(out) - 1
		}
		place := diag.T("%s, p. %d", "%s, %d쪽", e.Article, e.Page)
		if !e.Value.IsZero() {
			place = diag.T("%s (%s)", "%s(%s)", place, e.Value)
		}
		if cell := &out[row].Places[column]; cell.IsZero() {
			*cell = place
		} else if *cell != place {
			*cell = diag.T("%s; %s", "%s, %s", *cell, place)
		}
	}
	return out
}

// ReadingRow is one point that the call leaves open, with the reading that
// applies to the project.
type ReadingRow struct {
	ID    string
	Title diag.Text
	Value diag.Text
	Own   bool // set by the project file, not the default of the call
	Note  diag.Text
}

// readings lists what the call leaves open.
func (in Judged) readings() []ReadingRow {
	var out []ReadingRow
	for _, s := range in.Call.Settings {
		value := in.Call.Setting(in.Project, s.ID)
		row := ReadingRow{ID: s.ID, Title: s.Title.Diag(), Value: diag.Text{EN: value, KO: value}, Own: value != s.Default, Note: s.Note.Diag()}
		for _, v := range s.Values {
			if v.ID == value {
				row.Value = v.Name.Diag()
			}
		}
		out = append(out, row)
	}
	return out
}
