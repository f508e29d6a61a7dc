package review

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// hashOf names the words of an article in all texts of a contract: it changes
// with every word, and not with the number of the article or of what it refers
// to.
func hashOf(slot string, texts [][]part) string {
	sum := sha256.New()
	for _, text := range texts {
		for _, p := range text {
			if p.slot == slot {
				for _, said := range p.says {
					io.WriteString(sum, said+"\n\n")
				}
			}
		}
		io.WriteString(sum, "\n\n\n")
	}
	return hex.EncodeToString(sum.Sum(nil))
}
