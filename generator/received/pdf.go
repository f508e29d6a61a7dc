package received

import (
	"errors"

	"pactwright/generator/readback/pdftext"
)

func lookPDF(data []byte) (File, error) {
	pages, err := pdftext.Pages(data)
	switch {
	case err == nil:
		return File{Pages: pages}, nil
	case errors.Is(err, pdftext.ErrSecret):
		return File{}, ErrLocked
	case errors.Is(err, pdftext.ErrTooLarge):
		return File{}, ErrTooLarge
	}
	return File{}, ErrDamaged
}
