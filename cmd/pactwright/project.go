package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// projectFlags are the flags of every command that reads a project file.
type projectFlags struct {
	lang      string
	date      string
	at        string
	findings  string
	templates string
	draft     bool
}

func (f *projectFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.lang, "lang", "", "language of findings and index: en or ko (default: Korean if the lead institution is Korean)")
	cmd.Flags().StringVar(&f.date, "date", "", "the date that documents bear, as 2024-05-20 (default: SOURCE_DATE_EPOCH, else the project's own date)")
	cmd.Flags().StringVar(&f.at, "at", string(call.Application), "the point at which the project is judged: application, agreement, running or closing")
	cmd.Flags().StringVar(&f.findings, "findings", "human", "form of the findings: human, short, json or sarif")
	cmd.Flags().StringVar(&f.templates, "templates", "", "a folder of templates that win over the built-in ones")
	cmd.Flags().BoolVar(&f.draft, "draft", false, "show missing values as marks instead of refusing them")
}

// options turns the flags into options of the generator.
func (f *projectFlags) options() (generator.Options, error) {
	o := generator.Options{Draft: f.draft, Lang: diag.Lang(f.lang), At: call.Point(f.at)}
	if f.lang != "" && f.lang != "en" && f.lang != "ko" {
		return o, usageError{fmt.Errorf("--lang is en or ko, not %q", f.lang)}
	}
	if !slices.Contains(call.Points(), o.At) {
		return o, usageError{fmt.Errorf("--at is application, agreement, running or closing, not %q", f.at)}
	}
	if !slices.Contains([]string{"human", "short", "json", "sarif"}, f.findings) {
		return o, usageError{fmt.Errorf("--findings is human, short, json or sarif, not %q", f.findings)}
	}
	var err error
	switch epoch := os.Getenv("SOURCE_DATE_EPOCH"); {
	case f.date != "":
		o.Date, err = calendar.Parse(f.date)
	case epoch != "":
		o.Date, err = calendar.FromEpoch(epoch)
	}
	if err != nil {
		return o, usageError{err}
	}
	return o, nil
}

// world opens the project file. Without one it is the bundled example.
func (f *projectFlags) world(file string) (generator.World, error) {
	if info, err := os.Stat(f.templates); f.templates != "" && (err != nil || !info.IsDir()) {
		return generator.World{}, fmt.Errorf("the template folder %s cannot be read", f.templates)
	}
	if file == "" {
		w, err := generator.Example()
		w.Layers = f.layers()
		return w, err
	}
	dir, name := filepath.Split(file)
	if dir == "" {
		dir = "."
	}
	return generator.World{Dir: os.DirFS(dir), Name: name, Layers: f.layers()}, nil
}

func (f *projectFlags) layers() []library.Layer {
	if f.templates == "" {
		return nil
	}
	return []library.Layer{{Name: "--templates", FS: os.DirFS(f.templates)}}
}

// report prints findings in the form asked for.
func (f *projectFlags) report(w io.Writer, o generator.Outcome, file string) error {
	return printFindings(w, o.Findings, f.findings, f.language(o), func(name string) ([]byte, bool) {
		return o.Source, o.Source != nil && name == filepath.Base(file)
	})
}

// language returns the language asked for, else that of the project.
func (f *projectFlags) language(o generator.Outcome) diag.Lang {
	if f.lang != "" {
		return diag.Lang(f.lang)
	}
	return o.Lang
}

// cannot words the errors of reading a project for people.
func cannot(file string, err error) error {
	switch {
	case errors.Is(err, generator.ErrInput) && errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s", file)
	case errors.Is(err, source.ErrTooLarge):
		return fmt.Errorf("%s is larger than %d MiB, which no project file is", file, source.MaxFile>>20)
	case errors.Is(err, source.ErrNotFile):
		return fmt.Errorf("%s is not a file; name the project's YAML file", file)
	case errors.Is(err, generator.ErrInput):
		return fmt.Errorf("%s cannot be read: %s", file, reason(err))
	}
	return err
}

// reason is the last part of a chain of errors, which names the cause.
func reason(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		return text[i+2:]
	}
	return text
}
