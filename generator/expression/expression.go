// Package expression reads and evaluates the short conditions of rules that are
// written as data, such as
//
//	parties.exists(p, p.role == "lead" && p.country == "KR")
//
// The language is CEL, the Common Expression Language. What an expression may
// speak of is a [Scope]: names with the Go types behind them, whose fields are
// called as in the files that they are read from. A misspelt field, a
// comparison of unlike things and an expression that could run for long are
// found when it is compiled. It sees no clock and no file, counts money in
// minor units and percentages in basis points, and costs at most [MaxCost].
package expression

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/ext"
)

// Bounds of an expression.
const (
	MaxLength = 2000    // characters
	MaxCost   = 1 << 20 // steps, as CEL counts them, at worst and in fact
	maxDepth  = 40      // of nesting
	listSize  = 60      // entries of a list, where the worst case is reckoned
	textSize  = 400     // characters of a text, likewise
)

// Scope is what expressions may speak of.
type Scope struct {
	env   *cel.Env
	types *provider
}

// Names gives each name of a scope the Go type of its value.
type Names map[string]reflect.Type

// NewScope makes a scope of names.
func NewScope(names Names) (*Scope, error) {
	p := newProvider()
	options := []cel.EnvOption{
		cel.CustomTypeProvider(p), cel.CustomTypeAdapter(p),
		cel.ParserExpressionSizeLimit(MaxLength), cel.ParserRecursionLimit(maxDepth),
		cel.DefaultUTCTimeZone(true), ext.Bindings(), dateFunctions(), sumFunction(),
	}
	for name, t := range names {
		known, ok := p.celType(t)
		if !ok {
			return nil, fmt.Errorf("%s: expressions have no type for %s", name, t)
		}
		options = append(options, cel.Variable(name, known))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return nil, err
	}
	return &Scope{env: env, types: p}, nil
}

// Program is an expression that can be evaluated. It may be used from several
// goroutines.
type Program struct {
	program cel.Program
	output  *types.Type
}

// Error is what is wrong with an expression, at a line and a column from 1.
type Error struct {
	Line, Column int
	Message      string
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// Compile reads an expression. Its error is an [*Error] if the expression is
// wrong.
func (s *Scope) Compile(text string) (*Program, error) {
	if len([]rune(text)) > MaxLength {
		return nil, &Error{1, 1, fmt.Sprintf("longer than %d characters", MaxLength)}
	}
	ast, issues := s.env.Compile(text)
	if issues != nil && len(issues.Errors()) > 0 {
		first := issues.Errors()[0]
		return nil, &Error{max(first.Location.Line(), 1), first.Location.Column() + 1, plain(first.Message)}
	}
	worst, err := s.env.EstimateCost(ast, sizes{})
	if err != nil {
		return nil, err
	}
	if worst.Max > MaxCost {
		return nil, &Error{1, 1, fmt.Sprintf("may take %d steps, more than the %d that are allowed: nest fewer loops", worst.Max, MaxCost)}
	}
	program, err := s.env.Program(ast, cel.CostLimit(MaxCost), cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		return nil, &Error{1, 1, err.Error()}
	}
	return &Program{program, ast.OutputType()}, nil
}

// Condition reads an expression that is true or false.
func (s *Scope) Condition(text string) (*Program, error) {
	p, err := s.Compile(text)
	if err == nil && p.output != types.BoolType {
		return nil, &Error{1, 1, fmt.Sprintf("is a %s and not true or false", p.output)}
	}
	return p, err
}

// Each reads an expression for a list and returns with it the scope in which
// the name stands for one entry of the list.
func (s *Scope) Each(name, text string) (*Program, *Scope, error) {
	p, err := s.Compile(text)
	if err != nil {
		return nil, nil, err
	}
	if p.output.Kind() != types.ListKind {
		return nil, nil, &Error{1, 1, fmt.Sprintf("is a %s and not a list", p.output)}
	}
	inner, err := s.env.Extend(cel.Variable(name, p.output.Parameters()[0]))
	if err != nil {
		return nil, nil, &Error{1, 1, err.Error()}
	}
	return p, &Scope{env: inner, types: s.types}, nil
}

// plain drops what the messages of CEL say about their own container.
func plain(message string) string {
	return strings.TrimSuffix(message, " (in container '')")
}

// Fields lists what a scope holds: each name and each field of the objects below
// it with its type, sorted.
func (s *Scope) Fields() []string {
	var all []string
	for _, v := range s.env.Variables() {
		if v.Name() != "" && !strings.Contains(v.Name(), ".") && v.Type().Kind() != types.TypeKind {
			all = append(all, v.Name()+": "+v.Type().String())
		}
	}
	for name := range s.types.objects {
		names, _ := s.types.FindStructFieldNames(name)
		for _, f := range names {
			if t, ok := s.types.FindStructFieldType(name, f); ok {
				all = append(all, name+"."+f+": "+t.Type.String())
			}
		}
	}
	slices.Sort(all)
	return all
}
