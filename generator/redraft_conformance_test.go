//go:build conformance

package generator

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEditedInLibreOffice: three values and one sub-clause are edited in LibreOffice,
// with and without tracking, and saved there as Word files. They come back as
// exactly these four changes, and a file that was only saved there as none.
func TestEditedInLibreOffice(t *testing.T) {
	t.Parallel()
	type job struct {
		In    string      `json:"in"`
		Out   string      `json:"out"`
		Track bool        `json:"track"`
		Edits [][2]string `json:"edits"`
	}
	dir := t.TempDir()
	files := negotiable(t, "two-party")
	english := [][2]string{
		{"ninety (90) days", "sixty (60) days"}, {"osp@northfield.example", "contracts@northfield.example"}, {"March 15, 2025", "March 20, 2025"},
		{"Headings serve only for orientation", "Headings serve for orientation only"},
	}
	korean := [][2]string{
		{"90일", "60일"}, {"osp@northfield.example", "contracts@northfield.example"}, {"2025. 3. 15.", "2025. 3. 20."},
		{"발생한 날을 산입하지 아니한다", "발생한 날을 세지 아니한다"},
	}
	var jobs []job
	for _, one := range []struct {
		file  string
		edits [][2]string
	}{{"us1.en", english}, {"us1.ko", korean}, {"us1.en-ko", english}} {
		for _, track := range []bool{false, true} {
			in := filepath.Join(dir, one.file+".docx")
			if err := os.WriteFile(in, files["agreement/"+one.file+".docx"], 0o644); err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(dir, one.file+map[bool]string{true: ".tracked.docx", false: ".edited.docx"}[track])
			jobs = append(jobs, job{in, out, track, one.edits})
		}
		saved := filepath.Join(dir, one.file+".saved.docx") // as LibreOffice writes it, without an edit
		jobs = append(jobs, job{filepath.Join(dir, one.file+".docx"), saved, false, nil})
	}
	runOffice(t, dir, jobs)
	for _, j := range jobs {
		data, err := os.ReadFile(j.Out)
		if err != nil {
			t.Fatal(err)
		}
		out := imported(t, "two-party", data, "US1")
		if j.Edits == nil {
			if len(out.Changes)+len(out.Findings) > 0 {
				t.Errorf("%s: %v: %v", filepath.Base(j.Out), out.Changes, out.Findings)
			}
			continue
		}
		var paths []string
		for _, c := range out.Changes {
			_, after, _ := strings.Cut(c.EN, " → ")
			path, _, _ := strings.Cut(after, ": ")
			paths = append(paths, path)
		}
		slices.Sort(paths)
		want := []string{"agreements[0].clauses.termination.withdraw_days", "edits[0]", "parties[1].notices.email", "results[1].due"}
		if !slices.Equal(paths, want) {
			t.Errorf("%s: %v: %v", filepath.Base(j.Out), out.Changes, out.Findings)
		}
		for _, f := range out.Findings {
			if f.Code != "EDIT-LANG" && !(f.Code == "WORD-OTHER" && strings.Contains(j.Out, "en-ko")) {
				t.Errorf("%s: %s %s", filepath.Base(j.Out), f.Code, f.Message.EN)
			}
		}
		if out.Text == nil {
			t.Errorf("%s: nothing would be written", filepath.Base(j.Out))
		}
	}
}
