package pdf

import (
	"fmt"
	"testing"

	"pactwright/generator/doc"
)

// Wherever a page ends, neither the first nor the last row of names and values is
// alone on its page, and a heading stands on the page of both first rows.
func TestNoRowOfNamesIsAlone(t *testing.T) {
	for lines := range 60 {
		d := doc.Document{Style: "report", Paper: doc.A4}
		for range lines {
			d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("above")})
		}
		names := &doc.KeyValue{}
		for i := range 12 {
			names.Rows = append(names.Rows, doc.KeyValueRow{Key: say(fmt.Sprintf("zzRow%02d", i)), Value: say("value")})
		}
		d.Blocks = append(d.Blocks, &doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("zzHead")}, names)
		l := lay(t, resolved(d))
		page := func(word string) int { return find(l, word).Page }
		if page("zzHead") != page("zzRow01") || page("zzRow00") != page("zzRow01") || page("zzRow10") != page("zzRow11") {
			t.Errorf("%d lines above: the heading on page %d, rows on %d, %d … %d, %d", lines,
				page("zzHead"), page("zzRow00"), page("zzRow01"), page("zzRow10"), page("zzRow11"))
		}
	}
}
