package call

import "pactwright/generator/diag"

// FileState is what is known of a file that came in.
type FileState struct {
	Exists   bool
	Readable bool // it is whole and of the kind that its ending says
	Size     int64
	SHA256   string
	Pages    int       // of a PDF; 0: not known
	Fault    diag.Text // what is wrong with a file that is not readable
}
