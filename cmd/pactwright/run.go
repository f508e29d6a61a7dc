package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
)

// Exit codes, as the README lists them.
const (
	exitDone        = 0
	exitFindings    = 1
	exitUsage       = 2
	exitCannot      = 3
	exitInterrupted = 130
)

// exit carries an exit code through cobra; what there is to say has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// usageError is a mistake in the command line.
type usageError struct{ error }

// run executes one command line and returns its exit code. It never touches the
// process, so that tests need none.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(stderr, "pactwright: internal fault: %v\nNothing was written. Please report this with the command line.\n", r)
			code = exitCannot
		}
	}()
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var e exit
	var usage usageError
	switch {
	case ctx.Err() != nil:
		return exitInterrupted
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		return int(e)
	case errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(stderr, "pactwright: %v\nRun pactwright --help for the commands and flags.\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "pactwright: %v\n", err)
	return exitCannot
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "pactwright",
		Short: "From one project file to a submission pack",
		Long: `pactwright makes the submission pack of an international joint R&D project from
one YAML file: the contract with each overseas institution, letters of intent,
the budget workbook, and a report on what the call and the law still miss.

Exit codes: 0 done · 1 findings that block or conditions not met · 2 wrong
command line · 3 something cannot be read or written · 130 interrupted`,
		Version:       generator.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(newShowPlace(), newDiff())
	root.SetVersionTemplate("pactwright {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newNew(), newCheck(), newBuild(), newImport(), newGuide(), newTimeline(), newReview(), newVerify(), newExplain(), newClauses(), newCalls(), newLaws(), newRules(), newLint(), newSchema(), newFunctions())
	return root
}

func noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command or argument %q", args[0])}
	}
	return nil
}

// exactly asks for a number of arguments, named for the message.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("give %s", what)}
		}
		return nil
	}
}

// color reports whether the writer is a terminal that wants colour.
func color(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && os.Getenv("CI") == "" && isTerminal(f)
}
