package guide

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
	"pactwright/templates"
)

const projectText = `parties:
  - {id: KR1, role: lead, country: KR, kind: sme, name: {en: Hankuk Hospital, native: 한국병원}, signatories: [{method: seal}]}
  - {id: US1, role: overseas, country: US, kind: university, name: {en: Example Institute}, signatories: [{method: signature}]}
agreements:
  - id: a1   # the only one
    parties: [KR1, US1]
    signed_text: en
    clauses:
      term: {days: 9}
`

const guideText = `small_funds: KRW 300000000
regions: {us: [US]}
questions:
  - id: money
    title: {en: "Money?", ko: "돈?"}
    why: {en: It matters., ko: 중요합니다.}
    answers:
      - {value: none, label: {en: "no", ko: 아니요}}
      - {value: some, label: {en: "yes", ko: 예}}
    proposals:
      - {when: {funds: none}, answer: none, reason: {en: the budget is empty, ko: 예산이 비었습니다}}
  - id: files
    kind: party
    title: {en: "Who files?", ko: "누가 출원합니까?"}
    why: {en: One must., ko: 하나가 해야 합니다.}
    proposals:
      - {when: {region: us, lead_kind: [company, sme]}, answer: $lead, reason: {en: the lead, ko: 주관기관}}
advice:
  - when: {money: some}
    package: lean
    reason: {en: Money is small., ko: 적은 금액입니다.}
  - when: {money: some}
    slot: ownership
    option: partner
    reason: {en: Who pays owns., ko: 지급하는 쪽이 갖습니다.}
  - when: {money: some}
    slot: term
    params: {days: 3, weeks: 2}
    reason: {en: Short terms., ko: 짧은 기간입니다.}
  - when: {}
    slot: access
    params: {filing: $files}
    reason: {en: It files., ko: 출원을 맡습니다.}
`

const documentText = `id: agreement
title: {en: Agreement, ko: 계약서}
parts:
  - title: {en: General, ko: 총칙}
    slots: [term, ownership, access]
`

func clause(front ...string) string {
	return "---\ntitle: {en: Title, ko: 제목}\nwants: {en: the lead, ko: 주관기관}\ncosts: {en: rights, ko: 권리}\n" + strings.Join(front, "\n") + "\n---\n{{define \"en\"}}{{end}}\n"
}

func layersWith(guide string) library.Layers {
	files := map[string]string{
		File:                                guide,
		"documents/agreement/document.yaml": documentText,
		"documents/agreement/body.md.tmpl":  "",
		"packages/lean.yaml":                "id: lean\ntitle: {en: Lean, ko: 간략}\nuse: {en: Take it., ko: 쓰십시오.}\n",
		"clauses/term/fixed.md.tmpl": clause("default: true", "params:",
			"  - {name: days, type: days, default: \"5\", title: {en: Days, ko: 일}}", "  - {name: weeks, type: weeks, default: \"7\", title: {en: Weeks, ko: 주}}"),
		"clauses/ownership/generator.md.tmpl": clause("default: true"),
		"clauses/ownership/partner.md.tmpl":   clause(),
		"clauses/access/free.md.tmpl":         clause("default: true", "params:", "  - {name: filing, type: party, title: {en: Filing, ko: 출원}}"),
	}
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return library.Layers{{Name: "built in", FS: m}}
}

func session(t *testing.T, text string) (*Session, *source.File) {
	t.Helper()
	ls := layersWith(guideText)
	g, found, err := Load(ls)
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	f, found := source.Decode("project.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	p, _ := project.Load(f, moneytest.Currency("KRW"))
	typ, _, err := ls.Document("agreement")
	if err != nil {
		t.Fatal(err)
	}
	plans, _, err := agreement.Choose(agreement.Inputs{Project: p, Layers: ls, Type: typ})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(g, ls, p, plans[0], diag.English)
	if err != nil {
		t.Fatal(err)
	}
	return s, f
}

func said(found diag.List) string {
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %s %s %s: %s", f.Code, f.Place, f.Template, f.Message.EN, f.Fix.EN))
	}
	return strings.Join(out, "\n")
}

// The project file proposes the answers; a file of answers has the last word.
func TestAdvice(t *testing.T) {
	s, f := session(t, projectText)
	asked := s.Questions()
	if len(asked) != 2 || asked[0].Proposed != "none" || asked[0].Reason.EN != "the budget is empty" || asked[1].Proposed != "KR1" || len(asked[1].Answers) != 2 {
		t.Fatalf("the questions are %+v", asked)
	}
	answers, _ := source.Decode("answers.yaml", []byte("money: some\n"))
	if found := s.Read(answers); len(found) > 0 {
		t.Fatal(said(found))
	}
	advice, edits, err := s.Advise()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range advice {
		got = append(got, fmt.Sprintf("%s %d %v %s", a.What, a.State, a.Params, a.Costs.EN))
	}
	want := "package: lean 2 [] \nownership: partner 2 [] rights\nterm 2 [weeks: 2] rights\naccess 2 [filing: KR1] rights"
	if strings.Join(got, "\n") != want {
		t.Errorf("the advice is\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	text, found := source.Patch(f, edits)
	after := strings.Replace(projectText, "      term: {days: 9}\n", `      term: {days: 9, weeks: 2}
      # Who pays owns.
      ownership: {option: partner}
      # It files.
      access: {filing: KR1}
    # Money is small.
    package: lean
`, 1)
	if len(found) > 0 || string(text) != after {
		t.Errorf("%s\n%s", said(found), text)
	}

	// The guide asked again changes nothing.
	s, _ = session(t, after)
	s.Answer("money", "some")
	s.Rest()
	advice, edits, err = s.Advise()
	if err != nil || len(edits) > 0 || advice[0].State != Said || advice[1].State != Said {
		t.Errorf("%v: %d edits, %+v", err, len(edits), advice)
	}
}

// Without clauses in the file they are added with their comments.
func TestAdviceWithoutClauses(t *testing.T) {
	s, f := session(t, strings.Replace(projectText, "    clauses:\n      term: {days: 9}\n", "", 1))
	s.Answer("files", "US1")
	s.Rest()
	_, edits, err := s.Advise()
	if err != nil {
		t.Fatal(err)
	}
	text, found := source.Patch(f, edits)
	if want := "    clauses:\n      # It files.\n      access: {filing: US1}\n"; len(found) > 0 || !strings.HasSuffix(string(text), want) {
		t.Errorf("%s\n%s", said(found), text)
	}
}

func TestAnswersRefused(t *testing.T) {
	for text, want := range map[string]string{
		"mony: none\n":               "GUIDE-ANSWER answers.yaml:1:1  there is no question \"mony\": did you mean money?",
		"money: none\nfiles: KR2\n":  "GUIDE-ANSWER answers.yaml:2:8  there is no answer to files \"KR2\": did you mean KR1?",
		"- money\n":                  "GUIDE-ANSWER answers.yaml:1:1  the file of answers is no list of questions",
		"money: {en: none}\n":        "GUIDE-ANSWER answers.yaml:1:8  there is no answer to money \"\"",
		"money: maybe\nfiles: KR1\n": "GUIDE-ANSWER answers.yaml:1:8  there is no answer to money \"maybe\": use one of: none, some",
	} {
		s, _ := session(t, projectText)
		f, _ := source.Decode("answers.yaml", []byte(text))
		if got := said(s.Read(f)); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s\nwant %s", text, got, want)
		}
	}
}

func TestGuideFindings(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"package: lean", "package: leen", "GUIDE-DATA  guide.yaml:19:5 there is no package of clauses \"leen\": did you mean lean?"},
		{"slot: ownership", "slot: ownerhip", "there is no article \"ownerhip\": did you mean ownership?"},
		{"option: partner", "option: partnr", "there is no option of the article ownership \"partnr\": did you mean partner?"},
		{"weeks: 2", "week: 2", "there is no parameter of term \"week\": did you mean weeks?"},
		{"{funds: none}", "{fund: none}", "there is no fact or question \"fund\": did you mean funds?"},
		{"answer: none", "answer: non", "there is no answer \"non\": did you mean none?"},
		{"when: {money: some}", "when: {money: soem}", "there is no answer \"soem\": did you mean some?"},
		{"id: files", "id: money", "the question money stands twice"},
		{"small_funds: KRW 300000000", "small_funds: little", ""},
	} {
		g, found, err := Load(layersWith(strings.Replace(guideText, tt.old, tt.new, 1)))
		if err != nil || !found.Has(diag.Blocking) || !strings.Contains(said(found), tt.want) || found[0].Template.File != File {
			t.Errorf("%s: %v %v %s", tt.new, g != nil, err, said(found))
		}
	}
}

// TestBuiltIn holds the guide that comes with the program: everything that it
// names exists, both languages speak, and it asks ten to twelve questions.
func TestBuiltIn(t *testing.T) {
	g, found, err := Load(library.Layers{{Name: "built in", FS: templates.Files}})
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if n := len(g.Questions); n < 10 || n > 12 {
		t.Errorf("%d questions", n)
	}
	both := func(what string, texts ...library.Text) {
		for _, x := range texts {
			if x.EN == "" || x.KO == "" || x.EN == x.KO {
				t.Errorf("%s: %+v", what, x)
			}
		}
	}
	used := map[string]bool{}
	for _, q := range g.Questions {
		both(q.ID, q.Title, q.Why)
		for _, a := range q.Answers {
			both(q.ID+"/"+a.Value, a.Label)
		}
		for _, p := range q.Proposals {
			both(q.ID+"/"+p.Answer, p.Reason)
		}
	}
	for _, r := range g.Advice {
		both(r.Package+r.Slot, r.Reason)
		if r.Package == "" && r.Slot == "" || r.Slot != "" && r.Option == "" && r.Params == nil {
			t.Errorf("%s: a recommendation of nothing", r.Place)
		}
		for _, w := range r.When {
			used[w.Key] = true
		}
		if r.Params != nil {
			for _, e := range r.Params.Entries {
				used[strings.TrimPrefix(e.Value.Text, "$")] = true
			}
		}
	}
	for _, q := range g.Questions {
		if !used[q.ID] {
			t.Errorf("nothing follows from the answers to %s", q.ID)
		}
	}
}
