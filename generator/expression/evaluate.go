package expression

import (
	"errors"
	"strconv"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"pactwright/generator/calendar"
)

// Eval evaluates an expression. An error that is a [*NotStated] says that the
// file lacks a value; any other one that the expression is wrong.
func (p *Program) Eval(v *Vars) (Value, error) {
	out, _, err := p.program.Eval(v)
	if err != nil {
		var missing *NotStated
		if errors.As(err, &missing) {
			return Value{}, missing
		}
		return Value{}, err
	}
	return Value{out}, nil
}

// True evaluates a condition.
func (p *Program) True(v *Vars) (bool, error) {
	out, err := p.Eval(v)
	if err != nil {
		return false, err
	}
	return out.val == types.True, nil
}

// List evaluates a list.
func (p *Program) List(v *Vars) ([]Value, error) {
	out, err := p.Eval(v)
	if err != nil {
		return nil, err
	}
	list, ok := out.val.(traits.Lister)
	if !ok {
		return nil, errors.New("not a list")
	}
	var all []Value
	for it := list.Iterator(); it.HasNext() == types.True; {
		all = append(all, Value{it.Next()})
	}
	return all, nil
}

// Path is where the value stands in the file, if it is an object of it.
func (v Value) Path() string {
	if o, ok := v.val.(*object); ok {
		return o.path
	}
	return ""
}

// Int returns a whole number.
func (v Value) Int() (int64, bool) {
	n, ok := v.val.(types.Int)
	return int64(n), ok
}

// Date returns a date.
func (v Value) Date() (calendar.Date, bool) {
	if _, ok := v.val.(types.Timestamp); !ok {
		return calendar.Date{}, false
	}
	return dateOf(v.val), true
}

// Object returns the Go value behind an object.
func (v Value) Object() (any, bool) {
	o, ok := v.val.(*object)
	if !ok {
		return nil, false
	}
	return o.value.Interface(), true
}

// String returns a text, a number or true or false as text, and the texts of a
// list with commas between them. Of other values it is empty.
func (v Value) String() string { return text(v.val) }

func text(v ref.Val) string {
	switch x := v.(type) {
	case types.String:
		return string(x)
	case types.Int:
		return strconv.FormatInt(int64(x), 10)
	case types.Bool:
		return strconv.FormatBool(bool(x))
	case types.Timestamp:
		return dateOf(x).String()
	case traits.Lister:
		out := ""
		for it := x.Iterator(); it.HasNext() == types.True; {
			if out != "" {
				out += ", "
			}
			out += text(it.Next())
		}
		return out
	}
	return ""
}
