package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
)

func newRules() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, lint and test the rules of calls and laws",
		Args:  noArgs,
	}
	cmd.AddCommand(newRulesList(), newRulesLint(), newRulesTest(), newRulesFields())
	return cmd
}

// rulesOf returns the files concerned: those in the folders calls and laws of a
// folder, or those built in.
func rulesOf(args []string) (generator.RuleFiles, error) {
	if len(args) == 0 {
		return generator.BuiltInRules(), nil
	}
	if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
		return generator.RuleFiles{}, fmt.Errorf("there is no folder %s; name the one that holds calls/ and laws/", args[0])
	}
	return generator.RulesIn(os.DirFS(args[0])), nil
}

func newRulesList() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "list [WORD]",
		Short: "List every rule, one a line; a word lists only the lines that hold it",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rules, err := generator.BuiltInRules().Rules()
			if err != nil {
				return err
			}
			for _, r := range rules {
				mark := " "
				if !r.Found {
					mark = "?"
				}
				line := fmt.Sprintf("%-18s %s %-8s %-12s %-26s %s", r.ID, mark, r.Severity, r.Due, strings.TrimSuffix(r.File, ".yaml"), r.Title.In(diag.Lang(lang)))
				if len(args) == 0 || strings.Contains(strings.ToLower(line), strings.ToLower(args[0])) {
					fmt.Fprintln(cmd.OutOrStdout(), line)
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}

func newRulesLint() *cobra.Command {
	var date string
	cmd := newRulesLook("lint [DIR]", "Report what makes calls, laws and rules unfit to judge by: unknown fields, no citation, no tests, wrong expressions",
		func(files generator.RuleFiles) (diag.List, generator.Count, error) { return lintRules(files, date) },
		"%d files, %d rules: nothing to report\n")
	cmd.Flags().StringVar(&date, "date", "", "report also what is to be read again on this day, as 2027-01-31")
	return cmd
}

func lintRules(files generator.RuleFiles, date string) (diag.List, generator.Count, error) {
	found, n, err := files.Lint()
	if err != nil || date == "" {
		return found, n, err
	}
	on, err := calendar.Parse(date)
	if err != nil {
		return nil, n, usageError{err}
	}
	late, err := files.Overdue(on)
	return append(found, late...).Sorted(), n, err
}

func newRulesTest() *cobra.Command {
	return newRulesLook("test [DIR]", "Judge the cases that the rules carry",
		generator.RuleFiles.Test, "%d files, %d rules, %d cases: all as expected\n")
}

// newRulesLook is a command that looks at files of rules: those in a folder that
// holds calls/ and laws/, or those built in.
func newRulesLook(use, short string, look func(generator.RuleFiles) (diag.List, generator.Count, error), good string) *cobra.Command {
	var lang, form string
	cmd := &cobra.Command{
		Use:   use,
		Short: short,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := rulesOf(args)
			if err != nil {
				return err
			}
			found, n, err := look(files)
			if err != nil {
				return err
			}
			if len(found) == 0 && form == "human" {
				counts := []any{n.Files, n.Rules, n.Cases}
				fmt.Fprintf(cmd.OutOrStdout(), good, counts[:strings.Count(good, "%d")]...)
				return nil
			}
			if err := printFindings(cmd.OutOrStdout(), found, form, diag.Lang(lang), files.Text); err != nil {
				return err
			}
			if found.Has(diag.Unmet) {
				return exit(exitFindings)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	cmd.Flags().StringVar(&form, "findings", "human", "form of the findings: human, short, json or sarif")
	return cmd
}

func newRulesFields() *cobra.Command {
	return &cobra.Command{
		Use:   "fields",
		Short: "List the names that the expression of a rule may use, with their types",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, line := range call.Fields() {
				fmt.Fprintln(cmd.OutOrStdout(), line)
			}
			return nil
		},
	}
}
