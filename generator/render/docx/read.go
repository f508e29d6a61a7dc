package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Bounds of what is read. A contract of 300 pages with all its changes tracked
// stays below a tenth of them.
const (
	MaxFile    = 50 << 20 // of a document, packed
	maxParts   = 4000
	maxPart    = 100 << 20 // unpacked
	maxNesting = 200       // of elements in each other
	maxRead    = 200_000   // paragraphs
	maxRemarks = 2000      // comments and notes
)

// Text is what a Word document says once all its tracked changes are accepted.
type Text struct {
	Paragraphs []Paragraph
	Remarks    []Remark // comments, footnotes and endnotes, in the order of their files
	Made       Made     // what it says that it was made from
}

// Paragraph is one paragraph, of a table's cell, too. A paragraph that a tracked
// change deletes is there with an empty text.
type Paragraph struct {
	Bookmarks []string // that begin in it or before it
	Text      string   // without its number; a line break is a line end
	Controls  []Control
	Gone      bool // deleted by a tracked change
	Table     bool // it stands in a table
	Contents  bool // it is a line of the contents, which Word makes
}

// Control is a content control in the text of its paragraph.
type Control struct {
	Title    string // which Word shows at the control
	From, To int    // bytes of the text
}

// Remark is what somebody wrote beside the text.
type Remark struct {
	Kind   RemarkKind
	Author string
	Text   string
}

// RemarkKind tells where a remark stands.
type RemarkKind string

// Kinds of remarks.
const (
	CommentRemark RemarkKind = "comment"
	NoteRemark    RemarkKind = "note" // at the foot of a page or at the end
)

// ReadError says in both languages why a file cannot be read.
type ReadError struct{ EN, KO string }

func (e ReadError) Error() string { return e.EN }

func unread(en, ko string, args ...any) error {
	return ReadError{fmt.Sprintf(en, args...), fmt.Sprintf(ko, args...)}
}

var (
	errTooDeep = unread("its elements stand in each other more than %d deep", "요소가 %d단계보다 깊게 겹쳐 있습니다", maxNesting)
	errDamaged = unread("it is damaged", "파일이 손상되었습니다")
)

// ReadText reads a Word document that this package or a word processor wrote. It
// returns an error if the file is not one, or is larger than any that it could
// have come from.
func ReadText(data []byte) (*Text, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, unread("it is no Word document (.docx)", "Word 문서(.docx)가 아닙니다")
	}
	if len(z.File) > maxParts {
		return nil, unread("it has more than %d parts", "부분이 %d개를 넘습니다", maxParts)
	}
	body, err := readPart(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, unread("it has no text as Word documents have it", "Word 문서의 본문이 없습니다")
	}
	r := &reader{}
	if err := r.read(body); err != nil {
		return nil, err
	}
	made, err := readPart(z, customPart)
	if err != nil {
		return nil, err
	}
	out := &Text{Paragraphs: r.out, Made: readMade(made)}
	for _, remarks := range []struct {
		part string
		kind RemarkKind
	}{{"word/comments.xml", CommentRemark}, {"word/footnotes.xml", NoteRemark}, {"word/endnotes.xml", NoteRemark}} {
		part, err := readPart(z, remarks.part)
		if err != nil {
			return nil, err
		}
		found, err := readRemarks(part, remarks.kind)
		if err != nil {
			return nil, err
		}
		out.Remarks = append(out.Remarks, found...)
	}
	if len(out.Remarks) > maxRemarks {
		return nil, unread("it has more than %d comments and notes", "메모와 각주가 %d개를 넘습니다", maxRemarks)
	}
	return out, nil
}

// readPart unpacks a part, or returns nil if there is none of the name.
func readPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, errDamaged
		}
		defer in.Close()
		data, err := io.ReadAll(io.LimitReader(in, maxPart+1))
		if err != nil {
			return nil, errDamaged
		}
		if len(data) > maxPart {
			return nil, unread("it unpacks to more than %d MiB", "압축을 푼 크기가 %d MiB를 넘습니다", maxPart>>20)
		}
		return data, nil
	}
	return nil, nil
}

// isWord reports whether a name is one of the markup of Word, in either of its two
// editions.
func isWord(n xml.Name) bool {
	return n.Space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" || n.Space == "http://purl.oclc.org/ooxml/wordprocessingml/main"
}

// attribute returns an attribute of an element by its name in the markup of Word.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && (isWord(a.Name) || a.Name.Space == "") {
			return a.Value
		}
	}
	return ""
}

// readRemarks reads the comments or notes of a part. What word processors keep
// there for their own lines has a type and no words.
func readRemarks(data []byte, kind RemarkKind) ([]Remark, error) {
	if data == nil {
		return nil, nil
	}
	var out []Remark
	d := xml.NewDecoder(bytes.NewReader(data))
	depth := 0
	var text strings.Builder
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return nil, unread("its comments or notes are damaged", "메모나 각주 부분이 손상되었습니다")
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxNesting {
				return nil, errTooDeep
			}
			switch e.Name.Local {
			case "comment", "footnote", "endnote":
				out = append(out, Remark{Kind: kind, Author: attribute(e, "author")})
				text.Reset()
			case "p":
				text.WriteByte(' ')
			}
		case xml.EndElement:
			depth--
			if n := e.Name.Local; n == "comment" || n == "footnote" || n == "endnote" {
				last := &out[len(out)-1]
				if last.Text = strings.Join(strings.Fields(text.String()), " "); last.Text == "" {
					out = out[:len(out)-1]
				}
			}
		case xml.CharData:
			text.Write(e)
		}
	}
}
