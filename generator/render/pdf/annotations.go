package pdf

import "fmt"

// destination writes where a link or a bookmark leads.
func (f *finisher) destination(target int) string {
	t := f.laid.Targets[target]
	return fmt.Sprintf("[%d 0 R /XYZ 0 %s null]", pageNumber(t.Page-1), pt(f.laid.Pages[t.Page-1].Height-t.Y))
}

// owner says which element an object on a page belongs to.
type owner struct{ page, object, element int }

// own notes an owner and returns its number in the way back, behind the pages.
func (f *finisher) own(o owner) int {
	f.owners = append(f.owners, o)
	return len(f.laid.Pages) + len(f.owners) - 1
}

// links writes the links of a page and returns the numbers of their objects.
func (f *finisher) links(page int) []int {
	links := f.laid.Pages[page].Links
	first := f.reserve(len(links))
	var out []int
	for i, k := range links {
		to := "/A <</S /URI /URI " + asciiString(k.URI) + ">>"
		if k.URI == "" {
			to = "/Dest " + f.destination(k.Target)
		}
		f.text(first+i, "<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /StructParent %d %s>>",
			rect(k.X, k.Y, k.W, k.H, f.laid.Pages[page].Height), f.own(owner{page: page, object: first + i, element: k.Element}), to)
		out = append(out, first+i)
	}
	return out
}

// fields writes the signature fields of a page, without a value and with an
// appearance that shows nothing, as PDF/A wants of every field. They are all on
// one list that the catalog names.
func (f *finisher) fields(page int) []int {
	var out []int
	for _, k := range f.laid.Pages[page].Fields {
		number, look := f.reserve(1), f.reserve(1)
		f.bare(look, "/Type /XObject /Subtype /Form /BBox [0 0 "+pt(k.W)+" "+pt(k.H)+"] /Resources <<>> ", nil)
		f.text(number, "<</Type /Annot /Subtype /Widget /FT /Sig /T %s /TU %s /F 4 /Rect %s /P %d 0 R /AP <</N %d 0 R>> /StructParent %d>>",
			asciiString(k.Name), textString(k.Label), rect(k.X, k.Y, k.W, k.H, f.laid.Pages[page].Height), pageNumber(page), look,
			f.own(owner{page: page, object: number, element: k.Element}))
		out = append(out, number)
	}
	f.form = append(f.form, out...)
	return out
}
