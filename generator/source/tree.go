package source

import (
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// tree turns nodes of yaml.v3 into values. It stops at the first limit that is
// passed; other findings are collected.
type tree struct {
	file    *File
	found   diag.List
	values  int                 // made so far
	aliased int                 // of them, inside aliases
	aliases int                 // aliases that are being written out now
	open    map[*yaml.Node]bool // targets of these aliases
	stopped bool
}

// position is where a value belongs.
type position struct {
	path  string
	key   diag.Place
	depth int
}

func (t *tree) stop(f diag.Finding) {
	if !t.stopped {
		t.found.Add(f)
	}
	t.stopped = true
}

func (t *tree) value(n *yaml.Node, at position) *Value {
	v := &Value{Kind: Null, Place: t.file.nodePlace(n), Path: at.path, key: at.key}
	v.style, v.shared = n.Style, n.Anchor != "" || t.aliases > 0
	if !t.withinLimits(v, n, at) {
		return v
	}
	if n.Kind != yaml.AliasNode && n.Style&yaml.TaggedStyle != 0 {
		t.found.Add(tagged(v, n.Tag))
	}
	switch n.Kind {
	case yaml.ScalarNode:
		t.scalar(v, n)
	case yaml.SequenceNode:
		t.list(v, n, at)
	case yaml.MappingNode:
		t.mapping(v, n, at)
	case yaml.AliasNode:
		return t.alias(v, n, at)
	}
	return v
}

// withinLimits counts the value. Paths are limited because a deep tree of long
// keys would repeat them in every value.
func (t *tree) withinLimits(v *Value, n *yaml.Node, at position) bool {
	t.values++
	if t.aliases > 0 {
		t.aliased++
	}
	switch {
	case t.stopped:
	case t.values > MaxValues:
		t.stop(diag.Finding{
			Code: CodeSize, Severity: diag.Blocking, Place: v.Place,
			Message: diag.T("the file has more than %d values", "파일에 값이 %d개보다 많습니다", MaxValues),
			Fix:     diag.T("keep tables in files of their own", "표는 별도 파일로 옮기십시오"),
		})
	case t.aliased > MaxAliased:
		t.stop(aliasFinding(v.Place, "",
			diag.T("the aliases of this file unfold to more than %d values", "이 파일의 별칭(*)을 펼치면 값이 %d개를 넘습니다", MaxAliased),
			diag.T("write the values out where they are needed", "값을 필요한 자리에 직접 쓰십시오")))
	case at.depth >= MaxDepth && n.Kind != yaml.ScalarNode, len(at.path) > MaxPath:
		t.stop(tooDeep(v.Place))
	}
	return !t.stopped
}

func tooDeep(at diag.Place) diag.Finding {
	return diag.Finding{
		Code: CodeDeep, Severity: diag.Blocking, Place: at,
		Message: diag.T("lists and groups are nested too deeply here", "목록과 묶음이 너무 깊이 겹쳐 있습니다"),
		Why:     diag.T("%d levels are allowed, and names of %d letters in all", "%d단계까지, 이름은 모두 합해 %d자까지 쓸 수 있습니다", MaxDepth, MaxPath),
		Fix:     diag.T("look for brackets or dashes that are not meant", "잘못 들어간 괄호나 줄표가 있는지 확인하십시오"),
	}
}

func tagged(v *Value, tag string) diag.Finding {
	return diag.Finding{
		Code: CodeTag, Severity: diag.Blocking, Place: v.Place, Path: v.Path,
		Message: diag.T("explicit types are not used in this file: %s", "이 파일에서는 자료형 표시를 쓰지 않습니다: %s", shown(tag)),
		Fix:     diag.T("delete the type; put text in quotes", "자료형 표시를 지우고, 글은 따옴표로 묶으십시오"),
	}
}

func (t *tree) scalar(v *Value, n *yaml.Node) {
	v.Text = n.Value
	v.quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	v.Kind = String
	if !v.quoted {
		v.Kind = plainKind(n.Value)
	}
	if len(n.Value) > MaxScalar {
		t.found.Add(diag.Finding{
			Code: CodeSize, Severity: diag.Blocking, Place: v.Place, Path: v.Path,
			Message: diag.T("this text is longer than %d KiB", "이 글은 %d KiB보다 깁니다", MaxScalar>>10),
			Fix:     diag.T("keep long texts in files of their own", "긴 글은 별도 파일로 옮기십시오"),
		})
	}
	if r, bad := escapedRune(n); bad {
		t.found.Add(badRune(v.Place, v.Path, r))
	}
}

// escapedRune returns a forbidden character that came in by an escape; others
// have been found in the bytes.
func escapedRune(n *yaml.Node) (rune, bool) {
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return 0, false
	}
	for _, r := range n.Value {
		if forbidden(r) {
			return r, true
		}
	}
	return 0, false
}

func (t *tree) list(v *Value, n *yaml.Node, at position) {
	v.Kind = List
	for i, item := range n.Content {
		if t.stopped {
			return
		}
		v.Items = append(v.Items, t.value(item, position{path: Item(at.path, i), depth: at.depth + 1}))
	}
}

func (t *tree) mapping(v *Value, n *yaml.Node, at position) {
	v.Kind = Map
	first := map[string]diag.Place{}
	for i := 0; i+1 < len(n.Content) && !t.stopped; i += 2 {
		key, place, ok := t.key(n.Content[i], at)
		if !ok {
			continue
		}
		path := Child(at.path, key)
		if before, twice := first[key]; twice {
			t.found.Add(duplicate(key, path, place, before))
			continue
		}
		first[key] = place
		value := t.value(n.Content[i+1], position{path: path, key: place, depth: at.depth + 1})
		v.Entries = append(v.Entries, Entry{Key: key, KeyPlace: place, Value: value})
	}
}

// key reads the key of an entry; only text can be a key.
func (t *tree) key(n *yaml.Node, at position) (key string, place diag.Place, ok bool) {
	place = t.file.nodePlace(n)
	plain := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0
	switch {
	case n.Kind == yaml.ScalarNode && plain && n.Value == "<<":
		t.found.Add(mergeKey(place, at.path))
	case n.Kind != yaml.ScalarNode, n.Style&yaml.TaggedStyle != 0, plain && plainKind(n.Value) != String:
		t.found.Add(strangeKey(n, place, at.path))
	case utf8.RuneCountInString(n.Value) > MaxKey:
		t.found.Add(longKey(place, at.path))
	default:
		if r, bad := escapedRune(n); bad {
			t.found.Add(badRune(place, at.path, r))
			return "", place, false
		}
		return n.Value, place, true
	}
	return "", place, false
}

func mergeKey(place diag.Place, path string) diag.Finding {
	return diag.Finding{
		Code: CodeMerge, Severity: diag.Blocking, Place: place, Path: path,
		Message: diag.T("the merge key << is not used in this file", "이 파일에서는 병합 키 <<를 쓰지 않습니다"),
		Why:     diag.T("every figure stands in one place that can be pointed at", "모든 값은 가리킬 수 있는 한 자리에 둡니다"),
		Fix:     diag.T("write the entries out", "항목을 직접 쓰십시오"),
	}
}

func strangeKey(n *yaml.Node, place diag.Place, path string) diag.Finding {
	f := diag.Finding{
		Code: CodeName, Severity: diag.Blocking, Place: place, Path: path,
		Message: diag.T("the name of an entry must be text", "항목 이름은 글이어야 합니다"),
		Fix:     diag.T("put text that begins with { or [ in quotes", "{ 나 [ 로 시작하는 글은 따옴표로 묶으십시오"),
	}
	if n.Kind == yaml.ScalarNode {
		f.Message = diag.T("the name of an entry must be text, not %s", "항목 이름은 글이어야 합니다: %s", shown(n.Value))
		f.Fix = diag.T("put the name in quotes", "이름을 따옴표로 묶으십시오")
	}
	return f
}

func longKey(place diag.Place, path string) diag.Finding {
	return diag.Finding{
		Code: CodeSize, Severity: diag.Blocking, Place: place, Path: path,
		Message: diag.T("the name of this entry is longer than %d letters", "이 항목의 이름은 %d자보다 깁니다", MaxKey),
		Fix:     diag.T("put text that has a colon in quotes", "콜론이 든 글은 따옴표로 묶으십시오"),
	}
}

func duplicate(key, path string, place, before diag.Place) diag.Finding {
	return diag.Finding{
		Code: CodeTwice, Severity: diag.Blocking, Place: place, Path: path,
		Message: diag.T("%s is written twice, in line %d and in line %d", "%s 항목이 %d번째 줄과 %d번째 줄에 두 번 있습니다", shown(key), before.Line, place.Line),
		Fix:     diag.T("keep one of them", "하나만 남기십시오"),
	}
}

// alias writes out the target of an alias. The value stands where the alias
// stands; what is below it stands where it is written.
func (t *tree) alias(v *Value, n *yaml.Node, at position) *Value {
	target := n.Alias
	if t.open[target] || target.Kind == yaml.AliasNode {
		t.stop(aliasFinding(v.Place, v.Path,
			diag.T(`"*%s" stands inside the part that it repeats`, `별칭이 자신이 가리키는 부분 안에 있습니다: "*%s"`, n.Value),
			diag.T("write the values out where they are needed", "값을 필요한 자리에 직접 쓰십시오")))
		return v
	}
	t.open[target] = true
	t.aliases++
	out := t.value(target, at)
	t.aliases--
	delete(t.open, target)
	out.Place = v.Place
	return out
}

func aliasFinding(place diag.Place, path string, message, fix diag.Text) diag.Finding {
	return diag.Finding{Code: CodeAlias, Severity: diag.Blocking, Place: place, Path: path, Message: message, Fix: fix}
}
