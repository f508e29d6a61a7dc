package project_test

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// What is said of a signed paper fits what is said of the letter and of those
// who may sign.
func TestReceived(t *testing.T) {
	const head = `parties:
  - {id: KR1, role: lead, signatories: [{name: {en: Hong Gildong, ko: 홍길동}}]}
  - {id: US1, role: overseas, signatories: [{name: {en: Robin T. Template}}, {name: {en: "MIHON Kenji", native: 見本 健二}}]}
  - {id: JP1, role: overseas}
letters: [{id: L1, party: US1, date: 2024-05-14}, {id: L2, party: JP1, date: 2024-05-14}]
agreements: [{id: a1, parties: [KR1, US1]}]
received:
`
	for _, tt := range []struct{ name, received, want string }{
		{"same day, with title", "{for: L1, file: a.pdf, date: 2024-05-14, signer: 'robin t template, Assistant Director'}", ""},
		{"native name", "{for: L1, file: a.pdf, date: 2024-05-20, signer: '見本 健二, 副社長'}", ""},
		{"nobody named", "{for: L1, file: a.pdf, date: 2024-05-20}", ""},
		{"no signatory to compare with", "{for: L2, file: a.pdf, date: 2024-05-20, signer: Somebody}", ""},
		{"either party of a contract", "{for: a1, file: a.pdf, date: 2024-05-20, signer: 홍길동}", ""},
		{"no letter", "{for: ethics_approval, file: a.pdf, date: 2020-01-01, signer: The Board}", ""},
		{"a day early", "{for: L1, file: a.pdf, date: 2024-05-13, signer: Robin T. Template}", "RECV-DATE unmet received[0].date"},
		{"another person", "{for: L1, file: a.pdf, date: 2024-05-14, signer: Hong Gildong}", "RECV-SIGNER warning received[0].signer"},
		{"a longer name", "{for: L1, file: a.pdf, date: 2024-05-14, signer: MIHON Kenjiro}", "RECV-SIGNER warning received[0].signer"},
		{"nobody of the contract", "{for: a1, file: a.pdf, date: 2024-05-14, signer: Nobody}", "RECV-SIGNER warning received[0].signer"},
	} {
		_, found := load(t, "received.yaml", []byte(head+"  - "+tt.received+"\n"))
		var got []string
		for _, f := range found {
			if strings.HasPrefix(f.Code, "RECV-") {
				got = append(got, f.Code+" "+f.Severity.String()+" "+f.Path)
				if f.Message.KO == "" || f.Why.IsZero() || f.Fix.IsZero() || f.Place == (diag.Place{}) {
					t.Errorf("%s: %+v", tt.name, f)
				}
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %v, want %q", tt.name, got, tt.want)
		}
	}
	if _, found := load(t, "received.yaml", []byte("received: [{for: a, file: a.pdf, date: 2024-05-20, sha256: abc}]")); !has(found, "YAML-FORMAT", "received[0].sha256") {
		t.Errorf("a hash of three digits: %v", found)
	}
}

func has(found diag.List, code, path string) bool {
	for _, f := range found {
		if f.Code == code && f.Path == path {
			return true
		}
	}
	return false
}
