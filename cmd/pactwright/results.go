package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// order is how results are listed: what needs attention first.
var order = []call.Status{call.Failed, call.Broken, call.NotChecked, call.Waived, call.Passed, call.NotApplicable}

// printResults lists how every rule came out, with what was found and where.
func printResults(w io.Writer, results []call.Result, lang diag.Lang) error {
	sorted := slices.Clone(results)
	slices.SortStableFunc(sorted, func(a, b call.Result) int { return slices.Index(order, a.Status) - slices.Index(order, b.Status) })
	columns := []diag.Column{
		{Head: diag.Text{EN: "Result", KO: "결과"}.In(lang), Most: 14},
		{Head: diag.Text{EN: "Rule", KO: "규칙"}.In(lang), Most: 20},
		{Head: diag.Text{EN: "Condition", KO: "요건"}.In(lang), Most: 44},
		{Head: diag.Text{EN: "Found", KO: "확인한 내용"}.In(lang), Most: 56},
		{Head: diag.Text{EN: "Place", KO: "위치"}.In(lang), Most: 24},
	}
	var rows [][]string
	for _, r := range sorted {
		place := ""
		if r.Place.Line > 0 {
			place = fmt.Sprintf("%s:%d", r.Place.File, r.Place.Line)
		}
		rows = append(rows, []string{r.Status.Name().In(lang), r.Rule.ID, r.Rule.Title.Diag().In(lang), r.Message.In(lang), place})
	}
	if err := diag.Table(w, columns, rows); err != nil {
		return err
	}
	var counts []string
	for _, s := range order {
		n := 0
		for _, r := range results {
			if r.Status == s {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%s %d", s.Name().In(lang), n))
		}
	}
	_, err := fmt.Fprintf(w, "\n%s\n\n", strings.Join(counts, ", "))
	return err
}
