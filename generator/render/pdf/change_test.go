package pdf

import (
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// What is new in a comparison has a line below it and what is gone one through
// it, each in its colour; the lines are no part of what is read aloud.
func TestChangesHaveLines(t *testing.T) {
	d := &doc.Document{Lang: diag.English, Title: "T", Style: "report", Paper: doc.A4, Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Inline{
		{Text: "same "}, {Text: "gone", Change: doc.Deleted}, {Text: " "}, {Text: "new", Change: doc.Inserted},
	}}}}
	r, found := doc.Resolve(d, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	style := testStyle(t, "report")
	laid, _, found := Layout(r, style, testFaces(t))
	if len(found) > 0 {
		t.Fatal(found)
	}
	page := laid.Pages[0]
	rects := map[Color]Rect{}
	for _, x := range page.Rects {
		rects[x.Color] = x
	}
	for _, text := range page.Texts {
		color, through := style.Inserted, false
		switch text.S {
		case "gone":
			color, through = style.Deleted, true
		case "new":
		default:
			continue
		}
		rule, ok := rects[color]
		if !ok || text.Color != color || rule.X != text.X || rule.Element != 0 {
			t.Errorf("%q in %v has the line %+v", text.S, text.Color, rule)
		}
		if above := rule.Y < text.Y; above != through {
			t.Errorf("the line of %q stands at %d, its base line at %d", text.S, rule.Y, text.Y)
		}
	}
	if len(page.Rects) != 2 {
		t.Errorf("there are %d lines, not two", len(page.Rects))
	}
}
