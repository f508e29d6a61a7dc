package generator

import (
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/merge"
)

// TestSigningFoot: only copies that are signed say at their foot what is signed, and
// only in the languages that the head of the document type names.
func TestSigningFoot(t *testing.T) {
	s := &state{words: merge.Words{"foot": {"signing": {EN: "[Signature Page to {title}]", KO: "[「{title}」 서명면]"}}}}
	english, both := &library.DocumentType{SignPages: []string{"en"}}, &library.DocumentType{SignPages: []string{"en", "ko"}}
	for _, tt := range []struct {
		r    request
		lang diag.Lang
		want string
	}{
		{request{typ: english}, diag.English, "[Signature Page to A Title]"},
		{request{typ: english}, diag.Korean, ""},
		{request{typ: both}, diag.Korean, "[「A Title」 서명면]"},
		{request{typ: &library.DocumentType{}}, diag.English, ""},
		{request{typ: english, mark: "Annotated copy"}, diag.English, ""},
	} {
		if got := s.signingFoot(tt.r, tt.lang, "A Title"); got != tt.want {
			t.Errorf("%v in %s, marked %q: %q", tt.r.typ.SignPages, tt.lang, tt.r.mark, got)
		}
	}
}
