package docx

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// order is the sequence of children that the schema has for the elements that are
// written (ISO/IEC 29500-4, annex A). What is not named here may have any order.
var order = map[string]string{
	"w:document":        "w:body",
	"w:pPr":             "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:autoSpaceDE w:autoSpaceDN w:spacing w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr",
	"w:rPr":             "w:ins w:del w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:strike w:color w:sz w:szCs w:u w:shd w:lang",
	"w:numPr":           "w:ilvl w:numId",
	"w:pBdr":            "w:top w:left w:bottom w:right w:between w:bar",
	"w:tbl":             "w:tblPr w:tblGrid w:tr",
	"w:tblPr":           "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription",
	"w:tblBorders":      "w:top w:left w:bottom w:right w:insideH w:insideV",
	"w:tblCellMar":      "w:top w:left w:bottom w:right",
	"w:tr":              "w:trPr w:tc",
	"w:trPr":            "w:cantSplit w:trHeight w:tblHeader w:ins w:del",
	"w:tcPr":            "w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:vAlign",
	"w:tcBorders":       "w:top w:left w:bottom w:right w:insideH w:insideV",
	"w:tcMar":           "w:top w:left w:bottom w:right",
	"w:sdt":             "w:sdtPr w:sdtContent",
	"w:sdtPr":           "w:rPr w:alias w:tag w:id w:text",
	"w:sectPr":          "w:headerReference w:footerReference w:pgSz w:pgMar w:cols w:titlePg",
	"w:styles":          "w:docDefaults w:latentStyles w:style",
	"w:docDefaults":     "w:rPrDefault w:pPrDefault",
	"w:style":           "w:name w:basedOn w:next w:link w:uiPriority w:qFormat w:pPr w:rPr w:tblPr",
	"w:numbering":       "w:abstractNum w:num",
	"w:abstractNum":     "w:nsid w:multiLevelType w:tmpl w:lvl",
	"w:lvl":             "w:start w:numFmt w:lvlRestart w:suff w:lvlText w:lvlJc w:pPr w:rPr",
	"w:num":             "w:abstractNumId w:lvlOverride",
	"w:lvlOverride":     "w:startOverride",
	"w:settings":        "w:trackRevisions w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol w:listSeparator",
	"w:font":            "w:altName w:panose1 w:charset w:family w:pitch",
	"wp:inline":         "wp:extent wp:docPr a:graphic",
	"pic:pic":           "pic:nvPicPr pic:blipFill pic:spPr",
	"Types":             "Default Override",
	"v:shapetype":       "v:formulas v:path v:textpath",
	"w:r":               "w:rPr *",
	"w:p":               "w:pPr *",
	"w:tc":              "w:tcPr *",
	"w:comment":         "w:p",
	"w:comments":        "w:comment",
	"w:body":            "* w:sectPr",
	"w:hdr":             "w:p",
	"w:ftr":             "w:p",
	"w:rPrDefault":      "w:rPr",
	"w:pPrDefault":      "w:pPr",
	"w:tabs":            "w:tab",
	"w:tblGrid":         "w:gridCol",
	"w:compat":          "w:compatSetting",
	"w:fonts":           "w:font",
	"w:pict":            "v:shapetype v:shape",
	"w:drawing":         "wp:inline",
	"w:sdtContent":      "w:r",
	"pic:nvPicPr":       "pic:cNvPr pic:cNvPicPr",
	"pic:blipFill":      "a:blip a:stretch",
	"pic:spPr":          "a:xfrm a:prstGeom",
	"a:xfrm":            "a:off a:ext",
	"a:graphic":         "a:graphicData",
	"a:graphicData":     "pic:pic",
	"a:stretch":         "a:fillRect",
	"a:prstGeom":        "a:avLst",
	"v:formulas":        "v:f",
	"v:shape":           "v:textpath",
	"Relationships":     "Relationship",
	"w:hyperlink":       "*",
	"w:ins":             "w:r",
	"w:del":             "w:r",
	"cp:coreProperties": "dc:title dc:creator cp:lastModifiedBy dcterms:created dcterms:modified dc:language",
	"Properties":        "",
}

// checkOrder reports children that the schema does not have there.
func checkOrder(t *testing.T, where string, n *node) {
	t.Helper()
	n.each(func(n *node) {
		if len(n.kids) == 0 {
			return
		}
		allowed, known := order[n.name]
		if !known {
			t.Errorf("%s: no order is known for the children of %s", where, n.name)
			return
		}
		names := strings.Fields(allowed)
		at := 0
		for _, k := range n.kids {
			i := slices.Index(names, k.name)
			if i < 0 {
				i = slices.Index(names, "*")
			}
			if i < at {
				t.Errorf("%s: %s has %s where the schema has none", where, n.name, k.name)
				return
			}
			at = i
		}
	})
}

// TestPackages: every part is declared, every relation leads to a part, every id is
// there once, and the children of every element have the order of the schema.
func TestPackages(t *testing.T) {
	for name, r := range samples(t) {
		f := made(t, r)
		if f.names[0] != "[Content_Types].xml" {
			t.Errorf("%s: the first entry is %s", name, f.names[0])
		}
		for part, top := range f.parts {
			checkOrder(t, name+": "+part, top)
		}
		checkTypes(t, name, f)
		checkRelations(t, name, f)
		checkIDs(t, name, f)
		checkTables(t, name, f)
	}
}

func checkTypes(t *testing.T, name string, f file) {
	t.Helper()
	types := f.parts["[Content_Types].xml"]
	declared := map[string]bool{}
	for _, o := range types.all("Override") {
		if part := strings.TrimPrefix(o.attr["PartName"], "/"); f.data[part] == nil {
			t.Errorf("%s: %s is declared and not there", name, part)
		} else {
			declared[part] = true
		}
	}
	for _, part := range f.names {
		if path.Ext(part) == ".xml" && part != "[Content_Types].xml" && !declared[part] {
			t.Errorf("%s: %s has no content type", name, part)
		}
	}
}

func checkRelations(t *testing.T, name string, f file) {
	t.Helper()
	known := map[string]bool{}
	for _, r := range f.parts["word/_rels/document.xml.rels"].all("Relationship") {
		if known[r.attr["Id"]] {
			t.Errorf("%s: the relation %s is there twice", name, r.attr["Id"])
		}
		known[r.attr["Id"]] = true
		if r.attr["TargetMode"] != "External" && f.data["word/"+r.attr["Target"]] == nil {
			t.Errorf("%s: a relation leads to %s", name, r.attr["Target"])
		}
	}
	f.parts["word/document.xml"].each(func(n *node) {
		for _, key := range []string{"r:id", "r:embed"} {
			if id := n.attr[key]; id != "" && !known[id] {
				t.Errorf("%s: %s names the relation %s", name, n.name, id)
			}
		}
	})
}

// checkIDs looks at all that has an id or is named by one.
func checkIDs(t *testing.T, name string, f file) {
	t.Helper()
	body := f.body()
	ids, names, ends, controls := map[string]bool{}, map[string]bool{}, map[string]int{}, map[string]bool{}
	once := func(seen map[string]bool, what, id string) {
		if seen[id] || id == "" {
			t.Errorf("%s: %s %q is there twice or empty", name, what, id)
		}
		seen[id] = true
	}
	styles := map[string]bool{}
	for _, s := range f.parts["word/styles.xml"].all("w:style") {
		once(styles, "the style", s.attr["w:styleId"])
	}
	lists := map[string]bool{}
	for _, n := range f.parts["word/numbering.xml"].all("w:num") {
		once(lists, "the list", n.attr["w:numId"])
	}
	body.each(func(n *node) {
		switch n.name {
		case "w:bookmarkStart":
			once(ids, "the id", n.attr["w:id"])
			once(names, "the bookmark", strings.ToLower(n.attr["w:name"]))
			if bookmark := n.attr["w:name"]; len(bookmark) > longestName {
				t.Errorf("%s: the bookmark %s is too long", name, bookmark)
			}
			ends[n.attr["w:id"]]++
		case "w:bookmarkEnd":
			ends[n.attr["w:id"]]--
		case "w:ins", "w:del":
			once(ids, "the id", n.attr["w:id"])
			if n.attr["w:author"] == "" || n.attr["w:date"] != "2024-07-01T00:00:00Z" {
				t.Errorf("%s: a change says %v", name, n.attr)
			}
		case "w:sdtPr":
			once(controls, "the control", n.at("w:id").attr["w:val"])
			if tag := n.at("w:tag").attr["w:val"]; tag == "" || len([]rune(tag)) > longestTag {
				t.Errorf("%s: the tag is %q", name, tag)
			}
		case "w:pStyle", "w:rStyle":
			if !styles[n.attr["w:val"]] {
				t.Errorf("%s: there is no style %s", name, n.attr["w:val"])
			}
		case "w:numId":
			if !lists[n.attr["w:val"]] {
				t.Errorf("%s: there is no list %s", name, n.attr["w:val"])
			}
		}
	})
	for id, open := range ends {
		if open != 0 {
			t.Errorf("%s: the bookmark %s begins and ends unequally", name, id)
		}
	}
	body.each(func(n *node) {
		if to := n.attr["w:anchor"]; to != "" && !names[strings.ToLower(to)] {
			t.Errorf("%s: a link leads to %s", name, to)
		}
		if n.name == "w:instrText" {
			for _, word := range strings.Fields(n.text) {
				if (strings.HasPrefix(word, "pw") || strings.HasPrefix(word, "_Toc")) && !names[strings.ToLower(word)] {
					t.Errorf("%s: the field%sleads nowhere", name, n.text)
				}
			}
		}
	})
	checkComments(t, name, f)
}

func checkComments(t *testing.T, name string, f file) {
	t.Helper()
	count := map[string]int{}
	f.body().each(func(n *node) {
		switch n.name {
		case "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference":
			count[n.attr["w:id"]]++
		}
	})
	comments := f.parts["word/comments.xml"]
	if comments == nil {
		comments = &node{}
	}
	for _, c := range comments.all("w:comment") {
		if count[c.attr["w:id"]] != 3 {
			t.Errorf("%s: comment %s is marked %d times", name, c.attr["w:id"], count[c.attr["w:id"]])
		}
		delete(count, c.attr["w:id"])
	}
	for id := range maps.Keys(count) {
		t.Errorf("%s: there is no comment %s", name, id)
	}
}

// checkTables: every row fills the grid, every cell ends with a paragraph, and
// tables do not touch.
func checkTables(t *testing.T, name string, f file) {
	t.Helper()
	f.body().each(func(n *node) {
		for i := 1; i < len(n.kids); i++ {
			if n.kids[i-1].name == "w:tbl" && n.kids[i].name != "w:p" {
				t.Errorf("%s: %s stands behind a table", name, n.kids[i].name)
			}
		}
		switch n.name {
		case "w:tbl":
			columns := len(n.at("w:tblGrid").kids)
			rows := 0
			for _, row := range n.kids {
				if row.name != "w:tr" {
					continue
				}
				rows++
				got := 0
				for _, c := range row.kids {
					if c.name != "w:tc" {
						continue
					}
					span := 1
					if v := c.at("w:tcPr", "w:gridSpan").attr["w:val"]; v != "" {
						span = int(v[0] - '0')
					}
					got += span
				}
				if got != columns {
					t.Errorf("%s: a row has %d of %d columns", name, got, columns)
				}
			}
			if rows == 0 || columns == 0 {
				t.Errorf("%s: a table is empty", name)
			}
		case "w:tc":
			if last := n.kids[len(n.kids)-1]; last.name != "w:p" {
				t.Errorf("%s: a cell ends with %s", name, last.name)
			}
		}
	})
}
