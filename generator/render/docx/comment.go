package docx

import (
	"fmt"
	"strings"

	"pactwright/generator/doc"
)

// placeComments finds the block that each comment belongs to.
func (w *writer) placeComments() error {
	w.remarks = map[doc.Block][]int{}
	for i, c := range w.meta.Comments {
		b, err := w.commented(c)
		if err != nil {
			return err
		}
		w.remarks[b] = append(w.remarks[b], i)
	}
	return nil
}

func (w *writer) commented(c Comment) (doc.Block, error) {
	if c.Anchor != "" {
		if p := w.targets[c.Anchor][first]; p != nil {
			return p.block, nil
		}
		return nil, fmt.Errorf("a comment names the anchor %q, which the document does not have", c.Anchor)
	}
	if c.Block < 0 || c.Block >= len(w.doc.Blocks) {
		return nil, fmt.Errorf("a comment names block %d of %d", c.Block, len(w.doc.Blocks))
	}
	b := leading(w.doc.Blocks[c.Block])
	if _, ok := b.(*doc.PageBreak); ok || b == nil {
		return nil, fmt.Errorf("a comment names block %d, which has no text", c.Block)
	}
	return b, nil
}

// remark ends the stretch of text that a comment is about.
func (w *writer) remark(i int) {
	m := &w.body
	m.empty("w:commentRangeEnd", "w:id", itoa(i))
	m.open("w:r")
	m.open("w:rPr")
	m.value("w:rStyle", "CommentReference")
	m.close("w:rPr")
	m.empty("w:commentReference", "w:id", itoa(i))
	m.close("w:r")
}

// comments writes the part with the comments.
func (w *writer) comments() []byte {
	return w.aside("w:comments", nil, func() {
		for i, c := range w.meta.Comments {
			attributes := append([]string{"w:id", itoa(i)}, signed(c.Author, c.Date)...)
			w.body.open("w:comment", append(attributes, "w:initials", initials(c.Author))...)
			for j, line := range strings.Split(c.Text, "\n") {
				w.paragraphWith(para{style: remarkStyle}, doc.Unchanged, first, func() {
					if j == 0 {
						w.body.open("w:r")
						w.body.open("w:rPr")
						w.body.value("w:rStyle", "CommentReference")
						w.body.close("w:rPr")
						w.body.empty("w:annotationRef")
						w.body.close("w:r")
					}
					if line != "" {
						w.run(doc.Inline{}, line, look{}, "")
					}
				})
			}
			w.body.close("w:comment")
		}
	})
}

// initials returns the first letters of a name.
func initials(name string) string {
	var out []rune
	for _, word := range strings.Fields(name) {
		out = append(out, []rune(word)[0])
	}
	return string(out[:min(len(out), 3)])
}
