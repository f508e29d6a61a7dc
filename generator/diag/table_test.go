package diag

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var b strings.Builder
	err := Table(&b, []Column{{"날짜", 20}, {"What", 20}, {"담당", 20}}, [][]string{
		{"2025-03-31", "연차보고서 제출 – 1차년도와 그 밖의 것", "한빛병원"},
		{"2025-04-20", "Report", "Northfield"},
		{"", "", ""},
	})
	want := `날짜        What                  담당
----------  --------------------  ----------
2025-03-31  연차보고서 제출 –     한빛병원
            1차년도와 그 밖의 것
2025-04-20  Report                Northfield

`
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if i := strings.LastIndex(line, "  "); i > 0 && cells(line[:i+2]) != 34 && strings.Contains(line, "한빛") {
			t.Errorf("the last column begins at cell %d: %s", cells(line[:i+2]), line)
		}
	}
}
