package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"pactwright/generator/doc"
)

// Place is a heading, a sub-clause or a paragraph with the bookmark around it in
// the file.
type Place struct {
	Bookmark string
	Block    doc.Block
	Second   bool // it is in the second language of a document in two
}

// Places returns the bookmarks that Render gives to the blocks of a document. A
// block with an anchor has the bookmark of its anchor, any other one that says
// where it stands: in which article or section, and which sub-clause or
// paragraph of it. They stay the same as long as that does.
func Places(r *doc.Resolved) []Place {
	w := newWriter(r, Meta{Style: plainStyle()})
	var out []Place
	add := func(b doc.Block) {
		if p, ok := w.places[b]; ok {
			out = append(out, Place{Bookmark: p.name, Block: b, Second: p.side == second})
		}
	}
	for _, b := range w.blocks {
		if v, ok := b.(*doc.Columns); ok {
			add(v.Left)
			add(v.Right)
			continue
		}
		add(b)
	}
	return out
}

// place is what is known about a block that references may lead to.
type place struct {
	name    string
	side    side
	block   doc.Block
	within  *place // the article, the exhibit or the part that it stands in
	above   *place // the sub-clause that it is part of
	number  numbered
	id      int    // of its bookmark in the file, from 1
	entry   string // of a heading: the bookmark that the contents lead to
	listing int    // of a heading in the contents: its level, from 1
}

// Names of bookmarks have at most 40 characters in Word: a letter, then letters,
// digits and underscores, without a difference between capitals and small letters.
const longestName = 40

// The first letters of names: of anchors, of places without one, and of either
// where the name would be too long or could be misread. The second language has a
// 2 in them.
var (
	anchorNames = [2]string{"pw_", "pw2_"}
	spotNames   = [2]string{"pwp_", "pwp2_"}
	hashedNames = [2]string{"pwh_", "pwh2_"}
)

// Bookmark returns the name of the bookmark of an anchor: a hyphen is an
// underscore and a point is two. A name that would be too long, or that is not
// one of an anchor, is a hash.
func Bookmark(anchor string) string { return anchorName(anchor, first) }

func anchorName(anchor string, s side) string {
	if name := anchorNames[s] + underscored(anchor); doc.IsAnchor(anchor) && len(name) <= longestName && !misread(anchor) {
		return name
	}
	return hashedNames[s] + hash("#"+anchor)
}

// spotName returns the name of a place in an article or a section.
func spotName(section, spot string, s side) string {
	if name := spotNames[s] + underscored(section) + "_" + spot; doc.IsAnchor(section) && len(name) <= longestName && !misread(section) {
		return name
	}
	return hashedNames[s] + hash(section+"/"+spot)
}

func underscored(anchor string) string {
	return strings.NewReplacer("-", "_", ".", "__").Replace(anchor)
}

// misread reports whether the underscores of an anchor could stand for another.
func misread(anchor string) bool {
	last := byte(' ')
	for i := range len(anchor) {
		c := anchor[i]
		if (c == '-' || c == '.') && (last == '-' || last == '.' || i+1 == len(anchor)) {
			return true
		}
		last = c
	}
	return false
}

// hash returns a short hash of a text in small letters and digits.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:10])
}

// longestTag is the longest title and tag that Word takes for a content control.
const longestTag = 64

// Tag returns the title and the tag of the content control around a value: the
// path of the value in the project file or, where that is too long for Word, its
// beginning and a hash of the whole.
func Tag(path string) string {
	if len([]rune(path)) <= longestTag {
		return path
	}
	sum := hash(path)
	return string([]rune(path)[:longestTag-len(sum)-1]) + "~" + sum
}
