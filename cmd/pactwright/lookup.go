package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
)

func newExplain() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "explain CODE",
		Short: "What a finding, a rule, an article or an option means",
		Args:  exactly(1, "one code, as AGR-SHARES, CALL-TRL-R, ownership or A22"),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, near, err := generator.Explain(args[0])
			if err != nil {
				return err
			}
			if e == nil {
				return usageError{unknownCode(args[0], near)}
			}
			out := cmd.OutOrStdout()
			fmt.Fprintf(out, "%s: %s\n", e.Code, e.Title.In(diag.Lang(lang)))
			for _, line := range e.Lines {
				fmt.Fprintln(out, line.In(diag.Lang(lang)))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}

func unknownCode(code, near string) error {
	if near != "" {
		return fmt.Errorf("there is no code %s; did you mean %s?", code, near)
	}
	return fmt.Errorf("there is no code %s", code)
}

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of project files",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text, err := generator.Schema()
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
}

func newFunctions() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "functions",
		Short: "List the functions that templates may use",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, f := range merge.Functions() {
				fmt.Fprintf(cmd.OutOrStdout(), "%-12s %s\n             %s\n", f.Name, f.Usage, f.Doc.In(diag.Lang(lang)))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}
