package pdf

import "fmt"

// piece is something on a page that belongs to an element: marked content by its
// number, or an object such as a link.
type piece struct{ page, mark, object int }

// structure writes the tree of elements, by which the document is read, and the
// way back from marked content to its element. It returns the number of the root.
func (f *finisher) structure() int {
	t := f.tree()
	root, document, back := f.reserve(1), 0, f.parents(t)
	for e := range t.elements {
		if t.numbers[e] > 0 {
			parent := t.numbers[t.elements[e].Parent]
			if e == documentElement {
				parent, document = root, t.numbers[e]
			}
			f.object(t.numbers[e], t.write(e, parent))
		}
	}
	f.text(root, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d%s>>",
		document, back, len(f.laid.Pages)+len(f.owners), f.identifiers(t))
	return root
}

// documentElement is the element that all others are in.
const documentElement = 1

// tree is the tree of elements with what they hold.
type tree struct {
	elements []Element
	own      [][]piece
	kids     [][]int
	first    []int // where the content of an element begins, in the order of reading
	numbers  []int // of the objects; 0 for elements that came to hold nothing
	boxes    map[int]pageArea
	notes    []int // elements that are notes
}

// tree collects what the elements hold and numbers their objects.
func (f *finisher) tree() *tree {
	n := len(f.laid.Elements)
	t := &tree{
		elements: f.laid.Elements, own: make([][]piece, n), kids: make([][]int, n), first: make([]int, n), numbers: make([]int, n),
		boxes: f.figureBoxes(),
	}
	for page, marks := range f.marks {
		for mark, e := range marks {
			t.own[e] = append(t.own[e], piece{page: page, mark: mark})
		}
	}
	for _, o := range f.owners {
		t.own[o.element] = append(t.own[o.element], piece{page: o.page, object: o.object})
	}
	t.order()
	count := 0
	for e := range t.elements {
		if t.numbers[e] > 0 {
			count++
		}
	}
	first := f.reserve(count)
	for e := range t.elements {
		if t.numbers[e] > 0 {
			t.numbers[e] = first
			first++
		}
		if t.numbers[e] > 0 && t.elements[e].Kind == noteKind {
			t.notes = append(t.notes, e)
		}
	}
	return t
}

// order finds out which elements hold something, and where each begins. Cells are
// kept without content, since a row needs them.
func (t *tree) order() {
	const never = int(^uint(0) >> 1)
	for e := len(t.elements) - 1; e >= documentElement; e-- {
		t.first[e] = never
		if len(t.own[e]) > 0 {
			p := t.own[e][0]
			t.first[e] = p.page<<24 + p.mark
		}
		for _, k := range t.kids[e] {
			t.first[e] = min(t.first[e], t.first[k])
		}
		kind := t.elements[e].Kind
		if len(t.own[e])+len(t.kids[e]) > 0 || kind == headCell || kind == dataCell || e == documentElement {
			t.numbers[e] = 1
			if e > documentElement {
				parent := t.elements[e].Parent
				t.kids[parent] = append(t.kids[parent], e) // last to first
			}
		}
	}
}

// write writes an element. Elements within a paragraph stand between its words,
// all others in the order in which they were made.
func (t *tree) write(e, parent int) []byte {
	el := t.elements[e]
	o := fmt.Appendf(nil, "<</S /%s /P %d 0 R", el.Kind, parent)
	page := -1
	if len(t.own[e]) > 0 {
		page = t.own[e][0].page
		o = fmt.Appendf(o, " /Pg %d 0 R", pageNumber(page))
	}
	if el.Lang != "" {
		o = fmt.Appendf(o, " /Lang (%s)", el.Lang)
	}
	o = append(o, t.attributes(e)...)
	o = append(o, " /K ["...)
	own := t.own[e]
	for i := len(t.kids[e]) - 1; i >= 0; i-- {
		k := t.kids[e][i]
		for len(own) > 0 && own[0].object == 0 && own[0].page<<24+own[0].mark < t.first[k] {
			o = own[0].write(o, page)
			own = own[1:]
		}
		o = fmt.Appendf(o, " %d 0 R", t.numbers[k])
	}
	for _, p := range own {
		o = p.write(o, page)
	}
	return append(o, "]>>"...)
}

// write adds a piece to a list of an element that begins on a page.
func (p piece) write(o []byte, page int) []byte {
	on := ""
	if p.page != page {
		on = fmt.Sprintf(" /Pg %d 0 R", pageNumber(p.page))
	}
	switch {
	case p.object > 0:
		return fmt.Appendf(o, " <</Type /OBJR /Obj %d 0 R%s>>", p.object, on)
	case on != "":
		return fmt.Appendf(o, " <</Type /MCR%s /MCID %d>>", on, p.mark)
	}
	return fmt.Appendf(o, " %d", p.mark)
}

// attributes returns what an element says besides its content.
func (t *tree) attributes(e int) string {
	el := t.elements[e]
	switch el.Kind {
	case headCell:
		return " /A <</O /Table /Scope /" + el.Scope + ">>"
	case figureKind:
		b := t.boxes[e]
		return " /Alt " + textString(el.Alt) + " /A <</O /Layout /Placement /Block /BBox " + rect(b.x, b.y, b.w, b.h, b.height) + ">>"
	case noteKind:
		return " /ID " + noteName(e)
	}
	return ""
}

func noteName(e int) string { return fmt.Sprintf("(note-%06d)", e) }

// identifiers returns the entry of the root that names notes, if there are any.
func (f *finisher) identifiers(t *tree) string {
	if len(t.notes) == 0 {
		return ""
	}
	number := f.reserve(1)
	o := []byte("<</Names [")
	for _, e := range t.notes {
		o = fmt.Appendf(o, "%s %d 0 R ", noteName(e), t.numbers[e])
	}
	f.object(number, append(o, "]>>"...))
	return fmt.Sprintf(" /IDTree %d 0 R", number)
}

// parents writes the way back: for each page the elements of its marked content,
// and behind the pages the element of each object.
func (f *finisher) parents(t *tree) int {
	number, lists := f.reserve(1), f.reserve(len(f.marks))
	o := []byte("<</Nums [")
	for page, marks := range f.marks {
		of := make([]int, len(marks))
		for i, e := range marks {
			of[i] = t.numbers[e]
		}
		f.object(lists+page, references(of))
		o = fmt.Appendf(o, "%d %d 0 R ", page, lists+page)
	}
	for i, w := range f.owners {
		o = fmt.Appendf(o, "%d %d 0 R ", len(f.marks)+i, t.numbers[w.element])
	}
	f.object(number, append(o, "]>>"...))
	return number
}

// pageArea is an area on a page of a height.
type pageArea struct {
	area
	height int
}

// figureBoxes returns the areas that figures take.
func (f *finisher) figureBoxes() map[int]pageArea {
	boxes, height := map[int]pageArea{}, 0
	grow := func(e, x, y, w, h int) {
		if e <= 0 || f.laid.Elements[e].Kind != figureKind {
			return
		}
		b, known := boxes[e]
		if !known {
			b = pageArea{area{x, y, w, h}, height}
		}
		right, below := max(b.x+b.w, x+w), max(b.y+b.h, y+h)
		b.x, b.y = min(b.x, x), min(b.y, y)
		b.w, b.h = right-b.x, below-b.y
		boxes[e] = b
	}
	for i := range f.laid.Pages {
		p := &f.laid.Pages[i]
		height = p.Height
		for _, r := range p.Rects {
			grow(r.Element, r.X, r.Y, r.W, r.H)
		}
		for _, m := range p.Images {
			grow(m.Element, m.X, m.Y, m.W, m.H)
		}
		for _, t := range p.Texts {
			grow(t.Element, t.X, t.Y-t.Size, t.Width, t.Size*5/4)
		}
	}
	return boxes
}
