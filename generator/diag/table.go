package diag

import (
	"bufio"
	"io"
	"strings"
)

// Column is the head of one column of a table and the cells it may take. A width
// below 20 is taken as 20.
type Column struct {
	Head string
	Most int
}

// Table prints rows below their heads for a terminal, in which Hangul takes two
// cells. What is wider than its column goes on below.
func Table(w io.Writer, columns []Column, rows [][]string) error {
	heads := make([]string, len(columns))
	widths := make([]int, len(columns))
	for i, c := range columns {
		heads[i] = c.Head
	}
	all := append([][]string{heads}, rows...)
	broken := make([][][]string, len(all))
	for r, row := range all {
		for i, c := range columns {
			lines := wrap(row[i], c.Most)
			broken[r] = append(broken[r], lines)
			for _, line := range lines {
				widths[i] = max(widths[i], cells(line))
			}
		}
	}
	out := bufio.NewWriter(w)
	for r, row := range broken {
		tableRow(out, row, widths)
		if r == 0 {
			rule := make([][]string, len(widths))
			for i, n := range widths {
				rule[i] = []string{strings.Repeat("-", n)}
			}
			tableRow(out, rule, widths)
		}
	}
	return out.Flush()
}

// tableRow prints one row, which is as high as its highest cell.
func tableRow(out *bufio.Writer, row [][]string, widths []int) {
	high := 0
	for _, lines := range row {
		high = max(high, len(lines))
	}
	for n := range high {
		var line strings.Builder
		for i, lines := range row {
			text := ""
			if n < len(lines) {
				text = lines[n]
			}
			line.WriteString(pad(text, widths[i]+2))
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
