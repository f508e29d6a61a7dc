package doc

import "pactwright/generator/diag"

// Picture is a logo as it is printed: opaque dots in rows from the top, three bytes
// each, red, green and blue.
type Picture struct {
	Width, Height int // dots
	RGB           []byte
	Alt           diag.Text // what it shows, for those who do not see it
}
