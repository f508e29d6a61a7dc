package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const patched = `# head
budget:   # the money
  rates:
    - currency: USD
      krw_per_unit: "1380.00"
  institutions:
    - {party: KR1, allowance: [60_000_000, 0, 80_000_000]}   # given
  # who works
  people:
    - id: H1
      name: {en: Nurse, ko: 간호사}   # one
      monthly: 4_400_000
      participation: [100, 50.0]

    # --- second ---
    - id: H2
      name:
        en: 'It''s an engineer'
        ko: >-
          엔지니어
          한 명
      monthly: 600
      support_staff: true

  lines: []
  note: |
    first
    second

  end: yes, no
`

func TestPatch(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits []Edit
		diff  []string // lines taken away with -, lines added with +
	}{
		{"nothing", nil, nil},
		{"a number keeps its underscores", []Edit{Set("budget.people[0].monthly", NewNumber("12400000"))},
			[]string{"-      monthly: 4_400_000", "+      monthly: 12_400_000"}},
		{"a short number follows the file", []Edit{Set("budget.people[1].monthly", NewNumber("600000"))},
			[]string{"-      monthly: 600", "+      monthly: 600_000"}},
		{"a quoted number keeps quotes and decimals", []Edit{Set("budget.rates[0].krw_per_unit", NewNumber("1390"))},
			[]string{`-      krw_per_unit: "1380.00"`, `+      krw_per_unit: "1390.00"`}},
		{"an item of a list in brackets", []Edit{Set("budget.people[0].participation[1]", NewNumber("62.5"))},
			[]string{"-      participation: [100, 50.0]", "+      participation: [100, 62.5]"}},
		{"one language in braces, with a comment behind", []Edit{Set("budget.people[0].name.en", NewText("Nurse, senior"))},
			[]string{"-      name: {en: Nurse, ko: 간호사}   # one", `+      name: {en: "Nurse, senior", ko: 간호사}   # one`}},
		{"single quotes stay", []Edit{Set("budget.people[1].name.en", NewText("It's two"))},
			[]string{"-        en: 'It''s an engineer'", "+        en: 'It''s two'"}},
		{"a folded block stays", []Edit{Set("budget.people[1].name.ko", NewText("기사"))},
			[]string{"-          엔지니어", "-          한 명", "+          기사"}},
		{"a literal block stays", []Edit{Set("budget.note", NewText("first\n\nthird"))},
			[]string{"-    second", "+", "+    third"}},
		{"a text that would be a number is quoted", []Edit{Set("budget.end", NewText("2024"))},
			[]string{"-  end: yes, no", `+  end: "2024"`}},
		{"a text that would be a comment is quoted", []Edit{Set("budget.end", NewText("a # b: c"))},
			[]string{"-  end: yes, no", `+  end: "a # b: c"`}},
		{"an item in the manner of the last", []Edit{Append("budget.people", mapped("id", NewText("H3"), "monthly", NewNumber("5000000"),
			"name", mapped("en", NewText("Cook"), "ko", NewText("조리사"))))},
			[]string{"+    - id: H3", "+      name:", "+        en: Cook", "+        ko: 조리사", "+      monthly: 5_000_000"}},
		{"an item in braces like the last", []Edit{Append("budget.institutions", mapped("party", NewText("KR2"), "allowance", NewList(NewNumber("1000"), NewNumber("0"), NewNumber("3"))))},
			[]string{"+    - {party: KR2, allowance: [1_000, 0, 3]}"}},
		{"the first items of an empty list", []Edit{
			Append("budget.lines", mapped("id", NewText("L1"), "item", mapped("en", NewText("Server"), "ko", NewText("서버")))),
			Append("budget.lines", mapped("id", NewText("L2")))},
			[]string{"-  lines: []", "+  lines:", "+    - id: L1", "+      item: {en: Server, ko: 서버}", "+    - id: L2"}},
		{"an entry at the end of a group", []Edit{Insert("budget.people[0]", "new_hire", NewBool(true))},
			[]string{"+      new_hire: true"}},
		{"an entry in braces", []Edit{Insert("budget.institutions[0]", "indirect_rate", NewNumber("25"))},
			[]string{"-    - {party: KR1, allowance: [60_000_000, 0, 80_000_000]}   # given", "+    - {party: KR1, allowance: [60_000_000, 0, 80_000_000], indirect_rate: 25}   # given"}},
		{"an item goes, comments stay", []Edit{Remove("budget.people[0]")},
			[]string{"-    - id: H1", "-      name: {en: Nurse, ko: 간호사}   # one", "-      monthly: 4_400_000", "-      participation: [100, 50.0]"}},
		{"the last item goes and another comes", []Edit{Remove("budget.people[1]"), Append("budget.people", mapped("id", NewText("H9")))},
			[]string{"-    - id: H2", "-      name:", "-        en: 'It''s an engineer'", "-        ko: >-", "-          엔지니어", "-          한 명", "-      monthly: 600", "-      support_staff: true",
				"+    - id: H9"}},
		{"a list loses all", []Edit{Remove("budget.rates[0]")},
			[]string{"-  rates:", "-    - currency: USD", `-      krw_per_unit: "1380.00"`, "+  rates: []"}},
		{"an entry goes", []Edit{Remove("budget.people[1].support_staff")}, []string{"-      support_staff: true"}},
		{"the first entry of an item goes", []Edit{Remove("budget.rates[0].currency")},
			[]string{"-    - currency: USD", `-      krw_per_unit: "1380.00"`, `+    - krw_per_unit: "1380.00"`}},
		{"an entry in braces goes", []Edit{Remove("budget.institutions[0].allowance")},
			[]string{"-    - {party: KR1, allowance: [60_000_000, 0, 80_000_000]}   # given", "+    - {party: KR1}   # given"}},
		{"an item in brackets goes", []Edit{Remove("budget.institutions[0].allowance[0]")},
			[]string{"-    - {party: KR1, allowance: [60_000_000, 0, 80_000_000]}   # given", "+    - {party: KR1, allowance: [0, 80_000_000]}   # given"}},
	} {
		for _, newline := range []string{"\n", "\r\n"} {
			f, found := Decode("p.yaml", []byte(strings.ReplaceAll(patched, "\n", newline)))
			if len(found) > 0 {
				t.Fatal(found)
			}
			out, found := Patch(f, fresh(c.edits))
			if len(found) > 0 {
				t.Errorf("%s: %v", c.name, found)
				continue
			}
			if diff := cmp.Diff(c.diff, changed(strings.ReplaceAll(patched, "\n", newline), string(out), newline)); diff != "" {
				t.Errorf("%s (%q):\n%s\n%s", c.name, newline, diff, out)
			}
		}
	}
}

// fresh copies edits, since a patch orders the entries of new items.
func fresh(edits []Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		if e.value != nil {
			e.value = clone(e.value)
		}
		out = append(out, e)
	}
	return out
}

func mapped(pairs ...any) *Value {
	m := NewMap()
	for i := 0; i < len(pairs); i += 2 {
		m.Put(pairs[i].(string), pairs[i+1].(*Value))
	}
	return m
}

// changed lists the lines between the common beginning and end of two texts,
// lines that both have left out.
func changed(before, after, newline string) []string {
	a, b := strings.Split(before, newline), strings.Split(after, newline)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out []string
	for _, line := range a {
		out = append(out, "-"+line)
	}
	for _, line := range b {
		out = append(out, "+"+line)
	}
	return out
}

func TestPatchRefuses(t *testing.T) {
	for _, c := range []struct {
		name, text string
		edit       Edit
	}{
		{"an anchor", "a: &x 1\nb: *x\n", Set("a", NewNumber("2"))},
		{"an alias", "a: &x 1\nb: *x\n", Set("b", NewNumber("2"))},
		{"below an anchor", "a: &x {c: 1}\nb: *x\n", Set("a.c", NewNumber("2"))},
		{"below an alias", "a: &x {c: 1}\nb: *x\n", Set("b.c", NewNumber("2"))},
		{"an anchor that goes", "a: [&x 1, 2]\nb: *x\n", Remove("a[0]")},
		{"nothing there", "a: 1\n", Set("b", NewNumber("2"))},
		{"a group", "a: {b: 1}\n", Set("a", NewNumber("2"))},
		{"a key twice", "a: 1\n", Insert("", "a", NewNumber("2"))},
		{"an explicit key", "? a\n: - 1\n", Remove("a[0]")},
		{"a comment in the way", "a:\n  - b: 1 # why\n    c: 2\n", Remove("a[0].b")},
	} {
		f, _ := Decode("p.yaml", []byte(c.text))
		out, found := Patch(f, []Edit{c.edit})
		if out != nil || len(found) != 1 || found[0].Code != CodePatch {
			t.Errorf("%s: %q %v", c.name, out, found)
		}
	}
}

func TestPatchOddTexts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		edits      []Edit
		want       string
	}{
		{"no line feed at the end", "a:\n  - b: 1", []Edit{Append("a", mapped("b", NewNumber("2")))}, "a:\n  - b: 1\n  - b: 2"},
		{"blank lines between items", "a:\n  - b: 1\n\n  - b: 2\n\nc: 1\n", []Edit{Append("a", mapped("b", NewNumber("3")))}, "a:\n  - b: 1\n\n  - b: 2\n\n  - b: 3\n\nc: 1\n"},
		{"a mark of the encoding", "\ufeffa: 1\n", []Edit{Set("a", NewNumber("2"))}, "\ufeffa: 2\n"},
		{"a dash in a line of its own", "a:\n  -\n    b: 1\n  -\n    b: 2\n", []Edit{Remove("a[0]"), Append("a", mapped("b", NewNumber("3")))},
			"a:\n  -\n    b: 2\n  -\n    b: 3\n"},
		{"wide dashes", "a:\n-   b: 1\n    c: 1\n", []Edit{Append("a", mapped("b", NewNumber("2"), "c", NewNumber("3")))}, "a:\n-   b: 1\n    c: 1\n-   b: 2\n    c: 3\n"},
		{"no value", "a:\nb: # c\n", []Edit{Set("a", NewNumber("1")), Set("b", NewText("x"))}, "a: 1\nb: x # c\n"},
		{"null", "a: ~\n", []Edit{Set("a", NewText("x"))}, "a: x\n"},
		{"a text over two lines", "a: b\n  c # d\ne: f\n", []Edit{Set("a", NewText("g"))}, "a: g # d\ne: f\n"},
		{"apostrophes in brackets", "a: {b: it's, c: [1, 2]} # {\n", []Edit{Insert("a", "d", NewBool(false))}, "a: {b: it's, c: [1, 2], d: false} # {\n"},
		{"no values", "a: {}\nb: []\nc:\n", []Edit{Insert("a", "x", NewNumber("1")), Append("b", NewNumber("1")), Append("c", NewNumber("2"))}, "a: {x: 1}\nb: [1]\nc: [2]\n"},
		{"a list over several lines", "a: [\n  {b: 1}, # one\n  {b: 2}  # two\n]\n", []Edit{Append("a", mapped("b", NewNumber("3")))}, "a: [\n  {b: 1}, # one\n  {b: 2},\n  {b: 3}  # two\n]\n"},
	} {
		f, _ := Decode("p.yaml", []byte(c.text))
		out, found := Patch(f, c.edits)
		if string(out) != c.want {
			t.Errorf("%s: %q %v", c.name, out, found)
		}
	}
}

// A new entry brings its comment along, above it and as far in as it is.
func TestPatchNotes(t *testing.T) {
	const before = "agreements:\n  - id: a1 # the only one\n    clauses:\n      term: {}\nparties: {a: 1}\n"
	f, _ := Decode("project.yaml", []byte(before))
	option := NewMap()
	option.Put("option", NewText("plain").Noted("each keeps its own"))
	slots := NewMap()
	slots.Put("forum", NewText("kcab").Noted("near the lead"))
	got, found := Patch(f, []Edit{
		Insert("agreements[0].clauses", "ownership", option.Noted("guide: who owns")),
		Insert("agreements[0]", "package", NewText("short").Noted("small")),
		Insert("agreements[0]", "extra", slots),
		Insert("parties", "b", NewText("x").Noted("not in brackets")),
	})
	want := "agreements:\n  - id: a1 # the only one\n    clauses:\n      term: {}\n" +
		"      # guide: who owns\n      ownership:\n        # each keeps its own\n        option: plain\n" +
		"    # small\n    package: short\n    extra:\n      # near the lead\n      forum: kcab\nparties: {a: 1, b: x}\n"
	if len(found) > 0 || string(got) != want {
		t.Errorf("%v\n%s", found, got)
	}
}
