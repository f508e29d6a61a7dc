package generator

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/pack"
	"pactwright/generator/render/pdf"
	"pactwright/generator/source"
)

// readFonts finds the families that the layers above the built-in one bring, and
// looks at each of their fonts before a document is set in it.
func (s *state) readFonts() error {
	faces, err := builtInFaces()
	if err != nil {
		return err
	}
	s.faces = faces
	above := s.layers[:len(s.layers)-1]
	file, err := above.Read(familiesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	s.used = append(s.used, file)
	listed, own, found := readFamilies(file.Path, file.Data)
	s.found.Add(found...)
	if found.Has(diag.Blocking) {
		return nil
	}
	all, err := builtInFamilies()
	if err != nil {
		return err
	}
	r := fontReader{layers: above, file: listed, fonts: map[string]*pdf.Font{}, data: map[string][]byte{}}
	if len(own.Families) > maxFamilies {
		r.report("FONT-FAMILY", "families",
			diag.T("there are %d families of fonts", "글꼴 모음이 %d개입니다", len(own.Families)),
			diag.T("each font is read and looked at before documents are set", "문서를 조판하기 전에 글꼴을 모두 읽고 살핍니다"),
			diag.T("keep %d at most", "%d개까지만 두십시오", maxFamilies))
		own.Families = nil
	}
	for i, f := range own.Families {
		all = append(all, r.family(f, source.Item("families", i), all[0]))
	}
	s.found.Add(r.found...)
	s.fontFiles = r.data
	if r.found.Has(diag.Blocking) {
		return nil
	}
	s.faces, err = pdf.NewFaces(all...)
	return err
}

// fontReader reads the fonts that families name.
type fontReader struct {
	layers library.Layers
	file   *source.File
	fonts  map[string]*pdf.Font
	data   map[string][]byte // of the fonts that are the user's, by file
	found  diag.List
}

// family returns a family, with the fallback behind its own fonts.
func (r *fontReader) family(f family, at string, fallback pdf.Family) pdf.Family {
	if f.Name == "" || f.Name == fallback.Name || !sized(f.Regular) || !sized(f.Bold) {
		r.report("FONT-FAMILY", at,
			diag.T("a family of fonts needs a name other than %q, and %d files at most under each of regular and bold", "글꼴 모음에는 %q가 아닌 이름(name)과 regular, bold 파일 목록(각 %d개까지)이 있어야 합니다", fallback.Name, maxChain),
			diag.T("a style calls it by its name, and text is set in both", "쪽 모양(style)이 이 이름으로 부르고, 글은 두 굵기로 조판됩니다"),
			diag.T("write it as {name: house, regular: [House-Regular.ttf], bold: [House-Bold.ttf]}", "{name: house, regular: [House-Regular.ttf], bold: [House-Bold.ttf]}와 같이 쓰십시오"))
	}
	return pdf.Family{
		Name:    f.Name,
		Regular: append(r.all(f.Regular, source.Child(at, "regular")), fallback.Regular...),
		Bold:    append(r.all(f.Bold, source.Child(at, "bold")), fallback.Bold...),
	}
}

// Bounds on what a layer brings.
const (
	maxFamilies = 8
	maxChain    = 4 // fonts that help out each other
)

func sized(files []string) bool { return len(files) > 0 && len(files) <= maxChain }

func (r *fontReader) all(names []string, at string) []*pdf.Font {
	var out []*pdf.Font
	for i, name := range names {
		if font := r.font(name, source.Item(at, i)); font != nil {
			out = append(out, font)
		}
	}
	return out
}

// font returns the font of a file: one of the user's, or else a built-in one.
func (r *fontReader) font(name, at string) *pdf.Font {
	if known := r.fonts[name]; known != nil {
		return known
	}
	data, err := r.read(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		built, _ := builtInFonts()
		if built[name] != nil {
			return built[name]
		}
	}
	if err != nil {
		r.notRead(name, at, err)
		return nil
	}
	font := pdf.NewFont(fontName(name), func() ([]byte, error) { return data, nil })
	if err := font.Check(); err != nil {
		r.refused(name, at, err)
		return nil
	}
	r.fonts[name], r.data[name] = font, data
	return font
}

// read reads a file of the strongest layer that holds it.
func (r *fontReader) read(name string) ([]byte, error) {
	if strings.Contains(name, "/") {
		return nil, fs.ErrInvalid
	}
	for _, l := range r.layers {
		data, err := source.ReadFile(l.FS, fontsDir+"/"+name, pdf.MaxFontBytes)
		if !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return nil, fs.ErrNotExist
}

func (r *fontReader) notRead(name, at string, err error) {
	message := diag.T("the font %s cannot be read", "글꼴 %s: 읽을 수 없습니다", name)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		message = diag.T("the font %s is not there", "글꼴 %s: 파일이 없습니다", name)
	case errors.Is(err, source.ErrTooLarge):
		message = diag.T("the font %s is larger than %d MiB", "글꼴 %s: 파일이 %d MiB보다 큽니다", name, pdf.MaxFontBytes>>20)
	}
	r.report("FONT-FILE", at, message,
		diag.T("documents cannot be set in a font that is not there", "없는 글꼴로는 문서를 조판할 수 없습니다"),
		diag.T("put the file into the folder fonts beside families.yaml, or name another one", "families.yaml이 있는 fonts 폴더에 파일을 두거나 다른 파일을 적으십시오"))
}

// refused words why a font is not one that documents can be set in.
func (r *fontReader) refused(name, at string, err error) {
	message := diag.T("the font %s is damaged", "글꼴 %s: 파일이 손상되었습니다", name)
	why := diag.T("a character would be missing or wrong on paper", "인쇄된 글자가 빠지거나 틀리게 됩니다")
	fix := diag.T("take the file from its maker again", "제작자에게서 파일을 다시 받으십시오")
	switch {
	case errors.Is(err, pdf.ErrFontKind):
		message = diag.T("the font %s is not a single TrueType font", "글꼴 %s: 단일 트루타입 글꼴이 아닙니다", name)
		why = diag.T("only TrueType outlines can be cut down to the characters that a document prints", "문서에 쓰인 글자만 담으려면 트루타입 윤곽선이어야 합니다")
		fix = diag.T("take the .ttf file; .otf, .ttc, .woff and .woff2 are of other kinds", ".ttf 파일을 쓰십시오. .otf, .ttc, .woff, .woff2는 다른 형식입니다")
	case errors.Is(err, pdf.ErrFontRights):
		message = diag.T("the maker of the font %s does not allow parts of it in documents", "글꼴 %s: 제작자가 글꼴 일부를 문서에 담는 것을 허용하지 않습니다", name)
		why = diag.T("its table OS/2 says so (fsType), and an archival PDF carries its fonts", "글꼴의 OS/2 표(fsType)에 그렇게 적혀 있고, 보존용 PDF는 글꼴을 담습니다")
		fix = diag.T("take another font, or ask the maker for one with that right", "다른 글꼴을 쓰거나 제작자에게 권리가 있는 글꼴을 요청하십시오")
	}
	r.report("FONT-FILE", at, message, why, fix)
}

func (r *fontReader) report(code, at string, message, why, fix diag.Text) {
	r.found.Add(diag.Finding{
		Code: code, Severity: diag.Blocking, Path: at, Template: r.file.Place(at),
		Message: message, Why: why, Fix: fix,
	})
}

// ownFonts returns the fonts that the user brings, with the list of families, for
// the inputs of a pack.
func (s *state) ownFonts() []pack.File {
	var out []pack.File
	at := func(name string) string { return path.Join(inputsDir, "templates", name) }
	for _, f := range s.used {
		if f.Path == familiesFile {
			out = append(out, pack.File{Path: at(f.Path), Data: f.Data})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.fontFiles)) {
		out = append(out, pack.File{Path: at(fontsDir + "/" + name), Data: s.fontFiles[name]})
	}
	return out
}
