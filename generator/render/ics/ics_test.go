package ics

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"

	"pactwright/generator/calendar"
)

func day(t testing.TB, text string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func sample(t testing.TB) Calendar {
	return Calendar{
		Name: "Project, one; two", Lang: "en", Product: "pactwright 0.1.0", Made: day(t, "2024-05-20"),
		Events: []Event{
			{UID: "p.final-report@pactwright", Date: day(t, "2027-03-01"), Summary: "Final report", Description: []string{"Who: A, B; C", `Back\slash`}, Remind: 30},
			{UID: "p.end@pactwright", Date: day(t, "2028-02-29"), Summary: "과제 종료 – 두 병원 흉부 CT 기반 설명 가능한 중증도 분류 소프트웨어 개발 과제"},
		},
	}
}

func write(t testing.TB, c Calendar) string {
	t.Helper()
	out, err := Write(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestWrite(t *testing.T) {
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//pactwright 0.1.0//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Project\, one\; two
BEGIN:VEVENT
UID:p.final-report@pactwright
DTSTAMP:20240520T000000Z
DTSTART;VALUE=DATE:20270301
SUMMARY:Final report
DESCRIPTION:Who: A\, B\; C\nBack\\slash
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Final report
TRIGGER:-P30D
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:p.end@pactwright
DTSTAMP:20240520T000000Z
DTSTART;VALUE=DATE:20280229
SUMMARY:과제 종료 – 두 병원 흉부 CT 기반 설명 가능한
  중증도 분류 소프트웨어 개발 과제
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got := write(t, sample(t)); got != want {
		t.Errorf("got\n%s", got)
	}
	if write(t, sample(t)) != write(t, sample(t)) {
		t.Error("the same dates make other bytes")
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, change := range map[string]func(*Calendar){
		"no date of making": func(c *Calendar) { c.Made = calendar.Date{} },
		"no date":           func(c *Calendar) { c.Events[0].Date = calendar.Date{} },
		"no id":             func(c *Calendar) { c.Events[1].UID = "" },
	} {
		c := sample(t)
		change(&c)
		if out, err := Write(c); err == nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// Any text stays in its property: lines have at most 75 octets, no rune is cut,
// none is empty, and unfolded the text is there again.
func FuzzFolding(f *testing.F) {
	f.Add("plain", "한글 문장, 쉼표; 쌍반점 \\ 과 줄바꿈\nBEGIN:VEVENT")
	f.Add(strings.Repeat("가", 200), strings.Repeat(" ", 200)+"x")
	f.Add("a\r\nEND:VCALENDAR\r\n", "\xff\xfe\x00\u2028\u0085")
	f.Add("<a><b>"+strings.Repeat("👩‍🔬", 40), strings.Repeat("a", 74)+"é")
	f.Fuzz(func(t *testing.T, summary, note string) {
		c := Calendar{Name: summary, Lang: "ko", Product: "p", Made: day(t, "2024-05-20")}
		c.Events = []Event{{UID: "u", Date: day(t, "2024-06-03"), Summary: summary, Description: []string{note, summary}, Remind: 1}}
		out := write(t, c)
		for _, line := range strings.Split(strings.TrimSuffix(out, "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.TrimSpace(line) == "" || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("line %q", line)
			}
		}
		if n := strings.Count(out, "\r\nBEGIN:VEVENT\r\n"); n != 1 {
			t.Fatalf("%d events", n)
		}
		read, err := ical.ParseCalendar(bytes.NewReader([]byte(out)))
		if err != nil {
			t.Fatal(err)
		}
		event := read.Events()[0]
		if got := event.GetProperty(ical.ComponentPropertySummary).Value; got != plain(summary) {
			t.Errorf("summary %q, written %q", got, plain(summary))
		}
		if got := event.GetProperty(ical.ComponentPropertyDescription).Value; got != plain(note)+"\n"+plain(summary) {
			t.Errorf("description %q", got)
		}
	})
}
