package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/library"
)

func newLint() *cobra.Command {
	var folder, lang string
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "Find figures, dates and names typed into templates, words outside the glossary, unused clauses",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var layers []library.Layer
			if folder != "" {
				layers = append(layers, library.Layer{Name: "--templates", FS: os.DirFS(folder)})
			}
			found, err := generator.Lint(layers)
			if err != nil {
				return err
			}
			for _, f := range found {
				message, fix := f.Message.In(diag.Lang(lang)), f.Fix.In(diag.Lang(lang))
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s: %s (%s)\n", f.Template, f.Code, message, fix)
			}
			if len(found) > 0 {
				return exit(exitFindings)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&folder, "templates", "", "a folder of templates that win over the built-in ones")
	cmd.Flags().StringVar(&lang, "lang", "en", "language: en or ko")
	return cmd
}
