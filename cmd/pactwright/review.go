package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/review"
)

type reviewFlags struct {
	projectFlags
	output string
}

func newReview() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review PROJECT",
		Short: "Report what differs from the standard in each contract, who wanted it, and whether it is approved",
		Long: `review compares each contract with the standard: the clauses of its package in
the built-in library, filled with the names, amounts and dates of the project.
For each contract it writes a report on paper, for the screen and for programs,
and the contract in each language for Word, with its changes tracked. Of each
article that deviates it prints the hash with which the text as it stands can be
approved.`,
		Args: exactly(1, "the project file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.review(cmd, args[0])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	f.add(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "output", "the folder in which the review is written, as PROJECT-review")
	return cmd
}

func (f *reviewFlags) review(cmd *cobra.Command, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	out, err := generator.Review(w, o)
	if err != nil {
		return false, cannot(file, err)
	}
	dir := filepath.Join(f.output, out.Project+"-review")
	if err := cmd.Context().Err(); err != nil {
		return false, err
	}
	if len(out.Files) > 0 {
		if err := keepIn(dir, &out.Outcome); err != nil {
			return false, err
		}
	}
	return len(out.Files) > 0, f.say(cmd.OutOrStdout(), out, w.Name, dir)
}

// say prints the articles that deviate, the findings, and where the files are.
func (f *reviewFlags) say(w io.Writer, out generator.Reviewed, file, dir string) error {
	if f.findings == "json" || f.findings == "sarif" {
		return f.report(w, out.Outcome, file)
	}
	lang := f.language(out.Outcome)
	for _, r := range out.Reviews {
		if err := printReview(w, r, out, lang); err != nil {
			return err
		}
	}
	if err := f.report(w, out.Outcome, file); err != nil {
		return err
	}
	fmt.Fprintln(w, diag.Summary(out.Findings, lang))
	state := diag.T("review: kept (nothing written)", "review: kept (아무것도 쓰지 않음)")
	if len(out.Files) > 0 {
		state = diag.T("review: written to %s", "review: written %s", filepath.ToSlash(dir))
	}
	_, err := fmt.Fprintln(w, state.In(lang))
	return err
}

func printReview(w io.Writer, r *review.Review, out generator.Reviewed, lang diag.Lang) error {
	sums := r.Sums()
	fmt.Fprintln(w, diag.T("%s: %d of %d articles deviate; waiting for approval: %d", "%s: %[3]d개 조항 가운데 %[2]d개가 표준과 다름, 승인 대기 %[4]d개",
		r.Agreement.ID, sums.Deviating, sums.Articles, sums.Open).In(lang))
	head := func(en, ko string, most int) diag.Column {
		return diag.Column{Head: diag.Text{EN: en, KO: ko}.In(lang), Most: most}
	}
	columns := []diag.Column{head("Article", "조항", 40), head("What it is", "구분", 24), head("Approval", "승인", 24), head("Hash", "해시값", 64)}
	var lines [][]string
	for _, d := range r.Deviations {
		if d.Deviates() {
			lines = append(lines, []string{d.Slot, out.Word("deviation", string(d.Kind)).In(lang), out.Word("approval_state", string(d.State)).In(lang), d.Hash})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	if err := diag.Table(w, columns, lines); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}
