package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// reader collects the paragraphs of a document.
type reader struct {
	out      []Paragraph
	open     []*reading // paragraphs, each in a text box of the one before it
	waiting  []string   // bookmarks that begin before the next paragraph
	controls []control  // that are open
	fields   []*openField
	names    []string // of the open elements
	deleted  int      // how many of them take away what is in them
	skipped  int      // how many of them say again what stands elsewhere
	tables   int
	joined   *reading // the paragraph whose end was deleted: the next one goes on with it
}

// reading is a paragraph as it is read.
type reading struct {
	Paragraph
	text    strings.Builder
	endGone bool // its end is deleted
}

// openField is a field of Word: first its code, then what it shows.
type openField struct {
	code  strings.Builder
	shown bool
}

func (f *openField) isContents() bool {
	return strings.HasPrefix(strings.TrimSpace(f.code.String()), "TOC")
}

// control is an open content control.
type control struct {
	title string
	at    *reading
	from  int
}

// read reads the main part of a document.
func (r *reader) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			r.endOf(r.joined)
			return nil
		case err != nil:
			return unread("its text is damaged", "본문 부분이 손상되었습니다")
		case len(r.names) > maxNesting:
			return errTooDeep
		case len(r.out) > maxRead:
			return unread("it has more than %d paragraphs", "문단이 %d개를 넘습니다", maxRead)
		}
		switch e := token.(type) {
		case xml.StartElement:
			r.names = append(r.names, nameOf(e.Name))
			r.start(e)
		case xml.EndElement:
			r.end(nameOf(e.Name))
			r.names = r.names[:len(r.names)-1]
		case xml.CharData:
			r.words(string(e))
		}
	}
}

// words takes the words of a run, or of the code of a field.
func (r *reader) words(text string) {
	if len(r.names) == 0 {
		return
	}
	switch n := len(r.fields); r.names[len(r.names)-1] {
	case "t":
		r.write(text)
	case "instrText":
		if n > 0 && !r.fields[n-1].shown {
			r.fields[n-1].code.WriteString(text)
			r.inContents()
		}
	}
}

// inContents notes that the open paragraph is a line of the contents.
func (r *reader) inContents() {
	for i := range r.fields {
		if n := len(r.open); n > 0 && r.fields[i].isContents() {
			r.open[n-1].Contents = true
		}
	}
}

// nameOf is the name of an element of Word, or of another kind with what it is of.
func nameOf(n xml.Name) string {
	switch {
	case isWord(n):
		return n.Local
	case strings.HasSuffix(n.Space, "markup-compatibility/2006"):
		return "mc:" + n.Local
	}
	return ":" + n.Local
}

// takesAway reports whether an element holds what a tracked change deletes, or
// moves elsewhere.
func takesAway(name string) bool { return name == "del" || name == "moveFrom" }

func (r *reader) start(e xml.StartElement) {
	name := nameOf(e.Name)
	switch {
	case name == "mc:Fallback":
		r.skipped++
	case takesAway(name):
		r.startDeleted()
	}
	if r.skipped > 0 {
		return
	}
	switch name {
	case "tbl":
		r.tables++
	case "p":
		r.begin()
	case "bookmarkStart":
		r.bookmark(attribute(e, "name"))
	case "sdt":
		r.controls = append(r.controls, control{})
	case "alias":
		if n := len(r.controls); n > 0 {
			r.controls[n-1].title = attribute(e, "val")
		}
	case "sdtContent":
		if n := len(r.controls); n > 0 && len(r.open) > 0 {
			at := r.open[len(r.open)-1]
			r.controls[n-1].at, r.controls[n-1].from = at, at.text.Len()
		}
	case "fldChar":
		r.field(attribute(e, "fldCharType"))
	case "tab", "br", "cr", "noBreakHyphen", "sym":
		r.sign(name, e)
	}
}

// startDeleted notes what a deletion is of: the end of a paragraph, a row of a
// table, or the runs in it.
func (r *reader) startDeleted() {
	n := len(r.names)
	if n > 2 && r.names[n-2] == "rPr" && r.names[n-3] == "pPr" {
		if len(r.open) > 0 {
			r.open[len(r.open)-1].endGone = true
		}
		return
	}
	if n > 1 && r.names[n-2] == "trPr" {
		r.deleted++ // until the row ends
		r.names[n-1] = "deleted row"
		for i := n - 2; i >= 0; i-- {
			if r.names[i] == "tr" {
				r.names[i] = "tr deleted"
				break
			}
		}
		return
	}
	r.deleted++
}

func (r *reader) end(name string) {
	n := len(r.names)
	switch {
	case name == "mc:Fallback":
		r.skipped--
		return
	case r.skipped > 0:
		return
	case r.names[n-1] == "tr deleted":
		r.deleted--
	case takesAway(name) && r.names[n-1] == name && !(n > 2 && r.names[n-2] == "rPr" && r.names[n-3] == "pPr"):
		r.deleted--
	}
	switch name {
	case "tbl":
		r.tables--
	case "p":
		r.finish()
	case "sdt":
		r.endControl()
	}
}

// begin opens a paragraph, or goes on with the one whose end was deleted.
func (r *reader) begin() {
	p := &reading{}
	if r.joined != nil && len(r.open) == 0 {
		p, r.joined = r.joined, nil
	}
	p.Table, p.endGone = r.tables > 0, false
	p.Bookmarks = append(p.Bookmarks, r.waiting...)
	r.waiting = nil
	r.open = append(r.open, p)
	r.inContents()
}

// finish closes a paragraph. One of which nothing is left is gone by itself;
// another one whose end is deleted goes on in the next.
func (r *reader) finish() {
	n := len(r.open)
	if n == 0 {
		return
	}
	p := r.open[n-1]
	r.open = r.open[:n-1]
	switch {
	case p.endGone && strings.TrimSpace(p.text.String()) == "", r.deleted > 0:
		p.Gone = true
		r.endOf(p)
	case p.endGone && n == 1:
		r.joined = p
	default:
		r.endOf(p)
	}
}

func (r *reader) endOf(p *reading) {
	if p == nil {
		return
	}
	p.Text, p.Controls = tidy(p.text.String(), p.Controls)
	r.out = append(r.out, p.Paragraph)
}

func (r *reader) bookmark(name string) {
	if n := len(r.open); n > 0 {
		r.open[n-1].Bookmarks = append(r.open[n-1].Bookmarks, name)
		return
	}
	r.waiting = append(r.waiting, name)
}

// endControl closes a content control that stands in the text of a paragraph.
func (r *reader) endControl() {
	n := len(r.controls)
	if n == 0 {
		return
	}
	c := r.controls[n-1]
	r.controls = r.controls[:n-1]
	if c.at == nil || c.title == "" || len(r.open) == 0 || r.open[len(r.open)-1] != c.at {
		return
	}
	c.at.Controls = append(c.at.Controls, Control{c.title, c.from, c.at.text.Len()})
}

// field follows a field of Word: its code is no text, what it shows is.
func (r *reader) field(mark string) {
	n := len(r.fields)
	switch {
	case mark == "begin":
		r.fields = append(r.fields, &openField{})
	case mark == "separate" && n > 0:
		r.fields[n-1].shown = true
	case mark == "end" && n > 0:
		r.fields = r.fields[:n-1]
	}
}

// sign writes what stands for a character.
func (r *reader) sign(name string, e xml.StartElement) {
	if n := len(r.names); n < 2 || r.names[n-2] != "r" {
		return // a tab stop of the paragraph
	}
	switch name {
	case "tab":
		r.write(" ")
	case "noBreakHyphen":
		r.write("\u2011")
	case "sym":
		if code, err := strconv.ParseUint(attribute(e, "char"), 16, 16); err == nil {
			r.write(string(rune(code)))
		}
	default:
		if attribute(e, "type") == "" {
			r.write("\n")
		}
	}
}

func (r *reader) write(text string) {
	n := len(r.open)
	if n == 0 || r.deleted > 0 || r.skipped > 0 {
		return
	}
	for _, f := range r.fields {
		if !f.shown {
			return
		}
	}
	r.open[n-1].text.WriteString(text)
}

// tidy returns a text as it is compared: one blank for each white space, none at
// either end, composed characters. The controls move with their words.
func tidy(text string, controls []Control) (string, []Control) {
	var out []byte
	at := make([]int, len(text)+1) // where each byte of the text went
	for from := 0; from < len(text); {
		next := from + norm.NFC.NextBoundaryInString(text[from:], true)
		for i := from; i < next; i++ {
			at[i] = len(out)
		}
		for _, c := range norm.NFC.String(text[from:next]) {
			out = tidied(out, c)
		}
		from = next
	}
	at[len(text)] = len(out)
	all := string(out)
	end := len(strings.TrimRight(all, " \n"))
	start := min(len(all)-len(strings.TrimLeft(all, " \n")), end)
	move := func(i int) int { return min(max(at[i], start), end) - start }
	moved := make([]Control, 0, len(controls))
	for _, c := range controls {
		if c.To <= len(text) {
			moved = append(moved, Control{c.Title, move(c.From), move(c.To)})
		}
	}
	if len(moved) == 0 {
		moved = nil
	}
	return all[start:end], moved
}

// tidied adds a character to a text.
func tidied(out []byte, c rune) []byte {
	blank := len(out) == 0 || out[len(out)-1] == ' ' || out[len(out)-1] == '\n'
	switch {
	case c == '\n':
		return append(bytes.TrimRight(out, " "), '\n')
	case unicode.IsSpace(c):
		if blank {
			return out
		}
		return append(out, ' ')
	case c == '\u00ad' || c == '\u200b' || c == '\ufeff':
		return out
	}
	return utf8.AppendRune(out, c)
}
