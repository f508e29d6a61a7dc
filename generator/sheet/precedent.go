package sheet

import (
	"slices"
	"strings"
)

// Cells finds the cells of a workbook by their places, and what a formula reads.
type Cells struct {
	sheets map[string]map[Ref]Cell
	rows   map[string]map[int][]Cell // from left to right
	order  []string                  // names of the sheets
	names  map[string]string         // lower case: Inputs!$A$6:$A$9
}

// Address is a cell on its sheet.
type Address struct {
	Sheet string
	Ref   Ref
}

// String returns the address as in Inputs!C7.
func (a Address) String() string { return a.Sheet + "!" + a.Ref.String() }

// NewCells indexes a workbook.
func NewCells(w *Workbook) *Cells {
	c := &Cells{sheets: map[string]map[Ref]Cell{}, rows: map[string]map[int][]Cell{}, names: map[string]string{}}
	for _, s := range w.Sheets {
		at, rows := make(map[Ref]Cell, len(s.Cells)), map[int][]Cell{}
		for _, cell := range s.Cells {
			at[cell.Ref] = cell
			rows[cell.Ref.Row] = append(rows[cell.Ref.Row], cell)
		}
		for _, row := range rows {
			slices.SortFunc(row, func(a, b Cell) int { return a.Ref.Column - b.Ref.Column })
		}
		c.sheets[s.Name], c.rows[s.Name], c.order = at, rows, append(c.order, s.Name)
	}
	for _, n := range w.Names {
		c.names[strings.ToLower(n.Name)] = n.Range
	}
	return c
}

// At returns a cell, and whether anything stands there.
func (c *Cells) At(a Address) (Cell, bool) {
	cell, ok := c.sheets[a.Sheet][a.Ref]
	return cell, ok
}

// Sheets returns the names of the sheets in their order.
func (c *Cells) Sheets() []string { return c.order }

// Address reads an address such as Summary!C7 or summary!$c$7; the second result
// is false if it is none. The sheet need not exist.
func (c *Cells) Address(text string) (Address, bool) {
	on, cell, ok := strings.Cut(strings.TrimSpace(text), "!")
	on = strings.Trim(on, "'")
	for _, name := range c.order {
		if strings.EqualFold(name, on) {
			on = name
		}
	}
	ref, good := parseRef(cell)
	return Address{on, ref}, ok && good
}

// parseRef reads a cell as in C7 or $C$7.
func parseRef(text string) (Ref, bool) {
	if !isCell(text) {
		return Ref{}, false
	}
	var r Ref
	for _, b := range strings.ToUpper(strings.ReplaceAll(text, "$", "")) {
		if 'A' <= b && b <= 'Z' {
			r.Column = r.Column*26 + int(b-'A') + 1
		} else {
			r.Row = r.Row*10 + int(b-'0')
		}
	}
	return r, r.Valid()
}

// Precedents returns the cells that the formula of a cell reads, each once, in
// the order in which it names them. Of a range in which SUMIFS, COUNTIF or INDEX
// with MATCH pick, they are those that are picked.
func (c *Cells) Precedents(of Address) []Address {
	cell, _ := c.At(of)
	if cell.Formula == "" {
		return nil
	}
	r := formulaReader{cells: c, on: of.Sheet, seen: map[Address]bool{}}
	r.read(tokens(cell.Formula))
	return r.out
}

// area is a range on a sheet.
type area struct {
	on    string
	cells Range
}

// token is a word, a text in quotes or a sign of a formula.
type token struct {
	text   string
	quoted bool
}

func (t token) is(sign string) bool { return !t.quoted && t.text == sign }

func tokens(formula string) []token {
	var out []token
	for i := 0; i < len(formula); {
		end := i + 1
		switch b := formula[i]; {
		case b == '"':
			for end < len(formula) && formula[end] != '"' {
				end++
			}
			out = append(out, token{formula[i+1 : end], true})
			i = end + 1
			continue
		case wordByte[b]:
			for end < len(formula) && wordByte[formula[end]] {
				end++
			}
		}
		out = append(out, token{formula[i:end], false})
		i = end
	}
	return out
}

// formulaReader collects the cells that a formula reads.
type formulaReader struct {
	cells *Cells
	on    string
	seen  map[Address]bool
	out   []Address
}

func (r *formulaReader) read(ts []token) {
	for i := 0; i < len(ts); {
		if i+1 < len(ts) && ts[i+1].is("(") && !ts[i].quoted {
			args, n := arguments(ts[i+2:])
			r.call(ts[i].text, args)
			i += 2 + n
			continue
		}
		a, n := r.area(ts[i:])
		if n == 0 {
			i++
			continue
		}
		r.add(a)
		i += n
	}
}

// arguments splits what stands up to the closing bracket at its commas, and
// returns how many tokens that is.
func arguments(ts []token) (args [][]token, n int) {
	depth, from := 0, 0
	for i, t := range ts {
		switch {
		case t.is("("):
			depth++
		case t.is(")") && depth == 0:
			return append(args, ts[from:i]), i + 1
		case t.is(")"):
			depth--
		case t.is(",") && depth == 0:
			args, from = append(args, ts[from:i]), i+1
		}
	}
	return append(args, ts[from:]), len(ts)
}

func (r *formulaReader) call(name string, args [][]token) {
	switch {
	case name == "SUMIFS" && len(args) >= 3 && r.picked(args[0], args[1:]),
		name == "COUNTIF" && len(args) == 2 && r.picked(args[0], args),
		name == "INDEX" && len(args) == 2 && r.looked(args[0], args[1]):
		return
	}
	for _, a := range args {
		r.read(a)
	}
}

// picked adds the cells of a range in whose rows all pairs of a range and a
// criterion agree, and reports whether it understood them.
func (r *formulaReader) picked(of []token, pairs [][]token) bool {
	sum, n := r.area(of)
	if n != len(of) || len(pairs)%2 != 0 {
		return false
	}
	fits := make([]bool, sum.cells.length())
	for i := range fits {
		fits[i] = true
	}
	for i := 0; i < len(pairs); i += 2 {
		where, n := r.area(pairs[i])
		key, known := r.key(pairs[i+1])
		if n != len(pairs[i]) || !known || where.cells.length() != len(fits) {
			return false
		}
		for j := range fits {
			fits[j] = fits[j] && strings.EqualFold(r.text(where, j), key)
		}
	}
	for j, ok := range fits {
		if ok {
			r.addOne(sum.at(j))
		}
	}
	return true
}

// looked adds the one cell of a range that MATCH finds.
func (r *formulaReader) looked(of, by []token) bool {
	from, n := r.area(of)
	if n != len(of) || len(by) < 2 || !by[0].is("MATCH") || !by[1].is("(") {
		return false
	}
	args, n := arguments(by[2:])
	if n+2 != len(by) || len(args) != 3 {
		return false
	}
	where, n := r.area(args[1])
	key, known := r.key(args[0])
	if n != len(args[1]) || !known {
		return false
	}
	for j := range where.cells.length() {
		if strings.EqualFold(r.text(where, j), key) && j < from.cells.length() {
			r.addOne(from.at(j))
			return true
		}
	}
	return false
}

// key returns what a criterion stands for: a text in quotes, or that of a cell.
func (r *formulaReader) key(ts []token) (string, bool) {
	if len(ts) == 1 && ts[0].quoted {
		return ts[0].text, true
	}
	a, n := r.area(ts)
	if n == 0 || n != len(ts) || a.cells.length() != 1 {
		return "", false
	}
	return r.text(a, 0), true
}

func (r *formulaReader) text(a area, i int) string {
	cell, _ := r.cells.At(a.at(i))
	return cell.Value.String()
}

// at returns the nth cell of one row or one column.
func (a area) at(n int) Address {
	if a.cells.From.Column == a.cells.To.Column {
		return Address{a.on, a.cells.From.Down(n)}
	}
	return Address{a.on, a.cells.From.Right(n)}
}

// area reads the range that tokens begin with, and how many of them it takes.
func (r *formulaReader) area(ts []token) (area, int) {
	if len(ts) == 0 || ts[0].quoted {
		return area{}, 0
	}
	on, n := r.on, 0
	if len(ts) > 2 && ts[1].is("!") {
		on, n = ts[0].text, 2
	}
	from, ok := parseRef(ts[n].text)
	if !ok {
		return r.named(ts[0].text)
	}
	to := from
	if len(ts) > n+2 && ts[n+1].is(":") {
		if last, ok := parseRef(ts[n+2].text); ok {
			to, n = last, n+2
		}
	}
	return area{on, Range{from, to}}, n + 1
}

// named returns the range of a defined name.
func (r *formulaReader) named(name string) (area, int) {
	on, cells, ok := strings.Cut(r.cells.names[strings.ToLower(name)], "!")
	if !ok {
		return area{}, 0
	}
	first, last, several := strings.Cut(cells, ":")
	from, _ := parseRef(first)
	to := from
	if several {
		to, _ = parseRef(last)
	}
	return area{on, Range{from, to}}, 1
}

// maxPrecedents bounds what one formula can name.
const maxPrecedents = 100_000

func (r *formulaReader) add(a area) {
	for row := a.cells.From.Row; row <= a.cells.To.Row && len(r.out) < maxPrecedents; row++ {
		for column := a.cells.From.Column; column <= a.cells.To.Column; column++ {
			r.addOne(Address{a.on, At(column, row)})
		}
	}
}

func (r *formulaReader) addOne(a Address) {
	if _, filled := r.cells.At(a); filled && !r.seen[a] {
		r.seen[a] = true
		r.out = append(r.out, a)
	}
}

// Row returns the cells of a row, from left to right.
func (c *Cells) Row(on string, row int) []Cell { return c.rows[on][row] }

// Labels returns what stands beside and above a cell: the texts left of it in its
// row, the heading of its column, and the heading of its table.
func (c *Cells) Labels(a Address) (row []string, column, table string) {
	for _, cell := range c.Row(a.Sheet, a.Ref.Row) {
		if cell.Ref.Column < a.Ref.Column && cell.Value.Kind() == TextKind && cell.Formula == "" && cell.Value.Text() != "" && len(row) < 2 {
			row = append(row, cell.Value.Text())
		}
	}
	for up := a.Ref.Row - 1; up >= 1; up-- {
		at, _ := c.At(Address{a.Sheet, At(a.Ref.Column, up)})
		if at.Style == HeadStyle && column == "" {
			column = at.Value.Text()
		}
		first, _ := c.At(Address{a.Sheet, At(1, up)})
		if first.Style == PartStyle || first.Style == TitleStyle {
			return row, column, first.Value.Text()
		}
	}
	return row, column, table
}
