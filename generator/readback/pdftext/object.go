package pdftext

import (
	"bytes"
	"math"
	"strconv"
)

// The objects of a file. Numbers are float64; words other than false are nil.
type (
	name      string
	dict      map[name]any
	array     []any
	reference struct{ number int }
	written   token // a string as it is written
)

// stream is a dictionary with the bytes behind it, still folded.
type stream struct {
	dict   dict
	raw    []byte
	number int // of the object
}

// object reads the object that begins at the lexer.
func (l *lexer) object(depth int) (any, error) {
	return l.objectOf(l.next(), depth)
}

func (l *lexer) objectOf(t token, depth int) (any, error) {
	if depth > maxDepth {
		return nil, ErrDamaged
	}
	switch t.kind {
	case numberToken:
		if r, ok := l.reference(t); ok {
			return r, nil
		}
		return number(t.text)
	case nameToken:
		return name(t.text), nil
	case textToken, hexToken:
		return written(t), nil
	case wordToken:
		if string(t.text) == "false" {
			return false, nil
		}
		return nil, nil
	case openArray:
		return l.array(depth)
	case openDict:
		return l.dict(depth)
	}
	return nil, ErrDamaged
}

func (l *lexer) array(depth int) (any, error) {
	var a array
	for {
		t := l.next()
		if t.kind == closeArray {
			return a, nil
		}
		o, err := l.objectOf(t, depth+1)
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (l *lexer) dict(depth int) (any, error) {
	d := dict{}
	for {
		t := l.next()
		switch t.kind {
		case closeDict:
			return d, nil
		case nameToken:
		default:
			return nil, ErrDamaged
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		d[name(t.text)] = o
	}
}

// reference reads the rest of "12 0 R" if a number begins one.
func (l *lexer) reference(t token) (reference, bool) {
	n, ok := whole(t.text)
	if !ok {
		return reference{}, false
	}
	before := l.pos
	if generation := l.next(); generation.kind == numberToken {
		if _, ok := whole(generation.text); ok {
			if r := l.next(); r.kind == wordToken && string(r.text) == "R" {
				return reference{n}, true
			}
		}
	}
	l.pos = before
	return reference{}, false
}

// whole reads a number without a sign or a point.
func whole(text []byte) (int, bool) {
	if len(text) == 0 || len(text) > 10 {
		return 0, false
	}
	n := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// number reads a number of the file: a place on the page or a width, never an
// amount.
func number(text []byte) (any, error) {
	f, ok := real(text)
	if !ok {
		return nil, ErrDamaged
	}
	return f, nil
}

func real(text []byte) (float64, bool) {
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || len(text) > 40 {
		return 0, false
	}
	return f, true
}

// body takes the bytes of a stream whose dictionary has just been read. A
// length that is wrong is made good by looking for the end, as viewers do.
func (l *lexer) body(length int) ([]byte, error) {
	rest := l.data[l.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		rest = rest[2:]
	case bytes.HasPrefix(rest, []byte("\n")):
		rest = rest[1:]
	}
	end := []byte("endstream")
	start := len(l.data) - len(rest)
	if length >= 0 && length <= len(rest) && bytes.HasPrefix(bytes.TrimLeft(rest[length:], "\r\n"), end) {
		l.pos = start + length
		return rest[:length], nil
	}
	at := bytes.Index(rest, end)
	if at < 0 {
		l.pos = len(l.data) // all of it has been read
		return nil, ErrDamaged
	}
	l.pos = start + at
	return rest[:at], nil
}
