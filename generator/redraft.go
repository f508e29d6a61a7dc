package generator

import (
	"errors"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/redraft"
	"pactwright/generator/render/docx"
	"pactwright/generator/source"
)

// Codes of findings about Word files that come back.
const (
	codeWordFile  = "WORD-FILE"  // not a Word file that can be read
	codeWordWhich = "WORD-WHICH" // no document of the project
	codeWordSince = "WORD-SINCE" // of a project that has changed since
	codeWordBy    = "WORD-BY"    // asked for by nobody, or by an institution that is not there
)

// ImportDocument compares a contract or a letter that was edited in Word with the
// project file and changes the text of the file in memory, all or nothing. What has
// no place in the file is among the findings. By is the institution that asked for
// changes of words, and reason is why; without a reason the file that came back is
// named.
func ImportDocument(w World, o Options, name string, data []byte, by, reason string) (Imported, error) {
	s, out, err := openWords(w, o)
	if s == nil || err != nil {
		return out, err
	}
	if by != "" && s.project.Party(by) == nil {
		out.Findings.Add(noSuchParty(by, s.project.PartyIDs()))
		return out, nil
	}
	is, err := docx.ReadText(data)
	if err != nil {
		out.Findings.Add(notWord(name, err))
		return out, nil
	}
	d, err := s.whichOf(is)
	if err != nil {
		return out, err
	}
	if d == nil {
		out.Findings.Add(s.likeNone(name))
		return out, nil
	}
	if f := since(name, is.Made, *d); f != nil {
		out.Findings.Add(*f)
	}
	if is.Made.Redline != "" && d.kind == "agreement" {
		if err := s.asRedline(d, is); err != nil {
			return out, err
		}
	}
	was, err := s.wordText(*d)
	if err != nil {
		return out, err
	}
	in := redraft.Input{Name: name, Is: is, Was: was, Document: d.settled, Project: s.project, Template: s.template, By: by, Reason: reasonOf(name, reason)}
	if d.kind == "agreement" {
		in.Plan = d.plan
	}
	return out, out.redraft(w, o, d.file, in)
}

// openWords loads a project whose documents are to be compared with one that came
// back. Without a state the findings say what is wrong with the project.
func openWords(w World, o Options) (*state, Imported, error) {
	o.Draft = true // what has gaps elsewhere can be negotiated
	s, err := load(w, o)
	if err != nil {
		return nil, Imported{}, err
	}
	out := Imported{Outcome: Outcome{Lang: s.lang()}}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if found := s.settled(); found.Has(diag.Blocking) || s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		out.Findings = found
		return nil, out, nil
	}
	out.Project = s.project.Info.ID
	return s, out, nil
}

// negotiated settles the contracts and letters, and, if they are wanted, all other
// documents of the pack. Nothing is laid out that need not be.
func (s *state) negotiated(others bool) ([]document, error) {
	if others {
		all, err := s.documents()
		return slices.DeleteFunc(all, func(d document) bool { return d.settled == nil || d.annotated }), err
	}
	var out []document
	for _, ask := range []func() ([]request, error){s.contracts, s.letters} {
		asked, err := ask()
		if err != nil {
			return nil, err
		}
		for _, r := range asked {
			d := document{request: r}
			if !r.annotated {
				d.settled = d.settle(s)
			}
			if d.settled != nil {
				out = append(out, d)
			}
		}
	}
	return out, nil
}

// wordText returns what a document says as a Word file.
func (s *state) wordText(d document) (*docx.Text, error) {
	data, err := s.wordOf(d)
	if err != nil {
		return nil, err
	}
	return docx.ReadText(data)
}

func reasonOf(name, given string) diag.Text {
	if given != "" {
		return diag.Text{EN: given, KO: given}
	}
	return diag.T("As in %s, which came back from the negotiation.", "협의 후 받은 %s 파일에 따름.", path.Base(name))
}

// template returns the text of a file of the templates, or nothing.
func (s *state) template(name string) []byte {
	file, err := s.layers.Read(name)
	if err != nil {
		return nil
	}
	return file.Data
}

// leastAlike is which share of its paragraphs, in thousandths, a document must have
// in common with one of the project to be it.
const leastAlike = 400

// whichOf finds the document that came back: the one that it says it is or, if it
// says nothing, the one with which it has the most paragraphs in common. It is a
// contract or a letter most of the time, so the others are looked at last.
func (s *state) whichOf(is *docx.Text) (*document, error) {
	if is.Made.Project != "" && is.Made.Project != s.project.Info.ID {
		return nil, nil
	}
	for _, others := range []bool{false, true} {
		made, err := s.negotiated(others)
		if err != nil {
			return nil, err
		}
		var best *document
		most := leastAlike
		for i := range made {
			if madeOf(made[i]) == is.Made.Document {
				return &made[i], nil
			}
			if a := alike(made[i].settled, is); a > most && is.Made.Document == "" {
				best, most = &made[i], a
			}
		}
		if best != nil {
			return best, nil
		}
	}
	return nil, nil
}

// since warns if the document says something else now than when the file was made:
// what changed in the project since is among the changes, the other way round.
func since(name string, made docx.Made, d document) *diag.Finding {
	f := diag.Finding{Code: codeWordSince, Severity: diag.Warning, Place: diag.Place{File: path.Base(name)}}
	switch {
	case made.Document == "":
		f.Message = diag.T("%s does not say what it was made from; it is taken for %s", "%s: 무엇으로 만들었는지 적혀 있지 않아 %s 문서로 보았습니다", path.Base(name), asWord(d.file))
		f.Fix = diag.T("see whether that is right", "맞는지 확인하십시오")
	case made.Text != "" && made.Text != saidHash(d.settled):
		f.Message = diag.T("the project has changed since %s was made", "%s 파일을 만든 뒤에 과제가 바뀌었습니다", path.Base(name))
		f.Why = diag.T("what changed in the project since would be taken back", "그 뒤에 과제에서 바꾼 값과 문구가 되돌려집니다")
		f.Fix = diag.T("take over only what the other side changed, or import into the project file as it was", "상대방이 고친 것만 반영하거나, 그때의 과제 파일로 가져오십시오")
	default:
		return nil
	}
	return &f
}

// alike returns how many of the texts of a document are paragraphs of a Word file,
// in thousandths of both.
func alike(d *doc.Resolved, is *docx.Text) int {
	there, all, same := map[string]int{}, 0, 0
	for _, p := range d.Printed() {
		if text := tidied(doc.Text(p.Text)); text != "" {
			there[text]++
			all++
		}
	}
	for _, p := range is.Paragraphs {
		text := tidied(p.Text)
		if text == "" || p.Contents {
			continue
		}
		all++
		if there[text] > 0 {
			there[text]--
			same++
		}
	}
	return 2000 * same / max(all, 1)
}

func tidied(text string) string { return norm.NFC.String(strings.Join(strings.Fields(text), " ")) }

// redraft changes the text of the project file as the document was, and compares
// what the changed project would print with what came back.
func (i *Imported) redraft(w World, o Options, file string, in redraft.Input) error {
	result := redraft.Compare(in)
	i.Findings.Add(result.Found...)
	for _, c := range result.Changes {
		i.Changes = append(i.Changes, c.Text())
	}
	if i.Findings.Has(diag.Blocking) || len(result.Edits) == 0 {
		return nil
	}
	text, found := source.Patch(in.Project.File, result.Edits)
	i.Findings.Add(found...)
	if found.Has(diag.Blocking) {
		return nil
	}
	if result.New && in.By == "" {
		i.Findings.Add(nobodyAsked(in.Project.PartyIDs()))
		i.Diff = string(unified(path.Base(w.Name), "imported", i.Source, text))
		return nil
	}
	changed := w
	changed.Text = text
	if s, _, err := openWords(changed, o); err != nil {
		return err
	} else if s != nil {
		now, err := s.printedNow(file, in.Is.Made.Redline != "")
		if err != nil {
			return err
		}
		if now != nil {
			i.Findings.Add(result.Differences(in.Name, now, in.Is)...)
		}
	}
	return i.settle(w, o, text)
}

// printedNow returns what a document of the project says, or its redline.
func (s *state) printedNow(file string, redline bool) (*docx.Text, error) {
	for _, others := range []bool{false, true} {
		made, err := s.negotiated(others)
		if err != nil {
			return nil, err
		}
		for _, d := range made {
			if d.file == file {
				if redline {
					d.withoutContents()
				}
				return s.wordText(d)
			}
		}
	}
	return nil, nil
}

func notWord(name string, err error) diag.Finding {
	why := diag.Text{EN: err.Error(), KO: err.Error()}
	if read := (docx.ReadError{}); errors.As(err, &read) {
		why.KO = read.KO
	}
	return diag.Finding{
		Code: codeWordFile, Severity: diag.Blocking, Place: diag.Place{File: path.Base(name)},
		Message: diag.T("%s cannot be read as a Word document", "%s: Word 문서로 읽을 수 없습니다", path.Base(name)),
		Why:     why,
		Fix:     diag.T("give the .docx file that was made from the project; save it again as .docx if another program wrote it", "과제에서 만든 .docx 파일을 지정하십시오. 다른 프로그램으로 저장했다면 .docx로 다시 저장하십시오"),
	}
}

func (s *state) likeNone(name string) diag.Finding {
	var files []string
	for _, a := range s.project.Agreements {
		files = append(files, a.ID)
	}
	for _, l := range s.project.Letters {
		files = append(files, l.ID)
	}
	return diag.Finding{
		Code: codeWordWhich, Severity: diag.Blocking, Place: diag.Place{File: path.Base(name)},
		Message: diag.T("%s is none of the documents of the project %s", "%s: %s 과제의 문서가 아닙니다", path.Base(name), s.project.Info.ID),
		Why:     diag.T("it says that it is another one, or has too little in common with any of them; the contracts and letters are: %s", "다른 과제의 문서라고 적혀 있거나 공통된 문단이 너무 적습니다. 과제의 계약서와 서신: %s", strings.Join(files, ", ")),
		Fix:     diag.T("name the project file that it was made from", "그 문서를 만든 과제 파일을 지정하십시오"),
	}
}

func nobodyAsked(known []string) diag.Finding {
	return diag.Finding{
		Code: codeWordBy, Severity: diag.Blocking,
		Message: diag.T("words of the contract were changed, and nobody is named who asked for that", "계약의 문구가 바뀌었으나 누가 요청했는지 지정되지 않았습니다"),
		Why:     diag.T("a reviewer must be able to see who wanted what is not standard", "표준과 다른 문구는 누가 원했는지 검토자가 알 수 있어야 합니다"),
		Fix:     diag.T("name the institution with --by, as one of: %s", "--by로 기관을 지정하십시오: %s", strings.Join(known, ", ")),
	}
}

func noSuchParty(id string, known []string) diag.Finding {
	return diag.Finding{
		Code: codeWordBy, Severity: diag.Blocking,
		Message: diag.T("the project has no institution %q that could have asked for the changes", "변경을 요청한 것으로 지정한 기관 %q: 과제에 없습니다", id),
		Fix:     diag.T("name one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(known, ", ")),
	}
}
