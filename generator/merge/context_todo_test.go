package merge

import (
	"testing"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/timeline"
)

// TestTodo: an institution abroad is asked only for what a rule words for it, the
// lead for everything that nobody else has to do.
func TestTodo(t *testing.T) {
	in := judgedSample()
	in.Rules = []call.Rule{{ID: "LETTER", Ask: law.Text{EN: "A signed letter", KO: "서명한 의향서"}}}
	in.Found = diag.List{
		{Code: "LETTER", Severity: diag.Unmet, Path: "letters[0].state", Message: diag.T("no file", "파일 없음")},
		{Code: "OTHER", Severity: diag.Unmet, Path: "parties[1].name", Message: diag.T("a key is missing", "키 없음"), Fix: diag.T("add name:", "name: 추가")},
		{Code: "BUDGET", Severity: diag.Warning, Path: "budget", Message: diag.T("too much", "초과"), Fix: diag.T("lower it", "낮추기")},
		{Code: "GAP", Severity: diag.Unmet, Gap: true, Path: "budget", Message: diag.T("gap", "공백")},
	}
	partner := NewTodo(Base{Date: date("2024-05-20")}, in, in.Project.Party("US1"), []timeline.Entry{{ID: "a", Who: []string{"US1"}, Date: date("2024-06-01")}, {ID: "b", Who: []string{"KR1"}, Date: date("2024-06-01")}, {ID: "c", Who: []string{"US1"}, Date: date("2024-05-01")}})
	if len(partner.Rows) != 1 || partner.Rows[0].Ask.EN != "A signed letter" || !partner.Rows[0].Must {
		t.Errorf("partner: %+v", partner.Rows)
	}
	if len(partner.Dates) != 1 || partner.Dates[0].ID != "a" {
		t.Errorf("dates: %+v", partner.Dates)
	}
	lead := NewTodo(Base{}, in, in.Project.Party("KR1"), []timeline.Entry{{ID: "b", Who: []string{"KR1"}, Date: date("2024-06-01")}})
	if len(lead.Rows) != 1 || lead.Rows[0].Ask.EN != "lower it" || lead.Rows[0].Must || lead.Dates != nil {
		t.Errorf("lead: %+v", lead.Rows)
	}
}

// TestTraces: one row for what is asked, one cell for each contract, from the
// text that is signed.
func TestTraces(t *testing.T) {
	seen := func(what, file, article string, page int) call.Evidence {
		return call.Evidence{Text: diag.T("%s", "%s", what), Document: file, Article: article, Page: page}
	}
	x := call.Result{Rule: call.Rule{ID: "R"}, Status: call.Passed, Evidence: []call.Evidence{
		seen("roles", "a.en.pdf", "Article 1", 2), seen("roles", "a.ko.pdf", "제1조", 2), seen("end", "a.en.pdf", "Article 5", 4),
		seen("roles", "b.ko.pdf", "제2조", 3), {Text: diag.T("x", "x"), Path: "project"},
	}}
	rows := traces(x, []ContractColumn{{ID: "a", File: "a.en.pdf"}, {ID: "b", File: "b.ko.pdf"}})
	if len(rows) != 2 || rows[0].Places[0].EN != "Article 1, p. 2" || rows[0].Places[1].KO != "제2조, 3쪽" || !rows[1].Places[1].IsZero() {
		t.Errorf("rows %+v", rows)
	}
	if row := resultRow(x, diag.Text{}); row.Rests != "document" || len(row.Evidence) != 1 || row.Evidence[0].Text.EN != "x" {
		t.Errorf("row %+v", row)
	}
	x.Evidence = append(x.Evidence, call.Evidence{Attached: true})
	if Rests(x) != "attached" {
		t.Error("an attached file does not count")
	}
}
