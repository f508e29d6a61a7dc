package merge

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

const annotatedFront = "code: A22 OWN\nwants: {en: both sides, ko: 양쪽}\nkorean_priority: share\nlaw: [act-16]\n"

func notices(d *doc.Document) []*doc.Notice {
	var out []*doc.Notice
	for _, b := range d.Blocks {
		if n, ok := b.(*doc.Notice); ok {
			out = append(out, n)
		}
	}
	return out
}

// Only annotated copies explain; what they explain follows each article.
func TestAnnotationOnlyInAnnotatedCopies(t *testing.T) {
	clauses := []clause{{id: "ownership/a", front: annotatedFront, body: "1. Text."}, {id: "access/a", front: annotatedFront, body: "1. Text."}, {id: "exhibit-x/a", front: annotatedFront, body: "Text."}}
	for _, lang := range languages {
		clean, found := job{lang: lang, body: "{{articles}}{{exhibits}}", clauses: clauses}.fill(t)
		none(t, found)
		if n := notices(clean); len(n) > 0 {
			t.Errorf("%s: a signing copy has %d notices", lang, len(n))
		}
		annotated, found := job{lang: lang, body: "{{articles}}{{exhibits}}", clauses: clauses, annotated: true}.fill(t)
		none(t, found)
		n := notices(annotated)
		if len(n) != len(clauses) {
			t.Fatalf("%s: an annotated copy has %d notices", lang, len(n))
		}
		if len(annotated.Blocks) != len(clean.Blocks)+len(clauses) {
			t.Errorf("%s: %d blocks became %d", lang, len(clean.Blocks), len(annotated.Blocks))
		}
		if n[0].Kind != doc.AnnotationNotice || doc.Text(n[0].Title) != "A22 OWN · ownership/a" {
			t.Errorf("%s: the notice is %+v", lang, n[0])
		}
		var body []string
		for _, p := range n[0].Body {
			body = append(body, doc.Text(p))
		}
		want := diag.Text{
			EN: "Wanted by: both sides\nKorean side: holds a share\nLaw: The Act, Article 16 (2024): who owns",
			KO: "원하는 쪽: 양쪽\n국내 측: 지분 보유\n법령: 「혁신법」 제16조 (2024년): 소유",
		}.In(lang)
		if got := strings.Join(body, "\n"); got != want {
			t.Errorf("%s: the annotation is\n%s\nwant\n%s", lang, got, want)
		}
	}
}

// A provision that no source confirms is marked as such, and one that the law
// version does not have is a finding.
func TestCitationsOfAnAnnotation(t *testing.T) {
	c := clause{id: "ownership/a", front: "law: [act-99]\n", body: "1. Text."}
	d, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}, annotated: true}.fill(t)
	none(t, found)
	if body := doc.Text(notices(d)[0].Body[0]); body != "Law: "+sampleLaw().Cite("act-99").EN+": unknown" || body == "Law: The Act, Article 99 (2024): unknown" {
		t.Errorf("the annotation is %s", body)
	}
	c.front = "law: [act-0]\n"
	_, found = job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}, annotated: true}.fill(t)
	if f := one(t, found, "MERGE-LAW"); f.Template.File != "clauses/ownership/a.md.tmpl" || !strings.Contains(f.Message.EN, "act-0") {
		t.Errorf("found\n%s", said(found))
	}
}

// What a front matter says is text, whatever it looks like.
func TestAnnotationIsNoMarkdown(t *testing.T) {
	c := clause{id: "ownership/a", front: "wants: {en: \"# *a* | `b` <c>\", ko: 가}\n", body: "1. Text."}
	d, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}, annotated: true}.fill(t)
	none(t, found)
	if got := doc.Text(notices(d)[0].Body[0]); got != "Wanted by: # *a* | `b` <c>" {
		t.Errorf("the annotation is %s", got)
	}
}
