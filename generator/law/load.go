package law

import (
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Codes of the findings about a file in data/laws. All of them are blocking:
// what stands in such a file is printed as law.
const (
	CodeEmpty   = "LAW-FILE-EMPTY"   // something that every entry must have is missing
	CodeTwice   = "LAW-FILE-TWICE"   // two entries with one key
	CodeUnknown = "LAW-FILE-UNKNOWN" // a key that nothing in the file has
	CodeDate    = "LAW-FILE-DATE"    // no date of the last reading, or a day that does not exist
	CodePercent = "LAW-FILE-PERCENT" // a limit that is no share of a whole
	CodeDefault = "LAW-FILE-DEFAULT" // a limit said to be found, cited from a provision that was not

	CodeThreshold = "LAW-FILE-THRESHOLD" // a threshold that is not one amount or term
)

// Load reads one law version from a file in data/laws. Keys that mean nothing
// are findings, as are entries without a source. The version is never nil; it
// is complete only if nothing was found.
func Load(name string, data []byte) (*Version, diag.List) {
	file, found := source.Decode(name, data)
	v, more := Read(file)
	return v, append(found, more...)
}

// Read reads one law version from a file that was decoded, and laid over those
// that it extends.
func Read(file *source.File) (*Version, diag.List) {
	v := &Version{File: file}
	if file.Root == nil {
		return v, nil
	}
	found := source.Into(file, file.Root, v, source.Strict)
	r := review{version: v, file: file}
	r.head()
	r.instruments()
	r.citations()
	r.categories()
	r.limits()
	r.thresholds()
	r.sources()
	r.topics()
	r.settings()
	r.counting()
	r.holidays()
	found.Add(r.found...)
	return v, found
}
