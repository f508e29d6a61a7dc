package readback

// Shown returns the figures of a text as they are compared, for tests.
func Shown(text string) []string {
	var out []string
	for _, f := range figures(text) {
		out = append(out, f.text)
	}
	return out
}
