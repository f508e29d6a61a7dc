package merge

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// Phrasebook is a file of phrases in both languages, by key. The files of all
// layers are read over one another: a stronger layer changes the phrases that it
// names, in the languages that it gives, and leaves the others.
type Phrasebook struct {
	Added   []Said // keys that a stronger layer has and no weaker one
	phrases map[string]*phrase
}

// Said is a text with the place where it stands.
type Said struct {
	Text string
	At   diag.Place
}

// phrase is one entry in both languages.
type phrase struct{ en, ko Said }

// ReadPhrasebook reads the files of phrases of some layers, the strongest first.
func ReadPhrasebook(files []library.File) (Phrasebook, diag.List) {
	b := Phrasebook{phrases: map[string]*phrase{}}
	var found diag.List
	for i := len(files) - 1; i >= 0; i-- {
		found.Add(b.read(files[i], i == len(files)-1)...)
	}
	return b, found
}

// read lays one file over what is there.
func (b *Phrasebook) read(file library.File, weakest bool) diag.List {
	f, found := source.Decode(file.Path, file.Data)
	found = atTemplate(found)
	if f == nil || f.Root == nil {
		return found
	}
	texts := map[string]library.Text{}
	found.Add(atTemplate(source.Into(f, f.Root, &texts, source.Strict))...)
	for _, e := range f.Root.Entries {
		p := b.phrases[e.Key]
		if p == nil {
			p = &phrase{}
			b.phrases[e.Key] = p
			if !weakest {
				b.Added = append(b.Added, Said{e.Key, e.KeyPlace})
			}
		}
		p.en.change(e.Value.Get("en"))
		p.ko.change(e.Value.Get("ko"))
	}
	return found
}

// change takes over what a stronger layer says.
func (s *Said) change(v *source.Value) {
	if text := word(v); text != "" {
		*s = Said{text, v.Place}
	}
}

// Keys returns the keys of all phrases, sorted.
func (b Phrasebook) Keys() []string { return slices.Sorted(maps.Keys(b.phrases)) }

// YAML writes the phrases as one file that says what they are.
func (b Phrasebook) YAML(remark string) []byte {
	var out bytes.Buffer
	out.WriteString("# " + remark + "\n")
	for _, key := range b.Keys() {
		p := b.phrases[key]
		var texts []string
		for _, said := range []struct{ lang, text string }{{"en", p.en.Text}, {"ko", p.ko.Text}} {
			if said.text != "" {
				texts = append(texts, said.lang+": "+quoted(said.text))
			}
		}
		out.WriteString(quoted(key) + ": {" + strings.Join(texts, ", ") + "}\n")
	}
	return out.Bytes()
}

// quoted writes a text in quotes as JSON does, which YAML reads in the same way.
func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		return `""` // no text makes this happen
	}
	return string(data)
}

// Fill fills the phrases of some keys in both languages.
func (b Phrasebook) Fill(in Input, g doc.Glossary, keys ...string) (map[string]diag.Text, diag.List) {
	in.Lang = diag.English
	en := NewPhrases(in, g)
	in.Lang = diag.Korean
	ko := NewPhrases(in, g)
	var found diag.List
	fill := func(p *Phrases, s Said) string {
		text, list := p.Fill(s.Text, s.At)
		found.Add(list...)
		return text
	}
	out := make(map[string]diag.Text, len(keys))
	for _, key := range keys {
		if p := b.phrases[key]; p != nil {
			out[key] = diag.Text{EN: fill(en, p.en), KO: fill(ko, p.ko)}
		}
	}
	return out, found
}
