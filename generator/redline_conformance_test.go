//go:build conformance

package generator

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/render/docx"
)

// office is a script that opens documents in LibreOffice and stores what became
// of them.
const office = "render/docx/testdata/readers/office.py"

// officeJob is what LibreOffice does with one document.
type officeJob struct {
	In      string `json:"in"`
	Out     string `json:"out"`
	Command string `json:"command,omitempty"`
	Text    bool   `json:"text"`

	name, want string // which file it must be equal to
}

// In LibreOffice the redline of every contract of every example is the contract
// once all changes are accepted, and the standard once all are rejected: to the
// letter, numbers of sub-clauses included.
func TestRedlinesInLibreOffice(t *testing.T) {
	t.Parallel()
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var jobs []officeJob
	for _, name := range names {
		jobs = append(jobs, redlineJobs(t, dir, name, World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"})...)
	}
	inOffice(t, dir, jobs)
}

// The same holds where articles are added in the middle and left out, and
// sub-clauses are reworded, added and removed.
func TestRedlineOfManyChangesInLibreOffice(t *testing.T) {
	t.Parallel()
	v := variant{"many changes", "two-party", [][2]string{{"    clauses:\n", "    clauses:\n      safety: {}\n      transfer: {}\n      equipment: {}\n"}}, `
edits:
  - agreement: us1
    article: publication
    anchor: notice
    text: {en: "A Party shows its text {{param \"notice_days\"}} before.", ko: "당사자는 {{param \"notice_days\"}} 전에 원고를 보인다."}
    reason: {en: A., ko: 가.}
    by: US1
  - agreement: us1
    article: publication
    anchor: thesis
    change: add
    text: {en: "A sub-clause that is new.", ko: "새로 둔 항이다."}
    reason: {en: A., ko: 가.}
    by: US1
  - {agreement: us1, article: publication, anchor: authors, change: remove, reason: {en: A., ko: 가.}, by: US1}
`}
	dir := t.TempDir()
	inOffice(t, dir, redlineJobs(t, dir, "variant", v.world(t)))
}

// redlineJobs writes the redlines of a project, its contracts and their standard,
// and returns what LibreOffice has to do with them.
func redlineJobs(t *testing.T, dir, name string, w World) []officeJob {
	t.Helper()
	out, err := Review(w, Options{})
	if err != nil || out.Findings.Has(diag.Blocking) {
		t.Fatal(name, err, out.Findings)
	}
	style, err := out.state.wordStyle("contract")
	if err != nil {
		t.Fatal(err)
	}
	var jobs []officeJob
	for _, r := range out.Reviews {
		for i, red := range r.Redlines {
			base := filepath.Join(dir, name+"."+r.Agreement.ID+"."+string(red.Lang))
			write := func(kind string, d *doc.Resolved) {
				d = d.With(d.Blocks)
				d.Contents = false
				data, err := docx.Render(d, docx.Meta{Title: "A", Author: "B", Lang: red.Lang, Date: out.state.fileDate(), Style: style})
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(base+"."+kind+".docx", data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			write("redline", red.Resolved)
			write("contract", r.Texts[i].Own)
			write("standard", r.Texts[i].Standard)
			label := name + " " + r.Agreement.ID + " " + string(red.Lang)
			jobs = append(jobs,
				officeJob{In: base + ".redline.docx", Out: base + ".accepted.txt", Command: ".uno:AcceptAllTrackedChanges", Text: true, name: label + " accepted", want: base + ".contract.txt"},
				officeJob{In: base + ".redline.docx", Out: base + ".rejected.txt", Command: ".uno:RejectAllTrackedChanges", Text: true, name: label + " rejected", want: base + ".standard.txt"},
				officeJob{In: base + ".contract.docx", Out: base + ".contract.txt", Text: true},
				officeJob{In: base + ".standard.docx", Out: base + ".standard.txt", Text: true},
			)
		}
	}
	return jobs
}

// inOffice lets LibreOffice do all jobs in one run, and compares what came out.
func inOffice(t *testing.T, dir string, jobs []officeJob) {
	t.Helper()
	runOffice(t, dir, jobs)
	for _, j := range jobs {
		if j.want != "" {
			sameWords(t, j.name, j.Out, j.want)
		}
	}
}

// runOffice lets LibreOffice do a list of jobs, as its script reads them.
func runOffice(t *testing.T, dir string, jobs any) {
	t.Helper()
	list, err := json.Marshal(jobs)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "jobs.json")
	if err := os.WriteFile(path, list, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("/usr/bin/python3", office, path).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice and python3-uno are needed for conformance tests: %v: %s", err, out)
	}
}

// sameWords compares two files of text line by line, blank lines and white space
// apart.
func sameWords(t *testing.T, name, got, want string) {
	t.Helper()
	g, w := linesOf(t, got), linesOf(t, want)
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("%s: line %d of %d and %d\n got %q\nwant %q", name, i+1, len(g), len(w), at(g, i), at(w, i))
			for k := i + 1; k < i+8; k++ {
				t.Logf("%q | %q", at(g, k), at(w, k))
			}
			return
		}
	}
	if len(g) < 50 {
		t.Errorf("%s has %d lines", name, len(g))
	}
}

func linesOf(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if words := strings.Join(strings.Fields(line), " "); words != "" {
			out = append(out, words)
		}
	}
	return out
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
