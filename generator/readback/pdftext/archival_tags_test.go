package pdftext

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// mark is marked content that is open: its tag and its number, or -1.
type mark struct {
	tag    name
	number int
	actual string
}

// marked goes through a page and shows each text with its font and the marks
// around it. What paints without a mark, and marks that do not close, are faults.
func (s *specimen) marked(content []byte, show func(font name, codes []byte, open []mark)) {
	var open []mark
	var args []token
	var properties dict
	font := name("")
	painting := []string{"Tj", "TJ", "S", "s", "f", "F", "f*", "B", "b", "B*", "b*"}
	for l := (&lexer{content, 0}); ; {
		t := l.next()
		switch t.kind {
		case endToken:
			if len(open) > 0 {
				s.fault("marked", "a mark is not closed")
			}
			return
		case openDict:
			o, _ := l.dict(0)
			properties, _ = o.(dict)
			continue
		case wordToken:
		default:
			args = append(args, t)
			continue
		}
		op := string(t.text)
		switch {
		case op == "Tf":
			font = name(args[0].text)
		case op == "BDC" || op == "BMC":
			m := mark{tag: name(args[0].text), number: -1, actual: s.text(properties["ActualText"])}
			if n, ok := properties["MCID"].(float64); ok {
				m.number = int(n)
			}
			open = append(open, m)
		case op == "EMC" && len(open) == 0:
			s.fault("marked", "a mark closes that is not open")
		case op == "EMC":
			open = open[:len(open)-1]
		case slices.Contains(painting, op) && len(open) == 0:
			s.fault("marked", "%s paints without a mark", op)
		}
		if (op == "Tj" || op == "TJ") && show != nil {
			for _, a := range args {
				switch a.kind {
				case textToken:
					show(font, unescape(nil, a.text), open)
				case hexToken:
					b, _ := unhex(nil, a.text)
					show(font, b, open)
				}
			}
		}
		args, properties = args[:0], nil
	}
}

// tags: the tree of elements and the way back.
func (s *specimen) tags() {
	c := s.catalog()
	if v, ok := s.dict(c["MarkInfo"])["Marked"]; !ok || v == false {
		s.fault("tagged", "the file does not say that it is")
	}
	root := s.dict(c["StructTreeRoot"])
	t := &treeCheck{specimen: s, back: map[float64]any{}, marks: map[[2]int]reference{}, notes: map[string]bool{}}
	nums := s.list(s.dict(root["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key, _ := nums[i].(float64)
		if i > 0 && key <= nums[i-2].(float64) {
			s.fault("back", "the keys of the way back are not in order")
		}
		t.back[key] = nums[i+1]
	}
	top, _ := root["K"].(reference)
	if s.dict(top)["S"] != name("Document") || s.dict(top)["P"] != c["StructTreeRoot"] {
		s.fault("tree", "it does not begin with the document")
		return
	}
	t.element(top, 0)
	t.pages()
	ids := s.list(s.dict(root["IDTree"])["Names"])
	for i := 0; i+1 < len(ids); i += 2 {
		if !t.notes[s.text(ids[i])] {
			s.fault("note", "%q is on the list and not in the tree", s.text(ids[i]))
		}
		delete(t.notes, s.text(ids[i]))
	}
	for id := range t.notes {
		s.fault("note", "%q is not on the list", id)
	}
}

// treeCheck walks through the tree of elements.
type treeCheck struct {
	*specimen
	back  map[float64]any
	marks map[[2]int]reference // element by page object and number
	notes map[string]bool
	level int // of the last heading
}

// parentsOf names where an element may stand; those not named stand anywhere.
var parentsOf = map[name][]name{
	"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "THead": {"Table"}, "TBody": {"Table"}, "TR": {"Table", "THead", "TBody"},
	"TH": {"TR"}, "TD": {"TR"}, "TOCI": {"TOC"}, "Reference": {"TOCI"},
}

// childrenOf names what alone may stand in an element.
var childrenOf = map[name][]name{
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"THead", "TBody", "TR"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOCI"},
}

var anywhere = []name{"Document", "Sect", "Div", "P", "Span", "L", "Table", "Figure", "Link", "Note", "TOC", "Form", "H1", "H2", "H3", "H4", "H5", "H6"}

func (t *treeCheck) element(r reference, depth int) {
	d := t.dict(r)
	kind, _ := d["S"].(name)
	if !slices.Contains(anywhere, kind) && parentsOf[kind] == nil || depth > 60 {
		t.fault("kind", "element %d is a %q", r.number, kind)
		return
	}
	t.rules(r, d, kind)
	var kinds []name
	objects := 0
	for _, k := range t.list(d["K"]) {
		switch k := k.(type) {
		case float64:
			t.content(r, d["Pg"], int(k))
		case dict:
			page := k["Pg"]
			if page == nil {
				page = d["Pg"]
			}
			if k["Type"] == name("OBJR") {
				objects++
				t.object(r, k["Obj"])
			} else {
				n, _ := k["MCID"].(float64)
				t.content(r, page, int(n))
			}
		case reference:
			child := t.dict(k)
			if child["P"] != r {
				t.fault("tree", "element %d has another parent", k.number)
			}
			n, _ := child["S"].(name)
			kinds = append(kinds, n)
			if p := parentsOf[n]; p != nil && !slices.Contains(p, kind) {
				t.fault("nesting", "a %s stands in a %s", n, kind)
			}
			if c := childrenOf[kind]; c != nil && !slices.Contains(c, n) {
				t.fault("nesting", "a %s stands in a %s", n, kind)
			}
			t.element(k, depth+1)
		}
	}
	if (kind == "Link" || kind == "Form") && objects == 0 {
		t.fault("link", "element %d leads nowhere", r.number)
	}
	if kind == "LI" && !slices.Equal(kinds, []name{"Lbl", "LBody"}) {
		t.fault("list", "an item has %v", kinds)
	}
	if kind == "Table" {
		t.table(r)
	}
}

// rules are those of single elements.
func (t *treeCheck) rules(r reference, d dict, kind name) {
	if l, ok := strings.CutPrefix(string(kind), "H"); ok {
		n, _ := strconv.Atoi(l)
		if n > t.level+1 {
			t.fault("heading", "%s follows a heading of level %d", kind, t.level)
		}
		t.level = n
	}
	attributes := t.dict(d["A"])
	switch kind {
	case "Figure":
		if t.text(d["Alt"]) == "" || len(t.list(attributes["BBox"])) != 4 {
			t.fault("figure", "element %d is not told in words", r.number)
		}
	case "TH":
		if s := attributes["Scope"]; s != name("Column") && s != name("Row") {
			t.fault("scope", "a head cell is for %v", s)
		}
	case "Note":
		id := t.text(d["ID"])
		if id == "" || t.notes[id] {
			t.fault("note", "element %d has the name %q", r.number, id)
		}
		t.notes[id] = true
	}
	if lang, has := d["Lang"]; has && t.text(lang) != "en" && t.text(lang) != "ko" {
		t.fault("language", "element %d is in %q", r.number, t.text(lang))
	}
}

// table: rows of the same number of cells, and head cells.
func (t *treeCheck) table(r reference) {
	cells, heads := -1, 0
	var walk func(o any)
	walk = func(o any) {
		for _, k := range t.list(t.dict(o)["K"]) {
			row := t.dict(k)
			if row["S"] != name("TR") {
				walk(k)
				continue
			}
			n := len(t.list(row["K"]))
			if cells >= 0 && n != cells {
				t.fault("table", "a row of %d has %d cells, another %d", r.number, n, cells)
			}
			cells = n
			for _, c := range t.list(row["K"]) {
				if t.dict(c)["S"] == name("TH") {
					heads++
				}
			}
		}
	}
	walk(r)
	if heads == 0 {
		t.fault("table", "%d has no head cell", r.number)
	}
}

func (t *treeCheck) content(r reference, page any, number int) {
	p, _ := page.(reference)
	key := [2]int{p.number, number}
	if _, twice := t.marks[key]; twice {
		t.fault("back", "content %d of page %d is in the tree twice", number, p.number)
	}
	t.marks[key] = r
}

func (t *treeCheck) object(r reference, o any) {
	key, ok := t.dict(o)["StructParent"].(float64)
	if !ok || t.back[key] != r {
		t.fault("link", "object %v does not lead back to element %d", o, r.number)
	}
}

// pages: each number on a page is in the tree, once, and leads back; each link and
// field is in the tree.
func (t *treeCheck) pages() {
	count := 0
	for i, p := range t.specimen.pages {
		d := t.dict(p)
		key, ok := d["StructParents"].(float64)
		back := t.list(t.back[key])
		if !ok || back == nil {
			t.fault("back", "page %d has none", i+1)
		}
		seen := map[int]bool{}
		for n := range t.numbersOn(p) {
			if seen[n] {
				t.fault("marked", "number %d of page %d stands twice", n, i+1)
			}
			seen[n] = true
		}
		for n := range seen {
			count++
			if r, ok := t.marks[[2]int{p.number, n}]; !ok || n >= len(back) || back[n] != r {
				t.fault("back", "content %d of page %d does not lead to its element", n, i+1)
			}
		}
		for _, a := range t.list(d["Annots"]) {
			key, ok := t.dict(a)["StructParent"].(float64)
			if _, known := t.back[key].(reference); !ok || !known {
				t.fault("link", "%v on page %d is not in the tree", a, i+1)
			}
		}
	}
	if count != len(t.marks) {
		t.fault("back", "the tree has %d contents, the pages %d", len(t.marks), count)
	}
}

// numbersOn yields the numbers of marked content on a page.
func (t *treeCheck) numbersOn(p reference) func(func(int) bool) {
	return func(yield func(int) bool) {
		l := &lexer{t.contents[p.number], 0}
		for tok := l.next(); tok.kind != endToken; tok = l.next() {
			if tok.kind != openDict {
				continue
			}
			o, _ := l.dict(0)
			d, _ := o.(dict)
			if n, ok := d["MCID"].(float64); ok && !yield(int(n)) {
				return
			}
		}
	}
}

// Spoken returns what is read aloud: the text of the tree in its order, one line
// for each element that holds text, with its kind.
func Spoken(data []byte) ([]string, error) {
	s, err := examine(data, "")
	if err != nil {
		return nil, err
	}
	texts := map[[2]int]string{}
	for _, p := range s.pages {
		fonts := s.dict(s.dict(s.dict(p)["Resources"])["Font"])
		s.marked(s.contents[p.number], func(f name, codes []byte, open []mark) {
			to, err := s.file.font(fonts, f)
			if err != nil || len(open) == 0 {
				return
			}
			key := [2]int{p.number, open[len(open)-1].number}
			for i := 0; i+1 < len(codes); i += 2 {
				texts[key] += to.meaning(uint16(codes[i])<<8 | uint16(codes[i+1]))
			}
		})
		for n, actual := range s.actual(p) {
			texts[[2]int{p.number, n}] = actual
		}
	}
	var out []string
	var walk func(o any)
	walk = func(o any) {
		d := s.dict(o)
		line := ""
		flush := func() {
			if line != "" {
				out = append(out, fmt.Sprintf("%s %s", d["S"], line))
			}
			line = ""
		}
		for _, k := range s.list(d["K"]) {
			switch k := k.(type) {
			case float64:
				line += texts[[2]int{d["Pg"].(reference).number, int(k)}]
			case dict:
				if n, ok := k["MCID"].(float64); ok {
					p, _ := k["Pg"].(reference)
					line += texts[[2]int{p.number, int(n)}]
				}
			case reference:
				flush()
				walk(k)
			}
		}
		flush()
	}
	walk(s.dict(s.catalog()["StructTreeRoot"])["K"])
	return out, nil
}

// actual returns the characters that boxes stand for, by their numbers on a page.
func (s *specimen) actual(p reference) map[int]string {
	out := map[int]string{}
	l := &lexer{s.contents[p.number], 0}
	for t := l.next(); t.kind != endToken; t = l.next() {
		if t.kind != openDict {
			continue
		}
		o, _ := l.dict(0)
		d, _ := o.(dict)
		if n, ok := d["MCID"].(float64); ok && d["ActualText"] != nil {
			out[int(n)] = s.text(d["ActualText"])
		}
	}
	return out
}
