package source

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator/diag"
)

func TestDecodeFindings(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		tree             bool // a tree is left that can be validated
	}{
		{"in order", "a: 1\n", "", true},
		{"byte order mark and CRLF", "\ufeffa: 1\r\nb: 2\r\n", "", true},
		{"document marks", "---\na: 1\n...\n", "", true},
		{"empty", "", "YAML-BLANK@project.yaml", false},
		{"blank", "\n  \n", "YAML-BLANK@project.yaml", false},
		{"comments only", "# a\n", "YAML-BLANK@project.yaml", false},
		{"marks only", "---\n", "YAML-BLANK@project.yaml", false},
		{"CP949", "a: 1\nb: \xb0\xa1\n", "YAML-TEXT@2:4", false},
		{"UTF-16", "\xff\xfea\x00:\x00", "YAML-TEXT@project.yaml", false},
		{"archive", "PK\x03\x04\x00\xff", "YAML-TEXT@project.yaml", false},
		{"control characters", "a: x\x07y\nb: \x1b\n", "YAML-CHAR@1:5\nYAML-CHAR@2:4", false},
		{"old line ends", "a: 1\rb: 2\r", "YAML-CHAR@1:5\nYAML-CHAR@1:10", false},
		{"private use", "# \ue000\na: \uf8ff\n", "YAML-CHAR@1:3\nYAML-CHAR@2:4", false},
		{"line separator", "a: x\u2028b\n", "YAML-CHAR@1:5", false},
		{"direction mark", "a: x\u202eb\n", "YAML-CHAR@1:5", false},
		{"lost letter", "a: \ufffd\n", "YAML-CHAR@1:4", false},
		{"escaped control character", "a: \"\\u0007\"\n", "YAML-CHAR@1:4 a", true},
		{"escaped private use in a key", "a: {\"\\uE000\": 1}\n", "YAML-CHAR@1:5 a", true},
		{"allowed escapes", `a: "\n\t\u00e9"`, "", true},
		{"two documents", "a: 1\n---\nb: 2\n", "YAML-DOCS@2:1", false},
		{"two empty documents", "a: 1\n---\n", "YAML-DOCS@2:1", false},
		{"text after the end", "a: 1\n...\nb: 2\n", "YAML-SYNTAX@3:1", false},
		{"duplicate keys", "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", "YAML-TWICE@4:3 b.c\nYAML-TWICE@5:1 a", true},
		{"same key quoted", "a: 1\n\"a\": 3\n", "YAML-TWICE@2:1 a", true},
		{"number as key", "y:\n  2024: 1\n", "YAML-NAME@2:3 y", true},
		{"null, bool and map as key", "~: 1\ntrue: 2\n? [x]\n: 3\n", "YAML-NAME@1:1\nYAML-NAME@2:1\nYAML-NAME@3:3", true},
		{"date, zero and yes as key", "2024-07-01: 1\n007: 2\nyes: 3\n", "", true},
		{"braces of a template", "a: {{ name }}\n", "YAML-NAME@1:5 a", true},
		{"long key", strings.Repeat("가", MaxKey+1) + ": 1\n", "YAML-SIZE@1:1", true},
		{"merge key", "a: &a {x: 1}\nb:\n  <<: *a\n", "YAML-MERGE@3:3 b", true},
		{"quoted merge key", "\"<<\": 1\n", "", true},
		{"tags", "a: !!python/object x\nb: !!float 1\nc: !own {d: 1}\n", "YAML-TAG@1:20 a\nYAML-TAG@2:12 b\nYAML-TAG@3:9 c", true},
		{"alias", "a: &x 1\nb: *x\n", "", true},
		{"unknown alias", "a: 1\nb: *x\nc: 2\n", "YAML-ALIAS@2:4", false},
		{"alias of itself", "a: &x\n  b: [*x]\n", "YAML-ALIAS@2:7 a.b[0].b[0]", false},
		{"long text", "a: " + strings.Repeat("x", MaxScalar+1) + "\n", "YAML-SIZE@1:4 a", true},
		{"deep lists", strings.Repeat("[", MaxDepth+1) + strings.Repeat("]", MaxDepth+1), "YAML-DEEP@1:65", false},
		{"deepest allowed", strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), "", true},
		{"long path", longPath(), "YAML-DEEP@5:142", false},
		{"too many lists", strings.Repeat("[", 1<<20), "YAML-DEEP@1:1", false},
		{"too many dashes", strings.Repeat("- ", 1<<19), "YAML-DEEP@1:1", false},
		{"alias bomb", aliasBomb(), "YAML-ALIAS@1:23", false},
		{"too many values", strings.Repeat("- a\n", MaxValues), "YAML-SIZE@200000:3", false},
		{"too large", strings.Repeat("#", MaxFile+1), "YAML-SIZE@project.yaml", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, found := Decode("project.yaml", []byte(c.text))
			if got := codes(found); got != c.want {
				t.Errorf("found\n%s\nwant\n%s", got, c.want)
			}
			if (f.Root != nil) != c.tree {
				t.Errorf("tree left: %v, want %v", f.Root != nil, c.tree)
			}
			checkFindings(t, found)
		})
	}
}

// longPath nests keys that together make a longer path than is allowed.
func longPath() string {
	var b strings.Builder
	for i := range 5 {
		b.WriteString(strings.Repeat("  ", i) + strings.Repeat("k", MaxKey-1) + ":\n")
	}
	text := b.String()
	return strings.TrimSuffix(text, "\n") + "     1\n"
}

// aliasBomb doubles itself twenty times ninefold.
func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a: &a [x, x, x, x, x, x, x, x, x]\n")
	for c := 'b'; c < 'w'; c++ {
		before := "*" + string(c-1) + ", "
		b.WriteString(string(c) + ": &" + string(c) + " [" + strings.Repeat(before, 9) + "]\n")
	}
	return b.String()
}

// checkFindings reports findings that lack a language or a severity.
func checkFindings(t *testing.T, found diag.List) {
	t.Helper()
	for _, f := range found {
		if f.Severity != diag.Blocking || f.Place.File != "project.yaml" {
			t.Errorf("%s: severity %v, file %q", f.Code, f.Severity, f.Place.File)
		}
		for _, text := range []diag.Text{f.Message, f.Why, f.Fix} {
			if (text.EN == "") != (text.KO == "") || strings.Contains(text.EN+text.KO, "%!") {
				t.Errorf("%s: text %q / %q", f.Code, text.EN, text.KO)
			}
		}
		if f.Message.IsZero() {
			t.Errorf("%s has no message", f.Code)
		}
	}
}

func TestSyntaxFindingsNameTheMistake(t *testing.T) {
	for _, c := range []struct{ name, text, place, word string }{
		{"second colon", "a: 1\nb: x: y\nc: 1\n", "2:1", "second colon"},
		{"second colon in Korean", "이름: 가나: 다\n", "1:1", "second colon"},
		{"indented too far", "a: 1\nb: 1\n  c: 2\nd: 1\n", "3:3", "indented too far"},
		{"indented too little", "a: 1\nb:\n  c: 1\n d: 2\ne: 3\n", "4:2", "indentation differs"},
		{"list indented differently", "a:\n  - x\n - y\nd: 1\n", "3:2", "indentation differs"},
		{"tab", "a: 1\nb:\n\tc: 1\n", "3:1", "tab"},
		{"no colon", "a: 1\nb 2\nc: 3\n", "2:1", "no colon"},
		{"list among entries", "a: 1\n- b\nc: 3\n", "2:1", "does not fit"},
		{"list in a line", "a: - b\n", "1:1", "list begins"},
		{"open quote", "a: 1\nb: \"abc\nc: 1\nd: 2\n", "2:1", "quotation mark is opened here"},
		{"quote closed much later", "a:\n  b: \"abc\n  c: d\n  e: \"f\"\n  g: h\n", "5:3", "opened in line 2"},
		{"text after a quote", "a: 1\nb: 'x' y\nc: 1\n", "3:1", "closed quotation mark"},
		{"unknown escape", "a: 1\nb: \"a\\qb\"\nc: 1\n", "2:1", "backslash"},
		{"open bracket", "a: 1\nb: [1, 2\nc: 3\nd: 4\n", "4:1", "bracket in line 2"},
		{"open bracket to the end", "a: 1\nb: {c: 1\n\n\n", "2:1", "bracket in line 2"},
		{"lone bracket", "a: 1\nb: ]\n", "2:1", "no opening one"},
		{"reserved character", "a: 1\nb: @x\n", "2:1", "keeps for itself"},
		{"exclamation mark", "a: 1\nb: !x!y z\n", "2:1", "exclamation mark"},
		{"text beside a block mark", "a: 1\nb: |x\n y\n", "2:1", "on the same line"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, found := Decode("project.yaml", []byte(c.text))
			if got, want := codes(found), "YAML-SYNTAX@"+c.place; got != want {
				t.Fatalf("found %s, want %s", got, want)
			}
			if said := found[0].Why.EN + "; " + found[0].Fix.EN; !strings.Contains(said, c.word) {
				t.Errorf("said %q, want %q in it", said, c.word)
			}
			if f.Root != nil {
				t.Error("a tree was left")
			}
			checkFindings(t, found)
		})
	}
}

func TestDuplicateNamesBothLines(t *testing.T) {
	_, found := Decode("project.yaml", []byte("total: 1\nx: 2\n\ntotal: 3\n"))
	if len(found) != 1 || found[0].Message.EN != `"total" is written twice, in line 1 and in line 4` {
		t.Errorf("found %v", found)
	}
}

func TestFindingsAreCapped(t *testing.T) {
	_, found := Decode("project.yaml", []byte(strings.Repeat("a: 1\n", MaxFindings+12)))
	last := found[len(found)-1]
	if len(found) != MaxFindings+1 || last.Code != CodeMore || !strings.HasPrefix(last.Message.EN, "11 ") {
		t.Errorf("%d findings, the last %s: %s", len(found), last.Code, last.Message.EN)
	}
}

func TestAliasedValuesKnowBothPlaces(t *testing.T) {
	f := mustDecode(t, "a: &x\n  b: 1\nc: *x\n")
	if got := f.Place("c").String(); got != "project.yaml:3:4" {
		t.Errorf("alias at %s", got)
	}
	if v := f.Root.Find("c.b"); v == nil || v.Place.String() != "project.yaml:2:6" || v.Path != "c.b" {
		t.Errorf("value below the alias: %+v", v)
	}
}

func TestLinesBeforeTheTextAreKept(t *testing.T) {
	_, found := Decode("project.yaml", []byte("\n\n\na: 1\na: 2\n"))
	if got := codes(found); got != "YAML-TWICE@5:1 a" {
		t.Errorf("found %s", got)
	}
}

func TestReadFile(t *testing.T) {
	files := fstest.MapFS{
		"p.yaml":     {Data: []byte("12345")},
		"dir/x.yaml": {Data: []byte("x")},
		"pipe":       {Mode: fs.ModeNamedPipe},
	}
	if data, err := ReadFile(files, "p.yaml", 5); err != nil || string(data) != "12345" {
		t.Errorf("read %q, %v", data, err)
	}
	for name, want := range map[string]error{"p.yaml": ErrTooLarge, "dir": ErrNotFile, "pipe": ErrNotFile, "none": fs.ErrNotExist} {
		if _, err := ReadFile(files, name, 4); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "7": 7, "-5": -5, "+5": 5, "82_000_000": 82_000_000, "82,000,000": 82_000_000, "1,000": 1000,
		"9223372036854775807": 1<<63 - 1,
	} {
		if got, ok := wholeNumber(text); !ok || got != want {
			t.Errorf("%s = %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "-", "0123", "1__0", "_1", "1_", "1,00", "1,0000", "0,100", "1.5", "1e3", "0x10", "9223372036854775808", "1 000"} {
		if got, ok := wholeNumber(text); ok {
			t.Errorf("%q = %d, want none", text, got)
		}
	}
}

func TestPlainKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"": Null, "~": Null, "null": Null, "Null": Null, "nul": String,
		"true": Bool, "FALSE": Bool, "yes": String, "no": String, "on": String,
		"0": Number, "-1": Number, "+1": Number, "1_000": Number, "1.50": Number, "0.1": Number,
		"01": String, "1e6": String, ".5": String, "1.": String, "0x1F": String, "0o7": String, ".inf": String, ".nan": String,
		"2024-07-01": String, "12:30:45": String, "1,000": String, "10%": String, "1__0": String,
		strings.Repeat("9", maxDigits+1): String,
	} {
		if got := plainKind(text); got != want {
			t.Errorf("%s is %d, want %d", text, got, want)
		}
	}
}
