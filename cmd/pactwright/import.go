package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/render/docx"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/source"
)

type importFlags struct {
	projectFlags
	write  bool
	by     string
	reason string
}

func newImport() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE PROJECT",
		Short: "Take an edited workbook, contract or letter back into the project file",
		Long: `import compares an edited budget workbook (.xlsx), or a contract or letter that
was edited in Word (.docx), with the project file, shows what would change, and
changes the file with --write: only what was edited, and all of it or nothing.
Comments, order and layout of the file stay.

Changed values of a document become values of the project file, whether the
changes were tracked or not; other words of a contract become entries under
edits:. What has no place in the project file is listed, comments included.`,
		Args: exactly(2, "the edited file and the project file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.take(cmd, args[0], args[1])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&f.write, "write", false, "change the project file")
	cmd.Flags().StringVar(&f.by, "by", "", "the institution that asked for changed words of a contract, as US1")
	cmd.Flags().StringVar(&f.reason, "reason", "", "why words of a contract were changed; without it the edited file is named")
	return cmd
}

func (f *importFlags) take(cmd *cobra.Command, edited, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	out, err := f.compare(w, o, edited, file)
	if err != nil {
		return false, err
	}
	written, err := takeOver(cmd.Context(), file, out.Text, f.write)
	if err != nil {
		return false, err
	}
	return out.Ready(), f.say(cmd.OutOrStdout(), out, w.Name, written)
}

// compare reads what came back, a Word document by the ending of its name, and
// compares it with the project.
func (f *importFlags) compare(w generator.World, o generator.Options, edited, file string) (generator.Imported, error) {
	word := strings.EqualFold(filepath.Ext(edited), ".docx")
	limit := int64(xlsx.MaxFile)
	if word {
		limit = docx.MaxFile
	}
	data, err := readEdited(edited, limit)
	if err != nil {
		return generator.Imported{}, err
	}
	var out generator.Imported
	if word {
		out, err = generator.ImportDocument(w, o, filepath.ToSlash(edited), data, f.by, f.reason)
	} else {
		out, err = generator.Import(w, o, filepath.ToSlash(edited), data)
	}
	if err != nil {
		return out, cannot(file, err)
	}
	return out, nil
}

func readEdited(name string, limit int64) ([]byte, error) {
	data, err := readNamed(name, limit)
	switch {
	case errors.Is(err, source.ErrTooLarge):
		return nil, fmt.Errorf("%s is larger than %d MiB, which no file of this program is", name, limit>>20)
	case errors.Is(err, source.ErrNotFile):
		return nil, fmt.Errorf("%s is not a file; name the edited workbook or document", name)
	case err != nil:
		return nil, unreadable(name, err)
	}
	return data, nil
}

// readNamed reads a file that the command line names beside the project file.
func readNamed(name string, limit int64) ([]byte, error) {
	return source.ReadFile(os.DirFS(filepath.Dir(name)), filepath.Base(name), limit)
}

func unreadable(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no file %s", name)
	}
	return fmt.Errorf("%s cannot be read: %s", name, reason(err))
}

// takeOver writes a new text of the project file, if there is one and it is
// wanted, and reports whether it did. Nothing is written after an interrupt.
func takeOver(ctx context.Context, file string, text []byte, wanted bool) (bool, error) {
	if !wanted || text == nil {
		return false, nil
	}
	if err := ctx.Err(); err != nil {
		return false, err
	}
	return true, replace(file, text)
}

// replace puts a new text in the place of a file at once, so that nobody ever
// sees half of it. A link stays a link, and the mode is kept.
func replace(name string, text []byte) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = temp.Write(text)
	err = errors.Join(err, temp.Chmod(info.Mode().Perm()), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// say prints the changes as a difference and in words, the findings, and what
// became of the file.
func (f *importFlags) say(w io.Writer, out generator.Imported, file string, written bool) error {
	if f.findings == "json" || f.findings == "sarif" {
		return f.report(w, out.Outcome, file)
	}
	lang := f.language(out.Outcome)
	if out.Diff != "" {
		fmt.Fprintf(w, "%s\n", out.Diff)
	}
	for _, c := range out.Changes {
		fmt.Fprintln(w, c.In(lang))
	}
	if len(out.Changes) > 0 {
		fmt.Fprintln(w)
	}
	if err := f.report(w, out.Outcome, file); err != nil {
		return err
	}
	fmt.Fprintln(w, diag.Summary(out.Findings, lang))
	_, err := fmt.Fprintln(w, taken(out, file, written).In(lang))
	return err
}

// taken says what became of the project file. The first two words are the same
// in every language, for scripts.
func taken(out generator.Imported, file string, written bool) diag.Text {
	n := len(out.Changes)
	switch {
	case written:
		return diag.T("project: written to %s (changes: %d)", "project: written %s (변경 %d건)", file, n)
	case out.Text == nil && out.Findings.Has(diag.Blocking):
		return diag.T("project: kept (nothing written)", "project: kept (아무것도 쓰지 않음)")
	case n == 0:
		return diag.T("project: kept (the file changes nothing)", "project: kept (파일에서 바뀐 것 없음)")
	}
	return diag.T("project: kept (changes: %d; --write writes them)", "project: kept (변경 %d건, --write로 반영)", n)
}
