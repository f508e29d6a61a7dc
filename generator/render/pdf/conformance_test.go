//go:build conformance

package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadersAcceptTheFiles: qpdf finds no fault, and poppler opens every font and
// draws every page.
func TestReadersAcceptTheFiles(t *testing.T) {
	for name, r := range samples(t) {
		file := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(file, render(t, r), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: %v: %s", name, err, out)
		}
		if out, err := exec.Command("pdftoppm", "-r", "20", file, filepath.Join(t.TempDir(), "p")).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
}

// TestHostileFilesAreSound: qpdf finds no fault in documents full of hostile words.
func TestHostileFilesAreSound(t *testing.T) {
	file := filepath.Join(t.TempDir(), "hostile.pdf")
	for _, w := range hostileWords() {
		data, _, err := hostileFile(t, w)
		if err != nil {
			continue
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%.40q: %v: %s", w, err, out)
		}
	}
}

// TestTextIsRead reads the text of the pages as a reader would.
func TestTextIsRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.pdf")
	for name, want := range map[string][]string{
		"korean":  {"제1조(연구개발과제의 수행)", "이 계약에서 “연구개발성과”란 연구개발과제를 수행하는 과정에서", "금960,000,000원(금구억육천만원)을 사용한 내역과", "참고용 국문 번역본"},
		"english": {"Article 12. Definitions", "THE RESULTS ARE PROVIDED “AS IS”", "IN WITNESS WHEREOF, the Parties have caused", "KRW 960,000,000 over three (3) years"},
		"report":  {"国立研究開発法人의 경우", "Nguyễn Thị Hợp", "㈜한빛메디컬"},
	} {
		if err := os.WriteFile(file, render(t, samples(t)[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", file, "-").CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		got := strings.Join(strings.Fields(string(out)), " ")
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not read back", name, w)
			}
		}
	}
}
