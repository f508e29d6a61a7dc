package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
)

func newCheck() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [PROJECT…]",
		Short: "Report everything that is wrong with a project, and write nothing",
		RunE: func(cmd *cobra.Command, args []string) error {
			return each(cmd, args, func(file string) (bool, error) { return f.check(cmd, file) })
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.dump, "dump", "", "print what a step has made instead of the findings: documents or workbook")
	cmd.Flags().BoolVar(&f.results, "results", false, "also list how every rule came out, with what was found and where")
	return cmd
}

type checkFlags struct {
	projectFlags
	dump    string
	results bool
}

// each runs a command on every project file, or on the bundled example. A file
// that cannot be read does not keep the others from their turn.
func each(cmd *cobra.Command, files []string, do func(file string) (good bool, err error)) error {
	if len(files) == 0 {
		files = []string{""}
	}
	code := exitDone
	for _, file := range files {
		good, err := do(file)
		var usage usageError
		switch {
		case errors.As(err, &usage):
			return err
		case err != nil:
			fmt.Fprintf(cmd.ErrOrStderr(), "pactwright: %v\n", err)
			code = exitCannot
		case !good:
			code = max(code, exitFindings)
		}
	}
	if code != exitDone {
		return exit(code)
	}
	return nil
}

func (f *checkFlags) check(cmd *cobra.Command, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	if f.dump != "" {
		return true, f.print(cmd, w, o, file)
	}
	out, err := generator.Check(w, o)
	if err != nil {
		return false, cannot(file, err)
	}
	if f.results && f.findings == "human" {
		if err := printResults(cmd.OutOrStdout(), out.Results, f.language(out)); err != nil {
			return false, err
		}
	}
	if err := f.report(cmd.OutOrStdout(), out, w.Name); err != nil {
		return false, err
	}
	if f.findings == "human" {
		fmt.Fprintln(cmd.OutOrStdout(), diag.Summary(out.Findings, out.Lang))
	}
	return out.Ready(), nil
}

// dumps are the steps whose result can be looked at.
var dumps = map[string]func(generator.World, generator.Options) (string, error){
	"documents": generator.DumpDocuments,
	"workbook":  generator.DumpWorkbook,
}

// print dumps what a step has made, for whoever writes templates.
func (f *checkFlags) print(cmd *cobra.Command, w generator.World, o generator.Options, file string) error {
	dump, ok := dumps[f.dump]
	if !ok {
		return usageError{fmt.Errorf("--dump knows documents and workbook, not %q", f.dump)}
	}
	text, err := dump(w, o)
	if err != nil {
		return cannot(file, err)
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), text)
	return err
}
