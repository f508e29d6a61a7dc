package call

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/expression"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// phrase is a sentence of a rule with expressions in braces. {p} prints a party
// or another entry by its name, {p.amount:money} a whole number as an amount,
// {rate:percent} basis points as a percentage.
type phrase struct {
	en, ko []piece
}

// piece is a text, or an expression with the form in which it is printed.
type piece struct {
	text string
	expr *expression.Program
	form string // money, percent; empty: as it is
}

// phrase reads the sentence of a rule in both languages.
func (r *review) phrase(path string, t law.Text, in *expression.Scope) phrase {
	return phrase{r.pieces(path+".en", t.EN, in), r.pieces(path+".ko", t.KO, in)}
}

func (r *review) pieces(path, text string, in *expression.Scope) []piece {
	var all []piece
	for text != "" {
		before, rest, found := strings.Cut(text, "{")
		all = append(all, piece{text: before})
		if !found {
			break
		}
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			r.add(CodeExpression, path,
				diag.T("a brace is not closed", "중괄호가 닫히지 않았습니다"),
				diag.T("close it, or leave it out", "닫거나 지우십시오"))
			break
		}
		all = append(all, r.piece(path, inner, in))
		text = after
	}
	return all
}

func (r *review) piece(path, inner string, in *expression.Scope) piece {
	p := piece{}
	for _, form := range []string{"money", "percent"} {
		if short, ok := strings.CutSuffix(inner, ":"+form); ok {
			inner, p.form = short, form
		}
	}
	program, err := in.Compile(inner)
	if err != nil {
		r.add(CodeExpression, path,
			diag.T("{%s} cannot be printed: %s", "{%s}: 출력할 수 없습니다: %s", inner, err.Error()),
			diag.T("correct the expression in braces", "중괄호 안의 식을 고치십시오"))
	}
	p.expr = program
	return p
}

// text prints the sentence. It is false if there is none, or if a value in it is
// not stated.
func (p phrase) text(e *env, v *expression.Vars) (diag.Text, bool) {
	en, ok := printed(p.en, e, v, diag.English)
	ko, too := printed(p.ko, e, v, diag.Korean)
	return diag.Text{EN: en, KO: ko}, ok && too && en != ""
}

func printed(all []piece, e *env, v *expression.Vars, lang diag.Lang) (string, bool) {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.text)
		if p.expr == nil {
			continue
		}
		value, err := p.expr.Eval(v)
		if err != nil {
			return "", false
		}
		b.WriteString(e.show(value, p.form).In(lang))
	}
	return b.String(), true
}

// bare prints the sentence without the values in it.
func (p phrase) bare() diag.Text { return diag.Text{EN: bare(p.en), KO: bare(p.ko)} }

func bare(all []piece) string {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.text)
		if p.expr != nil {
			b.WriteString("…")
		}
	}
	return b.String()
}

// show prints a value as people write it.
func (e *env) show(v expression.Value, form string) diag.Text {
	if n, ok := v.Int(); ok {
		return e.number(n, form)
	}
	if d, ok := v.Date(); ok {
		return diag.Text{EN: d.English(), KO: d.KoreanPoint()}
	}
	x, ok := v.Object()
	if !ok {
		return diag.Text{EN: v.String(), KO: v.String()}
	}
	switch x := x.(type) {
	case project.Party:
		return member{&x, v.Path()}.name()
	case project.Text:
		return diag.Text{EN: x.EN, KO: x.KO}
	case project.Name:
		return member{&project.Party{Name: x}, ""}.name()
	case law.Text:
		return x.Diag()
	}
	return diag.Text{}
}

func (e *env) number(n int64, form string) diag.Text {
	switch form {
	case "money":
		a := e.in.Call.Amount(n)
		return diag.Text{EN: a.Code(), KO: a.Korean()}
	case "percent":
		p := money.BasisPoints(n)
		return diag.Text{EN: p.English(), KO: p.Korean()}
	}
	text := money.NewDecimal(n).Plain()
	return diag.Text{EN: text, KO: text}
}
