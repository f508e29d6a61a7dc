// Package library finds document types and clause options in layered folders
// and reads their front matter. The first layer that holds a file wins; few files
// are read over all layers.
package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"sort"
)

// Layer is one folder of templates.
type Layer struct {
	Name string // as the manifest records it: "built in", "project", "--templates"
	FS   fs.FS
}

// File is one file of the library with the layer that it came from.
type File struct {
	Path   string // within the layer, as in clauses/ownership/generator.md.tmpl
	Layer  string
	Data   []byte
	SHA256 string
}

// maxFile bounds a template: a clause is a few kilobytes.
const maxFile = 1 << 20

// Layers are folders of templates, the strongest first.
type Layers []Layer

// Read returns the file of the strongest layer that holds it.
func (ls Layers) Read(name string) (File, error) {
	for _, l := range ls {
		file, err := l.read(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return file, err
		}
	}
	return File{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// All returns the file of every layer that holds it, the strongest first, for
// files that are read over one another. There is at least one.
func (ls Layers) All(name string) ([]File, error) {
	var out []File
	for _, l := range ls {
		file, err := l.read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, file)
	}
	if len(out) == 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return out, nil
}

func (l Layer) read(name string) (File, error) {
	info, err := fs.Stat(l.FS, name)
	if err != nil {
		return File{}, err
	}
	if info.Size() > maxFile {
		return File{}, &fs.PathError{Op: "read", Path: name, Err: errors.New("larger than 1 MiB")}
	}
	data, err := fs.ReadFile(l.FS, name)
	if err != nil {
		return File{}, err
	}
	sum := sha256.Sum256(data)
	return File{Path: name, Layer: l.Name, Data: data, SHA256: hex.EncodeToString(sum[:])}, nil
}

// List returns the names in a folder over all layers, sorted, each once.
func (ls Layers) List(dir string) ([]string, error) {
	var names []string
	for _, l := range ls {
		entries, err := fs.ReadDir(l.FS, dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	sort.Strings(names)
	return slices.Compact(names), nil
}

// Paths returns the files below a folder over all layers, sorted, each once.
func (ls Layers) Paths(dir string) ([]string, error) {
	var out []string
	for _, l := range ls {
		err := fs.WalkDir(l.FS, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err == nil && !d.IsDir():
				out = append(out, name)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(out)
	return slices.Compact(out), nil
}
