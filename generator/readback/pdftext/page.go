package pdftext

// page is one page: its fonts and what is drawn on it.
type page struct {
	resources any
	contents  any
}

// pages returns the pages in order.
func (f *file) pages() ([]page, error) {
	catalog, err := f.dict(f.root)
	if err != nil {
		return nil, err
	}
	var out []page
	if err := f.tree(catalog["Pages"], nil, 0, &out); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, ErrDamaged
	}
	return out, nil
}

// tree adds the pages below a node. What a page does not say itself, the nodes
// above it say.
func (f *file) tree(node, resources any, depth int, out *[]page) error {
	if f.nodes++; f.nodes > maxObjects {
		return ErrTooLarge
	}
	d, err := f.dict(node)
	if err != nil {
		return err
	}
	if own, ok := d["Resources"]; ok {
		resources = own
	}
	kids, err := f.get(d["Kids"])
	if err != nil {
		return err
	}
	list, branch := kids.(array)
	if !branch {
		if d["Type"] != name("Page") {
			return ErrDamaged
		}
		if len(*out) >= maxPages {
			return ErrTooLarge
		}
		*out = append(*out, page{resources, d["Contents"]})
		return nil
	}
	if depth > maxDepth || len(list) > maxPages {
		return ErrTooLarge
	}
	for _, kid := range list {
		if err := f.tree(kid, resources, depth+1, out); err != nil {
			return err
		}
	}
	return nil
}

// dict returns the dictionary that an object is or leads to.
func (f *file) dict(o any) (dict, error) {
	o, err := f.get(o)
	if err != nil {
		return nil, err
	}
	d, ok := o.(dict)
	if !ok {
		return nil, ErrDamaged
	}
	return d, nil
}

// content returns what is drawn on a page. Several streams are read as one.
func (f *file) content(p page) ([]byte, error) {
	o, err := f.get(p.contents)
	if err != nil {
		return nil, err
	}
	switch o := o.(type) {
	case nil:
		return nil, nil
	case stream:
		return f.unfold(o)
	case array:
		var all []byte
		for _, part := range o {
			part, err := f.get(part)
			if err != nil {
				return nil, err
			}
			s, ok := part.(stream)
			if !ok {
				return nil, ErrDamaged
			}
			text, err := f.unfold(s)
			if err != nil {
				return nil, err
			}
			all = append(append(all, text...), '\n')
		}
		return all, nil
	}
	return nil, ErrDamaged
}

// used returns the fonts or the pictures of a page by the names that its content uses.
func (f *file) used(p page, kind name) (dict, error) {
	resources, err := f.get(p.resources)
	if err != nil {
		return nil, err
	}
	d, _ := resources.(dict)
	all, err := f.get(d[kind])
	if err != nil {
		return nil, err
	}
	out, _ := all.(dict)
	return out, nil
}
