package merge

import (
	"sync"

	"pactwright/generator/diag"
)

// parsedFiles are the templates that were parsed, by file and text: a program
// that makes many documents parses each file of the library once. Those that
// cannot be parsed are not kept.
var parsedFiles struct {
	sync.Mutex
	last   int // the id that was given last
	byText map[[2]string]*parsed
}

// maxParsed bounds how many templates are kept. The library has some hundred.
const maxParsed = 4096

// remembered returns a parsed template, or nil and why it cannot be parsed.
func remembered(file, text string) (*parsed, diag.Finding) {
	key := [2]string{file, text}
	parsedFiles.Lock()
	p := parsedFiles.byText[key]
	if p == nil {
		parsedFiles.last++
	}
	id := parsedFiles.last
	parsedFiles.Unlock()
	if p != nil {
		return p, diag.Finding{}
	}
	p, f := parseFile(file, text, id)
	if p == nil {
		return nil, f
	}
	parsedFiles.Lock()
	defer parsedFiles.Unlock()
	if parsedFiles.byText == nil || len(parsedFiles.byText) >= maxParsed {
		parsedFiles.byText = map[[2]string]*parsed{}
	}
	parsedFiles.byText[key] = p
	return p, diag.Finding{}
}
