package generator

import (
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
)

// overLimits reports what is handed in otherwise than the call asks: too large,
// too long, of another format or under a name that it does not take. What the
// call does not state is no limit.
func (s *state) overLimits(in handIn, handed []pack.File) diag.List {
	var found diag.List
	if s.opts.partial() {
		return nil
	}
	for _, a := range in {
		if !a.asked.When.Reached(s.opts.at()) {
			continue
		}
		for _, f := range a.files {
			found.Add(s.overLimit(a.asked, f)...)
		}
	}
	return append(found, s.overAll(handed)...)
}

// overLimit compares one file with what the call asks of its document.
func (s *state) overLimit(a call.Asked, f enclosed) diag.List {
	var found diag.List
	title, why := a.Title.Diag(), s.rulebook.Why(a.Cite)
	add := func(code string, message, fix diag.Text) {
		found.Add(s.aboutHanded(code, f.path, message, why, fix))
	}
	if size := call.Size(len(f.data)); a.MaxSize > 0 && size > a.MaxSize {
		add("PACK-FILE-SIZE",
			diag.T("%s for “%s” has %s, more than the %s that the call takes", "%s(%s): 파일 크기 %s, 공고의 한도 %s 초과", f.name, title, size, a.MaxSize),
			diag.T("make %s smaller: scan it at a lower resolution, or leave out what is not asked for", "%s 파일을 줄이십시오. 해상도를 낮추어 스캔하거나 요구하지 않은 내용을 빼십시오", f.origin()))
	}
	if a.MaxPages > 0 && int64(f.pages) > a.MaxPages {
		add("PACK-FILE-PAGES",
			diag.T("%s for “%s” has %d pages, more than the %d that the call takes", "%s(%s): %d쪽, 공고의 한도 %d쪽 초과", f.name, title, f.pages, a.MaxPages),
			diag.T("shorten %s", "%s 문서를 줄이십시오", f.origin()))
	}
	if !a.Takes(f.name) {
		add("PACK-FILE-FORMAT",
			diag.T("%s for “%s” has a format that the call does not take", "%s(%s): 공고에서 받지 않는 형식입니다", f.name, title),
			diag.T("hand it in as one of: %[1]s", "다음 형식 중 하나로 제출하십시오: %[1]s", listed(a.Formats)))
	}
	if names := s.call.Submission.Names; !names.Fits(f.name) {
		found.Add(s.aboutHanded("PACK-FILE-NAME", f.path,
			diag.T("the file name %s for “%s” is not as the call asks", "%s(%s): 공고의 파일명 규칙에 맞지 않습니다", f.name, title),
			s.rulebook.Why(s.call.Submission.Cite),
			diag.T("file names: %s; shorten the id or change the ending", "파일명: %s. ID를 줄이거나 확장자를 바꾸십시오", names.Words())))
	}
	return found
}

// overAll compares all that is handed in with what the call takes: the archive
// as it is, or the files together.
func (s *state) overAll(handed []pack.File) diag.List {
	asks := s.call.Submission
	var found diag.List
	why := s.rulebook.Why(asks.Cite)
	sum := call.Size(0)
	for _, f := range handed {
		sum += call.Size(len(f.Data))
	}
	name := s.fixedName("archive")
	if asks.MaxSize > 0 && sum > asks.MaxSize {
		found.Add(s.aboutHanded("PACK-TOTAL", "project.call",
			diag.T("what is handed in, %s, has %s, more than the %s that the call takes", "제출 파일 전체(%s): %s, 공고의 한도 %s 초과", name, sum, asks.MaxSize),
			why, diag.T("make the largest files smaller", "큰 파일부터 줄이십시오")))
	}
	if !asks.ByFile() && !asks.Names.Fits(name) {
		found.Add(s.aboutHanded("PACK-FILE-NAME", "project.id",
			diag.T("the file name %s is not as the call asks", "%s: 공고의 파일명 규칙에 맞지 않습니다", name),
			why, diag.T("file names: %s; shorten project.id", "파일명: %s. project.id를 줄이십시오", asks.Names.Words())))
	}
	return found
}

// aboutHanded makes a finding about a file that is handed in.
func (s *state) aboutHanded(code, path string, message, why, fix diag.Text) diag.Finding {
	return diag.Finding{Code: code, Severity: diag.Unmet, Path: path, Place: s.file.Place(path), Message: message, Why: why, Fix: fix}
}

// origin names the file as whoever has to change it knows it: one that came in
// by its place beside the project file, any other one by its place in the pack.
func (f enclosed) origin() string { return strings.TrimPrefix(f.from, inputsDir+"/") }

func listed(words []string) string { return strings.Join(words, ", ") }
