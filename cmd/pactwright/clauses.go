package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
)

func newClauses() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "clauses",
		Short: "Look up the articles of the contract and their options",
		Args:  noArgs,
	}
	cmd.AddCommand(newClausesList(), newClausesShow())
	return cmd
}

func newClausesList() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "list [WORD]",
		Short: "List every option, one a line; a word lists only the lines that hold it",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			options, err := generator.ClauseOptions()
			if err != nil {
				return err
			}
			for _, o := range options {
				line := clauseLine(o, diag.Lang(lang))
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

// clauseLine prints one option with a star if it is the default.
func clauseLine(o generator.ClauseOption, lang diag.Lang) string {
	mark := " "
	if o.Default {
		mark = "*"
	}
	code := o.Code
	if code == "" {
		code = "-"
	}
	return strings.TrimRight(fmt.Sprintf("%-6s %s %-24s %-46s %-9s %s", o.Article, mark, code, o.Where, o.Rank, o.Title.In(lang)), " ")
}

func newClausesShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show SLOT/OPTION",
		Short: "Print the file of one option: what it says about itself, and its text in both languages",
		Args:  exactly(1, "one option, as ownership/joint-fixed"),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, near, err := generator.ClauseText(args[0])
			switch {
			case err != nil:
				return err
			case text == nil:
				return usageError{unknownCode(args[0], near)}
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
}
