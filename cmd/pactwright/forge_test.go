package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// recell FILE SHEET CELL OLD NEW puts another number into a cell of a workbook,
// as a program would that keeps everything else.
func recell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: recell FILE SHEET CELL OLD NEW")
	}
	part := ""
	repack(ts, args[0], func(name string, text []byte) ([]byte, int) {
		if name == "xl/workbook.xml" {
			part = sheetPart(ts, text, args[1])
		}
		return text, 1
	})
	cell := regexp.MustCompile(`(<c r="` + args[2] + `"[^>]*>(?:<f>[^<]*</f>)?<v>)` + args[3] + `</v>`)
	repack(ts, args[0], func(name string, text []byte) ([]byte, int) {
		if name != part {
			return text, 0
		}
		return cell.ReplaceAll(text, []byte("${1}"+args[4]+"</v>")), len(cell.FindAll(text, -1))
	})
}

// reword FILE OLD NEW puts other words into the text of a Word document, wherever it
// has them. NEW may have markup.
func reword(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: reword FILE OLD NEW")
	}
	repack(ts, args[0], func(name string, text []byte) ([]byte, int) {
		if name != "word/document.xml" {
			return text, 0
		}
		return bytes.ReplaceAll(text, []byte(args[1]), []byte(args[2])), bytes.Count(text, []byte(args[1]))
	})
}

// repack writes an archive with changed parts. It fails if nothing was changed.
func repack(ts *testscript.TestScript, file string, change func(name string, text []byte) (changed []byte, times int)) {
	data, err := os.ReadFile(ts.MkAbs(file))
	ts.Check(err)
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	all := 0
	for _, f := range in.File {
		text, times := change(f.Name, unzipped(ts, f))
		all += times
		to, err := w.Create(f.Name)
		ts.Check(err)
		_, err = to.Write(text)
		ts.Check(err)
	}
	if all == 0 {
		ts.Fatalf("nothing of %s is changed", file)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(file), out.Bytes(), 0o644))
}

// sheetPart is the part of a sheet: they are numbered in order.
func sheetPart(ts *testscript.TestScript, book []byte, name string) string {
	for i, m := range regexp.MustCompile(`<sheet name="([^"]*)"`).FindAllSubmatch(book, -1) {
		if string(m[1]) == name {
			return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		}
	}
	ts.Fatalf("there is no sheet %s", name)
	return ""
}

func unzipped(ts *testscript.TestScript, f *zip.File) []byte {
	r, err := f.Open()
	ts.Check(err)
	defer r.Close()
	text, err := io.ReadAll(r)
	ts.Check(err)
	return text
}

var stream = regexp.MustCompile(`(?s)\n(\d+) 0 obj\s*<<[^>]*/Length (\d+)[^>]*>>\s*stream\n`)

// retype FILE OLD NEW puts another text of the same length in the place of the
// first that is drawn in a PDF file. The new page is added to the end of the
// file with a table of its own, as editors save.
func retype(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || len(args[1]) != len(args[2]) {
		ts.Fatalf("usage: retype FILE OLD NEW")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	pages := streams(data)
	for _, number := range slices.Sorted(maps.Keys(pages)) {
		codes := alphabet(pages[number])
		old, new := drawn(args[1], codes), drawn(args[2], codes)
		if old == nil || new == nil {
			continue
		}
		for _, number := range slices.Sorted(maps.Keys(pages)) {
			if text := replaced(pages[number], old, new); text != nil {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), saved(data, number, text), 0o644))
				return
			}
		}
	}
	ts.Fatalf("%s does not draw %s", args[0], args[1])
}

// streams are the unpacked streams of a file by the numbers of their objects.
func streams(data []byte) map[int][]byte {
	out := map[int][]byte{}
	for _, m := range stream.FindAllSubmatchIndex(data, -1) {
		length, _ := strconv.Atoi(string(data[m[4]:m[5]]))
		z, err := zlib.NewReader(bytes.NewReader(data[m[1] : m[1]+length]))
		if err != nil {
			continue
		}
		if text, err := io.ReadAll(z); err == nil {
			number, _ := strconv.Atoi(string(data[m[2]:m[3]]))
			out[number] = text
		}
	}
	return out
}

var meaning = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4})>\n`)

// alphabet is how a font calls characters, if the stream is a table that says so.
func alphabet(table []byte) map[rune]uint16 {
	if !bytes.Contains(table, []byte("beginbfchar")) {
		return nil
	}
	out := map[rune]uint16{}
	for _, m := range meaning.FindAllSubmatch(table, -1) {
		code, _ := strconv.ParseUint(string(m[1]), 16, 16)
		r, _ := strconv.ParseUint(string(m[2]), 16, 16)
		out[rune(r)] = uint16(code)
	}
	return out
}

// drawn are the bytes that draw each character of a text; nothing if the font lacks
// one.
func drawn(text string, codes map[rune]uint16) [][]byte {
	var out [][]byte
	for _, r := range text {
		code, ok := codes[r]
		if !ok {
			return nil
		}
		var b []byte
		for _, ch := range [2]byte{byte(code >> 8), byte(code)} {
			switch ch {
			case '(', ')', '\\':
				b = append(b, '\\', ch)
			case '\r':
				b = append(b, '\\', 'r')
			default:
				b = append(b, ch)
			}
		}
		out = append(out, b)
	}
	return out
}

// moved is where a line is moved between two characters.
var moved = regexp.MustCompile(`^\)-?[0-9]+\(`)

// replaced returns a page with the first of a text drawn otherwise, or nothing if it
// is not there.
func replaced(page []byte, old, new [][]byte) []byte {
	for start := range page {
		if !bytes.HasPrefix(page[start:], old[0]) {
			continue
		}
		out, at := bytes.Clone(page[:start]), start
		for i, code := range old {
			if m := moved.Find(page[at:]); i > 0 && m != nil {
				out, at = append(out, m...), at+len(m)
			}
			if !bytes.HasPrefix(page[at:], code) {
				out = nil
				break
			}
			out, at = append(out, new[i]...), at+len(code)
		}
		if out != nil {
			return append(out, page[at:]...)
		}
	}
	return nil
}

// saved adds a new state of one stream to a file.
func saved(data []byte, number int, text []byte) []byte {
	var folded bytes.Buffer
	z := zlib.NewWriter(&folded)
	_, _ = z.Write(text)
	_ = z.Close()
	before := regexp.MustCompile(`startxref\s+(\d+)`).FindAllSubmatch(data, -1)
	root := regexp.MustCompile(`/Root \d+ 0 R`).Find(data)
	size := regexp.MustCompile(`/Size \d+`).Find(data)
	out := bytes.NewBuffer(slices.Clone(data))
	at := out.Len() + 1
	fmt.Fprintf(out, "\n%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", number, folded.Len(), folded.Bytes())
	table := out.Len()
	fmt.Fprintf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		number, at, size, root, before[len(before)-1][1], table)
	return out.Bytes()
}

// cut FILE takes the second half of a file away.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data[:len(data)/2], 0o644))
}
