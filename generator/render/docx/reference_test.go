package docx

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// fieldCode is every code that a field may have.
var fieldCode = regexp.MustCompile(`^ (PAGE|NUMPAGES|PAGEREF _Toc\d+ \\h|REF pw[a-z0-9_]+( \\[nw])? \\h|TOC \\o "1-\d" \\h \\z|TOC \\h \\z \\t "[A-Za-z0-9, ]+") $`)

// references returns, for each field or link to a place in the text, how it is
// made and what it shows, sorted.
func references(f file) []string {
	var out []string
	code, shown := "", ""
	state := 0
	f.body().each(func(n *node) {
		switch n.name {
		case "w:hyperlink":
			if strings.HasPrefix(n.attr["w:anchor"], "pw") {
				out = append(out, "link "+n.attr["w:anchor"]+": "+n.shown("w:del"))
			}
		case "w:fldChar":
			switch n.attr["w:fldCharType"] {
			case "begin":
				code, shown, state = "", "", 1
			case "separate":
				state = 2
			case "end":
				if strings.HasPrefix(code, " REF") {
					out = append(out, strings.TrimSpace(code)+": "+shown)
				}
				state = 0
			}
		case "w:instrText":
			code += n.text
		case "w:t":
			if state == 2 {
				shown += n.text
			}
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// TestReferences: a reference is a field if Word computes what it prints, and a link
// to the place otherwise.
func TestReferences(t *testing.T) {
	for lang, want := range map[diag.Lang][]string{
		diag.English: {
			`REF pw_budget \n \h: Exhibit A`,
			`REF pw_definitions__deep \w \h: 1.1(a)(i)`,
			`REF pw_general \n \h: Part 1`,
			`REF pw_ownership \n \h: Article 3`,
			`REF pw_ownership__shares \n \h: 3.2`,
			`REF pw_parties \h: Parties`,
			`REF pw_roles \n \h: Exhibit B`,
			`REF pw_single \n \h: Article 2`,
			`link pw_single__item: Section 2(a)`,
		},
		diag.Korean: {
			`REF pw_general \n \h: 제1장`,
			`REF pw_ownership \n \h: 제3조`,
			`REF pw_parties \h: 당사자`,
			`REF pw_single \n \h: 제2조`,
			`link pw_budget: 별표 1`,
			`link pw_definitions__deep: 제1항제1호가목`,
			`link pw_ownership__shares: 제3조제2항`,
			`link pw_roles: 별표 2`,
			`link pw_single__item: 제1호`,
		},
	} {
		if got := references(made(t, contract(t, lang))); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", lang, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

// TestReferencesOfTwoLanguages: those of the second language lead to its own places.
func TestReferencesOfTwoLanguages(t *testing.T) {
	for _, stacked := range []bool{false, true} {
		got := strings.Join(references(made(t, beside(t, stacked))), "\n")
		for _, want := range []string{
			`REF pw_ownership \n \h: Article 3`, `REF pw2_ownership \n \h: 제3조`, `link pw2_ownership__shares: 제3조제2항`, `REF pw_ownership__shares \n \h: 3.2`,
		} {
			if !strings.Contains(got, want) {
				t.Errorf("stacked %t: there is no %s in\n%s", stacked, want, got)
			}
		}
	}
}

// TestPlaces: the names of bookmarks stay as they are, can be read back, and stand
// in the file around the text of their blocks.
func TestPlaces(t *testing.T) {
	for anchor, want := range map[string]string{
		"ownership": "pw_ownership", "data-protection.cross-border": "pw_data_protection__cross_border", "a--b": "pwh_", "a.-b": "pwh_", "a-": "pwh_",
		strings.Repeat("x", 38): "pwh_", "Upper": "pwh_", "": "pwh_", "x\x00": "pwh_",
	} {
		if got := Bookmark(anchor); !strings.HasPrefix(got, want) || len(got) > longestName || want != "pwh_" && got != want {
			t.Errorf("the bookmark of %q is %q", anchor, got)
		}
	}
	r := beside(t, false)
	f := made(t, r)
	shown := map[string]string{}
	for _, p := range f.body().all("w:p") {
		for _, b := range p.all("w:bookmarkStart") {
			shown[b.attr["w:name"]] = p.shown("w:del")
		}
	}
	wanted := map[string]string{
		"pw_ownership__shares": "Share 2", "pw2_ownership__shares": "지분 2", "pwp_ownership_3": "Share 3", "pwp_ownership_1_2": "item 2",
		"pwp2_ownership_1_1_4": "목 4", "pwp_parties_t1": "",
	}
	places := Places(r)
	for _, p := range places {
		if _, ok := shown[p.Bookmark]; !ok {
			t.Errorf("the bookmark %s is not in the file", p.Bookmark)
		}
		if want, ok := wanted[p.Bookmark]; ok && !strings.HasSuffix(shown[p.Bookmark], want) {
			t.Errorf("%s stands at %q", p.Bookmark, shown[p.Bookmark])
		}
		delete(wanted, p.Bookmark)
		if p.Second != strings.Contains(p.Bookmark[:5], "2_") && !strings.HasPrefix(p.Bookmark, "pwp2") {
			t.Errorf("%s is said to be in the other language", p.Bookmark)
		}
	}
	if len(wanted) > 0 {
		t.Errorf("there is no %v", wanted)
	}
}

// TestControls: values of the project file say which they are, and nothing else does.
func TestControls(t *testing.T) {
	long := "agreements[0].clauses." + strings.Repeat("key-", 20) + "end"
	r := &doc.Resolved{Document: doc.Document{Lang: diag.English, Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Inline{
		value(doc.TextInline, "parties[0].name", "Hanbit & Co."), value(doc.AmountInline, long, "KRW 5"), value(doc.TermInline, "parties[0].id", "the Lead"),
		value(doc.BlankInline, "project.end", "end"), {Text: "free"}, value(doc.TextInline, "parties[0].name", "Hanbit & Co."),
	}}}}}
	var got []string
	for _, c := range made(t, r).body().all("w:sdt") {
		tag, alias := c.at("w:sdtPr", "w:tag").attr["w:val"], c.at("w:sdtPr", "w:alias").attr["w:val"]
		if tag != alias {
			t.Errorf("the tag is %q and the title is %q", tag, alias)
		}
		got = append(got, tag+"="+c.shown("w:del"))
	}
	want := []string{"parties[0].name=Hanbit & Co.", Tag(long) + "=KRW 5", "project.end=[end]", "parties[0].name=Hanbit & Co."}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if tag := Tag(long); len(tag) != longestTag || tag == Tag(long+"x") || !strings.HasPrefix(long, tag[:40]) {
		t.Errorf("the tag of a long path is %q", tag)
	}
}
