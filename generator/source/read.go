package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ErrTooLarge is wrapped by the error of ReadFile for a file over its limit.
var ErrTooLarge = errors.New("file is too large")

// ErrNotFile is wrapped by the error of ReadFile for a folder, a device or a
// pipe.
var ErrNotFile = errors.New("not a file")

// ReadFile reads a file of at most max bytes. A file that is missing, that
// cannot be read, that is no regular file or that is too large is an error and
// not a finding, since there are no lines in it to point at.
func ReadFile(fsys fs.FS, name string, max int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name) // first, since opening a pipe would wait
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, ErrNotFile)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// The size is not taken from Stat: a file may grow while it is read.
	data, err := io.ReadAll(io.LimitReader(f, max+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > max {
		return nil, fmt.Errorf("%s: %w: more than %d bytes", name, ErrTooLarge, max)
	}
	return data, nil
}
