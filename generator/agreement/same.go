package agreement

import "reflect"

// Same reports whether two articles say the same wherever they stand in equal
// contracts: the same option with the same values. Who chose them does not
// count.
func Same(a, b *Article) bool {
	f, g := a.Option.File, b.Option.File
	if f.Path != g.Path || f.SHA256 != g.SHA256 || len(a.Params) != len(b.Params) {
		return false
	}
	for name, v := range a.Params {
		w, ok := b.Params[name]
		v.Chosen, w.Chosen = false, false
		if !ok || !reflect.DeepEqual(v, w) {
			return false
		}
	}
	return true
}
