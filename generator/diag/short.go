package diag

import (
	"bytes"
	"fmt"
	"io"
)

// Short writes a line for each finding, as compilers do:
//
//	file:line:column: severity CODE message
//
// The severity is its stable English name in both languages. A finding without
// a place begins with a hyphen.
func Short(w io.Writer, l List, lang Lang) error {
	var out bytes.Buffer
	for _, f := range l.Sorted() {
		fmt.Fprintf(&out, "%s: %s %s %s\n", oneLine(shortPlace(f)), f.Severity, f.Code, oneLine(f.Message.In(lang)))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func shortPlace(f Finding) string {
	for _, p := range []Place{f.Place, f.Template} {
		if !p.IsZero() {
			return p.String()
		}
	}
	return "-"
}
