// Package pack writes a submission pack: a folder with a manifest that seals
// it, replaced as a whole or not at all, and the archive that is handed in.
package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// File is one file of a pack. Path is relative to the pack, with slashes.
type File struct {
	Path string
	Data []byte
}

// ErrForeign says that the folder of the pack holds files that no pack wrote,
// which replacing it would destroy.
type ErrForeign struct {
	Dir   string
	Files []string
}

func (e *ErrForeign) Error() string {
	return fmt.Sprintf("%s holds files that are not part of a pack: %s", e.Dir, strings.Join(e.Files, ", "))
}

// Write puts the files and their manifest into dir, all or nothing: they are
// written beside it and take its place by renaming. An earlier pack is replaced;
// a folder with files of somebody else is left alone with an *ErrForeign.
func Write(dir string, files []File, m Manifest) error {
	if err := foreign(dir); err != nil {
		return err
	}
	manifest, err := m.Seal(files)
	if err != nil {
		return err
	}
	parent, name := filepath.Split(filepath.Clean(dir))
	if parent == "" {
		parent = "."
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, "."+name+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := fill(fresh, append(slices.Clone(files), File{ManifestName, manifest})); err != nil {
		return err
	}
	return swap(fresh, dir)
}

func fill(dir string, files []File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
			return fmt.Errorf("the file name %s leads out of the pack", f.Path)
		}
		if path.Clean(f.Path) != f.Path {
			return fmt.Errorf("the file name %s is not in its simplest form", f.Path)
		}
		if folder := filepath.Dir(filepath.FromSlash(f.Path)); folder != "." {
			if err := root.MkdirAll(folder, 0o755); err != nil {
				return err
			}
		}
		if err := root.WriteFile(filepath.FromSlash(f.Path), f.Data, 0o644); err != nil {
			return err
		}
	}
	return os.Chmod(dir, 0o755)
}

// swap puts fresh where dir is. If the second rename fails the old pack comes
// back.
func swap(fresh, dir string) error {
	old := fresh + "-old"
	err := os.Rename(dir, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	had := err == nil
	if err := os.Rename(fresh, dir); err != nil {
		if had {
			return errors.Join(err, putBack(old, dir))
		}
		return err
	}
	if had {
		return os.RemoveAll(old)
	}
	return nil
}

// putBack puts the old pack where it was, unless another build has put a newer
// one there meanwhile.
func putBack(old, dir string) error {
	err := os.Rename(old, dir)
	if errors.Is(err, fs.ErrExist) {
		return os.RemoveAll(old)
	}
	return err
}

// foreign returns an *ErrForeign if dir holds files that its manifest does not
// name.
func foreign(dir string) error {
	have, err := list(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	known := map[string]bool{}
	if data, err := readBounded(filepath.Join(dir, ManifestName)); err == nil {
		if m, err := ParseManifest(data); err == nil {
			known[ManifestName] = true
			for _, e := range m.Files {
				known[e.Path] = true
			}
		}
	}
	var strange []string
	for _, f := range have {
		if !known[f] {
			strange = append(strange, f)
		}
	}
	if len(strange) > 0 {
		return &ErrForeign{Dir: dir, Files: strange}
	}
	return nil
}

// list returns the files below a folder, with slashes, sorted.
func list(dir string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		out = append(out, filepath.ToSlash(rel))
		return nil
	})
	slices.Sort(out)
	return out, err
}
