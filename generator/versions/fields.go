package versions

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/review"
	"pactwright/generator/source"
)

// fields compares the two project files value by value. Entries of lists are the
// same if they have the same id, wherever they stand.
func (c *Comparison) fields(old, new Version) {
	if old.File == nil || new.File == nil || old.File.Root == nil || new.File.Root == nil {
		c.missing(diag.T("the project file", "과제 파일"), old.File == nil || old.File.Root == nil, new.File == nil || new.File.Root == nil)
		return
	}
	f := fieldReader{c: c, planned: len(old.Contracts) > 0 && len(new.Contracts) > 0}
	f.value(old.File.Root, new.File.Root, "")
}

type fieldReader struct {
	c       *Comparison
	planned bool // options and parameters are compared as the contracts have them
}

// value compares two values; one of them may be missing. name is the path with
// the ids of entries instead of their places.
func (f fieldReader) value(old, new *source.Value, name string) {
	switch {
	case old == nil && new == nil || f.planned && chosen(name):
	case isMap(old) && isMap(new):
		for _, key := range keysOf(old, new) {
			f.value(old.Get(key), new.Get(key), child(name, key))
		}
	case isList(old) && isList(new):
		f.list(old, new, name)
	case old != nil && new != nil && old.IsScalar() && new.IsScalar():
		if tidy(old) != tidy(new) {
			f.add(old, new, name)
		}
	case old == nil && entryOf(new) || new == nil && entryOf(old):
		f.add(old, new, name)
	case old == nil:
		f.below(new, name, func(v *source.Value, name string) { f.add(nil, v, name) })
	case new == nil:
		f.below(old, name, func(v *source.Value, name string) { f.add(v, nil, name) })
	default:
		f.add(old, new, name)
	}
}

// chosen reports whether a path is a choice of clauses.
func chosen(name string) bool {
	rest, ok := strings.CutPrefix(name, "agreements[")
	_, key, inside := strings.Cut(rest, "].")
	return ok && inside && (key == "clauses" || key == "package" || strings.HasPrefix(key, "clauses."))
}

func isMap(v *source.Value) bool  { return v != nil && v.Kind == source.Map }
func isList(v *source.Value) bool { return v != nil && v.Kind == source.List }

// entryOf reports whether a value is an entry that is told as a whole.
func entryOf(v *source.Value) bool { return v != nil && (v.IsScalar() || v.Get("id") != nil) }

// below visits the values below one that stands in one version only.
func (f fieldReader) below(v *source.Value, name string, visit func(*source.Value, string)) {
	switch {
	case entryOf(v):
		visit(v, name)
	case isMap(v):
		for _, e := range v.Entries {
			f.below(e.Value, child(name, e.Key), visit)
		}
	case isList(v):
		for i, item := range v.Items {
			f.below(item, name+"["+idOf(item, "", i)+"]", visit)
		}
	}
}

func keysOf(old, new *source.Value) []string {
	var out []string
	for _, v := range []*source.Value{new, old} {
		for _, e := range v.Entries {
			if !slices.Contains(out, e.Key) {
				out = append(out, e.Key)
			}
		}
	}
	return out
}

func child(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}

// idKeys are the keys by which entries of lists are known again, the surest
// first.
var idKeys = []string{"id", "party", "currency", "file", "for", "article", "type", "code", "name"}

func (f fieldReader) list(old, new *source.Value, name string) {
	key := ""
	for _, k := range idKeys {
		if unique(old.Items, k) && unique(new.Items, k) {
			key = k
			break
		}
	}
	if key == "" && plain(old.Items) && plain(new.Items) && !counted(old.Items, new.Items) {
		f.set(old, new, name)
		return
	}
	taken := map[string]bool{}
	for i, n := range new.Items {
		id := idOf(n, key, i)
		taken[id] = true
		f.value(itemBy(old.Items, key, id), n, name+"["+id+"]")
	}
	for i, o := range old.Items {
		if id := idOf(o, key, i); !taken[id] {
			f.value(o, nil, name+"["+id+"]")
		}
	}
}

func unique(items []*source.Value, key string) bool {
	seen := map[string]bool{}
	for _, item := range items {
		id := item.Get(key)
		if id == nil || !id.IsScalar() || id.Text == "" || seen[id.Text] {
			return false
		}
		seen[id.Text] = true
	}
	return true
}

func plain(items []*source.Value) bool {
	return !slices.ContainsFunc(items, func(v *source.Value) bool { return !v.IsScalar() })
}

// counted reports whether two lists hold a value for each of something, such as
// the phases.
func counted(old, new []*source.Value) bool {
	all := slices.Concat(old, new)
	return len(old) == len(new) && !slices.ContainsFunc(all, func(v *source.Value) bool { return v.Kind != source.Number })
}

// set compares two lists of words, of which only the members count.
func (f fieldReader) set(old, new *source.Value, name string) {
	texts := func(v *source.Value) []string {
		var out []string
		for _, item := range v.Items {
			out = append(out, item.Text)
		}
		return out
	}
	if a, b := texts(old), texts(new); !slices.Equal(a, b) {
		f.put(Change{Kind: Changed, What: both(name), Old: both(strings.Join(a, ", ")), New: both(strings.Join(b, ", "))}, old, new, name)
	}
}

func idOf(item *source.Value, key string, i int) string {
	if id := item.Get(key); key != "" && id != nil {
		return id.Text
	}
	if id := item.Get("id"); id != nil && id.IsScalar() {
		return id.Text
	}
	return strconv.Itoa(i)
}

func itemBy(items []*source.Value, key, id string) *source.Value {
	for i, item := range items {
		if idOf(item, key, i) == id {
			return item
		}
	}
	return nil
}

// tidy is a scalar as it is compared: numbers by what they are.
func tidy(v *source.Value) string {
	if v.Kind == source.Number {
		if d, err := money.ParseDecimal(v.Text); err == nil {
			return d.Value()
		}
	}
	if v.Kind == source.Null {
		return ""
	}
	return strings.Join(strings.Fields(v.Text), " ")
}

// add tells that a value differs.
func (f fieldReader) add(old, new *source.Value, name string) {
	c := Change{Kind: Changed, What: both(name), Old: both(said(old)), New: both(said(new))}
	switch {
	case old == nil:
		c.Kind = Added
	case new == nil:
		c.Kind = Removed
	case numeric(old) && numeric(new):
		c.Difference = both(difference(old.Text, new.Text))
	case long(old) || long(new):
		c.Redline = review.Redline(inline(old), inline(new))
	}
	f.put(c, old, new, name)
}

// put adds a change to the list that a reader looks for it in.
func (f fieldReader) put(c Change, old, new *source.Value, name string) {
	if old != nil {
		c.OldPlace = old.Place.String()
	}
	if new != nil {
		c.NewPlace = new.Place.String()
	}
	switch {
	case strings.HasPrefix(name, "parties["):
		f.c.Parties = append(f.c.Parties, c)
	case dated(old) && dated(new) && (old != nil || new != nil):
		f.c.Dates = append(f.c.Dates, c)
	case amountOf(old, name) || amountOf(new, name):
		f.c.Amounts = append(f.c.Amounts, c)
	case chosen(name):
		f.c.Choices = append(f.c.Choices, c)
	default:
		f.c.Other = append(f.c.Other, c)
	}
}

// amountOf reports whether a value is a number of the budget, the award or a
// change of the funds, or an entry of these.
func amountOf(v *source.Value, name string) bool {
	root, _, _ := strings.Cut(name, ".")
	root, _, _ = strings.Cut(root, "[")
	return v != nil && slices.Contains([]string{"budget", "award", "changes"}, root) && (v.Kind == source.Number || isMap(v))
}

func dated(v *source.Value) bool {
	if v == nil {
		return true
	}
	_, err := calendar.Parse(v.Text)
	return v.IsScalar() && err == nil
}

func numeric(v *source.Value) bool { return v.Kind == source.Number }

// longFrom is how many letters make a text of which words are compared.
const longFrom = 40

func long(v *source.Value) bool { return v.IsScalar() && len([]rune(v.Text)) > longFrom }

func inline(v *source.Value) []doc.Inline { return []doc.Inline{{Text: tidy(v)}} }

// said is a value on one line. Of an entry its scalars are told.
func said(v *source.Value) string {
	switch {
	case v == nil:
		return ""
	case v.Kind == source.Number:
		return grouped(v.Text)
	case v.IsScalar():
		return tidy(v)
	}
	var out []string
	for _, e := range v.Entries {
		switch {
		case e.Value.IsScalar():
			out = append(out, e.Key+": "+said(e.Value))
		case e.Value.Get("en") != nil:
			out = append(out, e.Key+": "+tidy(e.Value.Get("en")))
		}
	}
	for _, item := range v.Items {
		out = append(out, said(item))
	}
	return strings.Join(out, ", ")
}

// grouped is a number with separators, as amounts are read.
func grouped(text string) string {
	d, err := money.ParseDecimal(text)
	if err != nil {
		return text
	}
	return d.Plain()
}

// difference is the new number less the old one, with its sign.
func difference(old, new string) string {
	a, err := money.ParseDecimal(old)
	b, err2 := money.ParseDecimal(new)
	if err != nil || err2 != nil {
		return ""
	}
	return signed(b.Sub(a))
}

func signed(d money.Decimal) string {
	if d.IsPositive() {
		return "+" + d.Plain()
	}
	return d.Plain()
}
