package generator_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

const signedLetter = "received/two-party/loi-us1-signed.pdf"

// receive returns the two-party example with one more file that came in.
func receive(t *testing.T, entry node, files fstest.MapFS) generator.World {
	t.Helper()
	p := example(t, "two-party")
	p["received"] = append(list(p, "received"), entry)
	w := world(t, "two-party", p)
	for name, f := range files {
		w.Dir.(fstest.MapFS)[name] = f
	}
	return w
}

func codesAt(found diag.List, path string) []string {
	var codes []string
	for _, f := range found {
		if strings.HasPrefix(f.Path, path) {
			codes = append(codes, f.Code+" "+f.Severity.String())
		}
	}
	return codes
}

// TestReceivedFiles: each way in which a file can be unusable has its finding,
// at its place, in both languages.
func TestReceivedFiles(t *testing.T) {
	pdf := world(t, "two-party", example(t, "two-party")).Dir.(fstest.MapFS)[signedLetter].Data
	sum := sha256.Sum256(pdf)
	hash := hex.EncodeToString(sum[:])
	for _, tt := range []struct {
		name, file string
		content    *fstest.MapFile
		sha256     string
		want       string
	}{
		{"sound", "a.pdf", &fstest.MapFile{Data: pdf}, "", ""},
		{"with its hash", "a.pdf", &fstest.MapFile{Data: pdf}, strings.ToUpper(hash), ""},
		{"a link within the folder", "a.pdf", &fstest.MapFile{Data: []byte(signedLetter), Mode: fs.ModeSymlink}, "", ""},
		{"missing", "a.pdf", nil, "", "RECV-MISSING unmet"},
		{"a folder", "received/two-party", nil, "", "RECV-FILE unmet"},
		{"a link to elsewhere", "a.pdf", &fstest.MapFile{Data: []byte("../a.pdf"), Mode: fs.ModeSymlink}, "", "RECV-LINK unmet"},
		{"a link from the root", "a.pdf", &fstest.MapFile{Data: []byte("/etc/hosts"), Mode: fs.ModeSymlink}, "", "RECV-LINK unmet"},
		{"a link to itself", "a.pdf", &fstest.MapFile{Data: []byte("a.pdf"), Mode: fs.ModeSymlink}, "", "RECV-LINK unmet"},
		{"empty", "a.pdf", &fstest.MapFile{}, "", "RECV-EMPTY unmet"},
		{"another ending", "a.hwp", &fstest.MapFile{Data: pdf}, "", "RECV-ENDING unmet"},
		{"another kind", "a.png", &fstest.MapFile{Data: pdf}, "", "RECV-KIND unmet"},
		{"cut off", "a.pdf", &fstest.MapFile{Data: pdf[:len(pdf)/2]}, "", "RECV-DAMAGED unmet"},
		{"only a beginning", "a.pdf", &fstest.MapFile{Data: []byte("%PDF-1.7\n")}, "", "RECV-DAMAGED unmet"},
		{"too large", "a.pdf", &fstest.MapFile{Data: make([]byte, 50<<20+1)}, "", "RECV-SIZE blocking"},
		{"exchanged", "a.pdf", &fstest.MapFile{Data: append(slices.Clone(pdf), '\n')}, hash, "RECV-HASH blocking"},
	} {
		entry := node{"for": "tax-residence-US1", "file": tt.file, "date": "2024-05-20"}
		if tt.sha256 != "" {
			entry["sha256"] = tt.sha256
		}
		files := fstest.MapFS{}
		if tt.content != nil {
			files[tt.file] = tt.content
		}
		found, err := generator.Loaded(receive(t, entry, files))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(codesAt(found, "received[1]"), ", "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		for _, f := range found {
			if f.Message.EN == "" || f.Message.KO == "" || f.Fix.EN == "" || f.Fix.KO == "" || f.Place.Line == 0 {
				t.Errorf("%s: %+v", tt.name, f)
			}
		}
	}
}

// TestReceivedTogether: many files that each are small enough are bounded, too.
func TestReceivedTogether(t *testing.T) {
	p := example(t, "two-party")
	w := world(t, "two-party", p)
	big := append(slices.Clone(w.Dir.(fstest.MapFS)[signedLetter].Data), make([]byte, 49<<20)...)
	files := list(p, "received")
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		files = append(files, node{"for": "tax-residence-US1", "file": name + ".pdf", "date": "2024-05-20"})
	}
	p["received"] = files
	w = world(t, "two-party", p)
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		w.Dir.(fstest.MapFS)[name+".pdf"] = &fstest.MapFile{Data: big}
	}
	found, err := generator.Loaded(w)
	if err != nil {
		t.Fatal(err)
	}
	if got := codesAt(found, "received[5]"); !slices.Contains(got, "RECV-SIZE blocking") {
		t.Errorf("%v", got)
	}
	if got := codesAt(found, "received[4]"); slices.Contains(got, "RECV-SIZE blocking") {
		t.Errorf("%v", got)
	}
}

// TestOneFactOnce: what is wrong with the file of a signed letter is said once,
// by the finding about the file; that there is no file, by the rule that asks
// for the letter.
func TestOneFactOnce(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"missing", nil, "CALL-LOI unmet"},
		{"cut off", []byte("%PDF-1.7\n"), "RECV-DAMAGED unmet"},
	} {
		w := world(t, "two-party", example(t, "two-party"))
		delete(w.Dir.(fstest.MapFS), signedLetter)
		if tt.data != nil {
			w.Dir.(fstest.MapFS)[signedLetter] = &fstest.MapFile{Data: tt.data}
		}
		found, err := generator.Judge(w, call.Application)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(codesAt(found, "received[0]"), ", "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestReceivedFor: a file is for something that exists, and a slip of the pen is
// met with what was meant.
func TestReceivedFor(t *testing.T) {
	cases := []struct{ what, near string }{
		{"loi-us1", ""}, {"us1", ""}, {"excellence-US1", ""}, {"ethics_approval", ""}, {"trial_exemption_proof", ""}, {"recognition", ""},
		{"business-registration-KR1", ""}, {"irb-approval-US1", ""}, {"mfds-consultation", ""}, {"nda-US1", ""},
		{"transfer-proof-US1-1", ""}, {"travel-report-L108", ""}, {"audit-opinion-KR1", ""}, {"transfer-proof-US1-9", "transfer-proof-US1-1"}, {"pledge-cash-KR1", ""},
		{"loi-us2", "loi-us1"}, {"ethics-approvel", "ethics_approval"}, {"busines-registration-US1", "business-registration-US1"},
		{"tax-residence-US9", "tax-residence-US1"}, {"letter-US1", "-"}, {"budget", "-"}, {"whatever", "-"},
	}
	p := example(t, "two-party")
	var entries []any
	for _, c := range cases {
		entries = append(entries, node{"for": c.what, "file": "a.txt", "date": "2024-05-20"})
	}
	p["received"] = entries
	w := world(t, "two-party", p)
	w.Dir.(fstest.MapFS)["a.txt"] = &fstest.MapFile{Data: []byte("a")}
	_, found, err := generator.Texts(w)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		at := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Path == source.Item("received", i)+".for" })
		switch {
		case c.near == "" && at >= 0:
			t.Errorf("%s: %s", c.what, found[at].Message.EN)
		case c.near != "" && (at < 0 || found[at].Code != "RECV-FOR" || found[at].Severity != diag.Blocking):
			t.Errorf("%s is taken", c.what)
		case c.near != "" && c.near != "-" && !strings.Contains(found[at].Fix.EN, "did you mean "+c.near+"?"):
			t.Errorf("%s: %s", c.what, found[at].Fix.EN)
		}
	}
}
