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
	"pactwright/generator/doc"
	"pactwright/generator/versions"
)

type diffFlags struct {
	projectFlags
	json   bool
	output string
}

func newDiff() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what differs between two versions of a project: data, options, the words of contracts, the budget",
		Long: `diff compares two versions across all documents: parties, amounts, dates, options
and parameters, then the words of each contract, then the cells of the budget
workbook. A version is a project file, the folder of a pack, or a project file
at a revision as git writes it; what stands beside the file is taken from the
same revision, and git is run to read it.

  pactwright diff before.yaml after.yaml
  pactwright diff output/two-party projects/two-party.yaml
  pactwright diff HEAD~1:projects/two-party.yaml projects/two-party.yaml

What was left out stands between [- and -], what is new between {+ and +}.`,
		Args: exactly(2, "the old and the new version"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.diff(cmd, args[0], args[1])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	f.at = "application"
	cmd.Flags().StringVar(&f.lang, "lang", "", "language: en or ko (default: that of the new version)")
	cmd.Flags().StringVar(&f.date, "date", "", "the date that documents bear, as 2024-05-20 (default: the project's own date; of a pack, its own)")
	cmd.Flags().StringVar(&f.templates, "templates", "", "a folder of templates that win over the built-in ones")
	cmd.Flags().StringVar(&f.findings, "findings", "human", "form of the findings: human, short, json or sarif")
	cmd.Flags().BoolVar(&f.json, "json", false, "print the comparison as JSON")
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "also write the comparison into this folder, as a page for the screen and as JSON")
	return cmd
}

func (f *diffFlags) diff(cmd *cobra.Command, old, new string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	a, err := f.side(cmd.Context(), old, o)
	if err != nil {
		return false, err
	}
	b, err := f.side(cmd.Context(), new, o)
	if err != nil {
		return false, err
	}
	out, err := generator.Diff(a, b, o.Lang)
	if err != nil {
		return false, cannot(old+" or "+new, err)
	}
	if err := f.keep(cmd.Context(), out); err != nil {
		return false, err
	}
	if f.json {
		err := versions.JSON(cmd.OutOrStdout(), out.Comparison, a.Name, b.Name)
		return out.Whole(), err
	}
	p := differences{w: cmd.OutOrStdout(), lang: out.Lang, color: color(cmd.OutOrStdout())}
	p.print(out.Comparison)
	for i, v := range []generator.Outcome{out.Old, out.New} {
		if len(v.Findings) == 0 {
			continue
		}
		side := []generator.Side{a, b}[i]
		p.say("", diag.T("Findings that block %s:", "%s 판을 막는 지적 사항:", side.Name))
		v.Lang = out.Lang
		if err := f.report(p.w, v, side.World.Name); err != nil {
			return false, err
		}
	}
	return out.Whole(), p.err
}

// side finds out what a version is: a folder, a file, or a file at a revision.
func (f *diffFlags) side(ctx context.Context, name string, o generator.Options) (generator.Side, error) {
	info, err := os.Stat(name)
	side := generator.Side{Name: filepath.ToSlash(name), Options: o}
	switch {
	case err == nil && info.IsDir():
		return generator.PackSide(name)
	case err == nil || !strings.Contains(name, ":") || filepath.VolumeName(name) != "":
		if errors.Is(err, fs.ErrNotExist) {
			return side, fmt.Errorf("there is no file %s", name)
		}
		side.World, err = f.world(name)
	default:
		side.World, err = f.revisionSide(ctx, name)
	}
	return side, err
}

// keep writes the files of the comparison, if they are wanted.
func (f *diffFlags) keep(ctx context.Context, out generator.Compared) error {
	if f.output == "" {
		return nil
	}
	if err := errors.Join(ctx.Err(), os.MkdirAll(f.output, 0o755)); err != nil {
		return err
	}
	for _, file := range out.Files {
		if err := os.WriteFile(filepath.Join(f.output, file.Path), file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// differences prints a comparison for a person.
type differences struct {
	w     io.Writer
	lang  diag.Lang
	color bool
	some  bool // something has been printed
	err   error
}

func (p *differences) line(text string) {
	if _, err := fmt.Fprintln(p.w, strings.TrimRight(text, " ")); p.err == nil {
		p.err = err
	}
}

func (p *differences) say(indent string, t diag.Text) {
	if indent == "" && p.some {
		p.line("")
	}
	p.some = true
	p.line(indent + t.In(p.lang))
}

func (p *differences) print(c versions.Comparison) {
	if c.Same() {
		p.say("", versions.Nothing(c))
	}
	for _, s := range c.Before() {
		p.section(s)
	}
	for _, k := range c.Contracts {
		p.say("", k.Name())
		for _, a := range k.Articles {
			p.say("  ", versions.Name(a))
			for _, clause := range a.Clauses {
				p.say("    ", versions.ClauseName(clause))
			}
			for _, l := range a.Lines {
				p.line("      " + strings.TrimSpace(l.Number+" "+p.marked(l.Text)))
			}
		}
	}
	p.section(c.After())
	if len(c.Missing) > 0 {
		p.say("", diag.T("Not compared", "비교하지 못함"))
		for _, m := range c.Missing {
			p.say("  ", m)
		}
	}
}

func (p *differences) section(s versions.Section) {
	if len(s.Changes) == 0 {
		return
	}
	p.say("", s.Title)
	for _, c := range s.Changes {
		sign := map[versions.Kind]string{versions.Added: "+", versions.Removed: "-", versions.Changed: "~"}[c.Kind]
		text := "  " + sign + " " + c.What.In(p.lang) + ": " + p.value(c)
		if d := c.Difference.In(p.lang); d != "" {
			text += " (" + d + ")"
		}
		if place := c.Place(); place != "" {
			text += "  [" + place + "]"
		}
		p.line(text)
	}
}

func (p *differences) value(c versions.Change) string {
	old, new := c.Old.In(p.lang), c.New.In(p.lang)
	switch {
	case c.Redline != nil:
		return p.marked(c.Redline)
	case c.Kind == versions.Added:
		return new
	case c.Kind == versions.Removed:
		return old
	}
	return old + " → " + new
}

// marked prints a redline. The marks stand with colours, too.
func (p *differences) marked(text []doc.Inline) string {
	var out strings.Builder
	for _, in := range text {
		switch in.Change {
		case doc.Deleted:
			out.WriteString(p.paint("31", "[-"+in.Text+"-]"))
		case doc.Inserted:
			out.WriteString(p.paint("32", "{+"+in.Text+"+}"))
		default:
			out.WriteString(in.Text)
		}
	}
	return out.String()
}

func (p *differences) paint(color, text string) string {
	if !p.color {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}
