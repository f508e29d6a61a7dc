package source

import (
	"strconv"
	"strings"
	"unicode"
)

// step is one part of a path: a key or the index of an item.
type step struct {
	key   string
	index int
	item  bool
}

// Child returns the path of a key below a path. A key that would be misread in
// a path is written as ["a.b"].
func Child(path, key string) string {
	switch {
	case !plainKey(key):
		return path + "[" + strconv.Quote(key) + "]"
	case path == "":
		return key
	}
	return path + "." + key
}

// Item returns the path of an item of a list below a path, counting from 0.
func Item(path string, index int) string {
	return path + "[" + strconv.Itoa(index) + "]"
}

func plainKey(key string) bool {
	if key == "" || strings.ContainsAny(key, `.[]"`) {
		return false
	}
	return !strings.ContainsFunc(key, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
}

// parsePath splits a path into its steps; the empty path has none.
func parsePath(path string) (steps []step, ok bool) {
	for rest := path; rest != ""; {
		var s step
		s, rest, ok = nextStep(rest, len(steps) == 0)
		if !ok {
			return nil, false
		}
		steps = append(steps, s)
	}
	return steps, true
}

func nextStep(path string, first bool) (s step, rest string, ok bool) {
	if strings.HasPrefix(path, "[") {
		return bracketStep(path[1:])
	}
	if !first {
		if path, ok = strings.CutPrefix(path, "."); !ok {
			return step{}, "", false
		}
	}
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		end = len(path)
	}
	return step{key: path[:end]}, path[end:], end > 0
}

func bracketStep(path string) (s step, rest string, ok bool) {
	if quoted, err := strconv.QuotedPrefix(path); err == nil {
		key, err := strconv.Unquote(quoted)
		rest, ok = strings.CutPrefix(path[len(quoted):], "]")
		return step{key: key}, rest, ok && err == nil
	}
	digits, rest, ok := strings.Cut(path, "]")
	index, err := strconv.Atoi(digits)
	return step{index: index, item: true}, rest, ok && err == nil && index >= 0
}
