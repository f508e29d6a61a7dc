package doc

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// SideBySide makes one document of two languages of the same. Headings,
// sub-clauses, paragraphs, lists and notices stand in pairs as Columns, in
// order. Tables, key terms, figures and signatures run full width: a cell whose text or
// value is the same in both is printed once, any other in the left language and
// below it in the right. Anchors stay on the left side only, so that each names
// one place. Where the two do not match, a finding names both places, and the
// pairs go on with the next heading.
func SideBySide(left, right *Resolved) (*Resolved, diag.List) {
	out := &Resolved{Document: left.Document, second: right.Lang, references: left.references}
	out.Title = joined(left.Title, right.Title)
	out.Mark = joined(left.Mark, right.Mark)
	out.Footer = joined(left.Footer, right.Footer)
	out.Signing = left.Signing
	if out.Signing == "" {
		out.Signing = right.Signing
	}
	out.Contents = left.Contents || right.Contents
	out.Draft = left.Draft || right.Draft
	out.Across = left.Across
	out.Blocks = nil
	s := &pairing{left: left, right: right}
	l, r := sections(left.Blocks), sections(right.Blocks)
	for i := range max(len(l), len(r)) {
		if i >= len(l) || i >= len(r) {
			s.mismatch(sectionStart(l, i), sectionStart(r, i))
			break
		}
		s.section(l[i], r[i])
	}
	out.Blocks = s.out
	return out, s.found
}

// joined puts two short texts on one line, once if they are equal.
func joined(a, b string) string {
	if a == b || b == "" {
		return a
	}
	if a == "" {
		return b
	}
	return a + " / " + b
}

// pairing collects the blocks of a document in two languages.
type pairing struct {
	left, right *Resolved
	out         []Block
	found       diag.List
}

// sections cuts blocks before each heading.
func sections(blocks []Block) [][]Block {
	out := [][]Block{nil}
	for _, b := range blocks {
		if _, ok := b.(*Heading); ok {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], b)
	}
	return out
}

func sectionStart(sections [][]Block, i int) Block {
	if i < len(sections) {
		return blockAt(sections[i], 0)
	}
	return nil
}

func blockAt(blocks []Block, i int) Block {
	if i < len(blocks) {
		return blocks[i]
	}
	return nil
}

func (s *pairing) section(l, r []Block) {
	for i := range max(len(l), len(r)) {
		left, right := blockAt(l, i), blockAt(r, i)
		if pairs := pairItems(left, right); pairs != nil {
			s.out = append(s.out, pairs...)
			continue
		}
		pair := s.pair(left, right)
		if pair == nil {
			s.mismatch(left, right)
			return
		}
		s.out = append(s.out, pair)
	}
}

// pair makes one block of two, or returns nil if they are not alike.
func (s *pairing) pair(left, right Block) Block {
	switch l := left.(type) {
	case *Heading:
		if r, ok := right.(*Heading); ok && l.Kind == r.Kind && l.Level == r.Level {
			return beside(l, r)
		}
	case *Clause:
		if r, ok := right.(*Clause); ok && l.Depth == r.Depth {
			return beside(l, r)
		}
	case *Paragraph:
		if r, ok := right.(*Paragraph); ok && l.Style == r.Style {
			return beside(l, r)
		}
	case *Notice:
		if r, ok := right.(*Notice); ok && l.Kind == r.Kind {
			return beside(l, r)
		}
	case *Table:
		if r, ok := right.(*Table); ok {
			return joinTables(l, r)
		}
	case *KeyValue:
		if r, ok := right.(*KeyValue); ok && len(l.Rows) == len(r.Rows) {
			return joinKeyValues(l, r)
		}
	case *Signatures:
		if r, ok := right.(*Signatures); ok {
			return joinSignatures(l, r)
		}
	case *Figure:
		if r, ok := right.(*Figure); ok {
			return joinFigures(l, r)
		}
	case *Columns:
		if r, ok := right.(*Columns); ok {
			return s.pairColumns(l, r)
		}
	case *PageBreak:
		if _, ok := right.(*PageBreak); ok {
			return l
		}
	}
	return nil
}

// pairColumns joins what stands side by side in each language already, as two
// figures do: left with left and right with right.
func (s *pairing) pairColumns(l, r *Columns) Block {
	left, right := s.pair(l.Left, r.Left), s.pair(l.Right, r.Right)
	if left == nil || right == nil {
		return nil
	}
	return &Columns{Origin: l.Origin, Left: left, Right: right}
}

// pairItems sets the items of two lists of the same length side by side, one by
// one, so that each begins beside its other language. It returns nil of others.
func pairItems(left, right Block) []Block {
	l, ok := left.(*List)
	r, also := right.(*List)
	if !ok || !also || l.Ordered != r.Ordered || len(l.Items) != len(r.Items) {
		return nil
	}
	var out []Block
	for i := range l.Items {
		out = append(out, beside(l.item(i), r.item(i)))
	}
	return out
}

// item returns one item as a list of its own.
func (b *List) item(i int) *List {
	return &List{Origin: b.Origin, Ordered: b.Ordered, Items: b.Items[i : i+1], Before: b.Before + i, After: b.After + len(b.Items) - 1 - i}
}

// beside sets two blocks side by side, the right one without its anchor.
func beside(left, right Block) Block {
	right = clone(right)
	switch r := right.(type) {
	case *Heading:
		r.Anchor = ""
	case *Clause:
		r.Anchor = ""
	case *Paragraph:
		r.Anchor = ""
	}
	return &Columns{Origin: left.From(), Left: clone(left), Right: right}
}

func joinTables(l, r *Table) Block {
	if len(l.Head) != len(r.Head) || len(l.Rows) != len(r.Rows) || l.Total != r.Total {
		return nil
	}
	out := &Table{Origin: l.Origin, Align: slices.Clone(l.Align), Head: joinCells(l.Head, r.Head), Total: l.Total}
	for i := range l.Rows {
		if len(l.Rows[i]) != len(r.Rows[i]) {
			return nil
		}
		out.Rows = append(out.Rows, joinCells(l.Rows[i], r.Rows[i]))
	}
	return out
}

func joinKeyValues(l, r *KeyValue) Block {
	out := &KeyValue{Origin: l.Origin}
	for i := range l.Rows {
		out.Rows = append(out.Rows, KeyValueRow{
			Key:   joinCell(l.Rows[i].Key, r.Rows[i].Key),
			Value: joinCell(l.Rows[i].Value, r.Rows[i].Value),
		})
	}
	return out
}

func joinSignatures(l, r *Signatures) Block {
	if len(l.Blocks) != len(r.Blocks) {
		return nil
	}
	out := &Signatures{Origin: l.Origin}
	for i, a := range l.Blocks {
		b := r.Blocks[i]
		if len(a.Lines) != len(b.Lines) {
			return nil
		}
		block := SignatureBlock{Heading: joinCell(a.Heading, b.Heading), Seal: joined(a.Seal, b.Seal), Signer: a.Signer, Sign: a.Sign}
		for j := range a.Lines {
			block.Lines = append(block.Lines, SignatureLine{
				Label: joinCell(a.Lines[j].Label, b.Lines[j].Label),
				Value: joinCell(a.Lines[j].Value, b.Lines[j].Value),
			})
		}
		out.Blocks = append(out.Blocks, block)
	}
	return out
}

func joinCells(l, r []Cell) []Cell {
	var out []Cell
	for i := range l {
		out = append(out, joinCell(l[i], r[i]))
	}
	return out
}

// joinCell prints a cell once if it says the same in both languages, and on two
// lines otherwise.
func joinCell(l, r Cell) Cell {
	switch {
	case len(r) == 0 || sameText(l, r) || sameValues(l, r):
		return slices.Clone(l)
	case len(l) == 0:
		return slices.Clone(r)
	}
	return slices.Concat(l, Cell{{Kind: LineBreak}}, r)
}

func sameText(l, r Cell) bool {
	return strings.Join(strings.Fields(Text(l)), " ") == strings.Join(strings.Fields(Text(r)), " ")
}

// sameValues reports whether two cells hold the same typed values and, beside
// them, no words of their own.
func sameValues(l, r Cell) bool {
	a, wordless := cellValues(l)
	b, alsoWordless := cellValues(r)
	return wordless && alsoWordless && len(a) > 0 && slices.Equal(a, b)
}

func cellValues(c Cell) (values []string, wordless bool) {
	for _, in := range c {
		switch {
		case in.Value != "" && in.Kind != RefInline: // a reference reads differently in each language
			values = append(values, in.Kind.String()+" "+in.Value)
		case strings.ContainsFunc(in.Text, isWordRune):
			return nil, false
		}
	}
	return values, true
}

// mismatch makes a finding of two blocks that are no pair; one may be missing.
func (s *pairing) mismatch(l, r Block) {
	var left, right Origin
	if l != nil {
		left = l.From()
	}
	if r != nil {
		right = r.From()
	}
	s.found.Add(parityFinding(s.left, describe(l), describe(r), left, right,
		diag.T("these two do not stand side by side: they differ in kind, depth, style, or in their rows or items", "나란히 놓을 수 없습니다. 종류, 단계, 모양 또는 행이나 항목의 수가 서로 다릅니다")))
}

// describe names a block by its number and the words it begins with.
func describe(b Block) diag.Text {
	var number, text string
	switch b := b.(type) {
	case nil:
		return sameInBoth("–")
	case *Heading:
		number = b.Number
	case *Clause:
		number = b.Number
	}
	if text = quoted(PlainText([]Block{b})); text != "" {
		text = "“" + text + "”"
	}
	name := kindName(b)
	return diag.Text{EN: spaced(name.EN, number, text), KO: spaced(name.KO, number, text)}
}

func sameInBoth(text string) diag.Text { return diag.Text{EN: text, KO: text} }

// kindName returns the name of a kind of block. Dump prints the English.
func kindName(b Block) diag.Text {
	switch b.(type) {
	case *Heading:
		return diag.Text{EN: "heading", KO: "제목"}
	case *Clause:
		return diag.Text{EN: "clause", KO: "항·호·목"}
	case *Paragraph:
		return diag.Text{EN: "paragraph", KO: "문단"}
	case *List:
		return diag.Text{EN: "list", KO: "목록"}
	case *Table:
		return diag.Text{EN: "table", KO: "표"}
	case *KeyValue:
		return diag.Text{EN: "keyvalue", KO: "주요 조건표"}
	case *Signatures:
		return diag.Text{EN: "signatures", KO: "서명란"}
	case *Notice:
		return diag.Text{EN: "notice", KO: "알림"}
	case *Figure:
		return diag.Text{EN: "figure", KO: "그림"}
	case *PageBreak:
		return diag.Text{EN: "pagebreak", KO: "쪽 나눔"}
	case *Columns:
		return diag.Text{EN: "columns", KO: "나란히 놓은 단"}
	}
	return diag.Text{EN: "unknown", KO: "알 수 없는 블록"}
}
