package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
)

func newCalls() *cobra.Command {
	cmd := &cobra.Command{Use: "calls", Short: "Look up the calls for proposals", Args: noArgs}
	cmd.AddCommand(
		newEntries("List the calls, one a line", generator.RuleFiles.Calls),
		newShow("ID", "Tell what a call offers, asks for and leaves open", cobra.ExactArgs(1),
			func(args []string) ([]diag.Text, []string, error) { return generator.BuiltInRules().ShowCall(args[0]) }),
	)
	return cmd
}

func newLaws() *cobra.Command {
	cmd := &cobra.Command{Use: "laws", Short: "Look up the law versions", Args: noArgs}
	cmd.AddCommand(
		newEntries("List the law versions, one a line", generator.RuleFiles.Laws),
		newShow("ID [WORD]", "List what a law version holds; a word lists only the provisions that hold it", cobra.RangeArgs(1, 2),
			func(args []string) ([]diag.Text, []string, error) {
				return generator.BuiltInRules().ShowLaw(args[0], strings.Join(args[1:], " "))
			}),
	)
	return cmd
}

func newEntries(short string, list func(generator.RuleFiles) ([]generator.Entry, error)) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "list", Short: short, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			entries, err := list(generator.BuiltInRules())
			for _, e := range entries {
				fmt.Fprintf(cmd.OutOrStdout(), "%-26s %s (%s)\n", e.ID, e.Title.In(diag.Lang(lang)), e.Notes.In(diag.Lang(lang)))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}

func newShow(args, short string, check cobra.PositionalArgs, show func([]string) ([]diag.Text, []string, error)) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "show " + args, Short: short,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := check(cmd, args); err != nil {
				return usageError{fmt.Errorf("give one id; the list command shows them")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			lines, known, err := show(args)
			switch {
			case err != nil:
				return err
			case known != nil:
				return usageError{fmt.Errorf("there is no %s; known: %s", args[0], strings.Join(known, ", "))}
			}
			for _, line := range lines {
				fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(line.In(diag.Lang(lang)), " "))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}

// printFindings prints findings in one of their forms, with excerpts of the
// files that text knows.
func printFindings(w io.Writer, found diag.List, form string, lang diag.Lang, text func(name string) ([]byte, bool)) error {
	switch form {
	case "short":
		return diag.Short(w, found, lang)
	case "json":
		return diag.JSON(w, found)
	case "sarif":
		return diag.SARIF(w, found, lang)
	case "human":
		return diag.Human(w, found, diag.HumanOptions{Lang: lang, Color: color(w), Source: text})
	}
	return usageError{fmt.Errorf("--findings is human, short, json or sarif, not %q", form)}
}
