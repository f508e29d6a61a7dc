package generator

import "sync"

// memo keeps what was made from data that does not change, by that data. It is
// bounded: a process that reads very many different files starts anew.
type memo[K comparable, V any] struct {
	mu   sync.Mutex
	kept map[K]V
}

// maxKept is how much a memo keeps: far more than there are calls and laws.
const maxKept = 200

func (m *memo[K, V]) get(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.kept[key]
	return v, ok
}

func (m *memo[K, V]) put(key K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= maxKept {
		m.kept = map[K]V{}
	}
	m.kept[key] = v
}
