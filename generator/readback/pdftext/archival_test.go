package pdftext

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// specimen is a file under examination, with what was found wrong. Tests change
// its objects and contents before they are looked at.
type specimen struct {
	data     []byte
	file     *file
	level    string // 1b, 2b or 3b
	numbers  []int  // of all objects
	pages    []reference
	contents map[int][]byte // by number of the page object
	found    []string
}

// examine opens a file.
func examine(data []byte, level string) (*specimen, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	s := &specimen{data: data, file: f, level: level, contents: map[int][]byte{}}
	s.numbers = slices.Concat(slices.Collect(maps.Keys(f.offsets)), slices.Collect(maps.Keys(f.packed)))
	slices.Sort(s.numbers)
	s.numbers = slices.DeleteFunc(s.numbers, func(n int) bool { return n == 0 })
	for _, n := range s.numbers {
		if _, err := f.get(reference{n}); err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
	s.collect(s.catalog()["Pages"])
	for _, p := range s.pages {
		content, err := f.content(page{contents: s.dict(p)["Contents"]})
		if err != nil {
			return nil, err
		}
		s.contents[p.number] = content
	}
	return s, nil
}

// Archival returns what a file does that PDF/A of its level, or a tagged file, may
// not do; nothing if all is well.
func Archival(data []byte, level string) ([]string, error) {
	s, err := examine(data, level)
	if err != nil {
		return nil, err
	}
	return s.judge(), nil
}

func (s *specimen) judge() []string {
	s.form()
	s.reached()
	s.properties()
	s.colours()
	s.keys()
	s.fonts()
	s.annotations()
	s.attachments()
	s.destinations()
	s.tags()
	return s.found
}

func (s *specimen) fault(rule, format string, args ...any) {
	s.found = append(s.found, rule+": "+fmt.Sprintf(format, args...))
}

// get follows a reference.
func (s *specimen) get(o any) any {
	o, err := s.file.get(o)
	if err != nil {
		return nil
	}
	return o
}

func (s *specimen) dict(o any) dict {
	switch o := s.get(o).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return nil
}

func (s *specimen) list(o any) array {
	a, _ := s.get(o).(array)
	return a
}

func (s *specimen) catalog() dict { return s.dict(s.file.root) }

// text returns a string for people, or of a program.
func (s *specimen) text(o any) string {
	w, ok := s.get(o).(written)
	if !ok {
		return ""
	}
	var b []byte
	if w.kind == hexToken {
		b, _ = unhex(nil, w.text)
	} else {
		b = unescape(nil, w.text)
	}
	if !bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return string(b)
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

func (s *specimen) unfold(o any) []byte {
	st, ok := s.get(o).(stream)
	if !ok {
		return nil
	}
	b, err := s.file.unfold(st)
	if err != nil {
		return nil
	}
	return b
}

func (s *specimen) collect(node any) {
	if d := s.dict(node); d["Type"] == name("Page") {
		s.pages = append(s.pages, node.(reference))
	} else {
		for _, kid := range s.list(d["Kids"]) {
			s.collect(kid)
		}
	}
}

// form: how the file begins and ends.
func (s *specimen) form() {
	version := "%PDF-1.7\n"
	if s.level == "1b" {
		version = "%PDF-1.4\n"
	}
	if !bytes.HasPrefix(s.data, []byte(version)) || len(s.data) < 14 || s.data[9] != '%' || slices.Min(s.data[10:14]) < 128 {
		s.fault("head", "the file begins with %q", s.data[:min(14, len(s.data))])
	}
	if !bytes.HasSuffix(s.data, []byte("\n%%EOF\n")) {
		s.fault("head", "something follows the end")
	}
	id := s.list(s.file.id)
	if len(id) != 2 || len(s.text(id[0])) != 16 || s.text(id[0]) != s.text(id[1]) {
		s.fault("identifier", "it is %v", id)
	}
	if s.level == "1b" && len(s.file.packed) > 0 {
		s.fault("packed", "objects stand within streams")
	}
}

// reached: every object is named by another one.
func (s *specimen) reached() {
	seen := map[int]bool{}
	var walk func(o any)
	walk = func(o any) {
		switch o := o.(type) {
		case reference:
			if !seen[o.number] {
				seen[o.number] = true
				if !slices.Contains(s.numbers, o.number) {
					s.fault("reached", "object %d is named and is not there", o.number)
				}
				walk(s.get(o))
			}
		case dict:
			for _, v := range o {
				walk(v)
			}
		case stream:
			walk(o.dict)
		case array:
			for _, v := range o {
				walk(v)
			}
		}
	}
	walk(s.file.root)
	walk(s.info())
	for _, n := range s.numbers {
		kind := s.dict(reference{n})["Type"]
		if !seen[n] && kind != name("ObjStm") && kind != name("XRef") {
			s.fault("reached", "nothing names object %d", n)
		}
	}
}

// info finds the properties: they are in the trailer, which reading forgets.
func (s *specimen) info() any {
	m := regexp.MustCompile(`/Info (\d+) 0 R`).FindAllSubmatch(s.data, -1)
	if len(m) == 0 {
		return nil
	}
	n, _ := whole(m[len(m)-1][1])
	return reference{n}
}

// properties: title and language, and that the two forms of meta data agree.
func (s *specimen) properties() {
	c := s.catalog()
	if lang := s.text(c["Lang"]); lang != "en" && lang != "ko" {
		s.fault("language", "the document is in %q", lang)
	}
	if v, ok := s.dict(c["ViewerPreferences"])["DisplayDocTitle"]; !ok || v == false {
		s.fault("title", "readers are not asked to show it")
	}
	meta, _ := s.get(c["Metadata"]).(stream)
	if meta.dict["Filter"] != nil || meta.dict["Type"] != name("Metadata") || meta.dict["Subtype"] != name("XML") {
		s.fault("metadata", "it is not plain XML")
	}
	one := func(pattern string) string {
		m := regexp.MustCompile(pattern).FindSubmatch(meta.raw)
		if m == nil {
			return ""
		}
		return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(string(m[1]))
	}
	if got := one(`<pdfaid:part>(\d)</pdfaid:part>`) + strings.ToLower(one(`<pdfaid:conformance>(\w)</pdfaid:conformance>`)); got != s.level {
		s.fault("level", "the file says that it is %q", got)
	}
	info := s.dict(s.info())
	if s.text(info["Title"]) == "" {
		s.fault("title", "there is none")
	}
	day := regexp.MustCompile(`^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$`)
	for key, pattern := range map[name]string{
		"Title": `(?s)<dc:title>.*?<rdf:li xml:lang="x-default">(.*?)</rdf:li>`, "Author": `(?s)<dc:creator>.*?<rdf:li>(.*?)</rdf:li>`,
		"Creator": `<xmp:CreatorTool>(.*?)</xmp:CreatorTool>`, "Producer": `<pdf:Producer>(.*?)</pdf:Producer>`,
		"CreationDate": `<xmp:CreateDate>(.*?)</xmp:CreateDate>`, "ModDate": `<xmp:ModifyDate>(.*?)</xmp:ModifyDate>`,
	} {
		have := s.text(info[key])
		if strings.HasSuffix(string(key), "Date") {
			have = day.ReplaceAllString(have, "$1-$2-${3}T$4:$5:${6}Z")
		}
		if want := one(pattern); have != want || strings.HasSuffix(string(key), "Date") && want == "" {
			s.fault("metadata", "%s is %q in one form and %q in the other", key, have, want)
		}
	}
}

// colours: what the colours of the file mean.
func (s *specimen) colours() {
	intents := s.list(s.catalog()["OutputIntents"])
	if len(intents) != 1 || s.dict(intents[0])["S"] != name("GTS_PDFA1") || s.text(s.dict(intents[0])["OutputConditionIdentifier"]) == "" {
		s.fault("colours", "the file does not say what they mean")
		return
	}
	profile := s.dict(intents[0])["DestOutputProfile"]
	icc := s.unfold(profile)
	if len(icc) < 132 || string(icc[36:40]) != "acsp" || string(icc[16:20]) != "RGB " || icc[8] != 2 ||
		int(binary.BigEndian.Uint32(icc)) != len(icc) || s.dict(profile)["N"] != 3.0 {
		s.fault("colours", "the profile is not one of RGB")
	}
}

// forbidden are keys and what they may not say; nil: they may not stand at all.
var forbidden = map[name][]any{
	"JS": nil, "JavaScript": nil, "AA": nil, "OpenAction": nil, "XFA": nil, "NeedAppearances": nil, "SMask": nil, "TR": nil,
	"Encrypt": nil, "OPI": nil, "Ref": nil, "PS": nil, "Alternates": nil, "FFilter": nil, "Requirements": nil,
	"Filter": {name("LZWDecode"), name("Crypt")},
	"Group":  {}, "CA": {}, "ca": {}, "BM": {}, // transparency, which our files do without
}

// keys: nothing that a level forbids, and no transparency.
func (s *specimen) keys() {
	actions := []any{name("URI"), name("GoTo")}
	for _, n := range s.numbers {
		s.each(reference{n}, func(d dict) {
			for key, values := range forbidden {
				v, has := d[key]
				if has && (len(values) == 0 || slices.Contains(values, s.get(v))) {
					s.fault("forbidden", "object %d has %s", n, key)
				}
			}
			if action, has := d["A"]; has && d["Subtype"] == name("Link") && !slices.Contains(actions, s.dict(action)["S"]) {
				s.fault("forbidden", "object %d does something", n)
			}
			if d["Subtype"] == name("Image") && d["ColorSpace"] != name("DeviceRGB") {
				s.fault("forbidden", "the colours of object %d are not those of the file", n)
			}
			if d["Type"] != name("Filespec") && d["Subtype"] != name("CIDFontType2") && d["F"] != nil && d["Length"] != nil {
				s.fault("forbidden", "object %d is kept elsewhere", n)
			}
		})
	}
	for p, content := range s.contents {
		for key, drawn := range s.dict(s.dict(s.dict(reference{p})["Resources"])["XObject"]) {
			if s.dict(drawn)["Subtype"] != name("Image") {
				s.fault("forbidden", "page %d draws %s, which is no picture", p, key)
			}
		}
		for _, t := range tokens(content) {
			if t.kind == wordToken && slices.Contains([]string{"gs", "sh", "BI", "k", "K", "cs", "CS", "ri"}, string(t.text)) {
				s.fault("forbidden", "page %d uses the operator %s", p, t.text)
			}
		}
	}
}

// each visits the dictionaries of an object that stand in it directly.
func (s *specimen) each(o any, visit func(dict)) {
	if r, ok := o.(reference); ok {
		o = s.get(r)
	}
	switch o := o.(type) {
	case dict:
		visit(o)
		for _, v := range o {
			if _, elsewhere := v.(reference); !elsewhere {
				s.each(v, visit)
			}
		}
	case stream:
		s.each(o.dict, visit)
	case array:
		for _, v := range o {
			if _, elsewhere := v.(reference); !elsewhere {
				s.each(v, visit)
			}
		}
	}
}

func tokens(content []byte) []token {
	var out []token
	for l := (&lexer{content, 0}); ; {
		t := l.next()
		if t.kind == endToken {
			return out
		}
		out = append(out, t)
	}
}
