package source

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"pactwright/generator/diag"
)

// At is embedded by structs that want to know where they were read from.
type At struct {
	Path  string
	Place diag.Place
}

// Pair is one entry of a map with its key, for maps whose order matters.
type Pair[T any] struct {
	Key   string
	Value T
	Path  string     // of the value
	Place diag.Place // of the key
}

// Pairs is a map in the order in which it was written.
type Pairs[T any] []Pair[T]

// InOrder marks a map whose order matters.
func (Pairs[T]) InOrder() {}

type ordered interface{ InOrder() }

// Option changes what [Into] reads and reports.
type Option func(*filler)

// Strict makes keys that no field is named for a finding. It is for files that
// have no schema.
func Strict(d *filler) { d.strict = true }

// Numbers makes Into read every value of type T as a number by a function, for
// types whose form depends on more than the file says: how many decimals an
// amount may have follows from its currency. The function gets the number
// without separators; the fix stands beside what it refuses.
func Numbers[T any](read func(number string) (T, error), fix diag.Text) Option {
	return func(d *filler) {
		if d.numbers == nil {
			d.numbers = map[reflect.Type]numberReader{}
		}
		d.numbers[reflect.TypeFor[T]()] = numberReader{
			read: func(number string) (any, error) { return read(number) }, fix: fix,
		}
	}
}

// numberReader reads the numbers of one type.
type numberReader struct {
	read func(number string) (any, error)
	fix  diag.Text
}

// Into fills the struct that target points to. Fields are named by tags as in
// yaml:"name"; fields without one are left alone. It knows
//
//   - string (any scalar, as written), bool, and signed integers, whose text may
//     have underscores or thousands commas;
//   - bytes from 0 to 255, and arrays, which want a list of just their length;
//   - slices, maps with string keys, [Pairs], pointers, nested structs, and
//     structs embedded with yaml:",inline";
//   - types that an option says how to read, see [Numbers];
//   - types with UnmarshalText, which get the text as written; an error becomes
//     a finding and may have a Korean text by a method Korean() string;
//   - *Value, which gets the value itself, and [At] embedded in a struct.
//
// What is absent or null stays zero. It panics on a target of another type,
// which is a mistake of the program; it never panics on data. The findings
// speak of values that do not fit; v may be nil.
func Into(f *File, v *Value, target any, options ...Option) diag.List {
	dst := reflect.ValueOf(target)
	if dst.Kind() != reflect.Pointer || dst.IsNil() {
		panic(fmt.Sprintf("source: Into needs a pointer, not %T", target))
	}
	if v == nil {
		return nil
	}
	var d filler
	for _, option := range options {
		option(&d)
	}
	d.fill(v, dst.Elem())
	return capped(d.found)
}

type filler struct {
	strict  bool
	numbers map[reflect.Type]numberReader
	found   diag.List
}

func (d *filler) add(code string, v *Value, message, fix diag.Text) {
	d.found.Add(diag.Finding{Code: code, Severity: diag.Blocking, Place: v.Place, Path: v.Path, Message: message, Fix: fix})
}

// wrongType reports a value that is not of the type, in the words of a schema.
func (d *filler) wrongType(v *Value, want string) {
	if isBlankScalar(v) {
		d.add(CodeEmpty, v, emptyMessage(v.Path), emptyAdvice())
		d.found[len(d.found)-1].Gap = true
		return
	}
	d.add(CodeType, v, typeMessage(v, []string{want}), typeAdvice(v, []string{want}))
}

var valueType = reflect.TypeFor[*Value]()

func (d *filler) fill(v *Value, dst reflect.Value) {
	switch {
	case dst.Type() == valueType:
		dst.Set(reflect.ValueOf(v))
		return
	case v.Kind == Null:
		setPlaces(v, dst)
		return
	case dst.Kind() == reflect.Pointer:
		dst.Set(reflect.New(dst.Type().Elem()))
		d.fill(v, dst.Elem())
		return
	}
	if reader, ok := d.numbers[dst.Type()]; ok {
		d.number(v, reader, dst)
		return
	}
	if reader, ok := dst.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.text(v, reader)
		setPlaces(v, dst)
		return
	}
	switch dst.Kind() {
	case reflect.String:
		d.string(v, dst)
	case reflect.Bool:
		d.bool(v, dst)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.int(v, dst)
	case reflect.Uint8:
		d.byte(v, dst)
	case reflect.Array:
		d.array(v, dst)
	case reflect.Slice:
		d.slice(v, dst)
	case reflect.Map:
		d.mapping(v, dst)
	case reflect.Struct:
		d.structure(v, dst)
	default:
		panic(fmt.Sprintf("source: Into cannot fill a %s", dst.Type()))
	}
}

func (d *filler) string(v *Value, dst reflect.Value) {
	if !v.IsScalar() {
		d.wrongType(v, "string")
		return
	}
	dst.SetString(v.Text)
}

func (d *filler) bool(v *Value, dst reflect.Value) {
	if v.Kind != Bool {
		d.wrongType(v, "boolean")
		return
	}
	dst.SetBool(strings.EqualFold(v.Text, "true"))
}

func (d *filler) int(v *Value, dst reflect.Value) {
	n, ok := wholeNumber(v.Text)
	switch {
	case v.Kind != Number && v.Kind != String, !ok && !manyDigits(v.Text):
		d.wrongType(v, "integer")
	case !ok, dst.OverflowInt(n):
		d.add(CodeRange, v, diag.T("%s: the number is too large: %s", "%s: 숫자가 너무 큽니다: %s", named(v.Path), shown(v.Text)),
			diag.T("correct the number", "숫자를 고치십시오"))
	default:
		dst.SetInt(n)
	}
}

// number fills a number by the reader of its type.
func (d *filler) number(v *Value, reader numberReader, dst reflect.Value) {
	text, ok := plainNumber(v.Text)
	if v.Kind != Number && v.Kind != String || !ok {
		d.wrongType(v, "number")
		return
	}
	read, err := reader.read(text)
	if err != nil {
		d.add(CodeValue, v, diag.T("%s: %s", "%s: %s", named(v.Path), errorText(err)), reader.fix)
		return
	}
	dst.Set(reflect.ValueOf(read))
}

// byte fills a number from 0 to 255, as a part of a colour is.
func (d *filler) byte(v *Value, dst reflect.Value) {
	n, ok := wholeNumber(v.Text)
	if !ok || n < 0 || dst.OverflowUint(uint64(n)) {
		d.wrongType(v, "integer")
		return
	}
	dst.SetUint(uint64(n))
}

// array fills a list of exactly as many values as there are places.
func (d *filler) array(v *Value, dst reflect.Value) {
	if v.Kind != List || len(v.Items) != dst.Len() {
		d.wrongType(v, "array")
		return
	}
	for i, item := range v.Items {
		d.fill(item, dst.Index(i))
	}
}

// Digits returns a number as written without what groups its digits.
func Digits(text string) string { return strings.NewReplacer("_", "", ",", "").Replace(text) }

// manyDigits reports whether text is a whole number too large to be read.
func manyDigits(text string) bool {
	digits := strings.Trim(Digits(text), "+-")
	return len(digits) > 18 && digits[0] != '0' && strings.Trim(digits, "0123456789") == ""
}

func (d *filler) slice(v *Value, dst reflect.Value) {
	if _, ok := dst.Interface().(ordered); ok {
		d.pairs(v, dst)
		return
	}
	if v.Kind != List {
		d.wrongType(v, "array")
		return
	}
	all := reflect.MakeSlice(dst.Type(), len(v.Items), len(v.Items))
	for i, item := range v.Items {
		d.fill(item, all.Index(i))
	}
	dst.Set(all)
}

func (d *filler) pairs(v *Value, dst reflect.Value) {
	if v.Kind != Map {
		d.wrongType(v, "object")
		return
	}
	all := reflect.MakeSlice(dst.Type(), len(v.Entries), len(v.Entries))
	for i, e := range v.Entries {
		pair := all.Index(i)
		pair.FieldByName("Key").SetString(e.Key)
		pair.FieldByName("Path").SetString(e.Value.Path)
		pair.FieldByName("Place").Set(reflect.ValueOf(e.KeyPlace))
		d.fill(e.Value, pair.FieldByName("Value"))
	}
	dst.Set(all)
}

func (d *filler) mapping(v *Value, dst reflect.Value) {
	if dst.Type().Key().Kind() != reflect.String {
		panic(fmt.Sprintf("source: Into cannot fill a %s", dst.Type()))
	}
	if v.Kind != Map {
		d.wrongType(v, "object")
		return
	}
	all := reflect.MakeMapWithSize(dst.Type(), len(v.Entries))
	for _, e := range v.Entries {
		value := reflect.New(dst.Type().Elem()).Elem()
		d.fill(e.Value, value)
		all.SetMapIndex(reflect.ValueOf(e.Key).Convert(dst.Type().Key()), value)
	}
	dst.Set(all)
}
