package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
	"pactwright/generator/render/pdf"
)

type buildFlags struct {
	projectFlags
	output string
	strict bool
	only   []string

	formats        []string
	headings, unit string // of the workbook
	archive        string // level of PDF/A
}

func newBuild() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build [PROJECT…]",
		Short: "Make the submission pack; without a project, of the bundled example",
		RunE: func(cmd *cobra.Command, args []string) error {
			return each(cmd, args, func(file string) (bool, error) { return f.build(cmd, file) })
		},
	}
	f.add(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "output", "the folder in which packs are written")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "write no pack while a condition is unmet")
	cmd.Flags().StringSliceVar(&f.only, "only", nil, "make only these parts, beside a full pack: "+strings.Join(generator.Kinds, ", "))
	cmd.Flags().StringSliceVar(&f.formats, "formats", nil, "make only files of these formats, beside a full pack: "+strings.Join(generator.Formats, ", ")+"; with docx every document is a Word document, too (default: each document in the formats of its type, letters and agreements as pdf and docx)")
	cmd.Flags().StringVar(&f.headings, "headings", "both", "the language of headings in the workbook: both, ko or en")
	cmd.Flags().StringVar(&f.unit, "unit", "one", "the unit in which the workbook shows money: one or thousand; its cells hold the exact amounts")
	cmd.Flags().StringVar(&f.archive, "pdfa", "2b", "the level of PDF/A of the documents: 1b, 2b or 3b; with 3b each carries the project file")
	return cmd
}

func (f *buildFlags) build(cmd *cobra.Command, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	for _, kind := range f.only {
		if !slices.Contains(generator.Kinds, kind) {
			return false, usageError{fmt.Errorf("--only knows %s, not %q", strings.Join(generator.Kinds, ", "), kind)}
		}
	}
	for _, format := range f.formats {
		if !slices.Contains(generator.Formats, format) {
			return false, usageError{fmt.Errorf("--formats knows %s, not %q", strings.Join(generator.Formats, ", "), format)}
		}
	}
	o.Only, o.Formats = f.only, f.formats
	if err := f.show(&o); err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	out, err := generator.Build(w, o)
	if err != nil {
		return false, cannot(file, err)
	}
	dir := filepath.Join(f.output, out.Project+suffix(o))
	if err := f.write(cmd.Context(), dir, &out); err != nil {
		return false, err
	}
	return out.Ready(), f.say(cmd.OutOrStdout(), out, w.Name, dir)
}

// show turns the flags about how documents are written into options.
func (f *buildFlags) show(o *generator.Options) error {
	switch f.headings {
	case "both":
	case "ko", "en":
		o.Headings = diag.Lang(f.headings)
	default:
		return usageError{fmt.Errorf("--headings is both, ko or en, not %q", f.headings)}
	}
	switch f.unit {
	case "one":
	case "thousand":
		o.Thousands = true
	default:
		return usageError{fmt.Errorf("--unit is one or thousand, not %q", f.unit)}
	}
	if o.Archive = pdf.Archive(f.archive); !slices.Contains(pdf.Archives, o.Archive) {
		return usageError{fmt.Errorf("--pdfa is 1b, 2b or 3b, not %q", f.archive)}
	}
	return nil
}

// suffix keeps drafts and parts from standing where a full pack stands.
func suffix(o generator.Options) string {
	switch {
	case o.Draft:
		return "-draft"
	case len(o.Only) > 0 || len(o.Formats) > 0:
		return "-part"
	}
	return ""
}

// write puts the pack into its folder. A pack that is refused leaves an earlier
// one as it was.
func (f *buildFlags) write(ctx context.Context, dir string, out *generator.Outcome) error {
	if len(out.Files) == 0 {
		return nil
	}
	if f.strict && !out.Ready() {
		out.Files = nil
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return keepIn(dir, out)
}

// keepIn puts files in the place of those that an earlier run wrote. A folder
// with files of somebody else is left as it is.
func keepIn(dir string, out *generator.Outcome) error {
	err := pack.Write(dir, out.Files, out.Manifest)
	var foreign *pack.ErrForeign
	if errors.As(err, &foreign) {
		out.Files = nil
		out.Findings.Add(diag.Finding{
			Code: "PACK-FOREIGN", Severity: diag.Blocking, Place: diag.Place{File: foreign.Dir},
			Message: diag.T("the output folder holds files that are not part of a pack: %s", "출력 폴더에 팩에 속하지 않는 파일이 있습니다: %s", strings.Join(foreign.Files, ", ")),
			Why:     diag.T("replacing the pack would destroy them", "팩을 바꾸면 이 파일이 사라집니다"),
			Fix:     diag.T("move them elsewhere, or build into another folder with -o", "다른 곳으로 옮기거나 -o로 다른 폴더에 만드십시오"),
		})
		return nil
	}
	return err
}

// say prints the findings and what became of the pack.
func (f *buildFlags) say(w io.Writer, out generator.Outcome, file, dir string) error {
	if err := f.report(w, out, file); err != nil {
		return err
	}
	if f.findings == "json" || f.findings == "sarif" {
		return nil
	}
	fmt.Fprintln(w, diag.Summary(out.Findings, out.Lang))
	_, err := fmt.Fprintln(w, outcome(out, dir).In(out.Lang))
	return err
}

// outcome says what became of the pack. The first two words are the same in
// every language, for scripts.
func outcome(out generator.Outcome, dir string) diag.Text {
	if len(out.Files) == 0 {
		return diag.T("pack: kept (nothing written)", "pack: kept (아무것도 쓰지 않음)")
	}
	state := diag.T("ready", "준비 완료")
	if !out.Ready() {
		state = diag.T("not ready", "준비 미완료")
	}
	return diag.T("pack: written to %s (%d files, %s)", "pack: written %s (파일 %d개, %s)", filepath.ToSlash(dir), len(out.Files)+1, state)
}
