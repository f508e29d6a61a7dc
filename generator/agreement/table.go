package agreement

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Row is one row of a table parameter: a typed value for every column, set or
// not.
type Row struct {
	Path    string
	Columns []library.Param
	Cells   map[string]Value
}

// maxRows bounds a table of a contract.
const maxRows = 500

// table reads a list of maps, each a row with the declared columns.
func (r reader) table(v Value) (Value, diag.List) {
	if r.node.Kind != source.List {
		return v, diag.List{r.wrong(diag.T("a list of rows", "행의 목록"))}
	}
	if len(r.node.Items) > maxRows {
		return v, diag.List{r.wrong(diag.T("a list of at most %d rows", "%d행 이하의 목록", maxRows))}
	}
	v.Set = len(r.node.Items) > 0
	var found diag.List
	for i, item := range r.node.Items {
		row := Row{Path: source.Item(r.path, i), Columns: r.param.Columns, Cells: map[string]Value{}}
		found.Add(r.row(item, row)...)
		v.Rows = append(v.Rows, row)
	}
	return v, found
}

// row types every cell of a row and reports those that no column is named for.
func (r reader) row(item *source.Value, row Row) diag.List {
	var names []string
	for _, c := range r.param.Columns {
		names = append(names, c.Name)
	}
	if item.Kind != source.Map {
		r.path = row.Path
		columns := strings.Join(names, ", ")
		return diag.List{r.wrong(diag.T("a row with the columns %s", "%s 열이 있는 행", columns))}
	}
	var found diag.List
	for _, c := range r.param.Columns {
		node := item.Get(c.Name)
		cell := reader{project: r.project, option: r.option, param: c, path: source.Child(row.Path, c.Name), node: node, chosen: r.chosen}
		if node == nil {
			cell.node, cell.chosen = defaultOf(c, r.project.Grant), false
		}
		value, list := cell.read()
		found.Add(list...)
		row.Cells[c.Name] = value
	}
	for _, e := range item.Entries {
		if !contains(names, e.Key) {
			f := project.UnknownID(r.project, source.Child(row.Path, e.Key), e.Key, diag.T("column of %s", "%s의 열", r.param.Name), names)
			f.Code, f.Place = source.CodeKey, e.KeyPlace
			found.Add(f)
		}
	}
	return found
}

// named is a kind of things of the project file that parameters name by id.
type named struct {
	word diag.Text
	all  diag.Text // a list of them
	ids  func(*project.Project) []string
}

var namedKinds = map[string]named{
	"party":   {word: diag.T("party", "당사자"), ids: (*project.Project).PartyIDs},
	"parties": {word: diag.T("party", "당사자"), all: diag.T("a list of parties", "당사자 목록"), ids: (*project.Project).PartyIDs},
	"result":  {word: diag.T("result", "성과"), ids: (*project.Project).ResultIDs},
	"results": {word: diag.T("result", "성과"), all: diag.T("a list of results", "성과 목록"), ids: (*project.Project).ResultIDs},
	"person":  {word: diag.T("person", "사람"), ids: (*project.Project).PersonIDs},
}

// several reads a list of ids.
func (r reader) several(v Value) (Value, diag.List) {
	kind := namedKinds[r.param.Type]
	var found diag.List
	var known []string
	for i, item := range r.node.Items {
		if list := r.unknown(kind, source.Item(r.path, i), item.Text); len(list) > 0 {
			found.Add(list...)
			continue
		}
		known = append(known, item.Text)
	}
	if len(r.node.Items) == 0 {
		found.Add(r.wrong(kind.all))
	}
	if r.param.Type == "parties" {
		v.Parties = known
	} else {
		v.Results = known
	}
	return v, found
}

// one types a scalar that names something of the project file.
func (r reader) one(v Value) (Value, diag.List) {
	text := r.node.Text
	switch r.param.Type {
	case "party":
		v.Party = text
	case "result":
		v.Results = []string{text}
	case "person":
		v.Person = text
	}
	return v, r.unknown(namedKinds[r.param.Type], r.path, text)
}

func (r reader) unknown(kind named, path, id string) diag.List {
	ids := kind.ids(r.project)
	if contains(ids, id) {
		return nil
	}
	return diag.List{project.UnknownID(r.project, path, id, kind.word, ids)}
}
