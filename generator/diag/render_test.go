package diag

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files")

// project is the text that the findings of the tests point into: lines 1 to 8.
const project = "\ufeffproject: two-party\r\n" +
	"title: 국제공동연구개발 \"다기관 흉부 CT 판독\" 사업\r\n" +
	"lead:\r\n" +
	"\tname: Saebyeok\r\n" +
	"note: \x1b[2Jx\r\n" +
	"summary: This line is long enough to be cut on both of its sides, because it says more than a terminal has room for: MARK " +
	"and then it goes on and on, about nothing in particular, to the end of the line.\r\n" +
	"요약: 이 줄은 한글로 쓰여 있어 글자마다 두 칸을 차지하므로 터미널의 너비를 넘어가고, 양쪽이 잘려서 보여야 하며, 표시는 정확히 여기에 와야 한다. 그 뒤로도 글이 더 이어진다.\r\n" +
	"budget: {indirect: 82_000_000}"

const template = "# Agreement\n\nThe parties agree on {{amount .Budget.Indirect}}.\n"

func source(file string) ([]byte, bool) {
	switch file {
	case "two-party.yaml":
		return []byte(project), true
	case "templates/documents/agreement/body.md.tmpl":
		return []byte(template), true
	}
	return nil, false
}

func at(line, column, width int) Place {
	return Place{File: "two-party.yaml", Line: line, Column: column, Width: width}
}

// word is the place of a word in a line of the project.
func word(line int, text string) Place {
	before, _, _ := strings.Cut(strings.Split(strings.TrimPrefix(project, "\ufeff"), "\n")[line-1], text)
	return at(line, 1+utf8.RuneCountInString(before), utf8.RuneCountInString(text))
}

func findings() List {
	return List{
		{
			Code: "LAW-IND-10", Severity: Unmet, Place: word(8, "82_000_000"), Path: "budget.indirect",
			Template: Place{File: "templates/documents/agreement/body.md.tmpl", Line: 3, Column: 22, Width: 27},
			Message: T("indirect cost %s is more than 10 %% of its base of %s", "간접비 %s이 기준액 %s의 10%%를 넘습니다",
				Text{"82,000,000 KRW", "82,000,000원"}, Text{"700,000,000 KRW", "700,000,000원"}),
			Why: T("companies may plan at most 10 %% (Standards for Use of R&D Funds, Art. 63, 114(4), MSIT Notice 2024-10)",
				"기업은 10%%까지 계상할 수 있습니다(국가연구개발사업 연구개발비 사용 기준 제63조, 제114조제4항, 과학기술정보통신부고시 제2024-10호)"),
			Fix: T("lower it to 70,000,000 or less", "70,000,000원 이하로 낮추십시오"),
		},
		{
			Code: "DOC-TITLE", Severity: Warning, Place: word(2, `"다기관 흉부 CT 판독"`),
			Message: T("the title has quotation marks in it", "과제명에 따옴표가 있습니다"),
		},
		{
			Code: "YAML-EMPTY", Severity: Blocking, Place: at(3, 6, 1), Path: "lead",
			Message: T("lead is empty", "lead: 값이 비어 있습니다"),
			Fix:     T("write one of these:\nname: the name\nid: the code", "다음 중 하나를 쓰십시오.\nname: 이름\nid: 코드"),
		},
		{
			Code: "YAML-SYNTAX", Severity: Blocking, Place: word(4, "\t"),
			Message: T("the text cannot be read as YAML at or just above line 4", "4번째 줄이나 그 바로 위를 YAML로 읽을 수 없습니다"),
			Why: T("the line is indented with a tab, and tabs may not stand at the beginning of a line, because programs give them different widths and nobody can see which one was meant",
				"줄을 탭으로 들여 썼습니다. 탭은 프로그램마다 너비가 달라 어느 칸을 뜻하는지 알 수 없으므로 줄 앞에 쓸 수 없으며, 눈으로도 공백과 구별되지 않아 잘못을 찾기 어렵습니다"),
			Fix: T("indent with spaces", "공백으로 들여 쓰십시오"),
		},
		{
			Code: "YAML-CHAR", Severity: Blocking, Place: word(5, "\x1b"),
			Message: T("the character \x1b[31m cannot be used", "쓸 수 없는 문자입니다: \x1b[31m"),
		},
		{
			Code: "DOC-LONG", Severity: Info, Place: word(6, "MARK"),
			Message: T("a message that is itself so long that it does not fit beside its code in one line of the terminal and is therefore wrapped",
				"이 안내문은 한 줄에 코드와 나란히 들어가지 않을 만큼 길어서 다음 줄로 넘어가며, 넘어간 줄은 첫 줄의 글이 시작하는 칸에 맞추어 이어집니다"),
		},
		{Code: "DOC-LONG", Severity: Info, Place: word(7, "여기"), Message: T("a mark in Hangul", "한글 속의 표시")},
		{
			Code: "CALL-LOI", Severity: Unmet, Place: Place{File: "two-party.yaml"}, Path: "received.letters[0]",
			Message: T("the letter of intent is not attached", "참여의향서가 첨부되지 않았습니다"),
		},
		{
			Code: "TPL-FIELD", Severity: Blocking, Template: Place{File: "templates/documents/agreement/body.md.tmpl", Line: 3, Column: 22, Width: 27},
			Message: T("there is no field Budget.Indirect", "Budget.Indirect라는 필드가 없습니다"),
		},
		{
			Code: "YAML-KEY", Severity: Blocking, Place: Place{File: "gone.yaml", Line: 3, Column: 1, Width: 4},
			Message: T("the file is not at hand & <cannot> be shown", "파일을 보일 수 없습니다"),
		},
	}
}

func TestGoldens(t *testing.T) {
	human := func(lang Lang, color bool) func(io.Writer) error {
		return func(w io.Writer) error {
			return Human(w, findings(), HumanOptions{Lang: lang, Color: color, Source: source})
		}
	}
	for name, write := range map[string]func(io.Writer) error{
		"human.en.txt":       human(English, false),
		"human.ko.txt":       human(Korean, false),
		"human.en.color.txt": human(English, true),
		"narrow.ko.txt": func(w io.Writer) error {
			return Human(w, findings(), HumanOptions{Lang: Korean, Width: 60, Source: source})
		},
		"short.en.txt":   func(w io.Writer) error { return Short(w, findings(), English) },
		"short.ko.txt":   func(w io.Writer) error { return Short(w, findings(), Korean) },
		"findings.json":  func(w io.Writer) error { return JSON(w, findings()) },
		"findings.sarif": func(w io.Writer) error { return SARIF(w, findings(), English) },
		"nothing.json":   func(w io.Writer) error { return JSON(w, nil) },
		"nothing.sarif":  func(w io.Writer) error { return SARIF(w, nil, Korean) },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			compareGolden(t, filepath.Join("testdata", name), got.Bytes())
		})
	}
}

func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update to see how\ngot:\n%s", path, got)
	}
}

// TestHumanIsAsDesigned keeps the form that the design promises, to the letter.
func TestHumanIsAsDesigned(t *testing.T) {
	const want = `error: indirect cost 82,000,000 KRW is more than 10 % of its base of 700,000,000 KRW            LAW-IND-10 (unmet)
  two-party.yaml:48:17
  48 │       indirect: 82_000_000
     │                 ^^^^^^^^^^
  why:  companies may plan at most 10 % (Standards for Use of R&D Funds, Art. 63, 114(4), MSIT Notice 2024-10)
  fix:  lower it to 70,000,000 or less
`
	f := findings()[0]
	f.Place, f.Template = at(48, 17, 10), Place{}
	text := strings.Repeat("\n", 47) + "      indirect: 82_000_000\n"
	var got strings.Builder
	err := Human(&got, List{f}, HumanOptions{Lang: English, Source: func(string) ([]byte, bool) { return []byte(text), true }})
	if err != nil || got.String() != want {
		t.Errorf("%v\ngot:\n%s\nwant:\n%s", err, got.String(), want)
	}
}

// TestCaretsStandBelowTheirText measures where the marks stand, in cells.
func TestCaretsStandBelowTheirText(t *testing.T) {
	long := strings.Repeat("가나다라 ", 40)
	for _, line := range []string{"a: MARK b", "이름: MARK 나", "\tx: MARK", long + "MARK" + long, strings.Repeat("x", 500) + "MARK", "MARK" + long, "e\u0301\u1112\u1161\u11ab: MARK"} {
		column := 1 + utf8.RuneCountInString(line[:strings.Index(line, "MARK")])
		for _, room := range []int{30, 60, 100} {
			e := excerptOf(line, Place{Line: 1, Column: column, Width: 4}, room)
			i := strings.Index(e.text, "MARK")
			if i < 0 || cells(e.text[:i]) != e.indent || e.width != 4 || cells(e.text) > room {
				t.Errorf("%.20q in %d cells: %+v", line, room, e)
			}
		}
	}
}

func TestExcerptsOfExtremeLines(t *testing.T) {
	for _, line := range []string{"", "x", strings.Repeat("가", 1<<16), strings.Repeat("\u0301", 1000), strings.Repeat("\u0600", 1000) + "a"} {
		for _, p := range []Place{{}, {Column: 1, Width: 1}, {Column: 1, Width: 1 << 20}, {Column: 1 << 20, Width: 3}, {Column: 500, Width: 600}} {
			if e := excerptOf(line, p, 40); cells(e.text) > 40 || e.indent+e.width > 41 {
				t.Errorf("%.10q at %+v: %d cells, mark at %d, %d wide", line, p, cells(e.text), e.indent, e.width)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"one two three four five", "one two three four|five"},
		{"국제공동연구개발 계약서의 이행 기간", "국제공동연구개발|계약서의 이행 기간"},
		{strings.Repeat("a", 45), strings.Repeat("a", 20) + "|" + strings.Repeat("a", 20) + "|aaaaa"},
		{"one\ntwo", "one|two"},
	} {
		if got := strings.Join(wrap(c.text, 20), "|"); got != c.want {
			t.Errorf("wrap(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func TestSummary(t *testing.T) {
	for _, c := range []struct {
		severities []Severity
		en, ko     string
	}{
		{nil, "no findings", "지적 사항 없음"},
		{[]Severity{Warning}, "1 warning", "경고 1건"},
		{[]Severity{Warning, Blocking, Unmet, Warning, Blocking, Warning}, "2 blocking, 1 unmet, 3 warnings", "오류 2건, 미충족 1건, 경고 3건"},
		{[]Severity{Info, Info, Unmet}, "1 unmet, 2 info", "미충족 1건, 안내 2건"},
	} {
		var l List
		for _, s := range c.severities {
			l.Add(Finding{Severity: s})
		}
		if en, ko := Summary(l, English), Summary(l, Korean); en != c.en || ko != c.ko {
			t.Errorf("%v: %q, %q", c.severities, en, ko)
		}
	}
}

// TestMachineOutputsAgree checks that no output hides or moves a finding.
func TestMachineOutputsAgree(t *testing.T) {
	var js, sarif, short bytes.Buffer
	for _, err := range []error{JSON(&js, findings()), SARIF(&sarif, findings(), Korean), Short(&short, findings(), Korean)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var list struct {
		Findings []struct {
			Code    string
			Place   Place
			Message Text
		}
		Summary map[string]int
	}
	var log sarifLog
	if err := json.Unmarshal(js.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	// Severities are written as words and never read, so the property is renamed.
	if err := json.Unmarshal(bytes.ReplaceAll(sarif.Bytes(), []byte(`"severity"`), []byte(`"-"`)), &log); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(short.String()), "\n")
	results := log.Runs[0].Results
	if n := len(findings()); len(list.Findings) != n || len(results) != n || len(lines) != n {
		t.Fatalf("%d findings, %d results, %d lines; want %d", len(list.Findings), len(results), len(lines), n)
	}
	for i, f := range list.Findings {
		rule := log.Runs[0].Tool.Driver.Rules[results[i].RuleIndex].ID
		if results[i].RuleID != f.Code || rule != f.Code || !strings.HasPrefix(results[i].Message.Text, f.Message.KO) {
			t.Errorf("result %d is %s (rule %s), finding is %s", i, results[i].RuleID, rule, f.Code)
		}
		if !strings.Contains(lines[i], " "+f.Code+" ") {
			t.Errorf("line %d is %q, finding is %s", i, lines[i], f.Code)
		}
		if f.Place.Line > 0 {
			region := results[i].Locations[0].Physical.Region
			if region.StartLine != f.Place.Line || region.StartColumn != f.Place.Column || region.EndColumn != f.Place.Column+f.Place.Width {
				t.Errorf("result %d stands at %+v, finding at %+v", i, region, f.Place)
			}
		}
	}
	if list.Summary["blocking"] != 5 || list.Summary["unmet"] != 2 || list.Summary["warning"] != 1 || list.Summary["info"] != 2 {
		t.Errorf("summary %v", list.Summary)
	}
}

func TestSARIFPathsAreAddresses(t *testing.T) {
	for file, want := range map[string]string{
		"two-party.yaml": "two-party.yaml", "과제 1.yaml": "%EA%B3%BC%EC%A0%9C%201.yaml", `dir\p.yaml`: "dir/p.yaml", "a:b.yaml": "./a:b.yaml",
	} {
		if got := locationOf(Place{File: file}).Physical.Artifact.URI; got != want {
			t.Errorf("%s became %s, want %s", file, got, want)
		}
	}
}

// TestTerminalIsNotObeyed checks that text of the user cannot steer a terminal.
func TestTerminalIsNotObeyed(t *testing.T) {
	var out bytes.Buffer
	if err := Human(&out, findings(), HumanOptions{Source: source}); err != nil {
		t.Fatal(err)
	}
	if err := Short(&out, findings(), English); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\r\t\u202e") {
		t.Error("a control character reached the output")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteErrorsAreReported(t *testing.T) {
	l := findings()
	for i, err := range []error{
		Human(brokenWriter{}, l, HumanOptions{}), Short(brokenWriter{}, l, English), JSON(brokenWriter{}, l), SARIF(brokenWriter{}, l, English),
	} {
		if err == nil {
			t.Errorf("writer %d: no error", i)
		}
	}
}
