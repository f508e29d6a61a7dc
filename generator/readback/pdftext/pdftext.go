// Package pdftext reads the text of a PDF file, page by page, from its bytes
// alone. It shares nothing with the code that writes our files and knows of text
// only what those need: plain and deflated streams, fonts of two-byte characters
// with a table of what each character means. Anything else is [ErrForm], so
// that text it cannot see never passes for text that is not there. [Pages] looks
// at files of any origin and needs only their structure.
//
// What it reads is what a reader copies or searches: the meaning of the
// characters, not the shapes drawn for them.
package pdftext

import (
	"errors"
	"fmt"
)

// Why a file cannot be read.
var (
	ErrDamaged  = errors.New("the file is damaged")
	ErrTooLarge = errors.New("the file is larger than can be read")
	ErrForm     = errors.New("the file has a form that is not read here")
	ErrSecret   = errors.New("the file opens with a password only")
)

// Bounds on what is read. A contract of sixty pages unfolds to a few megabytes.
const (
	maxFile    = 64 << 20 // bytes of the file
	maxUnfold  = 64 << 20 // bytes of all streams together
	maxPages   = 5_000
	maxObjects = 500_000
	maxDepth   = 64 // of nested objects, and of the tree of pages
	maxText    = 16 << 20
)

// PageError is what is wrong on one page.
type PageError struct {
	Page int // from 1
	Err  error
}

// Error returns the reason with the page.
func (e *PageError) Error() string { return fmt.Sprintf("page %d: %v", e.Page, e.Err) }

// Unwrap returns the reason.
func (e *PageError) Unwrap() error { return e.Err }

// Read returns the text of each page in the order in which it is drawn. A line
// ends where the next text does not follow on the same baseline, so that words
// and the cells of a table stay apart. The errors wrap one of those above.
func Read(data []byte) ([]string, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	pages, err := f.pages()
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(pages))
	size := 0
	for i, p := range pages {
		if texts[i], err = f.text(p); err != nil {
			return nil, &PageError{i + 1, err}
		}
		if size += len(texts[i]); size > maxText {
			return nil, ErrTooLarge
		}
	}
	return texts, nil
}
