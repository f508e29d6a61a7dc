package pdf

import (
	_ "embed" // for the profile
	"fmt"
)

// Archive is a level of PDF/A (ISO 19005) that a file keeps to.
type Archive string

// The levels. 1b is the oldest and the strictest about what a file may hold, 3b
// alone allows attachments of any kind.
const (
	Archive1b Archive = "1b"
	Archive2b Archive = "2b"
	Archive3b Archive = "3b"
)

// Archives are all levels.
var Archives = []Archive{Archive1b, Archive2b, Archive3b}

// head is how a file of the level begins: level 1 builds on PDF 1.4.
func (a Archive) head() string {
	version := "1.7"
	if a == Archive1b {
		version = "1.4"
	}
	return "%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n"
}

// packs tells whether small objects may stand together in compressed streams.
func (a Archive) packs() bool { return a != Archive1b }

// profile says what the colours of a file mean: sRGB. It is made by TestProfile
// from the numbers of the standard, so that nobody else's licence is on it.
//
//go:embed srgb.icc
var profile []byte

// outputIntent returns the entry of the catalog that names the profile.
func outputIntent(profile int) string {
	return fmt.Sprintf("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]\n", profile)
}
