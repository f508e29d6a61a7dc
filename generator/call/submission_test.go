package call

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

func TestSize(t *testing.T) {
	for text, want := range map[string]Size{"10 MiB": 10 << 20, "1 KiB": 1 << 10, " 500 KiB ": 500 << 10} {
		var s Size
		if err := s.UnmarshalText([]byte(text)); err != nil || s != want {
			t.Errorf("%q: %d, %v", text, s, err)
		}
	}
	for _, text := range []string{"", "10", "10MB", "10 MB", "1.5 MiB", "0 KiB", "-1 MiB", "99999999999999999999 MiB", "2000000 MiB"} {
		var s Size
		if err := s.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is read as %d", text, s)
		}
	}
	for s, want := range map[Size]string{0: "0 KiB", 1: "0.1 KiB", 1 << 10: "1 KiB", 80<<10 + 1: "80.1 KiB", 10 << 20: "10 MiB", 10<<20 + 1: "10.1 MiB"} {
		if got := s.String(); got != want {
			t.Errorf("%d bytes: %s, want %s", int64(s), got, want)
		}
	}
}

func TestNaming(t *testing.T) {
	for _, tt := range []struct {
		rule Naming
		name string
		want bool
	}{
		{Naming{}, "아무 이름.pdf", true},
		{Naming{ASCII: true}, "03_letter-US1.pdf", true},
		{Naming{ASCII: true}, "03 letter.pdf", false},
		{Naming{ASCII: true}, "서신.pdf", false},
		{Naming{MaxLength: 6}, "서신.pdf", true},
		{Naming{MaxLength: 5}, "서신.pdf", false},
	} {
		if got := tt.rule.Fits(tt.name); got != tt.want {
			t.Errorf("%+v: %s fits: %t", tt.rule, tt.name, got)
		}
	}
}

func TestTakes(t *testing.T) {
	for _, tt := range []struct {
		formats, name string
		want          bool
	}{
		{"", "a.exe", true}, {"pdf", "a.PDF", true}, {"jpg", "a.jpeg", true}, {"jpeg", "a.jpg", true}, {"pdf docx", "a.png", false}, {"pdf", "a", false},
	} {
		if got := (Asked{Formats: strings.Fields(tt.formats)}).Takes(tt.name); got != tt.want {
			t.Errorf("%q takes %s: %t", tt.formats, tt.name, got)
		}
	}
}

func TestChecklist(t *testing.T) {
	list := Checklist{{Document: "a", Party: "US1", State: Made}, {Document: "a", Party: "JP1", State: Missing}, {Document: "b", State: Made}}
	if got := list.Of("a"); len(got) != 2 || got.All(Made) || !list.Of("b").All(Made) || list.Count(Made) != 2 || (Checklist{}).All(Made) {
		t.Errorf("%+v", got)
	}
	for _, s := range []State{Made, Received, Declared, Missing, NotAsked, Later} {
		if s.Name().EN == "" || s.Name().KO == "" {
			t.Errorf("%s has no name", s)
		}
	}
}

// TestSubmissionFindings: a call that states a limit in a way that nothing can
// be judged by is refused.
func TestSubmissionFindings(t *testing.T) {
	text := string(read(t, "../testdata/limited-call.yaml"))
	v := loadLaw(t, "kr-2024-02-29")
	loaded := func(text string) diag.List {
		c, found := Load("limited-call.yaml", []byte(text))
		_, more := NewRulebook(c, v)
		return append(found, more...)
	}
	if found := loaded(text); len(found) > 0 {
		t.Fatal(found)
	}
	for _, tt := range []struct{ old, new, code, path string }{
		{"form: files", "form: parts", CodeUnknown, "submission.form"},
		{"max_size: 200 KiB", "max_size: 200 kB", "YAML-VALUE", "submission.max_size"},
		{"max_length: 16", "max_length: -1", CodeAmounts, "submission.names.max_length"},
		{"  cite: {source: call, section: {en: \"Handing in\", ko: \"제출 방법\"}, found: true, checked: 2026-11-26}\n", "", CodeCite, "submission.cite"},
		{"formats: [pdf, hwpx]", "formats: [pdf, hwp]", CodeUnknown, "documents[2].formats[1]"},
		{"max_pages: 1\n    cite: {source: call, section: {en: \"Documents, no. 1\"", "max_pages: -1\n    cite: {source: call, section: {en: \"Documents, no. 1\"", CodeAmounts, "documents[0].max_pages"},
		{"file: 3_budget", "file: 3_예산", CodeUnknown, "documents[2].file"},
		{"declared: evidence.trial.ethics_approval", "declared: evidence.trial.approval", "YAML-VALUE", "documents[4].declared"},
	} {
		changed := strings.Replace(text, tt.old, tt.new, 1)
		if changed == text {
			t.Fatalf("nothing changed: %q", tt.old)
		}
		found := loaded(changed)
		if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == tt.code && f.Path == tt.path && f.Place.Line > 0 }) {
			t.Errorf("no %s at %s in %v", tt.code, tt.path, found)
		}
	}
}
