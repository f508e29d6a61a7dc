package merge

import (
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

func judgedSample() Judged {
	p := &project.Project{
		Parties: []project.Party{
			{ID: "KR1", Role: project.Lead, Short: project.Text{EN: "Hospital", KO: "병원"}},
			{ID: "US1", Role: project.Overseas},
		},
		Letters:  []project.Letter{{ID: "loi", Party: "US1"}},
		Received: []project.Received{{For: "loi"}, {For: "ethics_approval"}, {For: "tax-residence-US1"}},
	}
	p.Info.AgreementDate = date("2024-07-26")
	c := &call.Call{
		Window:  call.Window{Close: date("2024-06-03")},
		Sources: []law.Source{{ID: "call", Title: law.Text{EN: "Call X", KO: "X 공고"}, Version: law.Text{EN: "2024", KO: "2024년"}, Found: true}},
	}
	v := &law.Version{
		Instruments: []law.Instrument{{Key: "act", Title: law.Text{EN: "Act", KO: "법"}, Version: law.Text{EN: "No. 1", KO: "제1호"}}},
		Citations:   []law.Citation{{Key: "act-1", Instrument: "act", Article: law.Text{EN: "Art. 1", KO: "제1조"}, Found: true}},
	}
	return Judged{Rulebook: &call.Rulebook{Call: c, Law: v}, Project: p, At: call.Application}
}

func TestWhoActs(t *testing.T) {
	in := judgedSample()
	for path, want := range map[string]string{
		"project.trl":      "Hospital",
		"parties[1].name":  "US1", // has no short name yet
		"letters[0].date":  "US1",
		"received[0].file": "US1",
		"received[1].file": "Hospital",
		"received[2].file": "US1",
		"parties[9].name":  "Hospital",
		"":                 "Hospital",
	} {
		if got := who(in.Project, path); got.EN != want {
			t.Errorf("who(%q) = %q, want %q", path, got.EN, want)
		}
	}
}

func TestDeadline(t *testing.T) {
	in := judgedSample()
	for _, c := range []struct {
		at         call.Point
		from, left string
	}{
		{call.Application, "2024-05-20", "14 days left"},
		{call.Application, "2024-06-02", "one day left"},
		{call.Application, "2024-06-03", "the last day"},
		{call.Application, "2024-06-05", "2 days ago"},
		{call.Agreement, "2024-07-16", "10 days left"},
		{call.Running, "2024-07-16", ""},
	} {
		in.At = c.at
		if got := in.deadline(date(c.from)); got.Left.EN != c.left {
			t.Errorf("%s from %s: %q, want %q", c.at, c.from, got.Left.EN, c.left)
		}
	}
	in.At = call.Application
	if got := in.deadline(calendar.Date{}); got.Date.IsZero() || !got.Left.IsZero() {
		t.Errorf("without a date of the documents: %+v", got)
	}
}

func TestManyWarningsAreOneRow(t *testing.T) {
	in := judgedSample()
	for range fewOfAKind + 1 {
		in.Found.Add(diag.Finding{Code: "MANY", Severity: diag.Warning, Message: diag.T("a is empty", "a 값 없음")})
	}
	in.Found.Add(diag.Finding{Code: "ONE", Severity: diag.Warning, Message: diag.T("b", "b")})
	got := in.warnings()
	if len(got) != 2 || got[0].Message.EN != "a is empty, and 5 more of this kind" || got[1].Code != "ONE" {
		t.Errorf("got %+v", got)
	}
}

// TestManyGapsAreOneRow: gaps of a draft are put together, other points that
// stand in the way never are.
func TestManyGapsAreOneRow(t *testing.T) {
	in := judgedSample()
	for i := range fewOfAKind + 1 {
		in.Found.Add(
			diag.Finding{Code: "GAP", Severity: diag.Unmet, Gap: true, Message: diag.T("a is empty", "a 값 없음")},
			diag.Finding{Code: "LIMIT", Severity: diag.Unmet, Message: diag.T("limit %d", "한도 %d", i)},
		)
	}
	s := newState(calendar.Date{}, in)
	if s.Ready || s.Points != 2*(fewOfAKind+1) || len(s.Unmet) != fewOfAKind+2 {
		t.Errorf("%d points in %d rows, ready %v", s.Points, len(s.Unmet), s.Ready)
	}
}

func TestSourcesAreShortAndListedOnce(t *testing.T) {
	in := judgedSample()
	s := sources{book: in.Rulebook}
	cite := call.Cite{Source: "call", Section: law.Text{EN: "Fields", KO: "분야"}, Law: []string{"act-1"}, Found: true}
	if got := s.short(cite); got.EN != "Call, Fields; Act, Art. 1" || got.KO != "공고, 분야, 「법」 제1조" {
		t.Errorf("short: %+v", got)
	}
	s.short(cite)
	if len(s.full()) != 2 || s.full()[1].EN != "Act (No. 1)" {
		t.Errorf("full: %+v", s.full())
	}
}

func TestReportPutsWhatFailedFirst(t *testing.T) {
	in := judgedSample()
	for _, x := range []call.Status{call.Passed, call.NotApplicable, call.NotChecked, call.Failed} {
		in.Results = append(in.Results, call.Result{Rule: call.Rule{ID: string(x)}, Status: x, Message: diag.T("m", "m")})
	}
	r := NewReport(Base{}, in, nil)
	if r.Due != 3 || r.Passed != 1 || len(r.Later) != 1 || r.Results[0].ID != "failed" || r.Results[2].ID != "passed" {
		t.Errorf("got %+v", r)
	}
}

func TestEvidenceGivesItsPlaceToTheFinding(t *testing.T) {
	x := call.Result{Message: diag.T("TRL: 3 (from 3)", "TRL: 3 (3부터)"), Evidence: []call.Evidence{
		{Text: diag.T("TRL: 3", "TRL: 3"), Place: diag.Place{File: "p.yaml", Line: 7}},
		{Text: diag.T("roles", "역할"), Document: "a.pdf", Article: "Exhibit A", Page: 4},
	}}
	got := evidence(x)
	if len(got) != 2 || got[0].Where.EN != "p.yaml:7" || got[1].Where.KO != "a.pdf, Exhibit A, 4쪽" {
		t.Errorf("got %+v", got)
	}
}
