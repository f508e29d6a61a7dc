package generator

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
	"pactwright/generator/render/pdf"
)

// Verify checks a pack on disk: every file is as the manifest says, the inputs
// in the pack make the same files again, and the figures read back from the
// files are those of the model. Figures are read from files that were changed,
// too, to name what differs in them, as long as manifest and inputs can be
// trusted. The error says that there is no pack to check.
func Verify(dir string) (Outcome, error) {
	m, files, found, err := pack.Read(dir)
	out := Outcome{Project: m.Project, Lang: diag.Lang(m.Options.Lang), Findings: found, Manifest: m}
	if err != nil || m.Input == "" || slices.ContainsFunc(found, onInputs) {
		return out, err
	}
	again, err := rebuild(dir, m)
	if err != nil {
		return out, err
	}
	if again.Findings.Has(diag.Blocking) {
		out.Findings.Add(again.Findings...)
		return out, nil
	}
	if len(found) == 0 {
		out.Findings.Add(differences(files, again.Files, m.Tool)...)
	}
	out.Findings.Add(again.readBack(files)...)
	out.Agreed = again.Agreed
	return out, nil
}

// rebuild makes the pack again from its own inputs.
func rebuild(dir string, m pack.Manifest) (Outcome, error) {
	w, o, err := inputsOf(dir, m)
	if err != nil {
		return Outcome{}, err
	}
	return Build(w, o)
}

// inputsOf returns what a pack was made from, and how. A review is sealed as a
// pack is, but keeps no project file.
func inputsOf(dir string, m pack.Manifest) (World, Options, error) {
	if !slices.ContainsFunc(m.Files, func(e pack.Entry) bool { return e.Path == path.Join(inputsDir, m.Input) }) {
		return World{}, Options{}, fmt.Errorf("%s holds a review and no pack: it has no project file in it; name a folder that build wrote", dir)
	}
	o := Options{
		Draft: m.Options.Draft, Lang: diag.Lang(m.Options.Lang), At: call.Point(m.Options.At), Only: m.Options.Only,
		Formats:  m.Options.Formats,
		Headings: diag.Lang(m.Options.Headings), Thousands: m.Options.Thousands,
		Archive: pdf.Archive(m.Options.PDFA),
	}
	if m.Options.Date != "" {
		date, err := calendar.Parse(m.Options.Date)
		if err != nil {
			return World{}, Options{}, err
		}
		o.Date = date
	}
	return World{Dir: os.DirFS(filepath.Join(dir, inputsDir)), Name: m.Input}, o, nil
}

// differences compares the files of a pack with those made again.
func differences(have, again []pack.File, tool string) diag.List {
	made := map[string][]byte{}
	for _, f := range again {
		made[f.Path] = f.Data
	}
	var found diag.List
	for _, f := range have {
		data, ok := made[f.Path]
		if ok && bytes.Equal(data, f.Data) {
			continue
		}
		found.Add(different(f.Path, ok && pack.SameContent(path.Base(f.Path), data, f.Data), tool))
	}
	return found
}

// different words one file that is not made again byte by byte.
func different(file string, sameContent bool, tool string) diag.Finding {
	f := diag.Finding{
		Code: "PACK-REBUILD", Severity: diag.Blocking, Place: diag.Place{File: file},
		Message: diag.T("%s is not what the inputs of the pack make", "%s: 팩의 입력 자료로 다시 만든 결과와 다릅니다", file),
		Why:     diag.T("the pack was made by %s, this is pactwright %s", "팩은 %s 판으로 만들었고 이 프로그램은 pactwright %s 판입니다", tool, Version),
		Fix:     diag.T("build the pack again, or verify it with the version that made it", "팩을 다시 만들거나 팩을 만든 판으로 검증하십시오"),
	}
	if sameContent {
		f.Severity = diag.Info
		f.Message = diag.T("%s has the same content but other bytes", "%s: 내용은 같고 압축 바이트만 다릅니다", file)
		f.Fix = diag.Text{}
	}
	return f
}
