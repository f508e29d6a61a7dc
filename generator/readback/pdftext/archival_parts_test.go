package pdftext

import "slices"

// annotations: links and signature fields, each seen and printed.
func (s *specimen) annotations() {
	named := map[string]bool{}
	for i, p := range s.pages {
		d := s.dict(p)
		notes := s.list(d["Annots"])
		if len(notes) > 0 && d["Tabs"] != name("S") {
			s.fault("tabs", "page %d does not go by its structure", i+1)
		}
		for _, a := range notes {
			a := s.dict(a)
			if a["F"] != 4.0 {
				s.fault("annotation", "one on page %d has the flags %v", i+1, a["F"])
			}
			switch a["Subtype"] {
			case name("Link"):
			case name("Widget"):
				look, ok := s.get(s.dict(a["AP"])["N"]).(stream)
				if !ok || look.dict["Subtype"] != name("Form") || len(s.list(look.dict["BBox"])) != 4 {
					s.fault("appearance", "a field on page %d has none", i+1)
				}
				title := s.text(a["T"])
				if a["FT"] != name("Sig") || a["V"] != nil || title == "" || named[title] || s.text(a["TU"]) == "" {
					s.fault("field", "%q on page %d is no empty signature field of its own", title, i+1)
				}
				named[title] = true
			default:
				s.fault("annotation", "page %d has one of the kind %v", i+1, a["Subtype"])
			}
		}
	}
	fields := s.list(s.dict(s.catalog()["AcroForm"])["Fields"])
	for _, f := range fields {
		if !named[s.text(s.dict(f)["T"])] {
			s.fault("field", "one is on no page")
		}
	}
	if len(fields) != len(named) || len(fields) > 0 && s.dict(s.catalog()["AcroForm"])["SigFlags"] != 1.0 {
		s.fault("field", "%d are listed, %d stand on pages", len(fields), len(named))
	}
}

// attachments: level 3 alone has one, and says what it is for.
func (s *specimen) attachments() {
	c := s.catalog()
	list, files := s.list(c["AF"]), s.list(s.dict(s.dict(c["Names"])["EmbeddedFiles"])["Names"])
	if s.level != "3b" {
		if len(list)+len(files) > 0 {
			s.fault("attachment", "the level has none")
		}
		return
	}
	if len(list) != 1 || len(files) != 2 || files[1] != list[0] {
		s.fault("attachment", "it is not listed twice")
		return
	}
	spec := s.dict(list[0])
	embedded := s.dict(s.dict(spec["EF"])["F"])
	if spec["AFRelationship"] != name("Source") || s.text(spec["UF"]) == "" || s.text(spec["F"]) == "" || embedded["Subtype"] == nil ||
		float64(len(s.unfold(s.dict(spec["EF"])["F"]))) != s.dict(embedded["Params"])["Size"] {
		s.fault("attachment", "it does not say what it is")
	}
}

// destinations: bookmarks and links lead to a height of a page that is there.
func (s *specimen) destinations() {
	check := func(what string, o any) {
		d := s.list(o)
		if len(d) != 5 || d[1] != name("XYZ") || !slices.Contains(s.pages, reference{d[0].(reference).number}) {
			s.fault("destination", "a %s leads to %v", what, d)
			return
		}
		if y, ok := d[3].(float64); !ok || y <= 0 || y > 1300 {
			s.fault("destination", "a %s leads to the height %v", what, d[3])
		}
	}
	for _, n := range s.numbers {
		d := s.dict(reference{n})
		switch {
		case d["Subtype"] == name("Link") && d["A"] == nil:
			check("link", d["Dest"])
		case d["Title"] != nil && d["Parent"] != nil:
			check("bookmark", d["Dest"])
		}
	}
}

// Notes are the strings in a file that somebody else has typed.
type Notes struct{ Addresses, Fields, Bookmarks, Properties []string }

// NotesOf returns them as any reader of the file understands them.
func NotesOf(data []byte) (n Notes, err error) {
	s, err := examine(data, "")
	if err != nil {
		return n, err
	}
	for _, number := range s.numbers {
		d := s.dict(reference{number})
		switch {
		case d["Subtype"] == name("Link") && d["A"] != nil:
			n.Addresses = append(n.Addresses, s.text(s.dict(d["A"])["URI"]))
		case d["Subtype"] == name("Widget"):
			n.Fields = append(n.Fields, s.text(d["T"]))
		case d["Title"] != nil && d["Parent"] != nil:
			n.Bookmarks = append(n.Bookmarks, s.text(d["Title"]))
		}
	}
	info := s.dict(s.info())
	n.Properties = []string{s.text(info["Title"]), s.text(info["Author"])}
	return n, nil
}
