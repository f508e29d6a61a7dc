package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
)

type timelineFlags struct {
	projectFlags
	ics string
}

func newTimeline() *cobra.Command {
	var f timelineFlags
	cmd := &cobra.Command{
		Use:   "timeline PROJECT",
		Short: "Print every date that follows from the project file, the call, the law and the contracts",
		Long: `timeline prints the dates of a project in order: what, who, from what it follows,
and on what that rests. What the project file does not say yet is left out. With
--ics the dates go into a file for calendars, too.`,
		Args: exactly(1, "the project file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.timeline(cmd, args[0])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.ics, "ics", "", "also write the dates to this file for calendars (.ics)")
	return cmd
}

func (f *timelineFlags) timeline(cmd *cobra.Command, file string) (bool, error) {
	if f.ics != "" && !strings.HasSuffix(f.ics, ".ics") {
		return false, usageError{fmt.Errorf("--ics names a file that ends in .ics, not %q", f.ics)}
	}
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	out, err := generator.Timeline(w, o)
	if err != nil {
		return false, cannot(file, err)
	}
	lang := f.language(out.Outcome)
	if out.Rows == nil {
		return false, f.report(cmd.OutOrStdout(), out.Outcome, w.Name)
	}
	if f.ics != "" {
		if err := os.WriteFile(f.ics, out.Calendar(lang), 0o644); err != nil {
			return false, err
		}
	}
	if err := printDates(cmd.OutOrStdout(), out.Rows, lang); err != nil {
		return false, err
	}
	if out.Findings.Has(diag.Blocking) {
		return false, f.report(cmd.OutOrStdout(), out.Outcome, w.Name)
	}
	return true, nil
}

func printDates(w io.Writer, rows []merge.TimelineRow, lang diag.Lang) error {
	head := func(en, ko string, most int) diag.Column {
		return diag.Column{Head: diag.Text{EN: en, KO: ko}.In(lang), Most: most}
	}
	columns := []diag.Column{
		head("Date", "날짜", 20), head("What", "내용", 36), head("Who", "담당", 20),
		head("Follows from", "산정 기준", 30), head("Source", "근거", 36),
	}
	var lines [][]string
	for _, r := range rows {
		lines = append(lines, []string{
			joined("\n", r.Date.String(), r.Day.In(lang)), joined("\n", r.What.In(lang), r.Left.In(lang), r.Note.In(lang)), r.Who.In(lang),
			joined("\n", r.Counted.In(lang), r.Path), r.Source.In(lang),
		})
	}
	return diag.Table(w, columns, lines)
}

// joined joins what is there.
func joined(by string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}
