//go:build conformance

package xlsx_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/render/xlsx"
)

// recalculate makes LibreOffice compute every formula anew, all files in one
// run, and returns the cells of its own copies. Without the setting it would
// keep the values that stand in the files.
func recalculate(t *testing.T, books []book) map[string]map[string]map[string]xlsx.Cell {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is needed for conformance tests: ", err)
	}
	dir := t.TempDir()
	profile := filepath.Join(dir, "profile")
	settings := `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`
	mkdir(t, filepath.Join(profile, "user"))
	put(t, filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings))
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	args = append(args, putAll(t, filepath.Join(dir, "in"), books)...)
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cells := map[string]map[string]map[string]xlsx.Cell{}
	for _, b := range books {
		if cells[b.name], err = xlsx.ReadCells(read(t, filepath.Join(dir, "out", b.name+".xlsx"))); err != nil {
			t.Fatal(err)
		}
	}
	return cells
}

// putAll writes the files of workbooks into a folder and returns their paths.
func putAll(t *testing.T, dir string, books []book) []string {
	t.Helper()
	mkdir(t, dir)
	var paths []string
	for _, b := range books {
		path := filepath.Join(dir, b.name+".xlsx")
		put(t, path, b.data)
		paths = append(paths, path)
	}
	return paths
}

func mkdir(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLibreOffice lets every workbook judge what LibreOffice makes of it.
func TestLibreOffice(t *testing.T) {
	all := books(t)
	cells := recalculate(t, all)
	for _, b := range all {
		t.Run(b.name, func(t *testing.T) { b.judge(t, cells[b.name]) })
	}
}

// TestPages converts the workbook to PDF: no column may be too narrow for its
// numbers, and the charts are on the first page, legend and all.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	_, data := load(t, "consortium").make(t)
	put(t, filepath.Join(dir, "budget.xlsx"), data)
	convert := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "budget.xlsx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	pages := func(options ...string) string {
		args := append(append([]string{"-layout"}, options...), filepath.Join(dir, "budget.pdf"), "-")
		text, err := exec.Command("pdftotext", args...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	text := pages()
	for _, bad := range []string{"###", "Err:", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!"} {
		if strings.Contains(text, bad) {
			t.Errorf("a page shows %s", bad)
		}
	}
	for _, want := range []string{"정부지원", "Government", "국제공동연구개발비", "USD 695,652.18"} {
		if !strings.Contains(text, want) {
			t.Errorf("no page shows %s", want)
		}
	}
	first := pages("-f", "1", "-l", "1")
	for _, want := range []string{"Money by phase and source", "Money by institution and source", "KRW million"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first page lacks the chart text %s", want)
		}
	}
	if n := strings.Count(first, "Own in kind"); n != 4 { // two tables and two legends
		t.Errorf("the first page names the source %d times, want 4: is a legend cut off?", n)
	}
}
