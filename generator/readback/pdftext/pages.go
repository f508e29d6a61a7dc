package pdftext

// Pages returns how many pages a file has. Any file is looked at, not only what
// the program writes: its table of objects must be there, whole, and lead to the
// pages, which tells a file that is cut off from a sound one. A file that only a
// password opens is [ErrSecret]; one that merely forbids printing or copying is
// not. Nothing is said about what is drawn on the pages.
func Pages(data []byte) (int, error) {
	f, err := newFile(data)
	if err != nil {
		return 0, err
	}
	if err := f.table(); err != nil {
		return 0, err
	}
	if f.root == (reference{}) {
		return 0, ErrDamaged
	}
	if err := f.unlock(); err != nil {
		return 0, err
	}
	pages, err := f.pages()
	return len(pages), err
}
