package source

// Limits on what is read. They are far above what a project needs and low
// enough that no file can hold the program up.
const (
	MaxFile     = 2 << 20  // bytes of a file
	MaxDepth    = 64       // maps and lists inside each other
	MaxValues   = 200_000  // values of a file, aliases written out
	MaxAliased  = 10_000   // values that come from aliases
	MaxScalar   = 64 << 10 // bytes of one scalar
	MaxKey      = 128      // runes of one key
	MaxPath     = 512      // bytes of one path
	MaxFindings = 1_000    // findings about one file
	maxDigits   = 64       // characters of a number; more of them are text
	maxBadRunes = 20       // forbidden characters reported one by one
)
