package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/guide"
	"pactwright/generator/source"
)

type guideFlags struct {
	projectFlags
	answers   string
	agreement string
	write     bool
}

func newGuide() *cobra.Command {
	var f guideFlags
	cmd := &cobra.Command{
		Use:   "guide PROJECT",
		Short: "Recommend a package and clause options for a contract, with reasons",
		Long: `guide asks a dozen questions about one contract, proposes what the project file
tells already, and recommends a package and options: why, and what each costs
the other side. It shows what would change in the project file, and changes it
with --write; comments, order and layout of the file stay. With --answers a file
answers instead, one line for each question, and open ones are answered as
proposed. The recommendations are defaults of the house and no legal advice.`,
		Args: exactly(1, "the project file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			good, err := f.guide(cmd, args[0])
			if err == nil && !good {
				return exit(exitFindings)
			}
			return err
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.answers, "answers", "", "a YAML file with the answers; nothing is asked")
	cmd.Flags().StringVar(&f.agreement, "agreement", "", "the id of the contract, if the project has several")
	cmd.Flags().BoolVar(&f.write, "write", false, "change the project file")
	return cmd
}

func (f *guideFlags) guide(cmd *cobra.Command, file string) (bool, error) {
	o, err := f.options()
	if err != nil {
		return false, err
	}
	w, err := f.world(file)
	if err != nil {
		return false, err
	}
	g := generator.GuideOptions{Agreement: f.agreement, Name: f.answers}
	if f.answers != "" {
		g.Answers, err = readAnswers(f.answers)
		if err != nil {
			return false, err
		}
	} else {
		lang := o.Lang
		if lang == "" {
			lang = diag.English
		}
		a := asker{ctx: cmd.Context(), in: bufio.NewReader(cmd.InOrStdin()), out: cmd.OutOrStdout(), lang: lang}
		g.Ask = a.ask
	}
	out, err := generator.Guide(w, o, g)
	if err != nil {
		return false, cannot(file, err)
	}
	written, err := takeOver(cmd.Context(), file, out.Text, f.write)
	if err != nil {
		return false, err
	}
	good := out.Text != nil || !out.Findings.Has(diag.Blocking)
	return good, f.say(cmd.OutOrStdout(), out, w.Name, written)
}

// readAnswers reads a file of answers; an empty one answers nothing, which is
// not the same as no file.
func readAnswers(name string) ([]byte, error) {
	data, err := readNamed(name, source.MaxFile)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return append([]byte{}, data...), nil
}

// asker asks on a terminal. An empty line takes what is proposed.
type asker struct {
	ctx  context.Context
	in   *bufio.Reader
	out  io.Writer
	lang diag.Lang
}

func (a asker) ask(questions []guide.Asked, answer func(id, value string) bool) error {
	for i, q := range questions {
		fmt.Fprintf(a.out, "%d/%d  %s\n      %s\n", i+1, len(questions), q.Title.In(a.lang), q.Why.In(a.lang))
		for n, c := range q.Answers {
			mark := " "
			if c.Value == q.Proposed {
				mark = "*"
			}
			fmt.Fprintf(a.out, "    %s %d  %s (%s)\n", mark, n+1, c.Label.Diag().In(a.lang), c.Value)
		}
		if q.Reason.EN != "" {
			fmt.Fprintf(a.out, "      * %s\n", q.Reason.In(a.lang))
		}
		if err := a.one(q, answer); err != nil {
			return err
		}
	}
	return nil
}

// one reads the answer to one question: a number, a value, or nothing.
func (a asker) one(q guide.Asked, answer func(id, value string) bool) error {
	for {
		if err := a.ctx.Err(); err != nil {
			return err
		}
		fmt.Fprintf(a.out, "> ")
		line, err := a.in.ReadString('\n')
		value := strings.TrimSpace(line)
		if err != nil && value == "" {
			return fmt.Errorf("the input ended before the question %s was answered; give the answers in a file with --answers", q.ID)
		}
		if n, bad := strconv.Atoi(value); bad == nil && n >= 1 && n <= len(q.Answers) {
			value = q.Answers[n-1].Value
		}
		if value == "" {
			value = q.Proposed
		}
		if answer(q.ID, value) {
			fmt.Fprintln(a.out)
			return nil
		}
		fmt.Fprintln(a.out, diag.T("a number from 1 to %d, or nothing for *", "1에서 %d까지의 번호를 쓰거나, *로 하려면 비워 두십시오", len(q.Answers)).In(a.lang))
	}
}

// say prints the recommendations, the difference, the findings, and what became
// of the file.
func (f *guideFlags) say(w io.Writer, out generator.Guided, file string, written bool) error {
	if f.findings == "json" || f.findings == "sarif" {
		return f.report(w, out.Outcome, file)
	}
	lang := f.language(out.Outcome)
	for _, a := range out.Advice {
		advise(w, a, lang)
	}
	if out.Diff != "" {
		fmt.Fprintf(w, "%s\n", out.Diff)
	}
	if err := f.report(w, out.Outcome, file); err != nil {
		return err
	}
	fmt.Fprintln(w, diag.Summary(out.Findings, lang))
	_, err := fmt.Fprintln(w, advised(out, file, written).In(lang))
	return err
}

func advise(w io.Writer, a guide.Advice, lang diag.Lang) {
	state := map[guide.State]diag.Text{
		guide.Stands:  {EN: "stands as it is", KO: "이미 그대로임"},
		guide.Said:    {EN: "the file says so already", KO: "파일에 이미 적혀 있음"},
		guide.Written: {EN: "to be written", KO: "파일에 적음"},
	}[a.State]
	fmt.Fprintf(w, "%s  %s [%s]\n", a.What, a.Title.In(lang), state.In(lang))
	line := func(en, ko string, text diag.Text) {
		if text.EN != "" {
			fmt.Fprintf(w, "  %s %s\n", diag.Text{EN: en, KO: ko}.In(lang), text.In(lang))
		}
	}
	for _, p := range a.Params {
		fmt.Fprintf(w, "  = %s\n", p)
	}
	for _, r := range a.Reasons {
		line("why:    ", "이유:  ", r)
	}
	line("for:    ", "대상:  ", a.Wants)
	line("costs:  ", "부담:  ", a.Costs)
	line("policy: ", "정책:  ", a.Policy)
	fmt.Fprintln(w)
}

// advised says what became of the project file. The first two words are the same
// in every language, for scripts.
func advised(out generator.Guided, file string, written bool) diag.Text {
	switch {
	case written:
		return diag.T("project: written to %s (changes: %d)", "project: written %s (변경 %d건)", file, out.Changes)
	case out.Findings.Has(diag.Blocking) && out.Text == nil:
		return diag.T("project: kept (nothing written)", "project: kept (아무것도 쓰지 않음)")
	case out.Changes == 0:
		return diag.T("project: kept (the guide changes nothing)", "project: kept (안내로 바뀐 것 없음)")
	}
	return diag.T("project: kept (changes: %d; --write writes them)", "project: kept (변경 %d건, --write로 반영)", out.Changes)
}
