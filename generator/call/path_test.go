package call

import (
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/project"
)

func TestPaths(t *testing.T) {
	tests := []struct {
		path string
		into interface{ UnmarshalText([]byte) error }
		ok   bool
	}{
		{"project.trl.start", new(Path[int64]), true},
		{"project.trl", new(Path[int64]), false},
		{"project.trl.begin", new(Path[int64]), false},
		{"project.id", new(Path[int64]), false},
		{"kpi.sci_papers", new(Path[int64]), true},
		{"project.start", new(Path[calendar.Date]), true},
		{"proposal.linkage", new(Path[project.Text]), true},
		{"proposal.linkage.en", new(Path[project.Text]), false},
		{"evidence.trial.required", new(Path[bool]), true},
		{"evidence.trial.required", new(scalarPath), true},
		{"project.start", new(scalarPath), true},
		{"project.title", new(scalarPath), false},
		{"parties.id", new(scalarPath), false},
		{"parties", new(scalarPath), false},
		{"", new(scalarPath), false},
		{"-", new(scalarPath), false},
		{"letters", new(List), true},
		{"evidence.excellence", new(List), true},
		{"project.id", new(List), false},
		{"project", new(List), false},
	}
	for _, test := range tests {
		if err := test.into.UnmarshalText([]byte(test.path)); (err == nil) != test.ok {
			t.Errorf("%T of %q: %v", test.into, test.path, err)
		}
	}
}

func TestColumns(t *testing.T) {
	var letters List
	if err := letters.UnmarshalText([]byte("letters")); err != nil {
		t.Fatal(err)
	}
	p := &project.Project{Letters: []project.Letter{{ID: "l1", Party: "US1", Excellence: []string{"E1", "E2"}, Reason: project.Text{KO: " "}}}}
	entry := letters.entries(p)[0]
	tests := []struct {
		name string
		want []string
	}{
		{"id", []string{"l1"}},
		{"excellence", []string{"E1", "E2"}},
		{"date", nil},
		{"reason.en", nil},
		{"reason.ko", nil},
	}
	for _, test := range tests {
		c := column{name: test.name}
		if err := c.resolve(letters); err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		got := c.texts(entry)
		if len(got) != len(test.want) || len(got) > 0 && got[0] != test.want[0] {
			t.Errorf("%s = %q, want %q", test.name, got, test.want)
		}
	}
	if got := (column{name: "id"}).pathIn(entry); got != "letters[0].id" {
		t.Errorf("path %q", got)
	}
	bad := column{name: "none"}
	if err := bad.resolve(letters); err == nil {
		t.Error("a column that does not exist is accepted")
	}
}

// A path below a pointer to nothing reads as empty.
func TestPathThroughNilPointer(t *testing.T) {
	var parties List
	if err := parties.UnmarshalText([]byte("parties")); err != nil {
		t.Fatal(err)
	}
	c := column{name: "entity.en"}
	if err := c.resolve(parties); err != nil {
		t.Fatal(err)
	}
	p := &project.Project{Parties: []project.Party{{ID: "A"}, {ID: "B", Entity: &project.Name{EN: "Foundation"}}}}
	entries := parties.entries(p)
	if a, b := c.text(entries[0]), c.text(entries[1]); a != "" || b != "Foundation" {
		t.Errorf("texts %q and %q", a, b)
	}
}
