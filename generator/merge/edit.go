package merge

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// negotiated is an edit with the block that it changes.
type negotiated struct {
	*project.Edit
	target doc.Block
}

// edit puts what was negotiated in place of the words of the library. The places
// of all edits are found before any is made, so that none moves another.
func (m *merger) edit(d *doc.Document) {
	var all []negotiated
	for _, e := range m.in.Plan.Edits {
		target := m.target(d.Blocks, e)
		if target == nil {
			m.found.Add(m.editFinding(e, "EDIT-TARGET", editPlace(e),
				diag.T("the contract has no %s whose words could be changed", "계약에 문구를 고칠 자리가 없습니다: %s", e.Target()),
				diag.T("name a sub-clause or a paragraph of the article as it now is; words in tables and lists are changed in a template of your own",
					"현재 조항에 있는 항·호·목 또는 문단을 지정하십시오. 표나 목록 안의 문구는 서식을 따로 두어 고칩니다")))
			continue
		}
		all = append(all, negotiated{e, target})
	}
	slices.Reverse(all) // of several that add behind one place, the first comes first
	for _, does := range []string{project.EditAdd, project.EditReplace, project.EditRemove} {
		for _, n := range all {
			if n.Does() == does {
				m.apply(d, n)
			}
		}
	}
}

// apply makes one edit. What stood below something that was removed is gone with
// it.
func (m *merger) apply(d *doc.Document, n negotiated) {
	at := slices.Index(d.Blocks, n.target)
	if at < 0 {
		return
	}
	behind := at + 1 + below(d.Blocks[at+1:], n.target)
	if n.Does() == project.EditRemove {
		takeOut(d, at, behind, n.Path)
		return
	}
	text, anchor := m.editText(n.Edit)
	switch {
	case text == nil:
	case n.Does() == project.EditAdd:
		d.Blocks = slices.Insert(d.Blocks, behind, like(n.target, m.editOrigin(n.Edit), anchor, text))
	default:
		if anchor == "" {
			anchor = anchorOf(n.target)
		}
		d.Blocks[at] = like(n.target, m.editOrigin(n.Edit), anchor, text)
	}
}

// takeOut removes blocks and remembers the anchors that went with them.
func takeOut(d *doc.Document, from, to int, path string) {
	if d.Removed == nil {
		d.Removed = map[string]string{}
	}
	for _, b := range d.Blocks[from:to] {
		if a := anchorOf(b); a != "" {
			d.Removed[a] = path
		}
	}
	d.Blocks = slices.Delete(d.Blocks, from, to)
}

// target finds the sub-clause or paragraph that an edit names.
func (m *merger) target(blocks []doc.Block, e *project.Edit) doc.Block {
	steps := e.Steps()
	var path []int
	paragraphs := int64(0)
	for _, b := range m.ofArticle(blocks, e.Article) {
		if a := anchorOf(b); e.Anchor != "" && a == e.Article+"."+e.Anchor {
			return b
		}
		switch b := b.(type) {
		case *doc.Clause:
			for len(path) < b.Depth {
				path = append(path, 0)
			}
			path = path[:b.Depth]
			path[b.Depth-1]++
			if e.Clause != "" && slices.Equal(path, steps) {
				return b
			}
		case *doc.Paragraph:
			paragraphs++
			if e.Paragraph == paragraphs {
				return b
			}
		}
	}
	return nil
}

// ofArticle returns the blocks of an article or exhibit, without its heading, or
// those of a section without a number.
func (m *merger) ofArticle(blocks []doc.Block, slot string) []doc.Block {
	for i, b := range blocks {
		if h, ok := b.(*doc.Heading); ok && h.Anchor == slot && (h.Kind == doc.ArticleHeading || h.Kind == doc.ExhibitHeading) {
			return blocks[i+1 : i+1+untilHeading(blocks[i+1:], h.Level)]
		}
	}
	var out []doc.Block
	for _, b := range blocks {
		if b.From().Template.File == m.in.Plan.Article(slot).Option.File.Path {
			out = append(out, b)
		}
	}
	return out
}

// untilHeading counts the blocks before the next heading that ends one of the
// level.
func untilHeading(blocks []doc.Block, level int) int {
	for i, b := range blocks {
		if h, ok := b.(*doc.Heading); ok && (h.Kind != doc.SectionHeading || h.Level <= level) {
			return i
		}
	}
	return len(blocks)
}

// below counts the sub-clauses that stand below a block.
func below(blocks []doc.Block, b doc.Block) int {
	c, ok := b.(*doc.Clause)
	if !ok {
		return 0
	}
	for i, next := range blocks {
		if n, ok := next.(*doc.Clause); !ok || n.Depth <= c.Depth {
			return i
		}
	}
	return len(blocks)
}

func anchorOf(b doc.Block) string {
	switch b := b.(type) {
	case *doc.Clause:
		return b.Anchor
	case *doc.Paragraph:
		return b.Anchor
	}
	return ""
}

// like returns a block of the kind of another with other words.
func like(b doc.Block, from doc.Origin, anchor string, text []doc.Inline) doc.Block {
	switch b := b.(type) {
	case *doc.Clause:
		return &doc.Clause{Origin: from, Depth: b.Depth, Anchor: anchor, Text: text}
	case *doc.Paragraph:
		return &doc.Paragraph{Origin: from, Style: b.Style, Anchor: anchor, Text: text}
	}
	return b
}

// editText fills the words of an edit in the language of the document, and
// returns them with the anchor that they begin with. It returns nil if there are
// none.
func (m *merger) editText(e *project.Edit) ([]doc.Inline, string) {
	text := e.Text.In(m.in.Lang)
	if text == "" {
		return nil, ""
	}
	at := m.editOrigin(e).Path
	before := len(m.found)
	m.scope = append(m.scope, m.in.Plan.Article(e.Article))
	filled := m.fillSection(at, strings.TrimSpace(text), at, m.in.Context)
	m.scope = m.scope[:len(m.scope)-1]
	d, found := doc.Parse(m.filledText(filled), doc.Document{Lang: m.in.Lang})
	m.found.Add(found...)
	failed := len(m.found) > before
	for i := before; i < len(m.found); i++ {
		m.atEdit(&m.found[i], at)
	}
	if len(d.Blocks) == 1 {
		if p, ok := d.Blocks[0].(*doc.Paragraph); ok {
			for i := range p.Text {
				p.Text[i].Template = diag.Place{}
				if p.Text[i].Path == "" {
					p.Text[i].Path = at
				}
			}
			return p.Text, p.Anchor
		}
	}
	if !failed {
		m.found.Add(m.editFinding(e, "EDIT-TEXT", at,
			diag.T("the words of an edit of %s are not one paragraph", "%s 자리의 새 문구가 한 문단이 아닙니다", e.Target()),
			diag.T("write one paragraph without a number, a list or a table; make an edit of each sub-clause", "번호, 목록, 표 없이 한 문단으로 쓰고 항·호·목마다 수정 항목을 따로 두십시오")))
	}
	return nil, ""
}

// atEdit moves a finding about the words of an edit to the project file.
func (m *merger) atEdit(f *diag.Finding, path string) {
	if f.Template.File != path {
		return
	}
	if f.Path == "" {
		f.Path, f.Place = path, m.in.Project.File.Place(path)
	}
	f.Template = diag.Place{}
}

func (m *merger) editOrigin(e *project.Edit) doc.Origin {
	return doc.Origin{Path: source.Child(source.Child(e.Path, "text"), string(m.in.Lang))}
}

// editPlace returns the path of what names the place that an edit changes.
func editPlace(e *project.Edit) string {
	switch {
	case e.Anchor != "":
		return source.Child(e.Path, "anchor")
	case e.Clause != "":
		return source.Child(e.Path, "clause")
	}
	return source.Child(e.Path, "paragraph")
}

func (m *merger) editFinding(e *project.Edit, code, path string, message, fix diag.Text) diag.Finding {
	return diag.Finding{
		Code: code, Severity: diag.Blocking, Path: path, Place: m.in.Project.File.Place(path), Message: message, Fix: fix,
		Why: diag.T("the contract would not say what was agreed", "계약서가 합의한 내용과 달라집니다"),
	}
}
