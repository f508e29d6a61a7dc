package call

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

const callName = "iitp-2024-medical-ai.yaml"

// twoParty satisfies the call at application.
const twoParty = `
project:
  call: iitp-2024-medical-ai
  track: rnd
  field: medical_ai
  security_class: general
  export_control: not_listed
  trl: {start: 3, end: 6}
  start: 2024-07-01
  end: 2026-12-31
  submission_date: 2024-05-31
  submission_channel: iris.go.kr
  agreement_date: 2024-07-26
parties:
  - {id: KR1, role: lead, country: KR, law_class: nonprofit, short: {en: SFUH, ko: 새벽병원}, participation_ban: none, people: [{id: han, role: pi, foreign_support: {state: none}, concurrent: {counted: 3, as_pi: 1}}]}
  - id: US1
    role: overseas
    country: US
    short: {en: Northfield, ko: 노스필드}
    signatories: [{name: {en: Robin T. Template}, title: {en: Assistant Director, ko: 부처장}}]
phases:
  - {id: P1, start: 2024-07-01, end: 2025-03-31}
  - {id: P2, start: 2025-04-01, end: 2025-12-31}
  - {id: P3, start: 2026-01-01, end: 2026-12-31}
results:
  - {id: R3, type: software, due: 2025-12-15}
  - {id: R5, type: patent_filing, due: 2026-06-30}
  - {id: R6, type: trial_plan_application, due: 2026-10-31}
  - {id: R7, type: paper, due: 2026-11-30}
kpi: {sci_papers: 1, patents: 1, solutions: 1, data_domestic: 1, data_foreign: 1, trial_applications: 1}
budget:
  rates: [{currency: USD, krw_per_unit: 1000}]
  institutions: [{party: KR1, vat: not_refundable, allowance: [180, 180, 240]}]
  people: [{id: H1, party: KR1, category: PERS, source: gov, monthly: 100, participation: [100, 100, 100]}]
  lines: [{id: L1, party: KR1, category: EQUIP, phase: P1, item: {en: server, ko: 서버}, quantity: 1, unit_price: 1000, source: gov, bought: 2024-09-30}]
  payments: [{id: pay-us1, payer: KR1, payee: US1, currency: USD, recognition: planned, phases: [5000, 0, 0], instalments: [{id: i1, phase: P1, amount: 5000, due: 2024-09-30}]}]
agreements: [{id: us1, parties: [KR1, US1]}]
letters:
  - id: loi-us1
    party: US1
    date: 2024-05-13
    valid_until: 2024-12-31
    state: signed
proposal:
  justification: {en: Both sides are needed., ko: 두 기관이 모두 필요하다.}
  linkage: {en: They meet every two weeks., ko: 격주로 회의한다.}
evidence:
  excellence: [{id: E1, party: US1, statement: {en: Eleven papers, ko: 논문 11편}, source: list of publications}]
  trial: {required: true}
received: [{for: loi-us1, file: received/loi-us1.pdf}]
`

// caseOf is a project with what came in and what the government pays.
type caseOf struct {
	in    Input
	funds Funds
}

func newCase(t testing.TB, b *Rulebook, text string) caseOf {
	t.Helper()
	file, found := source.Decode("project.yaml", []byte(text))
	report(t, found)
	p := &project.Project{Grant: b.Call.Currency}
	report(t, source.Into(file, file.Root, p, source.Strict, project.Amounts(p.Grant)))
	p.File = file
	date, err := calendar.New(2024, 5, 31)
	if err != nil {
		t.Fatal(err)
	}
	received := map[string]FileState{}
	for _, r := range p.Received {
		received[r.File] = FileState{Exists: true, Readable: true}
	}
	in := Input{Rulebook: b, Project: p, At: Application, Date: date, Received: received}
	in.Budget, in.Reported = budget.Compute(p, b.Law, b.Call.BudgetOptions(p))
	return caseOf{in: in, funds: givenFunds{p, []project.Amount{1_600_000_000, 1_600_000_000, 1_600_000_000}}}
}

func (c caseOf) results() []Result {
	e := newEnv(c.in)
	e.funds = c.funds
	return e.results()
}

func resultOf(t testing.TB, results []Result, id string) Result {
	t.Helper()
	i := slices.IndexFunc(results, func(r Result) bool { return r.Rule.ID == id })
	if i < 0 {
		t.Fatalf("no result for %s", id)
	}
	return results[i]
}

func TestGoldenPath(t *testing.T) {
	c := book(t, callName)
	test := newCase(t, c, twoParty)
	results := test.results()
	for _, r := range results {
		want := Passed
		switch r.Rule.ID {
		case "CALL-TRL-C", "CALL-C-APPR", "CALL-C-EXPORT", "CALL-BUD-C", "CALL-TRIAL-EX", "CALL-K-AT-AGR", "CALL-INTL-CAP",
			"CALL-R-PAT-REG", "CALL-TRIAL-APPR", "CALL-TRIAL-KINDS", "CALL-C-RESULTS", "CALL-CONSORTIUM", "CALL-GUIDE", "CALL-LANG", "CALL-IRB-STAGE":
			want = NotApplicable
		}
		ofLaw := r.Rule.file == c.Law.File // most of these concern projects of another kind
		if r.Status != want && !(ofLaw && r.Status == NotApplicable) {
			t.Errorf("%s is %s, want %s: %s", r.Rule.ID, r.Status, want, r.Message.EN)
		}
	}
	report(t, Findings(results))

	letter := resultOf(t, results, "CALL-LOI")
	var declared, attached bool
	for _, e := range letter.Evidence {
		declared = declared || strings.Contains(e.Text.EN, "declared signed") && !e.Attached && e.Place.Line > 0
		attached = attached || e.Attached && e.Path == "received[0].file"
	}
	if !declared || !attached {
		t.Errorf("the letter does not tell declared from attached: %+v", letter.Evidence)
	}
	if due := resultOf(t, results, "CALL-K-AT-AGR"); due.Due || !strings.Contains(due.Message.KO, "협약 체결") {
		t.Errorf("a rule of a later point is due or gives no reason: %+v", due.Message)
	}
	if why := resultOf(t, results, "CALL-FUND").Why; !strings.Contains(why.EN, "MSIT Notice 2024-10") || !strings.Contains(why.KO, "제2024-10호") {
		t.Errorf("the source has no version: %v", why)
	}
}

// What a finding must name is the place that a user has to correct.
func TestFailures(t *testing.T) {
	c := book(t, callName)
	tests := []struct {
		name     string
		old, new string
		code     string
		severity diag.Severity
		path     string
		message  string
	}{
		{"letter declared signed", "received: [{for: loi-us1, file: received/loi-us1.pdf}]", "received: []",
			"CALL-LOI", diag.Unmet, "letters[0].state", "declared signed"},
		{"no letter", "    party: US1\n    date", "    party: KR1\n    date", "CALL-LOI", diag.Unmet, "parties[1]", "none for Northfield"},
		{"late letter", "date: 2024-05-13", "date: 2024-06-04", "CALL-LOI-DATE", diag.Unmet, "letters[0].date", "June 4, 2024"},
		{"letter after submission", "date: 2024-05-13", "date: 2024-06-01", "CALL-LOI-DATE", diag.Unmet, "letters[0].date", "after the submission"},
		{"short letter", "valid_until: 2024-12-31", "valid_until: 2024-07-25", "CALL-LOI-VALID", diag.Warning, "letters[0].valid_until", "July 25, 2024"},
		{"TRL", "trl: {start: 3, end: 6}", "trl: {start: 2, end: 6}", "CALL-TRL-R", diag.Unmet, "project.trl.start", "outside 3 to 6"},
		{"no paper", "sci_papers: 1, ", "", "CALL-R-PAPER", diag.Unmet, "kpi.sci_papers", "not stated"},
		{"no foreign data", "data_foreign: 1", "data_foreign: 0", "CALL-DATA", diag.Unmet, "kpi.data_foreign", "0, at least 1"},
		{"late submission", "submission_date: 2024-05-31", "submission_date: 2024-06-04", "CALL-WIN", diag.Unmet, "project.submission_date", "outside"},
		{"no submission date", "  submission_date: 2024-05-31\n", "", "CALL-WIN", diag.Warning, "project.submission_date", "not stated"},
		{"by post", "submission_channel: iris.go.kr", "submission_channel: post", "CALL-IRIS", diag.Unmet, "project.submission_channel", "post"},
		{"foreign lead", "role: lead, country: KR", "role: lead, country: US", "CALL-DOM", diag.Unmet, "parties[0].country", "must be in KR"},
		{"no proof", "party: US1, statement", "party: KR1, statement", "CALL-EXC", diag.Unmet, "parties[1]", "none for Northfield"},
		{"Korean text missing", "ko: 격주로 회의한다.", "ko: ''", "CALL-LINK", diag.Unmet, "proposal.linkage.ko", "Korean"},
		{"nobody signs", "signatories: [{", "people: [{", "CALL-LOI-SIGNER", diag.Unmet, "parties[1].signatories", "no signatory"},
		{"contract without the lead", "agreements: [{id: us1, parties: [KR1, US1]}]", "agreements: [{id: us1, parties: [US1]}]",
			"CALL-FOR-K", diag.Unmet, "parties[1]", "none for Northfield"},
		{"exemption without proof", "trial: {required: true}", "trial: {required: false, exemption_proof: true}",
			"CALL-TRIAL-EX", diag.Unmet, "evidence.trial.exemption_proof", "no file is attached"},
		{"other phases", "end: 2025-03-31", "end: 2025-03-30", "CALL-PHASES", diag.Warning, "phases[0]", "9 months"},
		{"partner is paid by another category", "  lines: [", "  lines: [{id: l1, payee: US1, category: ACT}, ",
			"CALL-FUND", diag.Warning, "budget.lines[0].category", "Northfield is paid by Research activity cost"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(twoParty, test.old, test.new, 1)
			if text == twoParty {
				t.Fatalf("nothing changed: %q", test.old)
			}
			found := Findings(newCase(t, c, text).results())
			i := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Code == test.code })
			if i < 0 {
				t.Fatalf("no %s in %v", test.code, found)
			}
			f := found[i]
			if f.Severity != test.severity || f.Path != test.path || !strings.Contains(f.Message.EN, test.message) {
				t.Errorf("got %s %s at %s: %s", f.Code, f.Severity, f.Path, f.Message.EN)
			}
			if f.Place.Line == 0 || f.Why.KO == "" || f.Fix.KO == "" || f.Message.KO == "" {
				t.Errorf("incomplete finding %+v", f)
			}
		})
	}
}

// Five letters, of which one is unsigned and one is late: two findings.
func TestTwoLettersOfFiveAreWrong(t *testing.T) {
	var text strings.Builder
	text.WriteString("project: {track: rnd}\nparties:\n  - {id: KR1, role: lead, country: KR}\n")
	ids := []string{"US1", "CA1", "JP1", "BR1", "AU1"}
	for _, id := range ids {
		text.WriteString("  - {id: " + id + ", role: overseas, country: " + id[:2] + ", signatories: [{name: {en: A}, title: {en: B}}]}\n")
	}
	text.WriteString("letters:\n")
	for _, id := range ids {
		date, state := "2024-05-20", "signed"
		if id == "CA1" {
			state = "draft"
		}
		if id == "BR1" {
			date = "2024-06-05"
		}
		text.WriteString("  - {id: loi-" + id + ", party: " + id + ", date: " + date + ", state: " + state + "}\n")
	}
	text.WriteString("received:\n")
	for _, id := range ids {
		if id != "CA1" {
			text.WriteString("  - {for: loi-" + id + ", file: " + id + ".pdf}\n")
		}
	}
	found := Findings(newCase(t, book(t, callName), text.String()).results())
	var got []string
	for _, f := range found {
		if strings.HasPrefix(f.Code, "CALL-LOI") && f.Severity == diag.Unmet {
			got = append(got, f.Code+" "+f.Path)
		}
	}
	want := []string{"CALL-LOI letters[1]", "CALL-LOI-DATE letters[3].date"}
	if !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

// A partner without funds and with a memorandum instead of a letter satisfies
// the call.
func TestUnfundedPartner(t *testing.T) {
	text := strings.Replace(twoParty, "  payments: [{id: pay-us1,", "  payments: []\n#", 1)
	text = strings.Replace(text, "id: loi-us1\n", "id: loi-us1\n    kind: moa\n", 1)
	text = strings.ReplaceAll(text, "country: US", "country: BR")
	results := newCase(t, book(t, callName), text).results()
	report(t, Findings(results))
	if r := resultOf(t, results, "CALL-FUND"); !strings.Contains(r.Message.EN, "nothing is paid abroad") {
		t.Errorf("CALL-FUND: %s", r.Message.EN)
	}
}

// Read as the amount of the whole track, the cap of the R&D track is shared by
// two projects, that of the commercialization track is not.
func TestCapScope(t *testing.T) {
	c := book(t, callName)
	tests := []struct {
		track, scope string
		phase, total int64
	}{
		{"rnd", "per_project", 1_600_000_000, 4_800_000_000},
		{"rnd", "per_track", 800_000_000, 2_400_000_000},
		{"commercialization", "per_project", 1_800_000_000, 5_400_000_000},
		{"commercialization", "per_track", 1_800_000_000, 5_400_000_000},
	}
	for _, test := range tests {
		text := strings.Replace(twoParty, "track: rnd", "track: "+test.track+"\n  settings: {gov_cap_scope: "+test.scope+"}", 1)
		p := newCase(t, c, text).in.Project
		caps := c.Call.Caps(p)
		if len(caps) != 3 || caps[0].Minor() != test.phase || c.Call.TotalCap(p).Minor() != test.total {
			t.Errorf("%s, %s: caps %v, total %s", test.track, test.scope, caps, c.Call.TotalCap(p))
		}
		report(t, c.Call.Applies(p))
	}
	shared := newCase(t, c, strings.Replace(twoParty, "track: rnd", "track: rnd\n  settings: {gov_cap_scope: per_track}", 1))
	r := resultOf(t, shared.results(), "CALL-BUD-R")
	if r.Status != Failed || len(r.Faults) != 4 {
		t.Errorf("CALL-BUD-R with a shared cap: %s, %d faults", r.Status, len(r.Faults))
	}
	if last := r.Evidence[len(r.Evidence)-1]; last.Path != "project.settings.gov_cap_scope" {
		t.Errorf("the reading that was used is no evidence: %+v", last)
	}
}

func TestWithoutBudgetMoneyIsNotChecked(t *testing.T) {
	test := newCase(t, book(t, callName), twoParty)
	test.in.Budget = nil
	results := Check(test.in)
	for _, id := range []string{"CALL-BUD-R", "LAW-MATCH"} {
		if r := resultOf(t, results, id); r.Status != NotChecked {
			t.Errorf("%s without a budget is %s", id, r.Status)
		}
	}
}

func TestSettingsOfProject(t *testing.T) {
	c := book(t, callName)
	text := strings.Replace(twoParty, "track: rnd", "track: rnd\n  settings: {data_rule: both, dta_rule: each}", 1)
	found := c.Call.Applies(newCase(t, c, text).in.Project)
	if len(found) != 2 || found[0].Path != "project.settings.data_rule" || found[1].Path != "project.settings.dta_rule" {
		t.Errorf("findings %v", found)
	}
	other := strings.Replace(twoParty, "call: iitp-2024-medical-ai", "call: other", 1)
	if found := c.Call.Applies(newCase(t, c, other).in.Project); len(found) != 1 || found[0].Code != CodeCall {
		t.Errorf("findings %v", found)
	}
}

func contract(lang string, anchors ...string) Document {
	d := Document{ID: "us1", Kind: "agreement", Parties: []string{"KR1", "US1"}, Lang: lang, File: "agreement/us1." + lang + ".pdf", Where: doc.Locations{}}
	for i, a := range anchors {
		d.Where[a] = doc.Location{Number: "Article " + a, Page: i + 1}
	}
	return d
}

func TestTrace(t *testing.T) {
	test := newCase(t, book(t, callName), twoParty)
	all := []string{"exhibit-roles", "exhibit-results", "term.end", "ownership", "inventions", "forum"}
	tests := []struct {
		name      string
		at        Point
		documents []Document
		status    Status
		severity  diag.Severity
	}{
		{"later, nothing there", Application, nil, NotApplicable, 0},
		{"due, nothing there", Agreement, nil, Failed, diag.Unmet},
		{"later, complete", Application, []Document{contract("en", all...), contract("ko", all...)}, Passed, 0},
		{"later, end date missing in one language", Application, []Document{contract("en", all...), contract("ko", all[0], all[1])}, Failed, diag.Warning},
		{"due, end date missing", Agreement, []Document{contract("en", all[0], all[1])}, Failed, diag.Unmet},
	}
	for _, test2 := range tests {
		t.Run(test2.name, func(t *testing.T) {
			in := test.in
			in.At = test2.at
			r := resultOf(t, Trace(in, test2.documents), "CALL-K-CONT")
			if r.Status != test2.status {
				t.Fatalf("%s: %s", r.Status, r.Message.EN)
			}
			if found := Findings([]Result{r}); r.Status == Failed && (len(found) != 1 || found[0].Severity != test2.severity) {
				t.Errorf("findings %v", found)
			}
		})
	}
	r := resultOf(t, Trace(test.in, []Document{contract("en", all...)}), "CALL-K-CONT")
	want := Evidence{Document: "agreement/us1.en.pdf", Article: "Article term.end", Page: 3, Path: "agreements[0]"}
	if !slices.ContainsFunc(r.Evidence, func(e Evidence) bool {
		return e.Document == want.Document && e.Article == want.Article && e.Page == want.Page && e.Path == want.Path
	}) {
		t.Errorf("no evidence for the end date: %+v", r.Evidence)
	}
}

func TestInOrder(t *testing.T) {
	test := newCase(t, book(t, callName), twoParty)
	results := InOrder(Trace(test.in, nil), test.results())
	if len(results) != len(test.in.Rules) {
		t.Fatalf("%d results for %d rules", len(results), len(test.in.Rules))
	}
	for i, r := range results {
		if r.Rule.ID != test.in.Rules[i].ID {
			t.Errorf("result %d is of %s", i, r.Rule.ID)
		}
	}
}

// Neither a broken rule nor one that was not checked may look like a pass.
func TestBrokenRuleIsNoPass(t *testing.T) {
	text := strings.Replace(string(read(t, callFolder+"/"+callName)), "check: date-window", "check: date-widnow", 1)
	c, found := changedBook(t, text)
	if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == CodeCheck }) {
		t.Fatalf("an unknown check is not found: %v", found)
	}
	results := newCase(t, c, twoParty).results()
	if r := resultOf(t, results, "CALL-WIN"); r.Status != Broken {
		t.Errorf("CALL-WIN is %s", r.Status)
	}
	if found := Findings(results); len(found) != 1 || found[0].Code != "CALL-WIN" || found[0].Severity != diag.Unmet {
		t.Errorf("findings %v", found)
	}
}

// What officers read is there in both languages and fully formatted.
func TestTextsOfAllOutcomes(t *testing.T) {
	c := book(t, callName)
	check := func(id string, text diag.Text) {
		if text.EN == "" || text.KO == "" || strings.Contains(text.EN+text.KO, "%!") {
			t.Errorf("%s: bad text %+v", id, text)
		}
		if !strings.ContainsFunc(text.KO, func(r rune) bool { return r >= '가' && r <= '힣' }) {
			t.Errorf("%s: no Korean in %q", id, text.KO)
		}
	}
	for i := range c.Rules {
		rule := &c.Rules[i]
		for j := range rule.Tests {
			p := new(project.Project)
			report(t, source.Into(rule.file, rule.Tests[j].Given, p, project.Amounts(c.Call.Currency)))
			if p.Info.Track == "" && len(rule.Tracks) > 0 {
				p.Info.Track = rule.Tracks[0]
			}
			e := rule.Tests[j].env(c, rule, p)
			r := e.result(rule, e.judgeOrTrace(rule, rule.Tests[j].documents()))
			check(rule.ID, r.Message)
			check(rule.ID, r.Why)
			for _, f := range r.Faults {
				check(rule.ID, f.Text)
			}
		}
	}
}

func TestJudges(t *testing.T) {
	c := book(t, callName)
	tests := map[string]int{"CALL-LOI": 1, "X-35": 5, "X-33": 1, "X-99": 0}
	for code, want := range tests {
		if got := len(c.Judges(code)); got != want {
			t.Errorf("%s is judged by %d rules, want %d", code, got, want)
		}
	}
}

func TestNameOfAskedDocument(t *testing.T) {
	tests := []struct{ file, id, want string }{
		{"01_plan", "", "01_plan"},
		{"03_letter_{party}", "US1", "03_letter_US1"},
		{"12_contract_{agreement}", "us1", "12_contract_us1"},
	}
	for _, test := range tests {
		if got := (Asked{File: test.file}).Name(test.id); got != test.want {
			t.Errorf("name %q, want %q", got, test.want)
		}
	}
}

// A country of a union that is a member counts as a member; the advice names
// the five countries of the call in either case.
func TestStandingOfCountries(t *testing.T) {
	countries := load(t, callName).Countries
	tests := []struct{ country, part string }{
		{"JP", "named by the call"},
		{"DE", "IMDRF member"},
		{"GB", "IMDRF member"},
		{"VN", "the choice is free"},
	}
	for _, test := range tests {
		if got := countries.standing(test.country); !strings.Contains(got.EN, test.part) || got.KO == "" {
			t.Errorf("%s: %s", test.country, got.EN)
		}
	}
	if got := countries.standing("VN"); strings.Contains(got.EN, "member (") {
		t.Errorf("VN: %s", got.EN)
	}
}
