package doc

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

func TestTerms(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // code and term of each finding
	}{
		{"defined and used", "«define results» means this. The Results are shared.", ""},
		{"used by mark", "«define results» means this. We share «term results».", ""},
		{"no definitions, no check", "The Background and a Third Party.", ""},
		{"never used", "«define results» means this.", "DOC-TERM-UNUSED Results"},
		{"twice", "«define results» «define results» The Results.", "DOC-TERM-TWICE Results"},
		{"undefined by mark", "«define results» The Results and «term background».", "DOC-TERM-UNDEFINED Background"},
		{"undefined in text", "«define results» The Results and the Background.", "DOC-TERM-UNDEFINED Background"},
		{"reported once", "«define results» The Results, the Background, the Background.", "DOC-TERM-UNDEFINED Background"},
		{"start of a sentence", "«define results» The Results. Background reading helps. “Background checks” too.", ""},
		{"two words at the start of a sentence", "«define results» The Results. Third Party rights.", "DOC-TERM-UNDEFINED Third Party"},
		{"plural", "«define third-party» «define results» Any Third Parties and the Resultses.", ""},
		{"whole words", "«define results» Resultsets and MyResults.", "DOC-TERM-UNUSED Results"},
		{"small letters", "«define results» the results.", "DOC-TERM-UNUSED Results"},
		{"longest first", "«define background-ip» «define results» The Results use the Background Intellectual Property.", ""},
		{"longer term is not the shorter", "«define background» «define results» The Results use the Background Intellectual Property.", "DOC-TERM-UNDEFINED Background Intellectual Property; DOC-TERM-UNUSED Background"},
		{"headings do not count", "## Use of Background\n\n«define results» The Results.", ""},
		{"set lines do not count", "«define results» The Results.\n\n```center\nUse of Background\n```", ""},
		{"names do not count", "«define results» The Results of «background name».", ""},
		{"party labels are free", "«define results» The Results of «lead» and «lead».", ""},
		{"party label twice", "«leadDefined» «leadDefined»", "DOC-TERM-TWICE the Lead Institution"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			values := sampleValues(diag.English)
			values["background name"] = value(TextInline, "the Background project", "", "title")
			filled, tokens := fill(t, test.text, values)
			d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: diag.English})
			expectNone(t, found)
			_, found = Resolve(d, sampleGlossary)
			if got := summary(found); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// summary returns the code and the quoted name of each finding.
func summary(found diag.List) string {
	var out []string
	for _, f := range found {
		_, rest, _ := strings.Cut(f.Message.EN, "“")
		name, _, _ := strings.Cut(rest, "”")
		out = append(out, f.Code+" "+name)
	}
	return strings.Join(out, "; ")
}

// In Korean only marks can show that a term is used without a definition.
func TestKoreanTerms(t *testing.T) {
	tests := []struct{ text, want string }{
		{"«define results»«p 이란/란» 이를 말한다. 연구개발성과는 나눈다.", ""},
		{"«define results»«p 이란/란» 이를 말한다. 배경기술", "DOC-TERM-UNUSED 연구개발성과"},
		{"«define results» 연구개발성과와 «term background»", "DOC-TERM-UNDEFINED 배경기술"},
	}
	for _, test := range tests {
		_, found := resolved(t, diag.Korean, test.text)
		if got := summary(found); got != test.want {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestUnusedIsAWarning(t *testing.T) {
	_, found := resolved(t, diag.English, "«define results»")
	expect(t, found, CodeTermUnused, "Results")
	if found[0].Severity != diag.Warning {
		t.Errorf("the severity is %s", found[0].Severity)
	}
}

// Party labels get a capital letter where a sentence begins.
func TestPartyAtSentenceStart(t *testing.T) {
	const L, l = "The Lead Institution", "the Lead Institution"
	tests := []struct{ text, want string }{
		{"«lead» shall pay", L + " shall pay"},
		{"pays «lead»", "pays " + l},
		{"It ends. «lead» pays", "It ends. " + L + " pays"},
		{"It ends.” «lead» pays", "It ends.” " + L + " pays"},
		{"Does it? «lead» pays", "Does it? " + L + " pays"},
		{"(«lead») pays", "(" + L + ") pays"},
		{"see Acme, Inc. «lead» pays", "see Acme, Inc. " + l + " pays"},
		{"that is, i.e. «lead» pays", "that is, i.e. " + l + " pays"},
		{"Prof. J. «lead»", "Prof. J. " + l},
		{"as follows: «lead» pays", "as follows: " + l + " pays"},
		{"**Costs:** «lead» pays", "Costs: " + L + " pays"},
		{"non-«lead»", "non-" + l},
		{"by «signed». «lead» pays", "by July 1, 2024. " + L + " pays"},
		{"- «lead» pays;\n- «lead» reports; and\n- «lead» keeps.", l + " pays;\n" + l + " reports; and\n" + l + " keeps."},
		{"- «lead» pays.\n- «lead» reports.", L + " pays.\n" + L + " reports."},
		{"### A {.article}\n\n1. «lead» shall:\n   1. «lead» x;\n   2. «lead» y.\n2. «lead» z.", "Article 1. A\n" + L + " shall:\n" + l + " x;\n" + l + " y.\n" + L + " z."},
		{"### A {.article}\n\n1. «lead» x;\n2. «lead» y.", "Article 1. A\n" + L + " x;\n" + L + " y."},
		{"«leadDefined» pays", "The “Lead Institution” pays"},
		{"Kim («leadDefined»)", "Kim (the “Lead Institution”)"},
	}
	for _, test := range tests {
		r, found := resolved(t, diag.English, test.text)
		expectNone(t, found)
		if got := strings.TrimSpace(PlainText(r.Blocks)); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// A term is strong where it is defined in English, and never in Korean.
func TestDefinitionPlace(t *testing.T) {
	for lang, want := range map[diag.Lang]string{
		diag.English: "paragraph: “**<term define results|Results>**” Results\n",
		diag.Korean:  "paragraph: “<term define results|연구개발성과>” Results\n",
	} {
		r, _ := resolved(t, lang, "«define results» Results")
		if got := r.Dump(); !strings.HasSuffix(got, want) {
			t.Errorf("%s: got %s", lang, got)
		}
	}
}
