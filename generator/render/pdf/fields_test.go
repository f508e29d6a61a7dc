package pdf

import (
	"bytes"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestSignatureFields: the field of a line stands on that line, the field of a
// signer whose line has a value is the square for the seal, who signs twice has two
// names, and a block without a signer has no field.
func TestSignatureFields(t *testing.T) {
	lines := []doc.SignatureLine{signLine("Name:", "Kim Seo-yeon"), signLine("By:", ""), signLine("Date:", "")}
	r := resolved(doc.Document{Lang: diag.English, Style: "contract", Title: "Contract", Blocks: []doc.Block{
		&doc.Paragraph{Text: say("Signed by:")},
		&doc.Signatures{Blocks: []doc.SignatureBlock{
			{Heading: say("Foundation"), Lines: lines, Signer: "KR1-1", Sign: 1},
			{Heading: say("Institute"), Lines: lines},
		}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("Foundation"), Seal: "Seal", Lines: lines, Signer: "KR1-1", Sign: 0}}},
	}})
	l := lay(t, r)
	page := l.Pages[0]
	if len(page.Fields) != 2 {
		t.Fatalf("there are %d fields", len(page.Fields))
	}
	onLine := false
	for _, k := range page.Rules {
		f := page.Fields[0]
		onLine = onLine || k.Y1 == f.Y+f.H && k.X1 == f.X && k.X2 == f.X+f.W
	}
	if f := page.Fields[0]; !onLine || f.Name != "sig-KR1-1" || f.H < 1500 || f.Label != "Foundation By:" {
		t.Errorf("the first field is %+v", f)
	}
	if f := page.Fields[1]; f.W != sealSize || f.H != sealSize || f.Name != "sig-KR1-1-2" {
		t.Errorf("the second field is %+v", f)
	}
	placed := l.Fields()
	if len(placed) != 2 || placed[1].Signer != "KR1-1" || placed[1].Page != 1 {
		t.Fatalf("placed are %+v", placed)
	}
	f := page.Fields[0]
	if got, want := placed[0].Rectangle, [4]string{pt(f.X), pt(l.Height - f.Y - f.H), pt(f.X + f.W), pt(l.Height - f.Y)}; got != want {
		t.Errorf("the rectangle is %v, want %v", got, want)
	}
	out := renderAs(t, r, Archive1b)
	if !bytes.Contains(out, []byte("/FT /Sig /T (sig-KR1-1) ")) || bytes.Contains(out, []byte("/V ")) {
		t.Error("the file has no empty field of that name")
	}
}
