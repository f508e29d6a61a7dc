// Package data holds what the program knows: the schema of project files, calls,
// versions of the law, reference data and the bundled example. The folders are
// named one by one, so that a private project can never end up in a binary.
package data

import "embed"

// Files is the embedded data.
//
//go:embed schema calls laws reference examples
var Files embed.FS
