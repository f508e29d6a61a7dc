package merge

import (
	"maps"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// Phrasebook is a file of phrases in both languages, by key. The files of all
// layers are read over one another: a stronger layer changes the phrases that it
// names, in the languages that it gives, and leaves the others.
type Phrasebook struct {
	Files   []library.File // the strongest first
	Added   []Said         // keys that a stronger layer has and no weaker one
	phrases map[string]*phrase
}

// Said is a text with the place where it stands.
type Said struct {
	Text string
	At   diag.Place
}

// phrase is one entry in both languages.
type phrase struct{ en, ko Said }

// LoadPhrasebook reads a file of phrases from the template layers.
func LoadPhrasebook(layers library.Layers, name string) (Phrasebook, diag.List, error) {
	b := Phrasebook{phrases: map[string]*phrase{}}
	var err error
	if b.Files, err = layers.All(name); err != nil {
		return b, nil, err
	}
	var found diag.List
	for i := len(b.Files) - 1; i >= 0; i-- {
		found.Add(b.read(b.Files[i], i == len(b.Files)-1)...)
	}
	return b, found, nil
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
