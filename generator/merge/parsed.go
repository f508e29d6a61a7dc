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
	byText map[[2]string]*parsed
}

// maxParsed bounds how many templates are kept. The library has some hundred.
const maxParsed = 4096

// remembered returns a parsed template, or nil and why it cannot be parsed.
func remembered(file, text string) (*parsed, diag.Finding) {
	key := [2]string{file, text}
	parsedFiles.Lock()
	p := parsedFiles.byText[key]
	parsedFiles.Unlock()
	if p != nil {
		return p, diag.Finding{}
	}
	p, f := parseFile(file, text)
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
