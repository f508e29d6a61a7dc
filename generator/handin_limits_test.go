package generator

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// limitedCall reads the call of the tests that limits what is handed in.
func limitedCall(t *testing.T) *call.Call {
	t.Helper()
	text, err := os.ReadFile("testdata/limited-call.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, found := call.Load("limited-call.yaml", text)
	for _, f := range found {
		t.Fatalf("%s %s: %s", f.Code, f.Place, f.Message.EN)
	}
	return c
}

// limitedState loads the bundled example for the documents of that call.
func limitedState(t *testing.T, edit func(text string) string) *state {
	t.Helper()
	text, err := fs.ReadFile(data.Files, "examples/two-party.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const letter = "received/two-party/loi-us1-signed.pdf"
	paper, err := fs.ReadFile(data.Files, "examples/"+letter)
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{"p.yaml": {Data: []byte(edit(string(text)))}, letter: {Data: paper}, "received/registration.txt": {Data: []byte("registered")}}
	s, err := load(World{Dir: dir, Name: "p.yaml"}, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	c, own := limitedCall(t), *s.call // others use the one of the data, too
	own.Documents, own.Submission = c.Documents, c.Submission
	s.call = &own
	s.rulebook = &call.Rulebook{Call: &own, Law: s.law, Rules: s.rulebook.Rules}
	return s
}

// TestHandedInByFile builds an example for a call that takes files one by one
// and limits them: the files stand in the call's order under its names, each
// document has its state, and each limit that is exceeded is named.
func TestHandedInByFile(t *testing.T) {
	s := limitedState(t, func(text string) string {
		text = strings.Replace(text, "ethics_approval: false", "ethics_approval: true", 1)
		return text + "  - {for: business-registration-US1, file: received/registration.txt, date: 2024-05-01}\n"
	})
	s.project.Evidence.Trial.EthicsApproval = true
	var out Outcome
	if err := s.run(&out); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range out.Files {
		if name, ok := strings.CutPrefix(f.Path, "submission/"); ok {
			names = append(names, name)
		}
		if strings.HasSuffix(f.Path, ".zip") {
			t.Errorf("there is an archive, too: %s", f.Path)
		}
	}
	want := []string{"1_letter_US1.pdf", "2_plan.pdf", "2_plan-2.pdf", "3_budget.xlsx", "4_registration_US1.txt", "6_contract_us1.pdf"}
	if !slices.Equal(names, want) {
		t.Errorf("handed in: %v\nwant %v", names, want)
	}
	var states []string
	for _, i := range out.Checklist {
		states = append(states, i.Document+i.Party+i.Agreement+" "+string(i.State))
	}
	wantStates := []string{"letterUS1 received", "plan made", "budget made", "registrationUS1 received", "approval declared", "contractus1 later"}
	if !slices.Equal(states, wantStates) {
		t.Errorf("states: %v\nwant %v", states, wantStates)
	}
	var codes []string
	for _, f := range s.settled() {
		if strings.HasPrefix(f.Code, "PACK-") {
			codes = append(codes, f.Code+" "+f.Path+" "+f.Message.EN)
			if f.Severity != diag.Unmet || f.Message.KO == "" || f.Fix.IsZero() || f.Why.IsZero() || f.Place.Line == 0 {
				t.Errorf("%+v", f)
			}
		}
	}
	for _, want := range []string{
		`PACK-FILE-SIZE received[0].file 1_letter_US1.pdf for “Letter of intent” has 81.3 KiB, more than the 80 KiB that the call takes`,
		`PACK-FILE-PAGES project.call 2_plan-2.pdf for “Plan of cooperation” has 2 pages, more than the 1 that the call takes`,
		`PACK-FILE-FORMAT budget 3_budget.xlsx for “Budget” has a format that the call does not take`,
		`PACK-FILE-NAME received[1].file the file name 4_registration_US1.txt for “Business registration” is not as the call asks`,
		`PACK-TOTAL project.call what is handed in, submission/, has`,
	} {
		if !slices.ContainsFunc(codes, func(c string) bool { return strings.HasPrefix(c, want) }) {
			t.Errorf("not found: %s\nin\n%s", want, strings.Join(codes, "\n"))
		}
	}
	if slices.ContainsFunc(codes, func(c string) bool { return strings.Contains(c, "6_contract") }) {
		t.Errorf("a document that is due later is judged now: %v", codes)
	}
}

// TestOverLimit: what is exactly at a limit fits, one more does not.
func TestOverLimit(t *testing.T) {
	s := limitedState(t, func(text string) string { return text })
	letter := s.call.Documents[0]
	for _, tt := range []struct {
		name string
		file enclosed
		want string
	}{
		{"at the limits", enclosed{name: "1_letter_US1.pdf", data: make([]byte, 80<<10), pages: 1}, ""},
		{"a byte more", enclosed{name: "1_letter_US1.pdf", data: make([]byte, 80<<10+1), pages: 1}, "PACK-FILE-SIZE"},
		{"a page more", enclosed{name: "1_letter_US1.PDF", pages: 2}, "PACK-FILE-PAGES"},
		{"a picture", enclosed{name: "1_letter_US1.png"}, "PACK-FILE-FORMAT"},
		{"a longer name", enclosed{name: "1_letter_US12.pdf"}, "PACK-FILE-NAME"},
		{"a Korean name", enclosed{name: "1_서신_US1.pdf"}, "PACK-FILE-NAME"},
	} {
		tt.file.path, tt.file.from = "letters[0]", "letters/x.pdf"
		codes := ""
		for _, f := range s.overLimit(letter, tt.file) {
			codes += f.Code
		}
		if codes != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, codes, tt.want)
		}
	}
	for _, d := range s.call.Documents {
		d.MaxSize, d.MaxPages, d.Formats = 0, 0, nil
		if found := s.overLimit(d, enclosed{name: "a.exe", data: make([]byte, 1<<20), pages: 9000}); len(found) > 0 {
			t.Errorf("a limit that no call states: %v", found)
		}
	}
}
