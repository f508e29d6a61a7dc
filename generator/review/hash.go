package review

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// hashOf names the words of an article in all texts of a contract: it changes
// with every word, and not with the number of the article or of what it refers
// to.
func hashOf(slot string, texts [][]part) string {
	var out strings.Builder
	for _, text := range texts {
		for _, p := range text {
			if p.slot == slot {
				out.WriteString(strings.Join(p.says, "\n\n") + "\n\n")
			}
		}
		out.WriteString("\n\n\n")
	}
	sum := sha256.Sum256([]byte(out.String()))
	return hex.EncodeToString(sum[:])
}
