package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/pack"
)

var projectID = regexp.MustCompile(`^[a-z][a-z0-9-]{0,47}$`)

func newNew() *cobra.Command {
	var callID, example string
	cmd := &cobra.Command{
		Use:   "new DIR --call ID | --example NAME",
		Short: "Write a commented project file to fill in, or a bundled example to change",
		Args:  exactly(1, "the folder of the new project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return create(cmd, args[0], callID, example)
		},
	}
	cmd.Flags().StringVar(&callID, "call", "", "the call that the project answers, as iitp-2024-medical-ai")
	cmd.Flags().StringVar(&example, "example", "", "the bundled example to copy, with the files that came in for it: "+exampleNames())
	return cmd
}

// exampleNames lists the bundled examples for the help.
func exampleNames() string {
	names, err := generator.Examples()
	if err != nil {
		return err.Error()
	}
	return strings.Join(names, ", ")
}

func create(cmd *cobra.Command, dir, callID, example string) error {
	id := filepath.Base(filepath.Clean(dir))
	if !projectID.MatchString(id) {
		return usageError{fmt.Errorf("%q cannot name a project: use small letters, digits and hyphens, beginning with a letter", id)}
	}
	files, err := newFiles(id, callID, example)
	if err != nil {
		return err
	}
	if err := writeNew(dir, files); err != nil {
		return err
	}
	file, todo := filepath.Join(dir, files[0].Path), "fill it in"
	if example != "" {
		todo = "make it yours"
	}
	fmt.Fprintf(cmd.OutOrStdout(), "wrote %s\n%s, then run: pactwright check %s\n", file, todo, file)
	return nil
}

// newFiles are those of a blank project for a call, or of a copied example.
func newFiles(id, callID, example string) ([]pack.File, error) {
	if callID != "" && example != "" {
		return nil, usageError{errors.New("give --call or --example, not both: an example answers a call already")}
	}
	fill, flag, name, what := generator.New, "--call", callID, "calls"
	if example != "" {
		fill, flag, name, what = generator.NewFromExample, "--example", example, "examples"
	}
	files, known, err := fill(id, name)
	if known != nil {
		return nil, usageError{fmt.Errorf("%s %q is not known; known %s: %s", flag, name, what, strings.Join(known, ", "))}
	}
	return files, err
}

// writeNew writes the files of a new project, or none if one of them exists.
func writeNew(dir string, files []pack.File) error {
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(dir, f.Path)); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s exists already; nothing was written", filepath.Join(dir, f.Path))
		}
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
