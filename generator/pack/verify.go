package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"pactwright/generator/diag"
)

// maxFile bounds one file of a pack that is read back.
const maxFile = 512 << 20

// Read reads a pack and checks every file against the manifest. The error says
// that there is no pack to read; the findings name every file that was changed,
// added or removed.
func Read(dir string) (Manifest, []File, diag.List, error) {
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, nil, nil, fmt.Errorf("there is no folder %s", dir)
	} else if err == nil && !info.IsDir() {
		return Manifest{}, nil, nil, fmt.Errorf("%s is not a folder; name the folder of a pack, as build writes it", dir)
	}
	have, err := list(dir)
	if err != nil {
		return Manifest{}, nil, nil, err
	}
	data, err := readBounded(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, nil, nil, fmt.Errorf("%s holds no pack: it has no %s", dir, ManifestName)
	}
	if err != nil {
		return Manifest{}, nil, nil, err
	}
	m, err := ParseManifest(data)
	if err != nil {
		return Manifest{}, nil, diag.List{tampered(ManifestName, diag.T("was changed after the pack was made", "팩이 만들어진 뒤에 변경되었습니다"))}, nil
	}
	files, found, err := compare(dir, m, have)
	return m, files, found, err
}

func compare(dir string, m Manifest, have []string) ([]File, diag.List, error) {
	var found diag.List
	present := map[string]bool{}
	for _, name := range have {
		present[name] = true
	}
	known := map[string]bool{ManifestName: true}
	var files []File
	for _, e := range m.Files {
		known[e.Path] = true
		if !present[e.Path] {
			found.Add(tampered(e.Path, diag.T("is missing from the pack", "팩에 없습니다")))
			continue
		}
		data, err := readBounded(filepath.Join(dir, filepath.FromSlash(e.Path)))
		if err != nil && !errors.Is(err, errNoFile) {
			return nil, nil, err
		}
		if err != nil || hash(data) != e.SHA256 {
			found.Add(tampered(e.Path, diag.T("was changed after the pack was made", "팩이 만들어진 뒤에 변경되었습니다")))
		}
		files = append(files, File{e.Path, data})
	}
	for _, name := range have {
		if !known[name] {
			found.Add(tampered(name, diag.T("was added after the pack was made", "팩이 만들어진 뒤에 추가되었습니다")))
		}
	}
	return files, found, nil
}

// errNoFile says that a link, a pipe or the like stands where a file should.
var errNoFile = errors.New("is not a file")

// readBounded reads a file that is not too large. It follows no link, which
// could lead out of the pack.
func readBounded(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s %w", path, errNoFile)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%s is larger than %d MiB", path, maxFile>>20)
	}
	return os.ReadFile(path)
}

func tampered(file string, what diag.Text) diag.Finding {
	return diag.Finding{
		Code: "PACK-TAMPERED", Severity: diag.Blocking, Place: diag.Place{File: file},
		Message: diag.T("%s %s", "%s: %s", file, what),
		Fix:     diag.T("build the pack again, or get the file from whoever sent the pack", "팩을 다시 만들거나 보낸 곳에서 파일을 다시 받으십시오"),
	}
}
