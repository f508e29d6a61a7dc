package html

import (
	"html"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// block writes a block in a language.
func (w *writer) block(b doc.Block, lang diag.Lang) {
	if c, ok := b.(*doc.Clause); ok {
		w.clause(c, lang)
		return
	}
	w.close(0)
	switch b := b.(type) {
	case *doc.Heading:
		w.heading(b, lang)
	case *doc.Paragraph:
		w.paragraph(b, lang)
	case *doc.List:
		w.list(b, lang)
	case *doc.Table:
		w.table(b)
	case *doc.KeyValue:
		w.keyValue(b)
	case *doc.Signatures:
		w.signatures(b)
	case *doc.Notice:
		w.notice(b, lang)
	case *doc.Figure:
		w.figure(b)
	case *doc.PageBreak:
		w.raw("<hr>\n")
	case *doc.Columns:
		w.columns(b, lang)
	}
}

// heading writes a heading: the title is the only one of the first level.
func (w *writer) heading(b *doc.Heading, lang diag.Lang) {
	tag := "h" + itoa(min(b.Level+1, 6))
	w.raw("<" + tag + id(b.Anchor) + w.language(lang) + ">")
	w.text(b.Text)
	w.raw("</" + tag + ">\n")
}

func (w *writer) paragraph(b *doc.Paragraph, lang diag.Lang) {
	class := ""
	if b.Style != doc.Body {
		class = ` class="` + attribute(string(b.Style)) + `"`
	}
	w.raw("<p" + id(b.Anchor) + class + w.language(lang) + ">")
	w.text(b.Text)
	w.raw("</p>\n")
}

// clause writes a numbered sub-clause in a list of its depth. The number is part
// of the text, since it is part of the contract.
func (w *writer) clause(b *doc.Clause, lang diag.Lang) {
	w.close(b.Depth)
	for w.lists < b.Depth {
		w.raw("<ul class=\"clauses\">\n")
		w.lists++
		if w.lists < b.Depth { // a list may hold nothing but items
			w.raw("<li>\n")
		}
	}
	w.raw("<li" + id(b.Anchor) + w.language(lang) + ">")
	if b.Number != "" {
		w.raw(`<span class="number">` + html.EscapeString(b.Number) + "</span> ")
	}
	w.text(b.Text)
	w.raw("\n")
}

// close closes the items and lists that are open, down to an item of the depth.
func (w *writer) close(depth int) {
	for w.lists > depth {
		w.raw("</li>\n</ul>\n")
		w.lists--
	}
	if depth > 0 && w.lists == depth {
		w.raw("</li>\n")
	}
}

func (w *writer) list(b *doc.List, lang diag.Lang) {
	tag, start := "ul", ""
	if b.Ordered {
		tag, start = "ol", ` start="`+itoa(b.Before+1)+`"`
	}
	w.raw("<" + tag + start + w.language(lang) + ">\n")
	for _, item := range b.Items {
		w.raw("<li>")
		w.text(item)
		w.raw("</li>\n")
	}
	w.raw("</" + tag + ">\n")
}

func (w *writer) table(b *doc.Table) {
	w.raw("<div class=\"wide\" tabindex=\"0\" role=\"group\">\n<table>\n<thead>\n<tr>")
	for i, c := range b.Head {
		w.cell("th scope=\"col\"", "th", alignOf(b, i), c)
	}
	w.raw("</tr>\n</thead>\n<tbody>\n")
	for i, row := range b.Rows {
		total := ""
		if b.Total && i == len(b.Rows)-1 {
			total = ` class="total"`
		}
		w.raw("<tr" + total + ">")
		for j, c := range row {
			w.cell("td", "td", alignOf(b, j), c)
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody>\n</table>\n</div>\n")
}

func (w *writer) cell(open, close string, align doc.Align, c doc.Cell) {
	class := map[doc.Align]string{doc.AlignRight: ` class="right"`, doc.AlignCenter: ` class="center"`}[align]
	w.raw("<" + open + class + ">")
	w.text(c)
	w.raw("</" + close + ">")
}

func (w *writer) keyValue(b *doc.KeyValue) {
	w.raw("<table class=\"terms\">\n<tbody>\n")
	for _, row := range b.Rows {
		w.raw("<tr>")
		w.cell("th scope=\"row\"", "th", doc.AlignLeft, row.Key)
		w.cell("td", "td", doc.AlignLeft, row.Value)
		w.raw("</tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
}

func (w *writer) signatures(b *doc.Signatures) {
	for _, s := range b.Blocks {
		w.raw("<table class=\"terms\">\n<caption>")
		w.text(s.Heading)
		w.raw("</caption>\n<tbody>\n")
		for _, l := range s.Lines {
			w.raw("<tr>")
			w.cell("th scope=\"row\"", "th", doc.AlignLeft, l.Label)
			w.cell("td", "td", doc.AlignLeft, l.Value)
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		if s.Seal != "" {
			w.raw(`<p class="seal">` + html.EscapeString(s.Seal) + "</p>\n")
		}
	}
}

func (w *writer) notice(b *doc.Notice, lang diag.Lang) {
	w.raw(`<aside class="notice ` + attribute(string(b.Kind)) + `"` + w.language(lang) + ">\n")
	if len(b.Title) > 0 {
		w.raw("<p><strong>")
		w.text(b.Title)
		w.raw("</strong></p>\n")
	}
	for _, p := range b.Body {
		w.raw("<p>")
		w.text(p)
		w.raw("</p>\n")
	}
	w.raw("</aside>\n")
}

// figure writes what a chart shows in words.
func (w *writer) figure(b *doc.Figure) {
	w.raw("<figure>\n<figcaption>")
	w.text(b.Title)
	w.raw("</figcaption>\n<p>")
	w.text(b.Alt)
	w.raw("</p>\n</figure>\n")
}

// columns writes two blocks one below the other; on a wide screen they stand side
// by side.
func (w *writer) columns(b *doc.Columns, lang diag.Lang) {
	right := lang
	if second := w.doc.Second(); second != "" {
		right = second
	}
	w.raw("<div class=\"columns\">\n<div>\n")
	w.block(b.Left, lang)
	w.close(0)
	w.raw("</div>\n<div>\n")
	w.block(b.Right, right)
	w.close(0)
	w.raw("</div>\n</div>\n")
}

// sheet is the style of all pages. Changes differ in their lines, not in colour
// alone, and so does print.
var sheet = strings.TrimLeft(`
body { margin: 0; background: #fff; color: #21252d; font: 1rem/1.6 Pretendard, "Noto Sans KR", "Malgun Gothic", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { color: #182c54; line-height: 1.3; margin: 2em 0 .6em; }
h1 { font-size: 1.9rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.12rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.4rem; font-size: .92rem; }
caption { text-align: left; font-weight: bold; padding: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid #d8dce4; overflow-wrap: anywhere; }
thead th { background: #e6ecf6; border-bottom: 2px solid #182c54; overflow-wrap: normal; }
.terms th { width: 11rem; background: #f3f6fb; }
.total td { font-weight: bold; border-top: 2px solid #182c54; }
.right { text-align: right; } .center { text-align: center; } .small { font-size: .85rem; color: #5a606c; }
.conspicuous { font-weight: bold; } .wide { overflow-x: auto; }
.clauses, .clauses ul { list-style: none; padding-left: 1.6rem; }
.number { font-weight: bold; }
.seal { display: inline-block; border: 1px solid #5a606c; padding: 1.6rem 2rem; }
.notice { border-left: .4rem solid #5a606c; background: #f3f4f6; padding: .6rem 1rem; margin: 1.2rem 0; }
.notice p { margin: .3rem 0; }
.good { border-color: #1e6e4e; background: #eef7f2; } .warning { border-color: #a85c00; background: #fdf5e6; } .bad { border-color: #b01c24; background: #fdf0f0; }
ins { color: #1446aa; text-decoration: underline double; text-underline-offset: .15em; }
del { color: #b01c24; text-decoration: line-through; }
mark { background: #fcecc8; color: inherit; }
a { color: #1e54aa; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
@media (max-width: 45rem) { .columns { grid-template-columns: 1fr; } }
@media print { main { max-width: none; padding: 0; } }
`, "\n")

func alignOf(b *doc.Table, column int) doc.Align {
	if column < len(b.Align) {
		return b.Align[column]
	}
	return doc.AlignLeft
}
