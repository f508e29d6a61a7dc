package generator

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"pactwright/data"
	"pactwright/generator/pack"
)

// defaultExample is the example that is built without arguments.
const defaultExample = "two-party"

// Example returns the world of the bundled example that is built without
// arguments.
func Example() (World, error) {
	dir, err := fs.Sub(data.Files, "examples")
	return World{Dir: dir, Name: defaultExample + ".yaml"}, err
}

// Examples returns the names of the bundled examples in order.
func Examples() ([]string, error) {
	_, known, err := dataFile("examples", "")
	return known, err
}

// Lines of an example that differ in a copy of it.
var (
	exampleID     = regexp.MustCompile(`(?m)^(project:\n  id: )[a-z0-9-]+`)
	exampleSchema = []byte("$schema=../schema/project.schema.json")
)

// NewFromExample returns the files of a new project that is a copy of a bundled
// example: the project file under the new id, the files that came in, and the
// schema that editors use. If there is no such example it returns the names of
// those that exist.
func NewFromExample(id, example string) ([]pack.File, []string, error) {
	text, known, err := dataFile("examples", example)
	if err != nil || text == nil {
		return nil, known, err
	}
	text = exampleID.ReplaceAll(text, []byte("${1}"+id))
	text = bytes.Replace(text, exampleSchema, []byte("$schema=project.schema.json"), 1)
	schema, err := Schema()
	if err != nil {
		return nil, nil, err
	}
	files := []pack.File{{Path: id + ".yaml", Data: text}, {Path: "project.schema.json", Data: schema}}
	received, err := receivedWith(example)
	return append(files, received...), nil, err
}

// receivedWith returns the files that came in for a bundled example.
func receivedWith(example string) ([]pack.File, error) {
	dir := path.Join("examples", "received", example)
	entries, err := fs.ReadDir(data.Files, dir)
	if err != nil {
		return nil, err
	}
	var files []pack.File
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		content, err := fs.ReadFile(data.Files, name)
		if err != nil {
			return nil, err
		}
		files = append(files, pack.File{Path: strings.TrimPrefix(name, "examples/"), Data: content})
	}
	return files, nil
}

// dataFile returns a YAML file of the embedded data, or nil and the names that
// exist.
func dataFile(folder, id string) (text []byte, known []string, err error) {
	known, err = builtInShelf.ids(folder)
	if err != nil || !slices.Contains(known, id) {
		return nil, known, err
	}
	text, err = fs.ReadFile(data.Files, folder+"/"+id+".yaml")
	return text, known, err
}
