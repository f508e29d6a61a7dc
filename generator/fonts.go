package generator

import (
	"sync"

	"pactwright/generator/render/pdf"
	"pactwright/templates"
)

// loadFaces reads the embedded fonts, once per process.
var loadFaces = sync.OnceValues(func() (*pdf.Faces, error) { return pdf.LoadFaces(templates.Files, "fonts") })
