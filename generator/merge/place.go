package merge

import "pactwright/generator/diag"

// placeOf turns an offset in a template file into its place.
func (m *merger) placeOf(file string, offset int) diag.Place {
	return m.files[file].place(file, offset)
}
