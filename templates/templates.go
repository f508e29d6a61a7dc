// Package templates holds the built-in layer of the template library: document
// types, clauses, packages, styles, words, fonts and the questions of the guide.
package templates

import "embed"

// Files is the embedded library.
//
//go:embed documents clauses packages styles locales fonts guide.yaml
var Files embed.FS
