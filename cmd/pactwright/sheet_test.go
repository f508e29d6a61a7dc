package main

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// cell FILE SHEET!CELL VALUE types a value into a cell of a workbook; \n is a
// line end, an empty value clears the cell.
func cell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: cell FILE SHEET!CELL VALUE")
	}
	sheet, at, _ := strings.Cut(args[1], "!")
	change(ts, args[0], func(f *excelize.File) error {
		var value any = strings.ReplaceAll(args[2], `\n`, "\n")
		if n, err := strconv.ParseFloat(args[2], 64); err == nil {
			value = n
		} else if args[2] == "" {
			value = nil
		}
		return f.SetCellValue(sheet, at, value)
	})
}

// row FILE insert|remove SHEET NUMBER puts an empty row before a row of a
// workbook, or takes a row away.
func row(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: row FILE insert|remove SHEET NUMBER")
	}
	n, err := strconv.Atoi(args[3])
	ts.Check(err)
	change(ts, args[0], func(f *excelize.File) error {
		if args[1] == "insert" {
			return f.InsertRows(args[2], n, 1)
		}
		return f.RemoveRow(args[2], n)
	})
}

func change(ts *testscript.TestScript, name string, do func(f *excelize.File) error) {
	f, err := excelize.OpenFile(ts.MkAbs(name))
	ts.Check(err)
	ts.Check(do(f))
	ts.Check(f.Save())
	ts.Check(f.Close())
}
