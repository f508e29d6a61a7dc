package pdf

import (
	"strings"
	"testing"
)

// TestStackedLanguagesTakeTurns: each article stands whole in the first language,
// then whole in the second, over the full width, and the outline names it once.
func TestStackedLanguagesTakeTurns(t *testing.T) {
	l := lay(t, stacked(t))
	inHangul, turns, articles := false, 0, 0
	for _, p := range l.Pages {
		for _, x := range p.Texts {
			if x.Element <= 0 || x.Size < 1000 {
				continue
			}
			if strings.HasPrefix(x.S, "Article ") && inHangul {
				articles++
			}
			hangul := strings.ContainsFunc(x.S, isHangul)
			latin := strings.ContainsFunc(x.S, func(r rune) bool { return r >= 'a' && r <= 'z' })
			if hangul != latin && hangul != inHangul {
				inHangul = hangul
				turns++
			}
		}
	}
	columns := lay(t, sideBySide(t))
	if len(l.Bookmarks) != len(columns.Bookmarks) {
		t.Errorf("%d bookmarks, in columns %d", len(l.Bookmarks), len(columns.Bookmarks))
	}
	if articles < 2 || turns < 2*articles {
		t.Errorf("%d articles begin after one in Korean, with %d turns", articles, turns)
	}
}
