package source

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// mustDecode returns a file that is expected to be in order.
func mustDecode(t *testing.T, text string) *File {
	t.Helper()
	f, found := Decode("project.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatalf("Decode found %s", codes(found))
	}
	return f
}

// codes prints findings as code@line:column path, one a line.
func codes(found diag.List) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, strings.TrimSpace(f.Code+"@"+strings.TrimPrefix(f.Place.String(), f.Place.File+":")+" "+f.Path))
	}
	return strings.Join(lines, "\n")
}

const sample = `# a comment
project: two-party
parties:
  - id: KR1
    name:
      en: "Saebyeok \"Hospital\""
      ko: 새벽가상대학교병원   # 이름
  - id: US1
    name: {en: 'Northfield''s School', ko: null}
budget:
  registration: 0123
  start: 2024-07-01
  indirect: 82_000_000
  note: |
    line one
    line two
  shared: &rate 1,380.00
  again: *rate
  none:
"a.b": [x, [y]]
`

func TestValuesKeepTextAndPlace(t *testing.T) {
	f := mustDecode(t, sample)
	for _, c := range []struct {
		path, text string
		kind       Kind
		line, col  int
		width      int
	}{
		{"", "", Map, 2, 1, 7},
		{"project", "two-party", String, 2, 10, 9},
		{"parties", "", List, 4, 3, 1},
		{"parties[0]", "", Map, 4, 5, 2},
		{"parties[0].name.en", `Saebyeok "Hospital"`, String, 6, 11, 23},
		{"parties[0].name.ko", "새벽가상대학교병원", String, 7, 11, 9},
		{"parties[1].name", "", Map, 9, 11, 1},
		{"parties[1].name.en", "Northfield's School", String, 9, 16, 22},
		{"parties[1].name.ko", "null", Null, 9, 44, 4},
		{"budget.registration", "0123", String, 11, 17, 4},
		{"budget.start", "2024-07-01", String, 12, 10, 10},
		{"budget.indirect", "82_000_000", Number, 13, 13, 10},
		{"budget.note", "line one\nline two\n", String, 14, 9, 1},
		{"budget.shared", "1,380.00", String, 17, 17, 8},
		{"budget.again", "1,380.00", String, 18, 10, 5},
		{"budget.none", "", Null, 19, 8, 1},
		{`["a.b"]`, "", List, 20, 8, 1},
		{`["a.b"][1][0]`, "y", String, 20, 13, 1},
	} {
		v := f.Root.Find(c.path)
		if v == nil {
			t.Errorf("%s: not found", c.path)
			continue
		}
		want := diag.Place{File: "project.yaml", Line: c.line, Column: c.col, Width: c.width}
		if v.Kind != c.kind || v.Text != c.text || v.Place != want || v.Path != c.path {
			t.Errorf("%s: got kind %d, %q, %v width %d, path %s", c.path, v.Kind, v.Text, v.Place, v.Place.Width, v.Path)
		}
	}
}

func TestPlaceOfWhatIsAbsent(t *testing.T) {
	f := mustDecode(t, sample)
	for _, c := range []struct{ path, place, key string }{
		{"budget.indirect", "13:13", "13:3"},
		{"budget.direct", "10:1", "10:1"},
		{"parties[1].role", "8:5", "8:5"},
		{"parties[7].role", "3:1", "3:1"},
		{"parties[0].name.fr", "5:5", "5:5"},
		{"nothing.here", "2:1", "2:1"},
		{"not a [path", "2:1", "2:1"},
	} {
		if got := f.Place(c.path).String(); got != "project.yaml:"+c.place {
			t.Errorf("Place(%s) = %s, want %s", c.path, got, c.place)
		}
		if got := f.KeyPlace(c.path).String(); got != "project.yaml:"+c.key {
			t.Errorf("KeyPlace(%s) = %s, want %s", c.path, got, c.key)
		}
	}
	empty, _ := Decode("none.yaml", nil)
	if got := empty.Place("a.b"); got != (diag.Place{File: "none.yaml"}) {
		t.Errorf("place in an empty file = %v", got)
	}
}

func TestValueLeftOutAtTheEndStandsInTheFile(t *testing.T) {
	for text, want := range map[string]string{"? A": "project.yaml:1:4", "a:\n  ? 가나": "project.yaml:2:7", "A:": "project.yaml:1:3"} {
		v := mustDecode(t, text).Root
		for v.Kind == Map {
			v = v.Entries[0].Value
		}
		if v.Kind != Null || v.Place.String() != want {
			t.Errorf("%q: kind %d at %s, want %s", text, v.Kind, v.Place, want)
		}
	}
}

func TestWalkKeepsWrittenOrder(t *testing.T) {
	var paths []string
	mustDecode(t, "z: 1\na: [x, {k: v}]\nm: {}\n").Root.Walk(func(v *Value) { paths = append(paths, v.Path) })
	want := []string{"", "z", "a", "a[0]", "a[1]", "a[1].k", "m"}
	if !slices.Equal(paths, want) {
		t.Errorf("walked %q, want %q", paths, want)
	}
}

func TestPathsReadBack(t *testing.T) {
	for _, c := range []struct {
		path, want string
		steps      []step
	}{
		{"", "", nil},
		{Child("", "a"), "a", []step{{key: "a"}}},
		{Child(Item(Child("", "parties"), 12), "이름"), "parties[12].이름", []step{{key: "parties"}, {index: 12, item: true}, {key: "이름"}}},
		{Item(Item("", 0), 1), "[0][1]", []step{{item: true}, {index: 1, item: true}}},
		{Child(Child("x", "a.b"), "c"), `x["a.b"].c`, []step{{key: "x"}, {key: "a.b"}, {key: "c"}}},
		{Child("x", ""), `x[""]`, []step{{key: "x"}, {key: ""}}},
		{Child("", `"]`), `["\"]"]`, []step{{key: `"]`}}},
		{Child("x", "two words"), `x["two words"]`, []step{{key: "x"}, {key: "two words"}}},
		{Child("x", "0"), "x.0", []step{{key: "x"}, {key: "0"}}},
	} {
		got, ok := parsePath(c.path)
		if c.path != c.want || !ok || !slices.Equal(got, c.steps) {
			t.Errorf("%s, want %s: steps %v, %v", c.path, c.want, got, ok)
		}
	}
	for _, bad := range []string{".a", "a.", "a..b", "a[", "a[x]", "a[-1]", "a]b[", `a["b]`, "a[1]b"} {
		if got, ok := parsePath(bad); ok {
			t.Errorf("parsePath(%s) = %v, want none", bad, got)
		}
	}
}

func TestNilValueAnswers(t *testing.T) {
	var v *Value
	v.Walk(func(*Value) { t.Error("visited nothing") })
	if v.Get("a") != nil || v.Find("a.b[1]") != nil || v.KeyPlace() != (diag.Place{}) {
		t.Error("a nil value must hold nothing")
	}
}
