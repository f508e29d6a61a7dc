package cells

// ReadSheet reads the XML of one sheet, for tests.
func ReadSheet(text string) error {
	_, err := (&book{shared: []string{"a"}}).readSheet([]byte(text))
	return err
}
