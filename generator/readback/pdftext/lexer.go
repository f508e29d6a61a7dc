package pdftext

import "bytes"

// kind is the kind of a token.
type kind uint8

const (
	endToken kind = iota
	numberToken
	nameToken // without its slash
	textToken // a string in brackets, as it is written
	hexToken  // a string in angle brackets, as it is written
	wordToken // true, obj, Tj
	openArray
	closeArray
	openDict
	closeDict
	badToken
)

// token is one token of a file or of a page's content. Its bytes are those of
// the file.
type token struct {
	kind kind
	text []byte
}

// lexer cuts bytes into tokens.
type lexer struct {
	data []byte
	pos  int
}

// class tells white space, delimiters and the rest apart.
var class = func() (table [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		table[c] = blank
	}
	for _, c := range "()<>[]{}/%" {
		table[c] = delimiter
	}
	return table
}()

const (
	regular uint8 = iota
	blank
	delimiter
)

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case class[c] == blank:
			l.pos++
		case c == '%':
			end := bytes.IndexAny(l.data[l.pos:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.pos
			}
			l.pos += end
		default:
			return
		}
	}
}

// next returns the next token.
func (l *lexer) next() token {
	l.skip()
	if l.pos >= len(l.data) {
		return token{kind: endToken}
	}
	start := l.pos
	switch c := l.data[l.pos]; c {
	case '/':
		l.pos++
		return token{nameToken, l.run()}
	case '(':
		return l.literal()
	case '<':
		if bytes.HasPrefix(l.data[l.pos:], []byte("<<")) {
			l.pos += 2
			return token{openDict, l.data[start:l.pos]}
		}
		return l.hex()
	case '>':
		if bytes.HasPrefix(l.data[l.pos:], []byte(">>")) {
			l.pos += 2
			return token{closeDict, l.data[start:l.pos]}
		}
	case '[':
		l.pos++
		return token{openArray, l.data[start:l.pos]}
	case ']':
		l.pos++
		return token{closeArray, l.data[start:l.pos]}
	default:
		if class[c] == regular {
			text := l.run()
			if c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
				return token{numberToken, text}
			}
			return token{wordToken, text}
		}
	}
	l.pos++
	return token{badToken, l.data[start:l.pos]}
}

// run takes the regular characters that follow.
func (l *lexer) run() []byte {
	start := l.pos
	for l.pos < len(l.data) && class[l.data[l.pos]] == regular {
		l.pos++
	}
	return l.data[start:l.pos]
}

// literal takes a string in brackets, which may hold brackets in pairs.
func (l *lexer) literal() token {
	start, open := l.pos+1, 0
	for ; l.pos < len(l.data); l.pos++ {
		switch l.data[l.pos] {
		case '\\':
			l.pos++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return token{textToken, l.data[start : l.pos-1]}
			}
		}
	}
	l.pos = len(l.data)
	return token{kind: badToken}
}

func (l *lexer) hex() token {
	start := l.pos + 1
	end := bytes.IndexByte(l.data[start:], '>')
	if end < 0 {
		l.pos = len(l.data)
		return token{kind: badToken}
	}
	l.pos = start + end + 1
	return token{hexToken, l.data[start : start+end]}
}

// unescape returns the bytes that a string in brackets stands for, in the
// buffer.
func unescape(buffer, text []byte) []byte {
	buffer = buffer[:0]
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\r': // any line end is a line feed
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			c = '\n'
		case c == '\\' && i+1 < len(text):
			i++
			var skip int
			c, skip = escaped(text[i:])
			i += skip
			if skip < 0 { // a line end that is not part of the string
				i++
				if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
					i++
				}
				continue
			}
		}
		buffer = append(buffer, c)
	}
	return buffer
}

// escaped returns what stands for the characters behind a backslash, and how
// many more than one they are; -1 for a line end.
func escaped(text []byte) (c byte, more int) {
	switch c = text[0]; c {
	case 'n':
		return '\n', 0
	case 'r':
		return '\r', 0
	case 't':
		return '\t', 0
	case 'b':
		return '\b', 0
	case 'f':
		return '\f', 0
	case '\r', '\n':
		return 0, -1
	}
	if c < '0' || c > '7' {
		return c, 0
	}
	n, value := 0, 0
	for n < 3 && n < len(text) && text[n] >= '0' && text[n] <= '7' {
		value = value*8 + int(text[n]-'0')
		n++
	}
	return byte(value), n - 1
}

// unhex returns the bytes that a string in angle brackets stands for, in the
// buffer. A digit that is missing at the end is 0.
func unhex(buffer, text []byte) ([]byte, bool) {
	buffer = buffer[:0]
	half, value := false, byte(0)
	for _, c := range text {
		switch {
		case class[c] == blank:
			continue
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return nil, false
		}
		if half {
			buffer = append(buffer, value<<4|c)
		}
		half, value = !half, c
	}
	if half {
		buffer = append(buffer, value<<4)
	}
	return buffer, true
}
