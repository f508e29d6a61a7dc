package generator

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"pactwright/generator/diag"
	"pactwright/generator/render/pdf"
	"pactwright/generator/source"
	"pactwright/templates"
)

// fontsDir is the folder of fonts within a layer of templates.
const fontsDir = "fonts"

// familiesFile lists the families of a layer.
const familiesFile = fontsDir + "/families.yaml"

// families is what a layer says about its fonts.
type families struct {
	Families []family `yaml:"families"`
}

// family names the files of a look. What the first has no glyph for is set in the
// next one that has, at last in the built-in sans.
type family struct {
	Name    string   `yaml:"name"`
	Regular []string `yaml:"regular"`
	Bold    []string `yaml:"bold"`
}

// builtInFonts are the fonts of the program by the names of their files. Each is
// read when a document is first set in it, once per process.
var builtInFonts = sync.OnceValues(func() (map[string]*pdf.Font, error) {
	names, err := fs.Glob(templates.Files, fontsDir+"/*.ttf.gz")
	out := map[string]*pdf.Font{}
	for _, name := range names {
		file := strings.TrimPrefix(name, fontsDir+"/")
		out[file] = pdf.NewFont(fontName(file), func() ([]byte, error) { return fs.ReadFile(templates.Files, name) })
	}
	return out, err
})

// fontName returns the name of a font from that of its file.
func fontName(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".gz"), ".ttf")
}

// builtInFamilies are the families of the program. The first is what a family falls
// back on.
var builtInFamilies = sync.OnceValues(func() ([]pdf.Family, error) {
	data, err := fs.ReadFile(templates.Files, familiesFile)
	if err != nil {
		return nil, err
	}
	_, listed, found := readFamilies(familiesFile, data)
	if len(found) > 0 || len(listed.Families) == 0 {
		return nil, fmt.Errorf("%s cannot be read", familiesFile)
	}
	fonts, err := builtInFonts()
	if err != nil {
		return nil, err
	}
	var out []pdf.Family
	for _, f := range listed.Families {
		one := pdf.Family{Name: f.Name}
		for _, part := range []struct {
			from []string
			to   *[]*pdf.Font
		}{{f.Regular, &one.Regular}, {f.Bold, &one.Bold}} {
			for _, name := range part.from {
				font := fonts[name]
				if font == nil {
					return nil, fmt.Errorf("%s names %s, which is not there", familiesFile, name)
				}
				*part.to = append(*part.to, font)
			}
		}
		out = append(out, one)
	}
	return out, nil
})

// builtInFaces are the faces of a project that brings no fonts.
var builtInFaces = sync.OnceValues(func() (*pdf.Faces, error) {
	all, err := builtInFamilies()
	if err != nil {
		return nil, err
	}
	return pdf.NewFaces(all...)
})

func readFamilies(name string, data []byte) (*source.File, families, diag.List) {
	var out families
	f, found := source.Decode(name, data)
	if f != nil && f.Root != nil {
		found.Add(source.Into(f, f.Root, &out, source.Strict)...)
	}
	return f, out, found
}
