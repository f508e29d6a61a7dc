package call

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// standing makes a document of the contract us1 with its anchors, all on page 3.
func standing(lang string, anchors ...string) Document {
	where := doc.Locations{}
	for _, a := range anchors {
		where[a] = doc.Location{Number: "Article " + a, Page: 3}
	}
	return Document{ID: "us1", Kind: "agreement", Parties: []string{"KR1", "US1"}, Lang: lang, File: "agreement/us1." + lang + ".pdf", Where: where}
}

// What both texts of a contract lack is one finding, and the value of a term is
// part of its evidence.
func TestTextsOfOneContract(t *testing.T) {
	in := newCase(t, book(t, callName), twoParty).in
	in.At = Agreement
	in.Contracts = []Contract{{ID: "us1", Parties: []string{"KR1", "US1"}, Values: map[string]Value{
		"records.retention": {Number: 5, Text: diag.T("5 years", "5년")},
	}}}
	texts := []Document{standing("en", "records.keep"), standing("ko", "records.keep")}
	r := resultOf(t, Trace(in, texts), "LAW-KEEP")
	found := Findings([]Result{r})
	if len(found) != 1 || !strings.HasPrefix(found[0].Message.EN, "us1 (en, ko): ") {
		t.Errorf("findings %v", found)
	}
	if len(r.Evidence) != 2 || r.Evidence[0].Value != diag.T("5 years", "5년") {
		t.Errorf("evidence %+v", r.Evidence)
	}
}

// What the choice of clauses found out makes a rule fail and is no second
// finding; what it found out about another contract does not.
func TestFoundOutElsewhere(t *testing.T) {
	in := newCase(t, book(t, callName), twoParty).in
	in.At = Agreement
	text := standing("en", "records.keep", "records.inspection")
	for path, want := range map[string]Status{
		"agreements[0].clauses.records.retention": Failed,
		"agreements[1].clauses.records.retention": Passed,
		"agreements[01]": Passed,
	} {
		in.Clauses = diag.List{{Code: "X-48", Path: path, Message: diag.T("too short", "짧음")}}
		r := resultOf(t, Trace(in, []Document{text}), "LAW-KEEP")
		if r.Status != want {
			t.Errorf("%s: %s", path, r.Status)
		}
		if found := Findings([]Result{r}); len(found) != 0 {
			t.Errorf("%s: a second finding %v", path, found)
		}
	}
}

// A rule wants of a contract only what concerns its parties, its articles and its
// options.
func TestWanted(t *testing.T) {
	in := newCase(t, book(t, callName), twoParty).in
	anchors := []string{"funds"}
	stands := func(a string) bool { return slices.Contains(anchors, a) }
	in.Contracts = []Contract{{ID: "us1", Parties: []string{"KR1", "US1"}, Options: map[string]string{"ownership": "lead"}}}
	parts := func(id string) int {
		t.Helper()
		w := WantedOf(in, "us1", stands)
		stated, ok := w[id]
		if !ok {
			t.Errorf("%s does not look at contracts", id)
		}
		return len(stated)
	}
	for id, want := range map[string]int{
		"CALL-K-CONT": 3, "LAW-REP": 2, "LAW-K-PAY": 2, "LAW-FIRST-USE": 1,
		"LAW-PREC":      0, // no joint institution abroad
		"LAW-OWN-STATE": 0, // another option
	} {
		if got := parts(id); got != want {
			t.Errorf("%s wants %d things, want %d", id, got, want)
		}
	}
	anchors = nil
	if parts("LAW-REP") != 1 || parts("LAW-K-PAY") != 0 {
		t.Error("a contract without money is asked for reports on it")
	}
	in.Contracts[0].Parties = []string{"KR1"}
	if parts("CALL-K-CONT") != 0 {
		t.Error("a contract without a party abroad is concerned")
	}
	if _, ok := WantedOf(in, "us1", stands)["CALL-LOI"]; ok {
		t.Error("a rule about letters looks at contracts")
	}
}
