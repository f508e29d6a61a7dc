package diag

import (
	"bytes"
	"encoding/json"
	"io"
)

// JSON writes the findings, in both languages, and how many there are of each
// severity:
//
//	{"findings": [ … ], "summary": {"blocking": 1, "unmet": 0, "warning": 0, "info": 0}}
func JSON(w io.Writer, l List) error {
	type summary struct {
		Blocking int `json:"blocking"`
		Unmet    int `json:"unmet"`
		Warning  int `json:"warning"`
		Info     int `json:"info"`
	}
	sorted := l.Sorted()
	if sorted == nil {
		sorted = List{} // an empty array, not null
	}
	return writeJSON(w, struct {
		Findings List    `json:"findings"`
		Summary  summary `json:"summary"`
	}{sorted, summary{sorted.Count(Blocking), sorted.Count(Unmet), sorted.Count(Warning), sorted.Count(Info)}})
}

func writeJSON(w io.Writer, value any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}
