package doc

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/diag"
)

// partyPrefix begins the keys of party labels. They bring their own text, since
// one party may be called differently in each agreement, and are introduced in
// many ways ("each Party"), so their use is not held against their definitions.
const partyPrefix = "party."

func isParty(key string) bool { return strings.HasPrefix(key, partyPrefix) }

// termUse is the first use of a term. It is certain if the text cannot be an
// ordinary word at the start of a sentence.
type termUse struct {
	at      Origin
	certain bool
}

// termCheck holds what a document does with its terms.
type termCheck struct {
	defined map[string]Origin
	order   []string // keys as they are defined
	uses    map[string]termUse
	used    []string // keys as they are first used
}

// terms checks that each term that is used is defined once, and each that is
// defined is used. A document that defines no term is not held to this: letters
// and reports use the words of the agreement.
func (r *resolver) terms() {
	c := &termCheck{defined: map[string]Origin{}, uses: map[string]termUse{}}
	var phrases map[rune][]phrase
	if r.defines() {
		phrases = r.phrases()
	}
	for _, b := range r.doc.Blocks {
		for _, run := range runs(b) {
			var before strings.Builder
			if phrases != nil {
				before.Grow(size(*run.text))
			}
			for _, in := range *run.text {
				switch {
				case in.Kind == TermInline:
					r.termMark(c, in)
				case phrases != nil && in.Kind == TextInline && in.Path == "" && run.role == proseRole:
					r.literalUses(c, in, before.String(), phrases)
				}
				if phrases != nil {
					before.WriteString(in.Text)
				}
			}
		}
	}
	if len(c.defined) > 0 {
		r.reportTerms(c)
	}
}

// defines reports whether the document defines a term. One that defines none is
// not searched for terms.
func (r *resolver) defines() bool {
	for _, b := range r.doc.Blocks {
		for _, run := range runs(b) {
			if slices.ContainsFunc(*run.text, func(in Inline) bool { return in.Kind == TermInline && in.Define }) {
				return true
			}
		}
	}
	return false
}

// termMark records a definition or a use that a template marks.
func (r *resolver) termMark(c *termCheck, in Inline) {
	if _, known := r.glossary.find(in.Target); !known && !isParty(in.Target) {
		r.unknownTerm(in)
		return
	}
	if !in.Define {
		c.use(in.Target, in.Origin, true)
		return
	}
	if _, twice := c.defined[in.Target]; twice {
		r.found.Add(blocking(CodeTermTwice, in.Origin,
			diag.T("the term “%s” is defined twice", "정의어 “%s”: 두 번 정의되었습니다", r.termText(in)),
			diag.T("keep one definition", "정의를 하나만 남기십시오")))
		return
	}
	c.defined[in.Target] = in.Origin
	c.order = append(c.order, in.Target)
}

func (r *resolver) unknownTerm(in Inline) {
	var keys []string
	for _, t := range r.glossary {
		keys = append(keys, t.Key)
	}
	slices.Sort(keys)
	fix := diag.T("add it to the glossary in templates/locales", "templates/locales의 용어집에 넣으십시오")
	if near := nearest(in.Target, keys); near != "" {
		fix = diag.T("did you mean “%s”?", "혹시 이것입니까? “%s”", near)
	}
	r.found.Add(blocking(CodeTerm, in.Origin,
		diag.T("the glossary has no term “%s”", "용어집에 없는 용어입니다: “%s”", in.Target), fix))
}

func (c *termCheck) use(key string, at Origin, certain bool) {
	first, seen := c.uses[key]
	if !seen {
		c.used = append(c.used, key)
	}
	if !seen || certain && !first.certain {
		c.uses[key] = termUse{at, certain}
	}
}

func (r *resolver) reportTerms(c *termCheck) {
	for _, key := range c.used {
		_, defined := c.defined[key]
		use := c.uses[key]
		if defined || !use.certain || isParty(key) {
			continue
		}
		t, _ := r.glossary.find(key)
		r.found.Add(blocking(CodeTermUndefined, use.at,
			diag.T("the term “%s” is used and not defined in this document", "정의어 “%s”: 이 문서에서 정의하지 않고 썼습니다", t.in(r.doc.Lang)),
			diag.T("define it, or write it without a capital letter if the plain word is meant", "정의하십시오. 일반 낱말이라면 용어 표시를 빼십시오")))
	}
	for _, key := range c.order {
		if _, used := c.uses[key]; used || isParty(key) {
			continue
		}
		t, _ := r.glossary.find(key)
		f := blocking(CodeTermUnused, c.defined[key],
			diag.T("the term “%s” is defined and never used", "정의어 “%s”: 정의만 하고 쓰지 않았습니다", t.in(r.doc.Lang)),
			diag.T("delete the definition, or use the term", "정의를 지우거나 용어를 쓰십시오"))
		f.Severity = diag.Warning
		r.found.Add(f)
	}
}

// phrase is a term as it may stand in plain text.
type phrase struct{ key, text string }

// phrases returns what stands for a term in plain text by its first letter, the
// longest first: in English also with a simple plural ending.
func (r *resolver) phrases() map[rune][]phrase {
	var out []phrase
	for _, t := range r.glossary {
		text := t.in(r.doc.Lang)
		if text == "" {
			continue
		}
		if r.doc.Lang == diag.Korean {
			out = append(out, phrase{t.Key, text})
			continue
		}
		if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
			continue // without a capital letter the plain word looks the same
		}
		out = append(out, phrase{t.Key, text}, phrase{t.Key, text + "s"}, phrase{t.Key, text + "es"})
		if stem, ok := strings.CutSuffix(text, "y"); ok {
			out = append(out, phrase{t.Key, stem + "ies"})
		}
	}
	slices.SortStableFunc(out, func(a, b phrase) int { return cmp.Compare(len(b.text), len(a.text)) })
	byLetter := map[rune][]phrase{}
	for _, p := range out {
		first, _ := utf8.DecodeRuneInString(p.text)
		byLetter[first] = append(byLetter[first], p)
	}
	return byLetter
}

// literalUses finds terms in the plain text of a template. In Korean nothing
// tells a term from the plain word, so such a use is never certain.
func (r *resolver) literalUses(c *termCheck, in Inline, before string, phrases map[rune][]phrase) {
	english := r.doc.Lang != diag.Korean
	text := in.Text
	for i := 0; i < len(text); {
		first, size := utf8.DecodeRuneInString(text[i:])
		if english && !unicode.IsUpper(first) { // no term begins so
			i += size
			continue
		}
		found, ok := phraseAt(text, i, before, phrases[first], english)
		if !ok {
			i += size
			continue
		}
		oneWord := !strings.Contains(found.text, " ")
		certain := english && !(oneWord && startsSentence(before+text[:i], false))
		c.use(found.key, in.Origin, certain)
		i += len(found.text)
	}
}

// phraseAt returns the longest of some phrases that stands at text[i:], in
// English only as whole words.
func phraseAt(text string, i int, before string, phrases []phrase, wholeWords bool) (phrase, bool) {
	if len(phrases) == 0 {
		return phrase{}, false
	}
	if i > 0 {
		before = text[:i]
	}
	if wholeWords && isWordRune(lastRune(before)) {
		return phrase{}, false
	}
	for _, p := range phrases {
		if !strings.HasPrefix(text[i:], p.text) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+len(p.text):])
		if !wholeWords || !isWordRune(next) {
			return p, true
		}
	}
	return phrase{}, false
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// termText returns what a term prints: its own text, or that of the glossary.
func (r *resolver) termText(in Inline) string {
	if in.Text != "" {
		return in.Text
	}
	t, _ := r.glossary.find(in.Target)
	if text := t.in(r.doc.Lang); text != "" {
		return text
	}
	return in.Target
}
