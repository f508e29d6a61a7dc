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
)

var projectID = regexp.MustCompile(`^[a-z][a-z0-9-]{0,47}$`)

func newNew() *cobra.Command {
	var callID string
	cmd := &cobra.Command{
		Use:   "new DIR --call ID",
		Short: "Write a commented project file to fill in, with a schema for editors",
		Args:  exactly(1, "the folder of the new project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return create(cmd, args[0], callID)
		},
	}
	cmd.Flags().StringVar(&callID, "call", "", "the call that the project answers, as iitp-2024-medical-ai")
	return cmd
}

func create(cmd *cobra.Command, dir, callID string) error {
	id := filepath.Base(filepath.Clean(dir))
	if !projectID.MatchString(id) {
		return usageError{fmt.Errorf("%q cannot name a project: use small letters, digits and hyphens, beginning with a letter", id)}
	}
	files, known, err := generator.New(id, callID)
	if err != nil {
		return err
	}
	if known != nil {
		return usageError{fmt.Errorf("--call %q is not known; known calls: %s", callID, strings.Join(known, ", "))}
	}
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(dir, f.Path)); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s exists already; nothing was written", filepath.Join(dir, f.Path))
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Path), f.Data, 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "wrote %s\nfill it in, then run: pactwright check %s\n", filepath.Join(dir, files[0].Path), filepath.Join(dir, files[0].Path))
	return nil
}
