package merge

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// Words are the words of the locales: what a code of the project file is called
// in a document. The first key is a group, as in result_type, the second the
// code.
type Words map[string]map[string]diag.Text

// In returns the word for a code, and whether there is one.
func (w Words) In(group, code string) (diag.Text, bool) {
	t, ok := w[group][code]
	return t, ok
}

// LoadWords reads locales/words.yaml of the template layers.
func LoadWords(layers library.Layers) (Words, diag.List, error) {
	file, err := layers.Read("locales/words.yaml")
	if err != nil {
		return nil, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	found = atTemplate(found)
	if f == nil || f.Root == nil {
		return nil, found, nil
	}
	words := Words{}
	for _, group := range f.Root.Entries {
		words[group.Key] = map[string]diag.Text{}
		for _, e := range group.Value.Entries {
			t := diag.Text{EN: word(e.Value.Get("en")), KO: word(e.Value.Get("ko"))}
			if t.EN == "" || t.KO == "" {
				found.Add(wordFinding(e.KeyPlace, group.Key+"."+e.Key))
			}
			words[group.Key][e.Key] = t
		}
	}
	return words, found, nil
}

// LoadTerms reads locales/terms.yaml: the locked glossary.
func LoadTerms(layers library.Layers) (doc.Glossary, diag.List, error) {
	file, err := layers.Read("locales/terms.yaml")
	if err != nil {
		return nil, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	found = atTemplate(found)
	if f == nil || f.Root == nil {
		return nil, found, nil
	}
	var rows []struct {
		source.At
		Key string `yaml:"key"`
		EN  string `yaml:"en"`
		KO  string `yaml:"ko"`

		Avoid []string `yaml:"avoid"`
	}
	found.Add(atTemplate(source.Into(f, f.Root, &rows, source.Strict))...)
	var terms doc.Glossary
	for _, r := range rows {
		if r.Key == "" || r.EN == "" || r.KO == "" {
			found.Add(wordFinding(r.Place, r.Key))
		}
		terms = append(terms, doc.Term{Key: r.Key, EN: r.EN, KO: r.KO, Avoid: r.Avoid})
	}
	return terms, found, nil
}

// word returns what one entry says; null and ~ say nothing.
func word(v *source.Value) string {
	if v == nil || v.Kind == source.Null {
		return ""
	}
	return strings.TrimSpace(v.Text)
}

func wordFinding(at diag.Place, name string) diag.Finding {
	return diag.Finding{
		Code: "LIB-WORD", Severity: diag.Blocking, Template: at,
		Message: diag.T("the word %q is not given in both languages", "%q 낱말이 두 언어로 모두 적혀 있지 않습니다", name),
		Fix:     diag.T("write it as {en: …, ko: …}", "{en: …, ko: …} 형식으로 쓰십시오"),
	}
}

// atTemplate moves the places of findings about a file of the locales to the
// template side, since the user's own data is not what is wrong.
func atTemplate(found diag.List) diag.List {
	for i := range found {
		found[i].Template, found[i].Place = found[i].Place, diag.Place{}
	}
	return found
}
