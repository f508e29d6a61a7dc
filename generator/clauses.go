package generator

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
	"pactwright/templates"
)

// ClauseOption is one way of filling an article: an option of its own, or a
// choice within one.
type ClauseOption struct {
	Article string // of the clause catalogue: A22
	Code    string // OWN-JOINT-FIXED; empty if the catalogue has none
	Where   string // ownership/joint-fixed, joint-exploitation/own-use-free own_use: free
	Default bool
	Rank    string // preferred, fallback, approval; empty of a choice
	Title   diag.Text
}

// ClauseOptions lists every option of the clause library in the order of the
// contract.
func ClauseOptions() ([]ClauseOption, error) {
	layers := library.Layers{{Name: builtIn, FS: templates.Files}}
	options, err := allOptions(layers)
	if err != nil {
		return nil, err
	}
	var out []ClauseOption
	for _, o := range options {
		article, code, _ := strings.Cut(o.Head.Code, " ")
		out = append(out, ClauseOption{Article: article, Code: code, Where: o.ID(), Default: o.Head.Default, Rank: o.Head.Rank, Title: listedTitle(o.Head)})
		for _, p := range o.Head.Params {
			for _, c := range p.Choices {
				if c.Code == "" {
					continue
				}
				out = append(out, ClauseOption{
					Article: article, Code: c.Code, Where: o.ID() + " " + p.Name + ": " + c.Value,
					Default: p.Default != nil && p.Default.Text == c.Value, Title: c.Label.Diag(),
				})
			}
		}
	}
	return out, nil
}

// listedTitle is the title of the article with what tells the option from the
// others of it.
func listedTitle(h library.Head) diag.Text {
	if h.Label.EN == "" {
		return h.Title.Diag()
	}
	return diag.T("%s: %s", "%s: %s", h.Title.Diag(), h.Label.Diag())
}

// allOptions returns the options of all articles in the order of the contract.
func allOptions(layers library.Layers) ([]*library.Option, error) {
	typ, _, err := layers.Document("agreement")
	if err != nil {
		return nil, err
	}
	var out []*library.Option
	for _, slot := range typ.Slots() {
		options, _, err := layers.Options(slot)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(options, func(a, b *library.Option) int { return order(b.Head.Default) - order(a.Head.Default) })
		out = append(out, options...)
	}
	return out, nil
}

func order(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// ClauseText returns the file of a clause option as it is written, or nil and
// the nearest name.
func ClauseText(id string) (text []byte, near string, err error) {
	layers := library.Layers{{Name: builtIn, FS: templates.Files}}
	options, err := allOptions(layers)
	if err != nil {
		return nil, "", err
	}
	var known []string
	for _, o := range options {
		if o.ID() == id {
			return o.File.Data, "", nil
		}
		known = append(known, o.ID())
	}
	return nil, source.Suggest(id, known), nil
}
