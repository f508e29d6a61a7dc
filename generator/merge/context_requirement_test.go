package merge

import (
	"slices"
	"testing"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// TestRequirements holds that each requirement is there once with each of its
// places once: a rule of the call, a rule of the law, and a provision that no
// such rule cites.
func TestRequirements(t *testing.T) {
	text := func(name string) []byte {
		b, err := data.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	c, _ := call.Load("c.yaml", text("calls/iitp-2024-medical-ai.yaml"))
	v, _ := law.Load("l.yaml", text("laws/kr-2024-02-29.yaml"))
	book, _ := call.NewRulebook(c, v)
	state := func(en string, anchors ...string) call.Stated {
		return call.Stated{Name: diag.T(en, en), Anchors: anchors}
	}
	wanted := call.Wanted{
		"CALL-K-CONT": {state("roles", "roles"), state("end", "term.end", "nowhere")},
		"LAW-KEEP":    {state("keeping", "records"), state("inspection", "records")},
		"LAW-PREC":    nil, // does not concern the contract
	}
	rows := []ArticleRow{
		{Slot: "records", Title: diag.T("Records", "기록"), Number: diag.T("Article 3", "제3조"), Law: []string{"std-72-1", "decree-65"}, Call: []string{"LAW-PREC", "CALL-FUND"}},
	}
	find := func(anchor string) (Passage, bool) {
		n := map[string]string{"roles": "Article 1", "term.end": "Article 2(1)", "records": "Article 3"}[anchor]
		return Passage{Number: diag.T(n, n), Page: 1}, n != ""
	}
	var got []string
	for _, r := range Requirements(book, wanted, rows, find) {
		line := r.Kind + " " + r.Source.EN
		for _, p := range r.Places {
			line += "|" + p.What.EN + " " + p.Number.EN
		}
		got = append(got, line)
	}
	want := []string{
		"call Call, Qualification of researchers; Standards for Use of R&D Funds for National R&D Projects, Art. 13, Art. 28(1)|Records Article 3",
		"call Call, Qualification of researchers, second note|roles Article 1|end Article 2(1)",
		"law Standards for Use of R&D Funds for National R&D Projects, Art. 72(1), Art. 28(4)|keeping; inspection Article 3",
		"provision Enforcement Decree of the National Research and Development Innovation Act, Art. 65|Records Article 3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
