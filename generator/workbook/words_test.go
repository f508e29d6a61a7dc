package workbook

import (
	"os"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// bundled reads the words that are shipped.
func bundled(t testing.TB) Words {
	t.Helper()
	data, err := os.ReadFile("../../templates/documents/budget/words.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, found := source.Decode("words.yaml", data)
	if len(found) > 0 {
		t.Fatal(found)
	}
	words := Words{}
	for _, e := range file.Root.Entries {
		words[e.Key] = diag.Text{EN: e.Value.Get("en").Text, KO: e.Value.Get("ko").Text}
	}
	return words
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		text diag.Text
		want string
	}{
		{diag.Text{EN: "Government", KO: "정부지원"}, "정부지원 Government"},
		{diag.Text{EN: "KR1", KO: "KR1"}, "KR1"},
		{diag.Text{EN: "Maple"}, "Maple"},
		{diag.Text{KO: "단풍"}, "단풍"},
		{diag.Text{}, ""},
	} {
		if got := join(c.text, " "); got != c.want {
			t.Errorf("%+v: %q", c.text, got)
		}
	}
}
