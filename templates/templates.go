// Package templates holds the built-in layer of the template library: document
// types, clauses, packages, styles, words and fonts.
package templates

import "embed"

// Files is the embedded library.
//
//go:embed documents clauses packages styles locales fonts
var Files embed.FS
