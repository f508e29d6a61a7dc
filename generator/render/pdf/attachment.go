package pdf

import (
	"fmt"
	"strings"
)

// Attachment is a file inside of a file: what the document was made from.
type Attachment struct {
	Name string // without a folder
	Data []byte
}

// attachment writes the attachment and returns the entries of the catalog that
// name it. It comes after everything else, so that nothing leads astray.
func (f *finisher) attachment() string {
	a := f.meta.Source
	if a == nil {
		return ""
	}
	spec, file := f.reserve(1), f.reserve(1)
	f.stream(file, fmt.Sprintf("/Type /EmbeddedFile /Subtype /application#2Fyaml /Params <</Size %d /ModDate %s>> ", len(a.Data), day(f.meta)), a.Data)
	f.text(spec, "<</Type /Filespec /F %s /UF %s /Desc (The project file that this document was made from) /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
		asciiString(asciiOf(a.Name)), textString(a.Name), file, file)
	return fmt.Sprintf("/AF [%d 0 R]\n/Names <</EmbeddedFiles <</Names [%s %d 0 R]>>>>\n", spec, textString(a.Name), spec)
}

// asciiOf puts a line in the place of every character that old programs cannot read.
func asciiOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, s)
}
