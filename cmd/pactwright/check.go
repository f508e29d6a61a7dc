package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
)

func newCheck() *cobra.Command {
	var f projectFlags
	cmd := &cobra.Command{
		Use:   "check [PROJECT…]",
		Short: "Report everything that is wrong with a project, and write nothing",
		RunE: func(cmd *cobra.Command, args []string) error {
			return each(args, func(file string) (bool, error) { return f.check(cmd, file) })
		},
	}
	f.add(cmd)
	return cmd
}

// each runs a command on every project file, or on the bundled example.
func each(files []string, do func(file string) (good bool, err error)) error {
	if len(files) == 0 {
		files = []string{""}
	}
	bad := false
	for _, file := range files {
		good, err := do(file)
		if err != nil {
			return err
		}
		bad = bad || !good
	}
	if bad {
		return exit(exitFindings)
	}
	return nil
}

func (f *projectFlags) check(cmd *cobra.Command, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	out, err := generator.Check(w, o)
	if err != nil {
		return false, cannot(file, err)
	}
	if err := f.report(cmd.OutOrStdout(), out, w.Name); err != nil {
		return false, err
	}
	if f.findings == "human" {
		fmt.Fprintln(cmd.OutOrStdout(), diag.Summary(out.Findings, out.Lang))
	}
	return out.Ready(), nil
}
