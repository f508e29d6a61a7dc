//go:build conformance

package xlsx_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
)

// recalculate makes LibreOffice compute every formula anew and returns the
// cells of its own copies. Without the setting it would keep the values that
// stand in the files.
func recalculate(t *testing.T, files map[string][]byte) map[string]map[string]map[string]xlsx.Cell {
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
	mkdir(t, filepath.Join(dir, "in"))
	put(t, filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings))
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	for name, data := range files {
		path := filepath.Join(dir, "in", name+".xlsx")
		put(t, path, data)
		args = append(args, path)
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cells := map[string]map[string]map[string]xlsx.Cell{}
	for name := range files {
		if cells[name], err = xlsx.ReadCells(read(t, filepath.Join(dir, "out", name+".xlsx"))); err != nil {
			t.Fatal(err)
		}
	}
	return cells
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

// halves makes amounts that end in exactly half a won, where a binary fraction
// falls a little short.
func halves(t *testing.T) inputs {
	in := load(t, "small")
	number := func(text string) money.Decimal {
		d, err := money.ParseDecimal(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	line, share := in.p.Budget.Lines[0], in.p.Budget.People
	for i, x := range [][2]string{{"0.335", "100000009"}, {"1.005", "1000100"}, {"0.145", "700000900"}, {"2.675", "1000020"}, {"0.5", "1"}} {
		line.ID, line.Quantity, line.UnitPrice = "H"+strconv.Itoa(i), number(x[0]), number(x[1])
		in.p.Budget.Lines = append(in.p.Budget.Lines, line)
		share = append(share, project.Staff{
			ID: "S" + strconv.Itoa(i), Party: "KR1", Category: "PERS", Source: "gov", Monthly: 3_333_333 + int64(2*i),
			Participation: []money.Percent{money.NewPercent(number(strconv.Itoa(10*i+3) + ".5"))},
		})
	}
	in.p.Budget.People = share
	return in
}

// TestRecalculated compares every formula with what LibreOffice makes of it.
func TestRecalculated(t *testing.T) {
	all := variants(t)
	all["halves"] = halves(t)
	books, files := map[string]*sheet.Workbook{}, map[string][]byte{}
	for name, in := range all {
		name = strings.ReplaceAll(name, " ", "-")
		books[name], files[name] = in.make(t)
	}
	read := recalculate(t, files)
	for name, w := range books {
		formulas := 0
		for _, s := range w.Sheets {
			for _, c := range s.Cells {
				if c.Formula == "" {
					continue
				}
				formulas++
				got := read[name][s.Name][c.Ref.String()]
				if got.Error || !same(c.Value, got.Value) {
					t.Errorf("%s: %s!%s =%s is %q, the model has %q", name, s.Name, c.Ref, c.Formula, got.Value, c.Value)
				}
			}
		}
		t.Logf("%s: %d formulas agree", name, formulas)
	}
}

// TestEdited changes inputs in the file and compares what LibreOffice makes of
// them with the model of the changed project: the formulas are alive.
func TestEdited(t *testing.T) {
	before, after := load(t, "consortium"), load(t, "consortium")
	line := &after.p.Budget.Lines[0]
	line.UnitPrice = line.UnitPrice.Add(money.NewDecimal(12_345))
	after.p.Budget.Payments[0].Phases[0] += 1000
	after.p.Budget.Payments[0].Instalments[0].Amount += 1000
	after.p.Budget.People[2].Monthly += 77
	after.p.Budget.Institutions[0].Allowance[1] += 5

	old, _ := before.make(t)
	want, _ := after.make(t)
	edited := 0
	for i, s := range old.Sheets {
		for j := range s.Cells {
			changed := want.Sheets[i].Cells[j]
			if s.Cells[j].Formula == "" && s.Cells[j].Value.String() != changed.Value.String() {
				s.Cells[j] = changed
				edited++
			}
		}
	}
	if edited != 5 {
		t.Errorf("%d inputs differ, want 5", edited)
	}
	data, err := xlsx.Write(old)
	if err != nil {
		t.Fatal(err)
	}
	read := recalculate(t, map[string][]byte{"edited": data})["edited"]
	for _, s := range want.Sheets {
		for _, c := range s.Cells {
			if got := read[s.Name][c.Ref.String()]; c.Formula != "" && !same(c.Value, got.Value) {
				t.Errorf("%s!%s =%s is %q, the model has %q", s.Name, c.Ref, c.Formula, got.Value, c.Value)
			}
		}
	}
}

// TestPages converts the workbook to PDF: no column may be too narrow for its
// numbers.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	_, data := load(t, "consortium").make(t)
	put(t, filepath.Join(dir, "budget.xlsx"), data)
	convert := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "budget.xlsx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "budget.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"###", "Err:", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!"} {
		if strings.Contains(string(text), bad) {
			t.Errorf("a page shows %s", bad)
		}
	}
	for _, want := range []string{"정부지원", "Government", "국제공동연구개발비", "USD 695,652.18"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no page shows %s", want)
		}
	}
}
