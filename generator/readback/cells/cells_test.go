package cells

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// part is one part of a file.
type part struct{ name, text string }

func pack(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Parts of a workbook of one sheet.
var (
	root = part{"_rels/.rels", `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`}
	rels = part{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="/xl/worksheets/a.xml"/>` +
		`<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`}
	main = part{"xl/workbook.xml", `<workbook xmlns:r="urn:r"><sheets><sheet name="Budget &amp; more" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
		`<definedName name="One">'Budget &amp; more'!$B$2</definedName><definedName name="Many">Plain!$A$6:$C$9</definedName>` +
		`<definedName name="Local" localSheetId="0">Plain!$A$1</definedName><definedName name="Sum">SUM(1,2)</definedName></definedNames></workbook>`}
	shared = part{"xl/sharedStrings.xml", `<sst><si><t>인건비</t><rPh sb="0"><t>reading</t></rPh></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></si></sst>`}
)

func sheetOf(cells string) part {
	return part{"xl/worksheets/a.xml", `<worksheet><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`}
}

func TestRead(t *testing.T) {
	b, err := Read(pack(t, root, rels, main, shared, sheetOf(
		`<c r="A1"><v>320000000</v></c><c r="B1" t="n"><f>SUM(A1)</f><v>3.2E8</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c>`+
			`<c r="E1" t="inlineStr"><is><t>P&lt;1</t></is></c><c r="F1" t="str"><f>B2</f><v>x</v></c><c r="G1" t="b"><v>1</v></c>`+
			`<c r="H1" t="e"><v>#REF!</v></c><c r="I1" s="4"/><c r="XFD1048576"><v>1</v></c>`)))
	if err != nil {
		t.Fatal(err)
	}
	got := b.Sheet("Budget & more").Cells
	for at, want := range map[string]Cell{
		"A1": {Number, "320000000", false}, "B1": {Number, "3.2E8", true}, "C1": {Text, "인건비", false}, "D1": {Text, "a b", false},
		"E1": {Text, "P<1", false}, "F1": {Text, "x", true}, "G1": {Truth, "1", false}, "H1": {Fault, "#REF!", false}, "I1": {},
		"XFD1048576": {Number, "1", false},
	} {
		ref, ok := parseRef(at)
		if !ok || ref.String() != at || got[ref] != want {
			t.Errorf("%s is %+v, want %+v", at, got[ref], want)
		}
	}
	if len(got) != 9 {
		t.Errorf("%d cells", len(got))
	}
	if r := b.Names["One"]; r.Sheet != "Budget & more" || r.From.String() != "B2" || r.To != r.From {
		t.Errorf("One is %v", r)
	}
	if r := b.Names["Many"]; r.From.String() != "A6" || r.To.String() != "C9" || len(b.Names) != 2 {
		t.Errorf("Many is %v of %v", r, b.Names)
	}
}

func TestRefused(t *testing.T) {
	good := sheetOf(`<c r="A1"><v>1</v></c>`)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":             {nil, ErrDamaged},
		"another format":      {[]byte("%PDF-1.7"), ErrDamaged},
		"no workbook":         {pack(t, root), ErrDamaged},
		"no sheet":            {pack(t, root, rels, main, shared), ErrDamaged},
		"a part twice":        {pack(t, root, rels, main, shared, good, good), ErrDamaged},
		"a cell twice":        {pack(t, root, rels, main, shared, sheetOf(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`)), ErrDamaged},
		"no place":            {pack(t, root, rels, main, shared, sheetOf(`<c><v>1</v></c>`)), ErrDamaged},
		"outside":             {pack(t, root, rels, main, shared, sheetOf(`<c r="ZZZ1"><v>1</v></c>`)), ErrDamaged},
		"an unknown type":     {pack(t, root, rels, main, shared, sheetOf(`<c r="A1" t="q"><v>1</v></c>`)), ErrDamaged},
		"no such text":        {pack(t, root, rels, main, shared, sheetOf(`<c r="A1" t="s"><v>7</v></c>`)), ErrDamaged},
		"cut":                 {pack(t, root, rels, main, shared, part{"xl/worksheets/a.xml", `<worksheet><c r="A1"><v>1`}), ErrDamaged},
		"an entity":           {pack(t, root, rels, main, shared, part{"xl/worksheets/a.xml", `<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>`}), ErrDamaged},
		"deep":                {pack(t, root, rels, main, shared, part{"xl/worksheets/a.xml", strings.Repeat("<a>", 1_000)}), ErrDamaged},
		"two sheets, a name":  {pack(t, root, rels, part{main.name, strings.Replace(main.text, "<sheets>", `<sheets><sheet name="Budget &amp; more"/>`, 1)}, shared, good), ErrDamaged},
		"a long text":         {pack(t, root, rels, main, shared, sheetOf(`<c r="A1" t="str"><v>`+strings.Repeat("x", maxText+1)+`</v></c>`)), ErrTooLarge},
		"a large part":        {pack(t, root, rels, main, shared, part{"xl/worksheets/a.xml", strings.Repeat(" ", maxPart+1)}), ErrTooLarge},
		"more parts than any": {pack(t, make([]part, maxParts+1)...), ErrTooLarge},
		"too large":           {make([]byte, maxFile+1), ErrTooLarge},
	} {
		if _, err := Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestRefs(t *testing.T) {
	for _, bad := range []string{"", "A", "1", "A0", "A01", "a1", "AAAA1", "XFE1", "A1048577", "A99999999", "A1B", "$A$1"} {
		if r, ok := parseRef(bad); ok {
			t.Errorf("%q is read as %v", bad, r)
		}
	}
	for _, bad := range []string{"", "A1", "Plain!", "Plain!A1:", "Plain!B2:A1", "Plain!A1:B2:C3", "SUM(A1)"} {
		if r, ok := parseRange(bad); ok {
			t.Errorf("%q is read as %v", bad, r)
		}
	}
}
