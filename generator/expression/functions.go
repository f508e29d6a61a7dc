package expression

import (
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/cost"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"pactwright/generator/calendar"
)

// dateFunctions are date("2024-07-01"), months(date, n), days(date, n) and
// days_between(from, to).
func dateFunctions() cel.EnvOption {
	return cel.Lib(library{
		cel.Function("date", cel.Overload("date_string", []*cel.Type{cel.StringType}, cel.TimestampType,
			cel.UnaryBinding(func(v ref.Val) ref.Val {
				d, err := calendar.Parse(string(v.(types.String)))
				if err != nil {
					return types.WrapErr(err)
				}
				return timestamp(d)
			}))),
		moved("months", calendar.Date.AddMonths),
		moved("days", calendar.Date.AddDays),
		cel.Function("days_between", cel.Overload("days_between_dates", []*cel.Type{cel.TimestampType, cel.TimestampType}, cel.IntType,
			cel.BinaryBinding(func(from, to ref.Val) ref.Val {
				return types.Int(dateOf(from).DaysUntil(dateOf(to)))
			}))),
	})
}

// moved is a function that moves a date by a number of something.
func moved(name string, by func(calendar.Date, int) calendar.Date) cel.EnvOption {
	return cel.Function(name, cel.Overload(name+"_date_int", []*cel.Type{cel.TimestampType, cel.IntType}, cel.TimestampType,
		cel.BinaryBinding(func(d, n ref.Val) ref.Val {
			const far = 100_000
			if steps := n.(types.Int); steps > -far && steps < far {
				return timestamp(by(dateOf(d), int(steps)))
			}
			return types.NewErr("%s: out of range", name)
		})))
}

func dateOf(v ref.Val) calendar.Date {
	t := v.(types.Timestamp).Time.In(time.UTC)
	d, err := calendar.New(t.Year(), int(t.Month()), t.Day())
	if err != nil {
		return calendar.Date{}
	}
	return d
}

// sumFunction is sum(list) of whole numbers.
func sumFunction() cel.EnvOption {
	return cel.Lib(library{
		cel.Function("sum", cel.Overload("sum_ints", []*cel.Type{cel.ListType(cel.IntType)}, cel.IntType,
			cel.UnaryBinding(func(v ref.Val) ref.Val {
				var total ref.Val = types.Int(0)
				for it := v.(traits.Lister).Iterator(); it.HasNext() == types.True; {
					n, ok := it.Next().(types.Int)
					if !ok {
						return types.NewErr("sum: not a number")
					}
					if total = n.Add(total); types.IsError(total) {
						return total
					}
				}
				return total
			}))),
	})
}

// library is a list of options as CEL takes them.
type library []cel.EnvOption

// CompileOptions implements [cel.Library].
func (l library) CompileOptions() []cel.EnvOption { return l }

// ProgramOptions implements [cel.Library].
func (l library) ProgramOptions() []cel.ProgramOption { return nil }

// sizes tells how large the worst case is taken to be.
type sizes struct{}

// EstimateSize implements [cost.Estimator].
func (sizes) EstimateSize(node cost.AstNode) *cost.SizeEstimate {
	most := uint64(textSize)
	if k := node.Type().Kind(); k == types.ListKind || k == types.MapKind {
		most = listSize
	}
	return &cost.SizeEstimate{Min: 0, Max: most}
}

// EstimateCallCost implements [cost.Estimator].
func (sizes) EstimateCallCost(string, string, *cost.AstNode, []cost.AstNode) *cost.CallEstimate {
	return nil
}
