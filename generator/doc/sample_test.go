package doc

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pactwright/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var placeholder = regexp.MustCompile(`«[^»]*»`)

// fill replaces «name» by the mark of the token of that name. «p 을/를» is a
// particle, «ref a» a reference, «anchor a» an anchor.
func fill(t testing.TB, text string, values map[string]Token) (string, []Token) {
	t.Helper()
	var tokens []Token
	filled := placeholder.ReplaceAllStringFunc(text, func(name string) string {
		name = strings.Trim(name, "«»")
		token, ok := values[name]
		kind, target, _ := strings.Cut(name, " ")
		switch {
		case ok:
		case kind == "p":
			token = one(Inline{Kind: ParticleInline, Target: target})
		case kind == "ref":
			token = one(Inline{Kind: RefInline, Target: target})
		case kind == "anchor":
			token = one(Inline{Kind: AnchorInline, Target: target})
		case kind == "term":
			token = one(Inline{Kind: TermInline, Target: target})
		case kind == "define":
			token = one(Inline{Kind: TermInline, Target: target, Define: true})
		default:
			t.Fatalf("no token %q", name)
		}
		tokens = append(tokens, token)
		return Mark(len(tokens) - 1)
	})
	return filled, tokens
}

func one(in Inline) Token { return Token{Inlines: []Inline{in}} }

// value makes a token of a typed value with a YAML path.
func value(kind InlineKind, text, canonical, path string) Token {
	return one(Inline{Origin: Origin{Path: path}, Kind: kind, Text: text, Value: canonical})
}

func sampleValues(lang diag.Lang) map[string]Token {
	in := func(en, ko string) string { return diag.Text{EN: en, KO: ko}.In(lang) }
	cell := func(text string) Cell { return Cell{{Kind: TextInline, Text: text}} }
	party := Inline{Kind: TermInline, Target: "party.kaist", Text: in("the Lead Institution", "주관기관")}
	defined := party
	defined.Define = true
	return map[string]Token{
		"title":             value(TextInline, in("Joint # *R&D* | Agreement", "국제공동연구개발 # *계약서* |"), "", "title"),
		"signed":            value(DateInline, in("July 1, 2024", "2024년 7월 1일"), "2024-07-01", "signed"),
		"kaist":             value(TextInline, in("Korea Example Institute", "한국예시원(KEI)"), "", "parties[0].name"),
		"short":             value(TextInline, "KEI", "", "parties[0].short"),
		"budget":            value(AmountInline, in("KRW 960,000,000", "960,000,000원"), "KRW 960000000", "budget.total"),
		"nothing":           value(AmountInline, in("KRW 0", "0원"), "KRW 0", "budget.own"),
		"about":             value(AmountInline, "about KRW 5", "about KRW 5", "x"),
		"debt":              value(AmountInline, "-KRW 5", "KRW -5", "x"),
		"dollars":           value(AmountInline, "US$5.00", "USD 500", "x"),
		"gap":               one(Inline{Kind: BlankInline, Text: "[own]"}),
		"rate":              value(PercentInline, "60%", "60", "shares[0]"),
		"days":              value(CountInline, in("thirty (30) days", "30일"), "30 day", "term.days"),
		"lead":              one(party),
		"leadDefined":       one(defined),
		"resultsDefined":    one(Inline{Kind: TermInline, Target: "results", Define: true}),
		"backgroundDefined": one(Inline{Kind: TermInline, Target: "background", Define: true}),
		"anchorShares":      one(Inline{Kind: AnchorInline, Target: "ownership.shares"}),
		"anchorLoose":       one(Inline{Kind: AnchorInline, Target: "loose"}),
		"refShares":         one(Inline{Kind: RefInline, Target: "ownership.shares"}),
		"refBudget":         one(Inline{Kind: RefInline, Target: "x-budget"}),
		"refDefinitions":    one(Inline{Kind: RefInline, Target: "definitions"}),
		"refLoose":          one(Inline{Kind: RefInline, Target: "loose"}),
		"table": {Blocks: []Block{&Table{
			Align: []Align{AlignLeft, AlignRight},
			Head:  []Cell{cell(in("Phase", "단계")), cell("KRW")},
			Rows:  [][]Cell{{cell("1"), {{Kind: AmountInline, Text: in("KRW 5", "5원"), Value: "KRW 5"}}}},
		}}},
	}
}

var sampleGlossary = Glossary{
	{Key: "results", EN: "Results", KO: "연구개발성과"},
	{Key: "background", EN: "Background", KO: "배경기술"},
	{Key: "background-ip", EN: "Background Intellectual Property", KO: "배경지식재산권"},
	{Key: "third-party", EN: "Third Party", KO: "제삼자"},
}

func sample(t testing.TB, lang diag.Lang) *Document {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "sample."+string(lang)+".md"))
	if err != nil {
		t.Fatal(err)
	}
	filled, tokens := fill(t, string(text), sampleValues(lang))
	d, found := Parse(Filled{Text: filled, Tokens: tokens}, Document{Lang: lang, Title: "Sample", Style: "agreement", Paper: A4, Contents: true})
	expectNone(t, found)
	return d
}

func expectNone(t testing.TB, found diag.List) {
	t.Helper()
	for _, f := range found {
		t.Errorf("unexpected finding %s %s: %s", f.Code, f.Template, f.Message.EN)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func TestSample(t *testing.T) {
	resolved := map[diag.Lang]*Resolved{}
	for _, lang := range []diag.Lang{diag.English, diag.Korean} {
		d := sample(t, lang)
		before := Dump(d)
		golden(t, "sample."+string(lang)+".parsed.txt", before)
		r, found := Resolve(d, sampleGlossary)
		expectNone(t, found)
		golden(t, "sample."+string(lang)+".resolved.txt", r.Dump())
		if Dump(d) != before {
			t.Errorf("Resolve changed the document in %s", lang)
		}
		resolved[lang] = r
	}
	expectNone(t, Parity(resolved[diag.English], resolved[diag.Korean]))
	both, found := SideBySide(resolved[diag.English], resolved[diag.Korean])
	expectNone(t, found)
	golden(t, "sample.columns.txt", both.Dump())
	if both.Second() != diag.Korean {
		t.Errorf("second language is %q", both.Second())
	}
}
