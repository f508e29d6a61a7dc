package review

import (
	"strings"
	"unicode/utf8"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
)

// Report is what the templates of the deviation report see.
type Report struct {
	merge.Base
	Contract   string // the id of the contract
	Between    []diag.Text
	Signed     string // en, ko, both
	Package    diag.Text
	Sums       Sums
	Rows       []Row
	Follows    []Row // read otherwise since other articles do
	Renumbered []Row
}

// Sums are how many articles a review looks at and how they came out.
type Sums struct {
	Articles  int // of the contract and of the standard
	Deviating int
	Open      int // need somebody's approval and have none that holds
	Approved  int
	Void      int // of those that are open, how many were approved with other words
}

// Sums counts the articles.
func (r *Review) Sums() Sums {
	var s Sums
	for _, d := range r.Deviations {
		s.Articles++
		if d.Deviates() {
			s.Deviating++
		}
		switch d.State {
		case Approved:
			s.Approved++
		case Void:
			s.Void++
			s.Open++
		case Needed:
			s.Open++
		}
	}
	return s
}

// Row is one article of the report.
type Row struct {
	Deviation
	Name    diag.Text // number and title
	Ours    diag.Text // what the standard says
	Theirs  diag.Text // what the contract says
	Lines   []Line    // of the redline, in the language of the report
	Release string    // what must be written into the project file to approve it as it is; empty if nothing
}

// NewReport collects what the templates of the report see in a language.
func NewReport(base merge.Base, r *Review, lang diag.Lang) Report {
	out := Report{Base: base, Contract: r.Agreement.ID, Between: r.Parties, Signed: r.Agreement.Signed, Sums: r.Sums()}
	if r.Package != nil {
		out.Package = r.Package.Title.Diag()
	}
	for _, d := range r.Deviations {
		row := Row{Deviation: d, Name: d.name(), Lines: d.Redline[lang]}
		row.Ours, row.Theirs = d.sides(lang)
		if !d.WasNumber.IsZero() && !d.Number.IsZero() {
			out.Renumbered = append(out.Renumbered, row)
		}
		if d.State == Needed || d.State == Void {
			row.Release = d.Hash
		}
		switch {
		case d.Deviates():
			out.Rows = append(out.Rows, row)
		case d.Kind == Follows:
			out.Follows = append(out.Follows, row)
		}
	}
	return out
}

// name returns the number and the title of an article as a contract prints them.
func (d Deviation) name() diag.Text {
	number := d.Number
	if number.IsZero() {
		number = d.WasNumber
	}
	if number.IsZero() {
		return d.Title
	}
	return diag.Text{EN: number.EN + ". " + d.Title.EN, KO: number.KO + "(" + d.Title.KO + ")"}
}

// sides returns what the standard and the contract say, in short.
func (d Deviation) sides(lang diag.Lang) (ours, theirs diag.Text) {
	var old, new []diag.Text
	if d.Standard.ID != d.Option.ID {
		if d.Standard.ID != "" {
			old = append(old, d.Standard.Name())
		}
		if d.Option.ID != "" {
			new = append(new, d.Option.Name())
		}
	}
	for _, c := range d.Changes {
		if !c.Old.IsZero() {
			old = append(old, diag.T("%s: %s", "%s: %s", c.Title, c.Old))
		}
		new = append(new, diag.T("%s: %s", "%s: %s", c.Title, c.New))
	}
	if d.Kind == Text || len(old)+len(new) == 0 {
		gone, come := excerpts(d.Redline[lang])
		old, new = append(old, quoted(gone)), append(new, quoted(come))
	}
	return stacked(old), stacked(new)
}

func quoted(text string) diag.Text {
	if text == "" {
		return diag.Text{}
	}
	return both("“" + text + "”")
}

func stacked(texts []diag.Text) diag.Text {
	var en, ko []string
	for _, t := range texts {
		if !t.IsZero() {
			en, ko = append(en, t.EN), append(ko, t.KO)
		}
	}
	if len(en) == 0 {
		return both("–")
	}
	return diag.Text{EN: strings.Join(en, "\n"), KO: strings.Join(ko, "\n")}
}

// longExcerpt is how many letters of a redline a table shows.
const longExcerpt = 160

// excerpts returns the words that are gone and those that came, cut where they
// get long.
func excerpts(lines []Line) (gone, come string) {
	var out [2]strings.Builder
	add := func(i int, text string) {
		text = strings.TrimSpace(text)
		if text == "" || out[i].Len() > 4*longExcerpt {
			return
		}
		if out[i].Len() > 0 {
			out[i].WriteString(" … ")
		}
		out[i].WriteString(text)
	}
	for _, l := range lines {
		if l.Moved {
			continue
		}
		for _, in := range l.Text {
			switch in.Change {
			case doc.Deleted:
				add(0, in.Text)
			case doc.Inserted:
				add(1, in.Text)
			}
		}
	}
	return cut(out[0].String()), cut(out[1].String())
}

func cut(text string) string {
	if utf8.RuneCountInString(text) <= longExcerpt {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:longExcerpt])) + " …"
}
