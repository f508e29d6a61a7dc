package call

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/law"
)

const (
	callFolder = "../../data/calls"
	lawFolder  = "../../data/laws"
)

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func report(t testing.TB, found diag.List) {
	t.Helper()
	for _, f := range found {
		t.Errorf("%s: %s: %s %s", f.Place, f.Code, f.Message.EN, f.Path)
	}
}

func load(t testing.TB, name string) *Call {
	t.Helper()
	c, found := Load(name, read(t, filepath.Join(callFolder, name)))
	report(t, found)
	return c
}

// book loads a call with the law that it names.
func book(t testing.TB, name string) *Rulebook {
	t.Helper()
	c := load(t, name)
	b, found := NewRulebook(c, loadLaw(t, c.LawVersion))
	report(t, found)
	return b
}

func loadLaw(t testing.TB, id string) *law.Version {
	t.Helper()
	v, found := law.Load(id+".yaml", read(t, filepath.Join(lawFolder, id+".yaml")))
	report(t, found)
	return v
}

// Every call in data/calls loads, cites provisions that exist, and its rules
// come out as their own tests say.
func TestCallFiles(t *testing.T) {
	names, err := filepath.Glob(callFolder + "/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no calls: %v", err)
	}
	for _, path := range names {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			c := load(t, name)
			if want := strings.TrimSuffix(name, ".yaml"); c.ID != want {
				t.Errorf("id is %q, want the file's name %q", c.ID, want)
			}
			b, found := NewRulebook(c, loadLaw(t, c.LawVersion))
			report(t, found)
			report(t, b.SelfTest())
		})
	}
}
