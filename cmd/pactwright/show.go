package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
)

type showFlags struct {
	projectFlags
	article   string
	cell      string
	agreement string
}

func newShowPlace() *cobra.Command {
	var f showFlags
	cmd := &cobra.Command{
		Use:   "show PACK (--article PLACE | --cell SHEET!CELL)",
		Short: "Tell where a place of a pack comes from: a sub-clause of a contract, a cell of the budget workbook",
		Long: `show makes the place again from the inputs of the pack. Of a sub-clause it tells
the clause file with its version and layer, who chose the option, the values in
it with their lines in the project file, the law that the option answers and the
rules that look at it; of a cell the formula, the lines of the project file that
it rests on, the checks on it, and where else the same amount is printed.

  pactwright show output/two-party --article 19.3
  pactwright show output/two-party --article 제19조제3항
  pactwright show output/two-party --article ownership.shares
  pactwright show output/two-party --cell 'Summary!C7'`,
		Args: exactly(1, "the folder of one pack"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.show(cmd.OutOrStdout(), args[0])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	cmd.Flags().StringVar(&f.article, "article", "", "a place of a contract, as 12.3, 제12조제3항, Exhibit C or ownership.shares")
	cmd.Flags().StringVar(&f.cell, "cell", "", "a cell of the budget workbook, as Summary!C7")
	cmd.Flags().StringVar(&f.agreement, "agreement", "", "the id of the contract, if the pack has several")
	cmd.Flags().StringVar(&f.lang, "lang", "", "language: en or ko (default: that of the pack)")
	cmd.Flags().StringVar(&f.findings, "findings", "human", "form of the findings: human, short, json or sarif")
	return cmd
}

func (f *showFlags) show(w io.Writer, dir string) (bool, error) {
	f.at = "application"
	o, err := f.options()
	if err != nil {
		return false, err
	}
	if (f.article == "") == (f.cell == "") {
		return false, usageError{fmt.Errorf("give either --article or --cell")}
	}
	if f.agreement != "" && f.article == "" {
		return false, usageError{fmt.Errorf("--agreement goes with --article")}
	}
	var out generator.Shown
	if f.article != "" {
		out, err = generator.ShowArticle(dir, f.article, f.agreement, o.Lang)
	} else {
		out, err = generator.ShowCell(dir, f.cell, o.Lang)
	}
	if err != nil {
		return false, err
	}
	lang := f.language(out.Outcome)
	for _, line := range out.Lines {
		fmt.Fprintln(w, strings.TrimRight(line.In(lang), " "))
	}
	if len(out.Lines) > 0 && len(out.Findings) > 0 {
		fmt.Fprintln(w)
	}
	return out.Ready(), f.report(w, out.Outcome, filepath.Base(out.Manifest.Input))
}
