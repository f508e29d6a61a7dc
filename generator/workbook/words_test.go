package workbook

import (
	"os"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
)

// bundled reads the words that are shipped.
func bundled(t testing.TB) Words {
	t.Helper()
	files, err := library.Layers{{Name: "built in", FS: os.DirFS("../../templates")}}.All("documents/budget/words.yaml")
	if err != nil {
		t.Fatal(err)
	}
	book, found := merge.ReadPhrasebook(files)
	words, more := book.Fill(merge.Input{Project: &project.Project{Grant: moneytest.Currency("KRW")}, Context: merge.Notes{
		Unit: diag.Text{EN: "Unit: KRW", KO: "단위: 원"}, Money: diag.Text{EN: "KRW", KO: "원"},
	}}, nil, book.Keys()...)
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
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
