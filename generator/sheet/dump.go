package sheet

import "strings"

// Dump returns the cells of the workbook one per line, with value and formula,
// and its names. Of cells that show as one it names the first.
func (w *Workbook) Dump() string {
	var out strings.Builder
	for _, s := range w.Sheets {
		covered := map[Ref]bool{}
		for _, r := range s.Merged {
			for at := r.From.Right(1); at.Column <= r.To.Column; at = at.Right(1) {
				covered[at] = true
			}
		}
		for _, c := range s.Cells {
			if covered[c.Ref] {
				continue
			}
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
