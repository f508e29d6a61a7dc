package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// maxReceived bounds one received file; scans of signed papers are smaller.
const maxReceived = 50 << 20

// readReceived looks at every file that came in. A missing or broken one is not
// an error: the rules that need it say so. What is there travels with the pack,
// so that a rebuild sees the same.
func (s *state) readReceived() {
	s.received, s.arrived = map[string]call.FileState{}, map[string][]byte{}
	for _, r := range s.project.Received {
		if r.File == "" {
			continue
		}
		data, err := source.ReadFile(s.world.Dir, r.File, maxReceived)
		switch {
		case errors.Is(err, source.ErrTooLarge):
			s.found.Add(s.tooLarge(r))
		case err != nil:
			s.received[r.File] = call.FileState{}
		default:
			sum := sha256.Sum256(data)
			s.received[r.File] = call.FileState{
				Exists: true, Readable: whole(r.File, data), Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:]),
			}
			s.arrived[r.File] = data
		}
	}
}

// whole reports whether a file can be what its name says: not empty, and a PDF
// if it calls itself one.
func whole(name string, data []byte) bool {
	return len(data) > 0 && (path.Ext(name) != ".pdf" || bytes.HasPrefix(data, []byte("%PDF-")))
}

func (s *state) tooLarge(r project.Received) diag.Finding {
	at := source.Child(r.Path, "file")
	return diag.Finding{
		Code: "RECV-SIZE", Severity: diag.Blocking, Path: at, Place: s.file.Place(at),
		Message: diag.T("%s is larger than %d MiB", "%s: 파일이 %d MiB보다 큽니다", r.File, maxReceived>>20),
		Fix:     diag.T("scan it again at a lower resolution", "해상도를 낮추어 다시 스캔하십시오"),
	}
}
