package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/received"
	"pactwright/generator/source"
)

// Bounds on the files that came in. Scans of signed papers are smaller.
const (
	maxReceived    = 50 << 20
	maxAllReceived = 200 << 20 // together
)

// readReceived looks at every file that came in and says what is wrong with it.
// That a paper is asked for and does not count as there is for the rules to say.
// What is there travels with the pack, so that a rebuild sees the same.
func (s *state) readReceived() {
	s.received, s.arrived = map[string]call.FileState{}, map[string][]byte{}
	left := int64(maxAllReceived)
	for i := range s.project.Received {
		r := &s.project.Received[i]
		if r.File == "" {
			continue
		}
		data, known := s.arrived[r.File]
		if !known {
			var err error
			if data, err = s.fetch(r.File, min(left, maxReceived)); err != nil {
				f := s.notRead(r, err, left)
				s.received[r.File] = call.FileState{Exists: !errors.Is(err, fs.ErrNotExist), Fault: f.Message}
				s.found.Add(f)
				continue
			}
			left -= int64(len(data))
		}
		s.arrived[r.File] = data
		s.received[r.File] = s.examine(r, data)
	}
}

// errOutside says that a link leads out of the folder of the project.
var errOutside = errors.New("the link leads out of the folder")

// fetch reads a file of the project's folder. A link that leads out of it is not
// followed: what lies there was never meant to be handed in.
func (s *state) fetch(name string, max int64) ([]byte, error) {
	if err := inside(s.world.Dir, name); err != nil {
		return nil, err
	}
	return source.ReadFile(s.world.Dir, name, max)
}

// maxLinks bounds how many links lead to one file.
const maxLinks = 40

// inside follows the links in a path and makes sure that all of them stay in
// the folder.
func inside(dir fs.FS, name string) error {
	at, rest := ".", strings.Split(name, "/")
	for links := 0; len(rest) > 0; {
		next := path.Join(at, rest[0])
		if !fs.ValidPath(next) {
			return errOutside
		}
		info, err := fs.Lstat(dir, next)
		if err != nil {
			return err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at, rest = next, rest[1:]
			continue
		}
		target, err := fs.ReadLink(dir, next)
		if links++; err != nil || links > maxLinks || path.IsAbs(target) || strings.Contains(target, `\`) || strings.Contains(target, ":") {
			return errOutside
		}
		rest = append(strings.Split(target, "/"), rest[1:]...)
	}
	return nil
}

// examine tells whether a file is what its name says, and whether it is the one
// that the project file means.
func (s *state) examine(r *project.Received, data []byte) call.FileState {
	sum := sha256.Sum256(data)
	state := call.FileState{Exists: true, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
	if r.SHA256 != "" && !strings.EqualFold(r.SHA256, state.SHA256) {
		s.found.Add(s.otherHash(r, state.SHA256))
	}
	look, err := received.Look(r.File, data)
	if err != nil {
		f := s.unusable(r, look, err)
		s.found.Add(f)
		state.Fault = f.Message
		return state
	}
	state.Readable, state.Pages = true, look.Pages
	return state
}

// aboutFile makes a finding about a file that came in. The documents are right
// without it, so it does not block.
func (s *state) aboutFile(r *project.Received, code string, message, why, fix diag.Text) diag.Finding {
	at := source.Child(r.Path, "file")
	return diag.Finding{Code: code, Severity: diag.Unmet, Path: at, Place: s.file.Place(at), Message: message, Why: why, Fix: fix}
}

// codeMissing is of a file that is not there. Rules that need it say so, too.
const codeMissing = "RECV-MISSING"

// notRead words why a file could not be read at all.
func (s *state) notRead(r *project.Received, err error, left int64) diag.Finding {
	counts := diag.T("a paper counts as received only with its file", "받은 서류는 파일이 있어야 인정됩니다")
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		return s.aboutFile(r, codeMissing,
			diag.T("the file %s is not there", "%s: 파일이 없습니다", r.File), counts,
			diag.T("put it there, counted from the folder of the project file, or correct the name", "과제 파일이 있는 폴더를 기준으로 그 자리에 파일을 두거나 이름을 고치십시오"))
	case errors.Is(err, errOutside):
		return s.aboutFile(r, "RECV-LINK",
			diag.T("%s is a link that leads out of the folder of the project", "%s: 과제 폴더 밖을 가리키는 링크입니다", r.File),
			diag.T("only files of the project's own folder come into the pack, so that nothing else is handed in by mistake", "엉뚱한 파일이 제출되지 않도록 과제 폴더 안의 파일만 팩에 넣습니다"),
			diag.T("put the file itself there", "링크 대신 파일을 그 자리에 두십시오"))
	case errors.Is(err, source.ErrTooLarge) && left < maxReceived:
		f := s.tooLarge(r)
		f.Message = diag.T("with %s, the files that came in are larger than %d MiB together", "%s: 이 파일까지 받은 파일의 합계가 %d MiB를 넘습니다", r.File, maxAllReceived>>20)
		return f
	case errors.Is(err, source.ErrTooLarge):
		return s.tooLarge(r)
	}
	return s.aboutFile(r, "RECV-FILE",
		diag.T("%s is a folder or something else that cannot be opened as a file", "%s: 폴더 등 파일로 열 수 없는 것입니다", r.File), counts,
		diag.T("name the file itself, and make sure that you may read it", "파일 자체를 적고 읽을 권한이 있는지 확인하십시오"))
}

func (s *state) tooLarge(r *project.Received) diag.Finding {
	f := s.aboutFile(r, "RECV-SIZE",
		diag.T("%s is larger than %d MiB", "%s: 파일이 %d MiB보다 큽니다", r.File, maxReceived>>20), diag.Text{},
		diag.T("scan it again at a lower resolution", "해상도를 낮추어 다시 스캔하십시오"))
	f.Severity = diag.Blocking
	return f
}

// otherHash blocks, as every contradiction does: the file and its hash cannot
// both be right, and nothing else tells which paper was meant.
func (s *state) otherHash(r *project.Received, is string) diag.Finding {
	at := source.Child(r.Path, "sha256")
	return diag.Finding{
		Code: "RECV-HASH", Severity: diag.Blocking, Path: at, Place: s.file.Place(at),
		Message: diag.T("%s is not the file that was received: its SHA-256 is %s", "%s: 받았던 파일이 아닙니다. 현재 파일의 SHA-256은 %s입니다", r.File, is),
		Why:     diag.T("the stated hash and the file contradict each other, and what is handed in would rest on one of them", "적힌 해시와 파일이 서로 다르며, 제출물은 그중 하나를 근거로 하게 됩니다"),
		Fix:     diag.T("put back the file as it came in; if this one replaces it, write its hash", "받은 원본을 되돌려 놓으십시오. 이 파일로 바꾼 것이라면 새 해시를 적으십시오"),
	}
}

// unusable words why a file that is there does not count.
func (s *state) unusable(r *project.Received, look received.File, err error) diag.Finding {
	opens := diag.T("what cannot be opened proves nothing and is not handed in", "열 수 없는 파일은 증빙이 되지 않으며 제출 파일에 넣지 않습니다")
	again := diag.T("get the file again, whole and without a password", "암호 없는 온전한 파일을 다시 받으십시오")
	switch {
	case errors.Is(err, received.ErrEnding):
		return s.aboutFile(r, "RECV-ENDING",
			diag.T("%s has an ending that is not taken", "%s: 받지 않는 확장자입니다", r.File),
			diag.T("whether a file can be opened is known of these kinds only: %[1]s", "열리는지 확인할 수 있는 종류: %[1]s", endings()),
			diag.T("save or scan it as one of these, best as pdf", "이 중 하나로, 되도록 pdf로 저장하거나 스캔하십시오"))
	case errors.Is(err, received.ErrEmpty):
		return s.aboutFile(r, "RECV-EMPTY", diag.T("%s is empty", "%s: 빈 파일입니다", r.File), opens, again)
	case errors.Is(err, received.ErrOther):
		return s.aboutFile(r, "RECV-KIND",
			diag.T("%s is no %s file, as its ending says", "%s: 확장자와 달리 %s 파일이 아닙니다", r.File, look.Kind), opens,
			diag.T("give it the ending of what it is, or save it as what it is called", "실제 종류에 맞는 확장자를 붙이거나 그 종류로 다시 저장하십시오"))
	case errors.Is(err, received.ErrLocked):
		return s.aboutFile(r, "RECV-LOCKED", diag.T("%s opens with a password only", "%s: 암호가 있어야 열리는 파일입니다", r.File), opens, again)
	case errors.Is(err, received.ErrTooLarge):
		return s.aboutFile(r, "RECV-BOUND",
			diag.T("%s holds more than is read: pages, pixels, or unpacked parts", "%s: 쪽수, 화소 또는 압축을 푼 크기가 읽을 수 있는 한도를 넘습니다", r.File), opens,
			diag.T("split it or save it smaller", "나누거나 더 작게 저장하십시오"))
	}
	return s.aboutFile(r, "RECV-DAMAGED", diag.T("%s is damaged or cut off", "%s: 손상되었거나 잘린 파일입니다", r.File), opens, again)
}

func endings() string { return strings.Join(received.Endings(), ", ") }

// papers returns the files that came in for something and can be read.
func (s *state) papers(what string) []*project.Received {
	var out []*project.Received
	for i := range s.project.Received {
		if r := &s.project.Received[i]; r.For == what && what != "" && s.received[r.File].Readable {
			out = append(out, r)
		}
	}
	return out
}
