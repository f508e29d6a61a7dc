package source

// Codes of the findings about YAML files. All of them are blocking: a file that
// is not understood cannot become a true document.
const (
	CodeText    = "YAML-TEXT"    // not text in UTF-8
	CodeChar    = "YAML-CHAR"    // a character that no document can carry
	CodeSize    = "YAML-SIZE"    // larger than a limit
	CodeBlank   = "YAML-BLANK"   // nothing in the file
	CodeSyntax  = "YAML-SYNTAX"  // not YAML
	CodeDocs    = "YAML-DOCS"    // more than one document in the file
	CodeDeep    = "YAML-DEEP"    // nested too deeply
	CodeAlias   = "YAML-ALIAS"   // an alias that is unknown, circular or unfolds without end
	CodeMerge   = "YAML-MERGE"   // the merge key <<
	CodeTag     = "YAML-TAG"     // an explicit type such as !!float
	CodeName    = "YAML-NAME"    // a key that is not text
	CodeTwice   = "YAML-TWICE"   // the same key or item twice
	CodeKey     = "YAML-KEY"     // a key that is not known
	CodeMissing = "YAML-MISSING" // a required key that is not there
	CodeType    = "YAML-TYPE"    // a list where a number is needed, and the like
	CodeEnum    = "YAML-ENUM"    // not one of the possible values
	CodeFormat  = "YAML-FORMAT"  // not in the form needed
	CodeEmpty   = "YAML-EMPTY"   // no value
	CodeRange   = "YAML-RANGE"   // too small, large, short or long
	CodeCount   = "YAML-COUNT"   // too few or too many entries
	CodeRule    = "YAML-RULE"    // another rule of the schema
	CodeValue   = "YAML-VALUE"   // text that is not the amount, date or the like it stands for
	CodePatch   = "YAML-PATCH"   // a value that cannot be changed in place
	CodeMore    = "YAML-MORE"    // further findings were left out
)
