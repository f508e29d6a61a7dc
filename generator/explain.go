package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
	"pactwright/templates"
)

// Explanation is what a code means: a finding, a rule of a call, an article of
// the contract or one of its options.
type Explanation struct {
	Code  string
	Title diag.Text
	Lines []diag.Text
}

// Explain looks a code up. It returns nil and the nearest known code if there is
// none such.
func Explain(code string) (*Explanation, string, error) {
	known := []string{}
	for _, look := range []func(string) (*Explanation, []string, error){explainFinding, explainRule, explainArticle} {
		e, codes, err := look(code)
		if err != nil || e != nil {
			return e, "", err
		}
		known = append(known, codes...)
	}
	return nil, source.Suggest(strings.ToUpper(code), known), nil
}

// codeRow is one entry of the catalogue of finding codes.
type codeRow struct {
	Code    string       `yaml:"code"`
	Title   library.Text `yaml:"title"`
	Meaning library.Text `yaml:"meaning"`
	Fix     library.Text `yaml:"fix"`
	Source  library.Text `yaml:"source"`    // of a rule of contracts
	Judged  []string     `yaml:"judged_by"` // the codes of the findings that report it
}

// codes returns the catalogue of finding codes and that of the rules of
// contracts.
func codes() ([]codeRow, error) {
	var out []codeRow
	for _, name := range []string{"reference/codes.yaml", "reference/contract-rules.yaml"} {
		text, err := fs.ReadFile(data.Files, name)
		if err != nil {
			return nil, err
		}
		f, found := source.Decode(name, text)
		var rows []codeRow
		if f != nil {
			found.Add(source.Into(f, f.Root, &rows, source.Strict)...)
		}
		if found.Has(diag.Blocking) {
			return nil, fmt.Errorf("%s: %s", name, found[0].Message.EN)
		}
		out = append(out, rows...)
	}
	return out, nil
}

func explainFinding(code string) (*Explanation, []string, error) {
	rows, err := codes()
	if err != nil {
		return nil, nil, err
	}
	var known []string
	for _, r := range rows {
		if strings.EqualFold(r.Code, code) {
			fix := diag.T("What to do: %s", "조치: %s", r.Fix.Diag())
			lines := []diag.Text{r.Meaning.Diag()}
			if len(r.Judged) > 0 {
				reported := strings.Join(r.Judged, ", ")
				lines = append(lines, diag.T("Source: %s", "근거: %s", r.Source.Diag()), diag.T("Reported as: %s", "지적 코드: %s", reported))
			}
			return &Explanation{Code: r.Code, Title: r.Title.Diag(), Lines: append(lines, fix)}, nil, nil
		}
		known = append(known, r.Code)
	}
	return nil, known, nil
}

func explainRule(code string) (*Explanation, []string, error) {
	books, err := builtInShelf.all()
	if err != nil {
		return nil, nil, err
	}
	code = strings.ToUpper(code)
	var known []string
	for _, b := range books {
		if rules := b.Judges(code); len(rules) > 0 {
			e := &Explanation{Code: code, Title: rules[0].Title.Diag()}
			for _, r := range rules {
				e.Lines = append(e.Lines, ruleLines(b, r)...)
			}
			return e, nil, nil
		}
		for _, r := range b.Rules {
			known = append(known, r.ID)
		}
	}
	return nil, known, nil
}

func ruleLines(b *call.Rulebook, r call.Rule) []diag.Text {
	file, _ := r.File()
	home := strings.TrimSuffix(file.Name, ".yaml")
	return []diag.Text{
		diag.T("Rule %s of %s; it is due at: %s.", "규칙 %s(%s), 적용 시점: %s.", r.ID, home, r.Due.Name()),
		diag.T("Source: %s", "근거: %s", b.Why(r.Cite)),
		diag.T("What to do: %s", "조치: %s", r.Hint.Diag()),
	}
}

// explainArticle knows articles by their slot, options by slot/option or by
// their code in the clause catalogue.
func explainArticle(code string) (*Explanation, []string, error) {
	layers := library.Layers{{Name: builtIn, FS: templates.Files}}
	slots, err := layers.Slots()
	if err != nil {
		return nil, nil, err
	}
	var e *Explanation
	for _, slot := range slots {
		options, _, err := layers.Options(slot)
		if err != nil {
			return nil, nil, err
		}
		for _, o := range options {
			if !named(o, code) {
				continue
			}
			if e == nil {
				e = &Explanation{Code: code, Title: o.Head.Title.Diag()}
			}
			e.Lines = append(e.Lines, optionLines(o)...)
		}
	}
	return e, slots, nil
}

// choiceLines says what one value of a choice means.
func choiceLines(c library.Choice) []diag.Text {
	code := c.Code
	if code != "" {
		code = ", " + code
	}
	lines := []diag.Text{diag.T("    %s (%s%s)", "    %s (%s%s)", c.Label.Diag(), c.Value, code)}
	for _, t := range []struct{ what, text diag.Text }{
		{diag.T("who wants it", "원하는 쪽"), c.Wants.Diag()},
		{diag.T("what it costs the other side", "상대방의 부담"), c.Costs.Diag()},
		{diag.T("how it differs", "차이"), c.Differs.Diag()},
	} {
		if t.text.EN != "" {
			lines = append(lines, diag.T("      %s: %s", "      %s: %s", t.what, t.text))
		}
	}
	return lines
}

// named reports whether a code means an option: its article or slot, its own
// name or code, or the code of a choice in it.
func named(o *library.Option, code string) bool {
	names := append(strings.Fields(o.Head.Code), o.Slot, o.ID())
	for _, p := range o.Head.Params {
		for _, c := range p.Choices {
			names = append(names, c.Code)
		}
	}
	return code != "" && slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, code) })
}

func optionLines(o *library.Option) []diag.Text {
	h := o.Head
	mark := diag.Text{}
	if h.Default {
		mark = diag.T(" (default)", " (기본)")
	}
	lines := []diag.Text{
		diag.T("Option %s%s, %s: %s", "선택지 %s%s, %s: %s", o.ID(), mark, h.Code, h.Name()),
		diag.T("  Who wants it: %s", "  원하는 쪽: %s", h.Wants.Diag()),
		diag.T("  What it costs the other side: %s", "  상대방의 부담: %s", h.Costs.Diag()),
		diag.T("  How it differs: %s", "  다른 선택지와의 차이: %s", h.Differs.Diag()),
	}
	for _, p := range h.Params {
		value := diag.T("required", "필수")
		if p.Default != nil && p.Default.Text != "" {
			value = diag.T("default %s", "기본값 %s", p.Default.Text)
		}
		lines = append(lines, diag.T("  %s (%s, %s): %s", "  %s (%s, %s): %s", p.Name, p.Type, value, p.Title.Diag()))
		for _, c := range p.Choices {
			lines = append(lines, choiceLines(c)...)
		}
	}
	return lines
}
