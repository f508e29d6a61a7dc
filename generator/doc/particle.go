package doc

import "strings"

// particle is a pair of forms of which the sound before chooses one.
type particle struct {
	closed string // after a final consonant: 을, 이, 으로
	open   string // after a vowel: 를, 가, 로
	rieul  string // after a final ㄹ: 을, 이, 로
	both   string // where the sound is not known: 을(를), (으)로
}

func (p particle) choose(s sound) string {
	switch s {
	case closedSound:
		return p.closed
	case openSound:
		return p.open
	case rieulSound:
		return p.rieul
	}
	return p.both
}

// irregular particles have two forms that do not contain each other.
var irregular = map[string]string{"은": "는", "이": "가", "을": "를", "과": "와", "아": "야"}

// particleForms reads a pair written in either order: 을/를, 와/과, 으로/로, and
// any other pair whose longer form begins with 이 or 으, as 이란/란 does.
func particleForms(pair string) (particle, bool) {
	a, b, ok := strings.Cut(pair, "/")
	if !ok || a == "" || b == "" {
		return particle{}, false
	}
	for _, p := range []particle{{closed: a, open: b}, {closed: b, open: a}} {
		p.rieul = p.closed
		switch {
		case irregular[p.closed] == p.open:
			p.both = p.closed + "(" + p.open + ")"
			return p, true
		case p.closed == "이"+p.open:
			p.both = "(이)" + p.open
			return p, true
		case p.closed == "으"+p.open:
			p.rieul = p.open
			p.both = "(으)" + p.open
			return p, true
		}
	}
	return particle{}, false
}

// Particle returns the form of a particle pair that fits after a text: 을 or 를
// for "을/를", in either order. The choice follows the sound in which the text
// ends when it is read aloud in Korean:
//
//   - closing quotation marks, 」 and full stops are passed over, so a title in
//     brackets of quotation decides by itself: 「연구개발혁신법」을;
//   - what stands in round or square brackets right after a word is passed over,
//     so the word decides: 한국과학기술원(KAIST)을, 갑(甲)을. After a space the words
//     in the brackets decide. (주) after a name is read 주식회사;
//   - numbers are read in Sino-Korean with their unit or currency, dates to 일;
//   - Latin letters are read by name in capitals (KCAB: 비) and as a word
//     otherwise; long capitals and some well-known names are read as words;
//   - Hanja are read if they are common in contracts.
//
// Where the sound is not known both forms are returned: 을(를), (으)로. A pair
// that is none is returned as it is.
func Particle(before, pair string) string {
	p, ok := particleForms(pair)
	if !ok {
		return pair
	}
	return p.choose(soundOf(before))
}
