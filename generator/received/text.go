package received

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// lookText takes text in UTF-8 without control characters other than line ends
// and tabs. Text in another encoding would not be read everywhere as it was
// written.
func lookText(data []byte) (File, error) {
	if !utf8.Valid(data) {
		return File{}, ErrOther
	}
	for _, r := range string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))) {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' && r != '\f' {
			return File{}, ErrOther
		}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return File{}, ErrEmpty
	}
	return File{}, nil
}
