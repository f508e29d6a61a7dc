package pdftext

import (
	"bytes"
	"strings"
)

// Fault is one thing done wrong to a good file, and the rule that must notice.
type Fault struct {
	Rule, Name, Level string
	bytes             func([]byte) []byte // changes the file
	objects           func(*specimen)     // changes its objects once they are read
}

// Disturb does it and examines what came out.
func Disturb(data []byte, f Fault) ([]string, error) {
	if f.bytes != nil {
		data = f.bytes(bytes.Clone(data))
	}
	s, err := examine(data, f.Level)
	if err != nil {
		return nil, err
	}
	if f.objects != nil {
		f.objects(s)
	}
	return s.judge(), nil
}

// replaced returns a change of bytes of equal length.
func replaced(old, with string) func([]byte) []byte {
	return func(b []byte) []byte {
		if len(old) != len(with) || !bytes.Contains(b, []byte(old)) {
			panic("the file has no " + old)
		}
		return bytes.Replace(b, []byte(old), []byte(with), 1)
	}
}

// first returns the first object with an entry.
func (s *specimen) first(key name, value any) dict {
	for _, n := range s.numbers {
		if d := s.dict(reference{n}); d != nil && d[key] != nil && (value == nil || d[key] == value) {
			return d
		}
	}
	panic("there is no object with " + string(key))
}

// set returns a change of one entry of the first object with another.
func set(key name, value any, entry name, to any) func(*specimen) {
	return func(s *specimen) {
		d := s.first(key, value)
		if to == nil {
			delete(d, entry)
			return
		}
		d[entry] = to
	}
}

// catalogSet changes an entry of the catalog.
func catalogSet(key name, to any) func(*specimen) {
	return func(s *specimen) { s.catalog()[key] = to }
}

func ascii(s string) written { return written{kind: textToken, text: []byte(s)} }

// content returns a change of what is drawn on the first page that has it.
func content(old, with string) func(*specimen) {
	return func(s *specimen) {
		for _, p := range s.pages {
			if c := string(s.contents[p.number]); strings.Contains(c, old) {
				s.contents[p.number] = []byte(strings.Replace(c, old, with, 1))
				return
			}
		}
		panic("no page has " + old)
	}
}

// Faults are all of them, at least one for each rule.
var Faults = []Fault{
	{"head", "no mark of a binary file", "2b", replaced("%PDF-1.7\n%\xE2", "%PDF-1.7\n%a"), nil},
	{"head", "the wrong version", "1b", replaced("%PDF-1.4", "%PDF-1.7"), nil},
	{"head", "something behind the end", "2b", func(b []byte) []byte { return append(b, '\n') }, nil},
	{"identifier", "none", "1b", replaced("/ID [<", "/iD [<"), nil},
	{"packed", "a stream of objects", "1b", nil, func(s *specimen) { s.file.packed = map[int]slot{1: {}} }},
	{"reached", "an object that nobody names", "2b", nil, set("Type", name("Catalog"), "Outlines", nil)},
	{"reached", "a name of nothing", "2b", nil, catalogSet("Extra", reference{99999})},
	{"language", "none", "2b", nil, set("Type", name("Catalog"), "Lang", nil)},
	{"language", "an element in no language", "2b", nil, set("S", name("Sect"), "Lang", ascii("?"))},
	{"title", "not shown", "2b", nil, set("Type", name("Catalog"), "ViewerPreferences", nil)},
	{"title", "none", "2b", nil, set("CreationDate", nil, "Title", nil)},
	{"metadata", "another author", "2b", nil, set("CreationDate", nil, "Author", ascii("Somebody"))},
	{"metadata", "a date without a zone", "2b", nil, set("CreationDate", nil, "ModDate", ascii("D:20240701000000"))},
	{"metadata", "compressed", "2b", nil, set("Subtype", name("XML"), "Filter", name("FlateDecode"))},
	{"level", "another one", "2b", replaced("<pdfaid:part>2", "<pdfaid:part>1"), nil},
	{"colours", "no intent", "2b", nil, set("Type", name("Catalog"), "OutputIntents", nil)},
	{"colours", "a profile of four colours", "2b", nil, set("N", 3.0, "N", 4.0)},
	{"forbidden", "a script", "2b", nil, catalogSet("OpenAction", dict{"S": name("JavaScript"), "JS": ascii("x")})},
	{"forbidden", "an action that starts a program", "2b", nil, set("Subtype", name("Link"), "A", dict{"S": name("Launch")})},
	{"forbidden", "transparency", "1b", nil, set("Type", name("Page"), "Group", dict{"S": name("Transparency")})},
	{"forbidden", "an old compression", "2b", nil, set("Filter", name("FlateDecode"), "Filter", name("LZWDecode"))},
	{"forbidden", "an image in the content", "2b", nil, content("EMC\n", "EMC\nBI ID EI\n")},
	{"forbidden", "ink of four colours", "2b", nil, content("EMC\n", "EMC\n0 0 0 1 k\n")},
	{"tabs", "in no order", "2b", nil, set("Tabs", nil, "Tabs", nil)},
	{"annotation", "one that is not printed", "2b", nil, set("Subtype", name("Link"), "F", 0.0)},
	{"annotation", "a film", "2b", nil, set("Subtype", name("Link"), "Subtype", name("Movie"))},
	{"appearance", "a field without one", "2b", nil, set("Subtype", name("Widget"), "AP", nil)},
	{"field", "one with a value", "2b", nil, set("Subtype", name("Widget"), "V", dict{})},
	{"field", "one without a name to read", "2b", nil, set("Subtype", name("Widget"), "TU", nil)},
	{"field", "one that is not listed", "2b", nil, set("Type", name("Catalog"), "AcroForm", nil)},
	{"attachment", "at a level without them", "2b", nil, catalogSet("AF", array{reference{1}})},
	{"attachment", "not listed", "3b", nil, set("Type", name("Catalog"), "AF", nil)},
	{"attachment", "for no purpose", "3b", nil, set("Type", name("Filespec"), "AFRelationship", nil)},
	{"destination", "a link to no page", "2b", nil, set("Dest", nil, "Dest", array{reference{2}, name("XYZ"), 0.0, 700.0, nil})},
	{"destination", "a bookmark above the page", "2b", nil, set("Prev", nil, "Dest", array{reference{3}, name("XYZ"), 0.0, 9000.0, nil})},
	{"destination", "a bookmark to a whole page", "2b", nil, set("Prev", nil, "Dest", array{reference{3}, name("Fit")})},
	{"font", "not a subset by its name", "2b", nil, set("Subtype", name("CIDFontType2"), "BaseFont", name("Pretendard"))},
	{"font", "not embedded", "2b", nil, set("Type", name("FontDescriptor"), "FontFile2", nil)},
	{"font", "no meanings", "2b", nil, set("Subtype", name("Type0"), "ToUnicode", nil)},
	{"font", "characters not listed", "1b", nil, set("Type", name("FontDescriptor"), "CIDSet", nil)},
	{"font", "glyphs numbered in another way", "2b", nil, set("Subtype", name("CIDFontType2"), "CIDToGIDMap", nil)},
	{"glyph", "a character without one", "2b", nil, content(" Td (", " Td (\x7f\x7f")},
	{"width", "another one", "2b", nil, set("Subtype", name("CIDFontType2"), "W", array{0.0, 65535.0, 333.0})},
	{"meaning", "another one", "2b", nil, func(s *specimen) {
		d := s.first("Subtype", name("Type0"))
		d["ToUnicode"] = stream{dict: dict{}, raw: []byte("1 beginbfrange\n<0000> <FFFF> <0041>\nendbfrange")}
	}},
	{"marked", "a text without a mark", "2b", nil, content("/Artifact <</Type /Pagination>> BDC\n", "EMC\n")},
	{"marked", "a mark that does not close", "2b", nil, content("EMC\n", "")},
	{"marked", "a number twice", "2b", nil, content("<</MCID 1>>", "<</MCID 0>>")},
	{"tagged", "the file does not say so", "2b", nil, set("Type", name("Catalog"), "MarkInfo", nil)},
	{"tree", "another parent", "2b", nil, set("S", name("P"), "P", reference{1})},
	{"tree", "no tree", "2b", nil, set("Type", name("Catalog"), "StructTreeRoot", nil)},
	{"back", "a number that is in no element", "2b", nil, content("<</MCID 1>>", "<</MCID 999>>")},
	{"back", "a page without a way back", "2b", nil, set("Type", name("Page"), "StructParents", nil)},
	{"back", "an element that takes the content of another", "2b", nil, set("S", name("H1"), "K", array{1.0})},
	{"link", "one that is no object", "2b", nil, set("Subtype", name("Link"), "StructParent", nil)},
	{"link", "an element that leads nowhere", "2b", nil, set("S", name("Link"), "K", array{})},
	{"note", "without a name", "2b", nil, set("S", name("Note"), "ID", nil)},
	{"note", "not on the list", "2b", nil, set("Type", name("StructTreeRoot"), "IDTree", nil)},
	{"kind", "one of its own", "2b", nil, set("S", name("Div"), "S", name("Clause"))},
	{"nesting", "a paragraph in a list", "2b", nil, set("S", name("LI"), "S", name("P"))},
	{"nesting", "a cell outside of a row", "2b", nil, set("S", name("TR"), "S", name("Div"))},
	{"list", "an item without a label", "2b", nil, func(s *specimen) { s.first("S", name("LI"))["K"] = array{s.list(s.first("S", name("LI"))["K"])[1]} }},
	{"heading", "a level left out", "2b", nil, set("S", name("H2"), "S", name("H4"))},
	{"figure", "not in words", "2b", nil, set("S", name("Figure"), "Alt", nil)},
	{"figure", "without a place", "2b", nil, set("S", name("Figure"), "A", nil)},
	{"scope", "a head cell for nothing", "2b", nil, set("S", name("TH"), "A", nil)},
	{"table", "a row of fewer cells", "2b", nil, func(s *specimen) { d := s.first("S", name("TR")); d["K"] = s.list(d["K"])[:1] }},
	{"table", "without head cells", "2b", nil, func(s *specimen) {
		for _, n := range s.numbers {
			if d := s.dict(reference{n}); d["S"] == name("TH") {
				d["S"] = name("TD")
			}
		}
	}},
}
