package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ManifestName is the manifest's name in a pack.
const ManifestName = "manifest.json"

// Manifest says what a pack was made from and what it holds.
type Manifest struct {
	Format   int       `json:"format"`
	Tool     string    `json:"tool"`
	Project  string    `json:"project"`
	Input    string    `json:"input"` // the project file, below inputs/
	Date     string    `json:"date"`  // the date that the documents bear
	Ready    bool      `json:"ready"` // no condition is unmet
	Options  Options   `json:"options"`
	Library  []Wording `json:"library"` // the templates used, with their layer
	Files    []Entry   `json:"files"`
	SealText string    `json:"seal"` // SHA-256 of this manifest with an empty seal
}

// Options are what a rebuild must repeat.
type Options struct {
	Draft bool     `json:"draft"`
	Lang  string   `json:"lang"`
	Date  string   `json:"date,omitempty"` // only if it was given
	At    string   `json:"at"`
	Only  []string `json:"only,omitempty"`

	Formats []string `json:"formats,omitempty"` // only these formats of documents

	Headings  string `json:"headings,omitempty"`  // the language of headings in the workbook
	Thousands bool   `json:"thousands,omitempty"` // the workbook shows money in thousands

	PDFA string `json:"pdfa,omitempty"` // the level of PDF/A of all documents; 2b in packs that do not say it
}

// Wording is one template that was used.
type Wording struct {
	Path   string `json:"path"`
	Layer  string `json:"layer"`
	SHA256 string `json:"sha256"`
}

// Entry is one file of the pack: the hash of its bytes, and of its content with
// compression undone, which another compressor leaves as it is.
type Entry struct {
	Path    string `json:"path"`
	Size    int    `json:"size"`
	SHA256  string `json:"sha256"`
	Content string `json:"content"`
}

// Seal lists the files in the manifest, seals it and returns its bytes.
func (m Manifest) Seal(files []File) ([]byte, error) {
	m.Format = 1
	m.Files = make([]Entry, 0, len(files))
	for _, f := range files {
		m.Files = append(m.Files, entry(f))
	}
	slices.SortFunc(m.Files, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	m.Library = slices.Clone(m.Library)
	slices.SortStableFunc(m.Library, func(a, b Wording) int { return strings.Compare(a.Path, b.Path) })
	for i := range m.Files {
		if m.Files[i].Path == ManifestName {
			return nil, fmt.Errorf("the pack would hold another %s", ManifestName)
		}
	}
	for i := 1; i < len(m.Files); i++ {
		if m.Files[i].Path == m.Files[i-1].Path {
			return nil, fmt.Errorf("the pack would hold %s twice", m.Files[i].Path)
		}
	}
	seal, err := m.seal()
	if err != nil {
		return nil, err
	}
	m.SealText = seal
	return m.encode()
}

func entry(f File) Entry {
	return Entry{Path: f.Path, Size: len(f.Data), SHA256: hash(f.Data), Content: hash(inflated(f.Path, f.Data))}
}

func (m Manifest) seal() (string, error) {
	m.SealText = ""
	data, err := m.encode()
	return hash(data), err
}

func (m Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return b.Bytes(), err
}

// errManifest says that a manifest is not what the tool wrote.
var errManifest = errors.New("manifest.json was changed after the pack was made")

// ParseManifest reads a manifest and checks its seal. Any byte that differs
// from what Seal wrote is an error.
func ParseManifest(data []byte) (Manifest, error) {
	var m Manifest
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return Manifest{}, errManifest
	}
	seal, err := m.seal()
	if err != nil || seal != m.SealText {
		return Manifest{}, errManifest
	}
	canonical, err := m.encode()
	if err != nil || !bytes.Equal(canonical, data) {
		return Manifest{}, errManifest
	}
	return m, nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
