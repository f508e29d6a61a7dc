package pdf

import (
	"strconv"

	"pactwright/generator/doc"
)

// Field is an empty signature field: the room above a line to sign on, or the
// square for a seal.
type Field struct {
	X, Y, W, H int
	Name       string
	Label      string // what a reader says of it
	Element    int
}

// PlacedField is a signature field with its page, counted from 1, and its
// rectangle in points from the lower left corner of the page, as decimals: left,
// bottom, right, top.
type PlacedField struct {
	Name      string
	Signer    string
	Page      int
	Rectangle [4]string
}

// fieldPrefix begins the names of signature fields.
const fieldPrefix = "sig-"

// signatureField returns the field of a block whose signer is known.
func (c *compositor) signatureField(b doc.SignatureBlock, element int, a area) Field {
	label := plain(b.Heading)
	if b.Sign < len(b.Lines) {
		label += " " + plain(b.Lines[b.Sign].Label)
	}
	return Field{X: a.x, Y: a.y, W: a.w, H: a.h, Name: b.Signer, Label: label, Element: element}
}

// nameFields names the fields of a document: who signs twice has two.
func (l *Laid) nameFields() {
	used := map[string]int{}
	for i := range l.Pages {
		for k := range l.Pages[i].Fields {
			f := &l.Pages[i].Fields[k]
			signer := f.Name
			name := fieldPrefix + signer
			used[signer]++
			if n := used[signer]; n > 1 {
				name += "-" + strconv.Itoa(n)
			}
			l.fields = append(l.fields, PlacedField{
				Name: name, Signer: signer, Page: i + 1,
				Rectangle: [4]string{pt(f.X), pt(l.Pages[i].Height - f.Y - f.H), pt(f.X + f.W), pt(l.Pages[i].Height - f.Y)},
			})
			f.Name = name
		}
	}
}

// Fields returns the signature fields in the order of the pages.
func (l *Laid) Fields() []PlacedField { return l.fields }
