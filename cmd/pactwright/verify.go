package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pactwright/generator"
)

func newVerify() *cobra.Command {
	var f projectFlags
	cmd := &cobra.Command{
		Use:   "verify PACK",
		Short: "Check that a pack is unchanged and that its inputs make it again",
		Args:  exactly(1, "the folder of one pack"),
		RunE: func(cmd *cobra.Command, args []string) error {
			out, err := generator.Verify(args[0])
			if err != nil {
				return err
			}
			if err := f.report(cmd.OutOrStdout(), out, ""); err != nil {
				return err
			}
			if !out.Ready() {
				return exit(exitFindings)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "verified: %d files are as they were made, and the inputs make them again\n", len(out.Manifest.Files))
			return nil
		},
	}
	cmd.Flags().StringVar(&f.lang, "lang", "", "language of the findings: en or ko")
	cmd.Flags().StringVar(&f.findings, "findings", "human", "form of the findings: human, short, json or sarif")
	return cmd
}
