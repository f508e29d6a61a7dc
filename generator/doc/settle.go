package doc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/diag"
)

// draftGap is what a gap in a draft prints if it brings no text of its own.
const draftGap = "[…]"

// settle gives every inline of the document the text that it prints.
func (r *resolver) settle() {
	var lists fragments
	for n, b := range r.doc.Blocks {
		for i, run := range runs(b) {
			if s := r.spots[n]; s.area == articleArea {
				run.article = s.number
			}
			run.fragment = lists.next(b, i, *run.text)
			*run.text = r.settleRun(run)
		}
		if h, ok := b.(*Heading); ok {
			r.completeHeading(h)
		}
	}
}

// completeHeading puts the number of a heading into its text.
func (r *resolver) completeHeading(h *Heading) {
	if h.Number == "" {
		return
	}
	before, after := r.scheme.title(h.Kind, h.Number)
	if len(h.Text) == 0 {
		before, after = h.Number, ""
	}
	h.Text = slices.Concat(plain(h.Origin, before), h.Text, plain(h.Origin, after))
}

func plain(o Origin, text string) []Inline {
	if text == "" {
		return nil
	}
	return []Inline{{Origin: o, Kind: TextInline, Text: text}}
}

// printed is the text of a run as far as it is settled.
type printed struct {
	out    []Inline
	text   strings.Builder
	strong bool // all of it is strong or emphasised, as a run-in title is
}

func (p *printed) add(in Inline) {
	if in.Kind == LineBreak {
		p.text.WriteByte(' ')
	} else {
		p.text.WriteString(in.Text)
		p.strong = p.strong && (in.Strong || in.Emph || strings.TrimSpace(in.Text) == "")
	}
	p.out = append(p.out, in)
}

func (r *resolver) settleRun(run run) []Inline {
	p := &printed{strong: true, out: slices.Grow([]Inline(nil), len(*run.text))}
	p.text.Grow(size(*run.text))
	for _, in := range *run.text {
		switch in.Kind {
		case AnchorInline:
			continue
		case RefInline:
			in.Text = r.scheme.within(r.refer(in), run.article)
		case ParticleInline:
			in.Text = r.particle(p, in)
		case BlankInline:
			if in.Text == "" {
				in.Text = draftGap
			}
		case TermInline:
			r.term(p, in, run.fragment)
			continue
		}
		p.add(in)
	}
	return p.out
}

// term prints a term: quoted where it is defined, and a party label with a
// capital letter where a sentence begins with it.
func (r *resolver) term(p *printed, in Inline, fragment bool) {
	in.Text = r.termText(in)
	english := r.doc.Lang != diag.Korean
	if english && isParty(in.Target) && startsSentence(p.text.String(), p.strong) && !(fragment && p.text.Len() == 0) {
		in.Text = capitalised(in.Text)
	}
	if !in.Define {
		p.add(in)
		return
	}
	around := Inline{Origin: in.Origin, Kind: TextInline}
	open := "“"
	if english {
		for _, article := range []string{"the ", "The "} { // (the “Lead Institution”)
			if name, ok := strings.CutPrefix(in.Text, article); ok {
				open, in.Text = article+"“", name
			}
		}
		in.Strong = true
	}
	around.Text = open
	p.add(around)
	p.add(in)
	around.Text = "”"
	p.add(around)
}

func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// particle chooses a Korean particle by what is printed before it.
func (r *resolver) particle(p *printed, in Inline) string {
	before := p.text.String()
	forms, ok := particleForms(in.Target)
	if !ok || strings.TrimSpace(before) == "" {
		r.found.Add(blocking(CodeParticle, in.Origin,
			diag.T("the particle %s is not known, or stands at the start of a text", "조사 %s: 알 수 없는 조사이거나 글의 맨 앞에 있습니다", in.Target),
			diag.T("put a pair such as 을/를 right after a word", "을/를 같은 짝을 낱말 바로 뒤에 쓰십시오")))
		return in.Target
	}
	s := soundOf(before)
	if s == unknownSound && p.out[len(p.out)-1].Kind != BlankInline {
		f := blocking(CodeParticle, in.Origin,
			diag.T("no particle can be chosen after “%s”; both forms are printed: %s", "“%s” 뒤의 조사를 고를 수 없어 두 형태를 모두 적습니다: %s", quoted(ending(before)), forms.choose(s)),
			diag.T("write the name in Hangul, or put its reading in Hangul before it", "이름을 한글로 쓰거나 앞에 한글 표기를 두십시오"))
		f.Severity = diag.Warning
		r.found.Add(f)
	}
	return forms.choose(s)
}

// ending returns the last word of a text.
func ending(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexAny(text, " \u00a0")+1:]
}

// abbreviations end in a point that ends no sentence.
var abbreviations = map[string]bool{
	"art.": true, "arts.": true, "cf.": true, "co.": true, "corp.": true, "dr.": true, "e.g.": true, "i.e.": true,
	"inc.": true, "ltd.": true, "mr.": true, "mrs.": true, "ms.": true, "no.": true, "nos.": true, "para.": true,
	"prof.": true, "sec.": true, "st.": true, "u.s.": true, "v.": true, "viz.": true, "vs.": true,
}

// startsSentence reports whether an English sentence begins after a text: at
// its very start, after a full stop, and after the colon of a run-in title,
// which is known by being strong as a whole.
func startsSentence(before string, strong bool) bool {
	const openers, closers = "“‘\"'([", "”’\"')]"
	text := strings.TrimRight(before, " \n\u00a0"+openers)
	if text == "" {
		return true
	}
	if text == before { // no space between: a word goes on
		return false
	}
	if strings.HasSuffix(text, ":") {
		return strong
	}
	switch lastRune(strings.TrimRight(text, closers)) {
	case '.':
		word := strings.ToLower(strings.TrimLeft(ending(text), openers))
		return !abbreviations[word] && !isInitial(word)
	case '!', '?':
		return true
	}
	return false
}

// isInitial reports whether a word is the first letter of a name: "J.".
func isInitial(word string) bool {
	return utf8.RuneCountInString(word) == 2 && unicode.IsLetter([]rune(word)[0])
}

// fragments tells which list items go on the sentence above them: those that
// end in a semicolon or a comma, and the one after such an item.
type fragments struct {
	open [maxClauseDepth + 1]bool // by depth: the item before ended so
}

// next reports whether the ith text of the block is such an item.
func (f *fragments) next(b Block, i int, text []Inline) bool {
	depth := 0
	switch b := b.(type) {
	case *Clause:
		depth = min(max(b.Depth, 0), maxClauseDepth)
	case *List:
		depth = maxClauseDepth
		f.open[depth] = f.open[depth] && i > 0
	default:
		return false
	}
	before := f.open[depth]
	f.open[depth] = endsOpen(Text(text))
	clear(f.open[depth+1:])
	_, isClause := b.(*Clause)
	return (before || f.open[depth]) && !(isClause && depth < 2)
}

func endsOpen(text string) bool {
	text = strings.TrimSpace(text)
	for _, word := range []string{" and", " or", " and/or"} {
		text = strings.TrimSuffix(text, word)
	}
	return strings.HasSuffix(text, ";") || strings.HasSuffix(text, ",")
}
