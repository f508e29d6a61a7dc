package merge

import (
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
	if f == nil || f.Root == nil {
		return nil, found, nil
	}
	words := Words{}
	for _, group := range f.Root.Entries {
		words[group.Key] = map[string]diag.Text{}
		for _, e := range group.Value.Entries {
			t := diag.Text{}
			if en := e.Value.Get("en"); en != nil {
				t.EN = en.Text
			}
			if ko := e.Value.Get("ko"); ko != nil {
				t.KO = ko.Text
			}
			if t.EN == "" || t.KO == "" {
				found.Add(diag.Finding{
					Code: "LIB-WORD", Severity: diag.Blocking, Template: e.KeyPlace,
					Message: diag.T("the word %s.%s is not given in both languages", "%s.%s 낱말이 두 언어로 모두 적혀 있지 않습니다", group.Key, e.Key),
					Fix:     diag.T("write it as {en: …, ko: …}", "{en: …, ko: …} 형식으로 쓰십시오"),
				})
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
	if f == nil || f.Root == nil {
		return nil, found, nil
	}
	var rows []struct {
		Key string `yaml:"key"`
		EN  string `yaml:"en"`
		KO  string `yaml:"ko"`
	}
	found.Add(source.Into(f, f.Root, &rows, source.Strict)...)
	var terms doc.Glossary
	for _, r := range rows {
		terms = append(terms, doc.Term{Key: r.Key, EN: r.EN, KO: r.KO})
	}
	return terms, found, nil
}
