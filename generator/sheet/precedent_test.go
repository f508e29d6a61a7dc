package sheet

import (
	"fmt"
	"testing"
)

// sampleCells is a table of ids with numbers beside them, and a sheet of
// formulas.
func sampleCells(formula string) *Cells {
	w := &Workbook{}
	data, calc := &Sheet{Name: "Data"}, &Sheet{Name: "Calc"}
	for i, id := range []string{"KR1", "US1", "KR1", "KR2"} {
		data.Put(At(1, 6+i), Text(id), TextStyle)
		data.Put(At(2, 6+i), Text([]string{"P1", "P1", "P2", "P1"}[i]), TextStyle)
		data.Put(At(3, 6+i), Int(int64(i)), InputStyle)
	}
	calc.Put(At(1, 1), Text("kr1"), TextStyle)
	calc.Put(At(2, 1), Text("XX"), TextStyle)
	calc.Calc(At(3, 1), formula, Int(0), CalcStyle)
	w.Sheets = []*Sheet{data, calc}
	w.Name("Who", data, Down(At(1, 6), 4))
	w.Name("Phase", data, Down(At(2, 6), 4))
	w.Name("Won", data, Down(At(3, 6), 4))
	return NewCells(w)
}

func TestPrecedents(t *testing.T) {
	for formula, want := range map[string]string{
		"Won":                                   "[Data!C6 Data!C7 Data!C8 Data!C9]",
		"SUM(Data!$C$6:C7)+Data!C7*2":           "[Data!C6 Data!C7]",
		"A1&\"C9\"":                             "[Calc!A1]",
		"SUMIFS(Won,Who,\"KR1\")":               "[Data!C6 Data!C8]",
		"SUMIFS(won,Who,$A1,Phase,\"P2\")/2":    "[Data!C8]",
		"SUMIFS(Won,Who,B1)":                    "[]",
		"SUMIFS(Won,Who,A1&\"x\")":              "[Data!C6 Data!C7 Data!C8 Data!C9 Data!A6 Data!A7 Data!A8 Data!A9 Calc!A1]",
		"INDEX(Won,MATCH(A1,Who,0))":            "[Data!C6]",
		"IF(INDEX(Won,MATCH(\"US1\",Who,0))>1,": "[Data!C7]",
		"COUNTIF(Who,\"KR1\")":                  "[Data!A6 Data!A8]",
		"ROUND(D9,2)":                           "[]",
	} {
		c := sampleCells(formula)
		if got := fmt.Sprint(c.Precedents(Address{"Calc", At(3, 1)})); got != want {
			t.Errorf("%s reads %s, want %s", formula, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	c := sampleCells("1")
	for text, want := range map[string]string{
		"data!$c$7": "Data!C7", " 'Data'!AA10 ": "Data!AA10", "Other!A1": "Other!A1",
		"Data": "", "Data!": "", "Data!7": "", "Data!A0": "", "Data!ABCD1": "", "C7": "", "Data!A9999999": "",
	} {
		a, ok := c.Address(text)
		if ok != (want != "") || ok && a.String() != want {
			t.Errorf("Address(%q) = %s, %t; want %q", text, a, ok, want)
		}
	}
}
