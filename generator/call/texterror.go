package call

import "fmt"

// badText says in both languages why a text in a call file cannot be read.
type badText struct{ en, ko string }

// Error returns the English text.
func (e badText) Error() string { return e.en }

// Korean returns the Korean text.
func (e badText) Korean() string { return e.ko }

func textError(en, ko string, args ...any) error {
	return badText{fmt.Sprintf(en, args...), fmt.Sprintf(ko, args...)}
}
