package sheet

import "strings"

// Dump returns the cells of the workbook one per line, with value and formula,
// and its names.
func (w *Workbook) Dump() string {
	var out strings.Builder
	for _, s := range w.Sheets {
		for _, c := range s.Cells {
			out.WriteString(s.Name + "!" + c.Ref.String() + "\t" + strings.ReplaceAll(c.Value.String(), "\n", " | "))
			if c.Formula != "" {
				out.WriteString("\t=" + c.Formula)
			}
			out.WriteByte('\n')
		}
	}
	for _, n := range w.Names {
		out.WriteString(n.Name + "\t" + n.Range + "\n")
	}
	return out.String()
}
