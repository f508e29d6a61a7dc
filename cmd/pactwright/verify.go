package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
)

func newVerify() *cobra.Command {
	var f projectFlags
	cmd := &cobra.Command{
		Use:   "verify PACK",
		Short: "Check that a pack is unchanged, that its inputs make it again, and that all its figures agree",
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
			said := diag.T("verified: %d files are as they were made, the inputs make them again, and all amounts agree (%d figures in %d documents)",
				"verified: 파일 %d개가 만든 그대로이고 입력 자료로 다시 만들어도 같으며, 모든 금액이 일치합니다(수치 %d개, 문서 %d건)",
				len(out.Manifest.Files), out.Agreed.Figures, out.Agreed.Documents)
			_, err = fmt.Fprintln(cmd.OutOrStdout(), said.In(f.language(out)))
			return err
		},
	}
	cmd.Flags().StringVar(&f.lang, "lang", "", "language of the findings: en or ko")
	cmd.Flags().StringVar(&f.findings, "findings", "human", "form of the findings: human, short, json or sarif")
	return cmd
}
