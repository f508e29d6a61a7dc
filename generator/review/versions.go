package review

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// Version is one of two versions of a contract, settled in one language.
type Version struct {
	Plan *agreement.Plan
	Text *doc.Resolved
}

// Versioned is an article, an exhibit, a section or a piece of the frame that
// differs between two versions of a contract.
type Versioned struct {
	Slot       string
	Title      string // in the language of the text; empty of what has no heading
	Old, New   string // its numbers, as references print them
	Added      bool
	Removed    bool
	Moved      bool // it stands before or behind other articles than before
	Renumbered bool
	Clauses    []VersionedClause
	Lines      []Line // of the redline, in which words differ
	Redline    []doc.Block
}

// VersionedClause is a sub-clause with an anchor that was added, removed, moved
// within its article or renumbered there.
type VersionedClause struct {
	Anchor   string
	Old, New string // references to it; empty where it does not stand
	Moved    bool
}

// Versions compares two versions of a contract, article by article, and returns
// those in which something differs, in the order of the new one. What only
// another number of the article changes, such as references to it, is no
// difference of the articles that refer.
func Versions(old, new Version) []Versioned {
	a, b := parts(old.Text, old.Plan), parts(new.Text, new.Plan)
	r := versioner{was: numberedBy(old.Text), is: numberedBy(new.Text), lang: new.Text.Lang}
	var out []Versioned
	for _, p := range align(partItems(a), partItems(b)) {
		switch {
		case p.new == none && stands(b, a[p.old].key): // it is told where it stands now
		case p.new == none:
			out = r.add(out, a[p.old], part{}, false)
		case p.old == none:
			out = r.add(out, named(a, b[p.new].key), b[p.new], stands(a, b[p.new].key))
		default:
			out = r.add(out, a[p.old], b[p.new], false)
		}
	}
	return out
}

// versioner compares the parts of two versions of a contract.
type versioner struct {
	was, is map[string]doc.Numbered // places by their anchors
	lang    diag.Lang
}

// add adds what differs in one part, which may stand in one of the texts only.
func (r versioner) add(out []Versioned, old, new part, moved bool) []Versioned {
	v := Versioned{Slot: either(new.slot, old.slot), Title: either(headingOf(new), headingOf(old)), Moved: moved, Added: len(old.blocks) == 0, Removed: len(new.blocks) == 0}
	if !v.Added {
		v.Old = r.was[old.slot].Reference.In(r.lang)
	}
	if !v.Removed {
		v.New = r.is[new.slot].Reference.In(r.lang)
	}
	v.Renumbered = v.Old != "" && v.New != "" && v.Old != v.New
	if !slices.Equal(old.says, new.says) {
		v.Redline = redlineBlocks(old, new)
		v.Lines = reworded(v.Redline, v)
		v.Clauses = clauses(old, new, r.was, r.is, r.lang)
	}
	if len(v.Redline) > 0 || v.Moved || v.Renumbered {
		out = append(out, v)
	}
	return out
}

// reworded returns the lines of a redline in which more differs than the number of
// the article or of what a reference leads to.
func reworded(blocks []doc.Block, v Versioned) []Line {
	var out []Line
	for _, b := range blocks {
		if _, heading := b.(*doc.Heading); heading && renamed(*doc.Texts(b)[0], v) == "" {
			continue
		}
		for _, l := range linesOf(b) {
			if Changed(l.Text) && meaning(Reject(l.Text)) != meaning(Accept(l.Text)) {
				l.Text = flat(l.Text)
				out = append(out, l)
			}
		}
	}
	return out
}

// renamed returns the new heading of an article, unless only its number is new.
func renamed(heading []doc.Inline, v Versioned) string {
	was, is := doc.Text(Reject(heading)), doc.Text(Accept(heading))
	if was != "" && is != "" && strings.Replace(was, v.Old, "", 1) == strings.Replace(is, v.New, "", 1) {
		return ""
	}
	return is + was
}

// numberedBy returns the numbered places of a text by their anchors.
func numberedBy(text *doc.Resolved) map[string]doc.Numbered {
	out := map[string]doc.Numbered{}
	for _, n := range text.Numbered() {
		if n.Anchor != "" {
			out[n.Anchor] = n
		}
	}
	return out
}

// named returns the part with the key, or an empty one.
func named(all []part, key string) part {
	for _, p := range all {
		if p.key == key {
			return p
		}
	}
	return part{}
}

func headingOf(p part) string {
	for _, b := range p.blocks {
		if h, ok := b.(*doc.Heading); ok {
			return strings.TrimSpace(doc.Text(title(h)))
		}
	}
	return ""
}

func either(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// clauses tells which sub-clauses of an article came, went, moved within it or
// have another number in it.
func clauses(before, after part, was, is map[string]doc.Numbered, lang diag.Lang) []VersionedClause {
	old, new := anchorsOf(before), anchorsOf(after)
	moved := map[string]bool{}
	for _, p := range align(anchorItems(old), anchorItems(new)) {
		if p.new == none && slices.Contains(new, old[p.old]) {
			moved[old[p.old]] = true
		}
	}
	var out []VersionedClause
	for _, a := range new {
		c := VersionedClause{Anchor: a, New: is[a].Reference.In(lang), Moved: moved[a]}
		if slices.Contains(old, a) {
			c.Old = was[a].Reference.In(lang)
		}
		if c.Old == "" || c.Moved || within(was[a]) != within(is[a]) {
			out = append(out, c)
		}
	}
	for _, a := range old {
		if !slices.Contains(new, a) {
			out = append(out, VersionedClause{Anchor: a, Old: was[a].Reference.In(lang)})
		}
	}
	return out
}

// within is the number of a sub-clause without that of its article.
func within(n doc.Numbered) string {
	_, rest, _ := strings.Cut(n.Reference.KO, "조")
	return rest
}

func anchorsOf(p part) []string {
	var out []string
	for _, b := range p.blocks {
		if c, ok := b.(*doc.Clause); ok && c.Anchor != "" {
			out = append(out, c.Anchor)
		}
	}
	return out
}

func anchorItems(anchors []string) []item {
	out := make([]item, len(anchors))
	for i, a := range anchors {
		out[i] = item{key: a, kind: a}
	}
	return out
}

// ChosenDifference is an option, a package or a parameter that differs between
// two versions of a contract.
type ChosenDifference struct {
	Slot     string // empty of the package
	Param    string // empty of an option
	Title    diag.Text
	Old, New diag.Text // empty where there is none
	Path     string    // in the project file
}

// Chosen compares what two versions of a contract choose: the package, the option
// of each article, and the parameters of options that stayed.
func Chosen(old, new *agreement.Plan, p *project.Project, words merge.Words) []ChosenDifference {
	r := &reviewer{Input: Input{Project: p, Words: words}}
	var out []ChosenDifference
	if was, is := packageOf(old), packageOf(new); was != is {
		out = append(out, ChosenDifference{Title: diag.T("package of clauses", "조항 묶음"), Old: was, New: is, Path: new.Agreement.Path + ".package"})
	}
	for _, a := range new.All() {
		was := old.Article(a.Option.Slot)
		d := ChosenDifference{Slot: a.Option.Slot, Title: a.Option.Head.Title.Diag(), Path: new.ChoicePath(a.Option.Slot)}
		switch {
		case was == nil:
			d.New = titled(a.Option).Name()
		case was.Option.Name != a.Option.Name:
			d.Old, d.New = titled(was.Option).Name(), titled(a.Option).Name()
		default:
			for _, c := range r.changes(a, was) {
				out = append(out, ChosenDifference{Slot: d.Slot, Param: c.Name, Title: c.Title, Old: c.Old, New: c.New, Path: c.Path})
			}
			continue
		}
		out = append(out, d)
	}
	for _, a := range old.All() {
		if new.Article(a.Option.Slot) == nil {
			out = append(out, ChosenDifference{Slot: a.Option.Slot, Title: a.Option.Head.Title.Diag(), Old: titled(a.Option).Name(), Path: new.ChoicePath(a.Option.Slot)})
		}
	}
	return out
}

func packageOf(p *agreement.Plan) diag.Text {
	if p.Package == nil {
		return diag.Text{}
	}
	return both(p.Package.ID)
}
