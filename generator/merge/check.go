package merge

import (
	"reflect"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// checker follows every branch of a template, taken or not, and reports fields
// and parameters that do not exist. A type that is only known while the
// template runs is not followed.
type checker struct {
	m     *merger
	set   *template.Template
	funcs template.FuncMap
	seen  map[string]bool
	found diag.List
}

// scope is what the dot and the variables are at one place; nil is unknown.
type scope struct {
	dot  reflect.Type
	vars map[string]reflect.Type
}

func (s scope) with(dot reflect.Type) scope {
	vars := make(map[string]reflect.Type, len(s.vars))
	for k, v := range s.vars {
		vars[k] = v
	}
	return scope{dot: dot, vars: vars}
}

func (m *merger) check(set *template.Template, section string, dot any) diag.List {
	c := &checker{m: m, set: set, funcs: m.funcs(), seen: map[string]bool{}}
	c.template(section, reflect.TypeOf(dot))
	return c.found
}

func (c *checker) template(name string, dot reflect.Type) {
	t := c.set.Lookup(name)
	key := name
	if dot != nil {
		key += " " + dot.String()
	}
	if t == nil || t.Tree == nil || c.seen[key] {
		return
	}
	c.seen[key] = true
	c.node(t.Tree.Root, scope{dot: dot, vars: map[string]reflect.Type{"$": dot}})
}

func (c *checker) node(node parse.Node, s scope) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			c.node(child, s)
		}
	case *parse.ActionNode:
		c.pipe(n.Pipe, s)
	case *parse.IfNode:
		c.branch(&n.BranchNode, s, s.dot)
	case *parse.WithNode:
		c.branch(&n.BranchNode, s, c.static(n.Pipe, s))
	case *parse.RangeNode:
		c.rangeNode(n, s)
	case *parse.TemplateNode:
		var dot reflect.Type
		if n.Pipe != nil {
			dot = c.pipe(n.Pipe, s)
		}
		if c.set.Lookup(n.Name) == nil {
			c.report(n.Pos, diag.T("there is no template %q", "%q 템플릿이 없습니다", n.Name), n.Name, c.templates())
		}
		c.template(n.Name, dot)
	}
}

func (c *checker) branch(n *parse.BranchNode, s scope, inner reflect.Type) {
	body := s.with(inner)
	c.pipe(n.Pipe, body.with(s.dot))
	if len(n.Pipe.Decl) > 0 {
		body.vars[n.Pipe.Decl[0].Ident[0]] = c.static(n.Pipe, s)
	}
	c.node(n.List, body)
	c.node(n.ElseList, s.with(s.dot))
}

func (c *checker) rangeNode(n *parse.RangeNode, s scope) {
	over := c.pipe(n.Pipe, s.with(s.dot))
	if counts(n.Pipe, over) {
		c.found.Add(diag.Finding{
			Code: "MERGE-RANGE", Severity: diag.Blocking, Template: c.m.placeOf(c.set.Name(), int(n.Pos)),
			Message: diag.T("range counts up to a number, which has no bound", "range가 숫자만큼 반복합니다. 한도가 없습니다"),
			Fix:     diag.T("go through a list", "목록을 차례로 쓰십시오"),
		})
	}
	var key, element reflect.Type
	if over != nil {
		over = deref(over)
		switch over.Kind() {
		case reflect.Slice, reflect.Array:
			key, element = reflect.TypeFor[int](), over.Elem()
		case reflect.Map:
			key, element = over.Key(), over.Elem()
		}
	}
	body := s.with(element)
	switch len(n.Pipe.Decl) {
	case 1:
		body.vars[n.Pipe.Decl[0].Ident[0]] = element
	case 2:
		body.vars[n.Pipe.Decl[0].Ident[0]] = key
		body.vars[n.Pipe.Decl[1].Ident[0]] = element
	}
	c.node(n.List, body)
	c.node(n.ElseList, s.with(s.dot))
}

// counts reports whether a range goes through the numbers below one, and not
// through a list.
func counts(p *parse.PipeNode, over reflect.Type) bool {
	if over != nil {
		return deref(over).Kind() >= reflect.Int && deref(over).Kind() <= reflect.Uint64
	}
	last := p.Cmds[len(p.Cmds)-1]
	_, literal := last.Args[len(last.Args)-1].(*parse.NumberNode)
	return literal && len(last.Args) == 1
}

// pipe checks a pipeline and declares its variables in the scope.
func (c *checker) pipe(p *parse.PipeNode, s scope) reflect.Type {
	t := c.static(p, s)
	for _, d := range p.Decl {
		s.vars[d.Ident[0]] = t
	}
	return t
}

// static returns the type of a pipeline, or nil where it is only known at run
// time.
func (c *checker) static(p *parse.PipeNode, s scope) reflect.Type {
	var t reflect.Type
	for i, cmd := range p.Cmds {
		if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok && id.Ident == emitName {
			return t
		}
		t = c.command(cmd, s, i > 0)
	}
	return t
}

func (c *checker) command(cmd *parse.CommandNode, s scope, piped bool) reflect.Type {
	types := make([]reflect.Type, len(cmd.Args))
	for i, a := range cmd.Args {
		if _, isFunc := a.(*parse.IdentifierNode); isFunc && i == 0 {
			continue
		}
		types[i] = c.argument(a, s)
	}
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return types[0]
	}
	return c.call(id, cmd, types, piped)
}

func (c *checker) argument(node parse.Node, s scope) reflect.Type {
	switch n := node.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return c.fields(s.dot, n.Ident, fieldStart(n), n.String())
	case *parse.VariableNode:
		return c.fields(s.vars[n.Ident[0]], n.Ident[1:], n.Pos, n.String())
	case *parse.ChainNode:
		return c.fields(c.argument(n.Node, s), n.Field, n.Pos, n.String())
	case *parse.PipeNode:
		return c.static(n, s)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.IdentifierNode:
		return c.result(n.Ident)
	}
	return nil
}

// fieldStart returns where .A.B begins: text/template keeps the position of .B.
func fieldStart(n *parse.FieldNode) parse.Pos {
	if len(n.Ident) > 1 {
		return n.Pos - parse.Pos(len(n.Ident[0])+1)
	}
	return n.Pos
}

// fields follows the names from a type on. pos is where the first of them
// stands, with its point.
func (c *checker) fields(t reflect.Type, names []string, pos parse.Pos, expr string) reflect.Type {
	for _, name := range names {
		if t == nil {
			return nil
		}
		next, known := fieldType(t, name)
		if !known {
			c.unknown(t, name, pos, expr)
			return nil
		}
		t = next
		pos += parse.Pos(len(name) + 1)
	}
	return t
}

// fieldType returns the type of a field or method; known is false if there is
// none, and a nil type with known true is only decided at run time.
func fieldType(t reflect.Type, name string) (field reflect.Type, known bool) {
	if method, ok := methodOf(t, name); ok {
		return method, true
	}
	t = deref(t)
	switch t.Kind() {
	case reflect.Interface:
		return nil, true
	case reflect.Map:
		return t.Elem(), true
	case reflect.Struct:
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, false
		}
		return f.Type, true
	}
	return nil, false
}

func methodOf(t reflect.Type, name string) (reflect.Type, bool) {
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface {
		t = reflect.PointerTo(t)
	}
	method, ok := t.MethodByName(name)
	if !ok || method.Type.NumOut() == 0 {
		return nil, false
	}
	return concrete(method.Type.Out(0)), true
}

// call returns the result type of a function.
func (c *checker) call(id *parse.IdentifierNode, cmd *parse.CommandNode, types []reflect.Type, piped bool) reflect.Type {
	switch id.Ident {
	case "param", "choice", "flag", "shares", "rows":
		c.param(cmd, piped)
	case "has", "section", "paramof", "hasparam", "optionis", "sharesof", "rowsof", "choiceof":
		c.slot(cmd)
	case "index", "first", "last":
		if len(types) > 1 && types[1] != nil {
			if t := deref(types[1]); t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
				return concrete(t.Elem())
			}
		}
		return nil
	}
	return c.result(id.Ident)
}

func (c *checker) result(name string) reflect.Type {
	f, ok := c.funcs[name]
	if !ok {
		return nil
	}
	t := reflect.TypeOf(f)
	if t.NumOut() == 0 {
		return nil
	}
	return concrete(t.Out(0))
}

// param checks that a parameter named in a template is declared by the option.
func (c *checker) param(cmd *parse.CommandNode, piped bool) {
	if len(cmd.Args) < 2 || piped || len(c.m.scope) == 0 {
		return
	}
	name, ok := cmd.Args[1].(*parse.StringNode)
	if !ok {
		return
	}
	option := c.m.scope[len(c.m.scope)-1].Option
	if _, declared := option.Param(name.Text); declared {
		return
	}
	var known []string
	for _, p := range option.Head.Params {
		known = append(known, p.Name)
	}
	c.report(cmd.Pos, diag.T("the clause %s has no parameter %s", "조항 %s에 %s 매개변수가 없습니다", option.ID(), name.Text), name.Text, known)
}

// slot checks that an article named in a template is one of the document type:
// a question about another one would silently be answered with no.
func (c *checker) slot(cmd *parse.CommandNode) {
	if len(cmd.Args) < 2 {
		return
	}
	name, ok := cmd.Args[1].(*parse.StringNode)
	if !ok || c.m.in.Type.HasSlot(name.Text) {
		return
	}
	if known := c.m.in.Type.Slots(); len(known) > 0 {
		c.report(cmd.Pos, diag.T("there is no article %q in this type of document", "이 종류의 문서에는 %q 조항이 없습니다", name.Text), name.Text, known)
	}
}

// templates returns the names of the templates of the file, sorted.
func (c *checker) templates() []string {
	var out []string
	for _, t := range c.set.Templates() {
		if t.Tree != nil {
			out = append(out, t.Name())
		}
	}
	slices.Sort(out)
	return out
}

func (c *checker) unknown(t reflect.Type, name string, pos parse.Pos, expr string) {
	c.report(pos, diag.T("the template prints %s, but there is no field %s", "템플릿이 %s 값을 쓰는데 %s 항목이 없습니다", expr, name), name, fieldNames(deref(t)))
}

func (c *checker) report(pos parse.Pos, message diag.Text, name string, known []string) {
	f := diag.Finding{
		Code: "MERGE-FIELD", Severity: diag.Blocking, Template: c.m.placeOf(c.set.Name(), int(pos)), Message: message,
		Fix: diag.T("known here: %s", "여기서 쓸 수 있는 이름: %s", strings.Join(known, ", ")),
	}
	if len(known) == 0 {
		f.Fix = diag.T("there are no names here; correct the template", "여기서 쓸 수 있는 이름이 없습니다. 템플릿을 고치십시오")
	}
	if near := source.Suggest(name, known); near != "" {
		f.Fix = diag.T("did you mean %s?", "%s 값을 쓰려던 것입니까?", near)
	}
	if !slices.Contains(c.found, f) {
		c.found.Add(f)
	}
}

func fieldNames(t reflect.Type) []string {
	var out []string
	if t.Kind() != reflect.Struct {
		return nil
	}
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			out = append(out, f.Name)
		}
	}
	return out
}

// concrete maps interface types to nil, since only a run shows what they hold.
func concrete(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Interface {
		return nil
	}
	return t
}

func deref(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
