package doc

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/diag"
)

// chapter is a part, an article or an exhibit with what is compared in it.
type chapter struct {
	kind   HeadingKind
	name   string // "Article 12"
	anchor string
	at     Origin
	tree   []string // the paths of its sub-clauses: "2", "2.1"
	units  []unit
	loose  int // how many units are not sub-clauses
}

// unit is a sub-clause or an unnumbered block, with its typed values.
type unit struct {
	key    string
	name   string // "Section 12.2(a)"
	at     Origin
	values []string // "amount KRW 960000000", "ref ownership"
}

// Parity compares a document in two languages: the same numbering tree and, in
// each sub-clause and each paragraph of an article, the same amounts,
// percentages, dates, counts and references. An exhibit is compared as a whole,
// since its tables may be set differently. Texts, party labels and terms may
// differ, as languages do.
func Parity(a, b *Resolved) diag.List {
	var found diag.List
	left, right := chapters(a), chapters(b)
	for i := range max(len(left), len(right)) {
		if i >= len(left) || i >= len(right) || !sameChapter(left[i], right[i]) {
			found.Add(chapterFinding(a, left, right, i))
			break // what follows is out of step
		}
		l, r := left[i], right[i]
		if !slices.Equal(l.tree, r.tree) {
			found.Add(treeFinding(a, b, l, r))
			continue
		}
		found.Add(compareUnits(a, b, l, r)...)
	}
	return found
}

func sameChapter(a, b chapter) bool {
	return a.kind == b.kind && (a.anchor == b.anchor || a.anchor == "" || b.anchor == "")
}

// chapters cuts a document at its numbered headings. What stands in no article
// and no exhibit is not compared: the opening and the close have their dates
// where each language has them.
func chapters(d *Resolved) []chapter {
	scheme := schemeOf(d.Lang)
	spots := outline(d.Blocks)
	var out []chapter
	for i, b := range d.Blocks {
		if h, ok := b.(*Heading); ok && h.Number != "" {
			out = append(out, chapter{kind: h.Kind, name: h.Number, anchor: h.Anchor, at: h.Origin})
			continue
		}
		if spots[i].area == frontArea {
			continue
		}
		c := &out[len(out)-1]
		u := unit{at: b.From(), name: c.name, values: valuesOf(b)}
		_, isClause := b.(*Clause)
		switch {
		case isClause && c.kind == ArticleHeading:
			u.key = pathText(spots[i].path)
			u.name = scheme.reference(spots[i])
			c.tree = append(c.tree, u.key)
		case c.kind != ArticleHeading && len(c.units) > 0:
			whole := &c.units[0]
			whole.values = append(whole.values, u.values...)
			continue
		default:
			if _, isHeading := b.(*Heading); isHeading {
				continue
			}
			c.loose++
			u.key = "paragraph " + strconv.Itoa(c.loose)
		}
		c.units = append(c.units, u)
	}
	return out
}

func pathText(path []int) string {
	var out []string
	for _, n := range path {
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ".")
}

// valuesOf returns the typed values of a block, sorted.
func valuesOf(b Block) []string {
	var out []string
	for _, r := range runs(b) {
		for _, in := range *r.text {
			switch in.Kind {
			case AmountInline, PercentInline, DateInline, CountInline:
				out = append(out, in.Kind.String()+" "+in.Value)
			case RefInline:
				out = append(out, in.Kind.String()+" "+in.Target)
			}
		}
	}
	slices.Sort(out)
	return out
}

// compareUnits compares two chapters of the same tree.
func compareUnits(a, b *Resolved, l, r chapter) diag.List {
	if l.loose != r.loose {
		l.units, r.units = gatherLoose(l), gatherLoose(r)
	}
	others := map[string]unit{}
	for _, u := range r.units {
		others[u.key] = u
	}
	var found diag.List
	for _, u := range l.units {
		o := others[u.key]
		if o.name == "" {
			o.name, o.at = r.name, r.at
		}
		delete(others, u.key)
		found.Add(compareValues(a, b, u, o)...)
	}
	for _, u := range r.units {
		if _, left := others[u.key]; left {
			found.Add(compareValues(a, b, unit{name: l.name, at: l.at}, u)...)
		}
	}
	return found
}

// gatherLoose makes one unit of the unnumbered blocks of a chapter, where the
// two languages do not have the same number of them.
func gatherLoose(c chapter) []unit {
	var out []unit
	all := unit{key: "paragraphs", name: c.name, at: c.at}
	for _, u := range c.units {
		if strings.HasPrefix(u.key, "paragraph ") {
			all.values = append(all.values, u.values...)
			continue
		}
		out = append(out, u)
	}
	return append(out, all)
}

func compareValues(a, b *Resolved, l, r unit) diag.List {
	onlyLeft, onlyRight := difference(l.values, r.values), difference(r.values, l.values)
	if len(onlyLeft) == 0 && len(onlyRight) == 0 {
		return nil
	}
	return diag.List{parityFinding(a, sameInBoth(l.name), sameInBoth(r.name), l.at, r.at,
		diag.T("only %s has %s; only %s has %s", "%s에만 있는 값: %s / %s에만 있는 값: %s",
			languageName(a.Lang), listOrNone(onlyLeft), languageName(b.Lang), listOrNone(onlyRight)))}
}

// difference returns what a has more often than b does.
func difference(a, b []string) []string {
	left := slices.Clone(b)
	var out []string
	for _, v := range a {
		if i := slices.Index(left, v); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		out = append(out, v)
	}
	return out
}

// valueKinds are the Korean names of what is compared.
var valueKinds = map[string]string{"amount": "금액", "percent": "비율", "date": "날짜", "count": "수", "ref": "참조"}

func listOrNone(values []string) diag.Text {
	if len(values) == 0 {
		return diag.T("nothing more", "없음")
	}
	var korean []string
	for _, v := range values {
		if kind, rest, ok := strings.Cut(v, " "); ok {
			v = valueKinds[kind] + " " + rest
		}
		korean = append(korean, v)
	}
	return diag.Text{EN: strings.Join(values, ", "), KO: strings.Join(korean, ", ")}
}

func languageName(l diag.Lang) diag.Text {
	if l == diag.Korean {
		return diag.T("the Korean text", "국문")
	}
	return diag.T("the English text", "영문")
}

func chapterFinding(a *Resolved, left, right []chapter, i int) diag.Finding {
	l, r := chapterAt(left, i), chapterAt(right, i)
	return parityFinding(a, sameInBoth(l.name), sameInBoth(r.name), l.at, r.at,
		diag.T("the articles, parts or exhibits are not the same from here on (%s, %s)", "여기서부터 장·조·별표가 서로 다릅니다(%s, %s)",
			orNothing(l.anchor), orNothing(r.anchor)))
}

func chapterAt(chapters []chapter, i int) chapter {
	if i < len(chapters) {
		return chapters[i]
	}
	return chapter{name: "–"}
}

func orNothing(anchor string) string {
	if anchor == "" {
		return "–"
	}
	return anchor
}

func treeFinding(a, b *Resolved, l, r chapter) diag.Finding {
	onlyLeft, onlyRight := difference(l.tree, r.tree), difference(r.tree, l.tree)
	return parityFinding(a, sameInBoth(l.name), sameInBoth(r.name), l.at, r.at,
		diag.T("the sub-clauses are not the same: only %s has %s; only %s has %s", "항·호·목의 구성이 서로 다릅니다. %s에만 있는 것: %s / %s에만 있는 것: %s",
			languageName(a.Lang), listOrNone(onlyLeft), languageName(b.Lang), listOrNone(onlyRight)))
}

// parityFinding names the same place in both languages. It stands at the place
// in the second and names that in the first.
func parityFinding(a *Resolved, leftName, rightName diag.Text, left, right Origin, what diag.Text) diag.Finding {
	f := blocking(CodeParity, right,
		diag.T("%s / %s: %s", "%s / %s: %s", leftName, rightName, what),
		diag.T("make both languages say the same", "두 언어의 내용을 맞추십시오"))
	if at := left.Template; !at.IsZero() {
		f.Why = diag.T("the other place is %s (%s)", "다른 쪽의 위치: %s(%s)", at, a.Lang)
	}
	if f.Template.IsZero() {
		f.Template, f.Why = left.Template, diag.Text{}
	}
	return f
}
