package source

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"pactwright/generator/diag"
)

// Decode reads one YAML document. The name stands in every place; it is not
// opened. The file is never nil, and its Root is nil if the findings say that
// the text could not be read as one tree of values. Other findings leave a tree
// that can be validated further, so that a user sees all of them at once.
//
// Text that begins in the middle of another file keeps its line numbers if the
// caller puts one line feed before it for each line that was left out.
func Decode(name string, data []byte) (*File, diag.List) {
	f := &File{Name: name, Data: data, columns: map[int][]int{}}
	if found := checkText(name, data); len(found) > 0 {
		return f, found
	}
	f.lines = strings.Split(string(bytes.TrimPrefix(data, bom)), "\n")
	node, found := parse(f)
	if node == nil {
		return f, found
	}
	t := tree{file: f, open: map[*yaml.Node]bool{}}
	root := t.value(node, position{})
	if !t.stopped {
		f.Root = root
	}
	return f, capped(t.found)
}

// capped cuts a list that nobody would read to the end.
func capped(found diag.List) diag.List {
	if len(found) <= MaxFindings {
		return found
	}
	left := len(found) - MaxFindings
	return append(found[:MaxFindings:MaxFindings], more(found[0].Place.File, left))
}

func more(name string, left int) diag.Finding {
	return diag.Finding{
		Code: CodeMore, Severity: diag.Blocking, Place: diag.Place{File: name},
		Message: diag.T("%d further findings are not shown", "나머지 %d건은 표시하지 않았습니다", left),
		Fix:     diag.T("correct those shown and check again", "표시된 것을 고친 뒤 다시 검사하십시오"),
	}
}
