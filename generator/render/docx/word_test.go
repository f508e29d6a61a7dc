package docx

import (
	"regexp"
	"strconv"
	"strings"
)

// wordNumbers numbers paragraphs as Word does, from what stands in numbering.xml:
// lists of one definition count together, a list with a start of its own begins
// there when it is used first, and a level begins anew below a higher one.
type wordNumbers struct {
	abstract map[string]string      // list: definition
	levels   map[string][]*node     // of a definition
	starts   map[string]map[int]int // list: level: start
	counts   map[string][]int       // of a definition
	used     map[string]bool
}

func newWordNumbers(f file) *wordNumbers {
	w := &wordNumbers{
		abstract: map[string]string{}, levels: map[string][]*node{}, starts: map[string]map[int]int{}, counts: map[string][]int{}, used: map[string]bool{},
	}
	top := f.parts["word/numbering.xml"]
	for _, a := range top.all("w:abstractNum") {
		id := a.attr["w:abstractNumId"]
		w.levels[id] = a.all("w:lvl")
		w.counts[id] = make([]int, len(w.levels[id]))
	}
	for _, n := range top.all("w:num") {
		id := n.attr["w:numId"]
		w.abstract[id] = n.at("w:abstractNumId").attr["w:val"]
		w.starts[id] = map[int]int{}
		for _, o := range n.all("w:lvlOverride") {
			w.starts[id][number(o.attr["w:ilvl"])] = number(o.at("w:startOverride").attr["w:val"])
		}
	}
	return w
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

var placeholder = regexp.MustCompile(`%\d`)

// next returns what Word prints before a paragraph.
func (w *wordNumbers) next(p *node) string {
	pr := p.at("w:pPr", "w:numPr")
	id := pr.at("w:numId").attr["w:val"]
	if id == "" {
		return ""
	}
	at, abstract := number(pr.at("w:ilvl").attr["w:val"]), w.abstract[id]
	counts := w.counts[abstract]
	if start := w.starts[id][at]; start > 0 && !w.used[id] {
		counts[at] = start - 1
	}
	w.used[id] = true
	counts[at]++
	clear(counts[at+1:])
	l := w.levels[abstract][at]
	out := placeholder.ReplaceAllStringFunc(l.at("w:lvlText").attr["w:val"], func(s string) string {
		i := number(s[1:]) - 1
		return formatted(w.levels[abstract][i].at("w:numFmt").attr["w:val"], counts[i])
	})
	switch l.at("w:suff").attr["w:val"] {
	case "nothing":
		return out
	case "space":
		return out + " "
	}
	return out + "\t"
}

// formatted writes a number as Word does. What it writes beyond the letters of a
// script is not relied on.
func formatted(format string, n int) string {
	one := func(signs string) string {
		all := []rune(signs)
		if n < 1 || n > len(all) {
			return "BEYOND"
		}
		return string(all[n-1])
	}
	switch format {
	case "bullet":
		return ""
	case "decimal":
		return strconv.Itoa(n)
	case "lowerLetter":
		return one("abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return one("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerRoman":
		return strings.Fields("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")[n-1]
	case "ganada":
		return one("가나다라마바사아자차카타파하")
	case "decimalEnclosedCircle":
		return one("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	}
	return "UNKNOWN " + format
}

// paragraphs returns the text of every paragraph with its number, as Word shows it
// without the changes that are gone.
func (f file) paragraphs(gone string) []string {
	numbers := newWordNumbers(f)
	var out []string
	var walk func(*node)
	walk = func(n *node) {
		if n.name == "w:tr" && n.at("w:trPr", gone).name == gone {
			return
		}
		if n.name != "w:p" {
			for _, k := range n.kids {
				walk(k)
			}
			return
		}
		if mark := n.at("w:pPr", "w:rPr", gone); mark.name == gone {
			if text := n.shown(gone); text != "" {
				out = append(out, "LEFT OVER "+text)
			}
			return
		}
		if text := n.shown(gone); text != "" || n.at("w:pPr", "w:numPr").name != "" {
			out = append(out, numbers.next(n)+text)
		}
	}
	walk(f.body())
	return out
}
