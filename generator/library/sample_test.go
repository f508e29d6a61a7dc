package library

import (
	"fmt"
	"strings"
	"testing/fstest"

	"pactwright/generator/diag"
)

// folder makes a layer of files in memory.
func folder(name string, files map[string]string) Layer {
	m := fstest.MapFS{}
	for path, text := range files {
		m[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return Layer{Name: name, FS: m}
}

// clause is a clause option with a front matter that has a title.
func clause(title string) string {
	return fmt.Sprintf("---\ntitle: {en: %s, ko: 제목}\n---\n{{define \"en\"}}\n1. Text.\n{{end}}\n", title)
}

// said lists findings as "CODE template-place message".
func said(found diag.List) string {
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %s %s", f.Code, f.Template, f.Message.EN))
	}
	return strings.Join(out, "\n")
}
