//go:build conformance

package generator

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/render/pdf"
)

// memoryAsked makes the test run itself anew, in a process that does nothing else.
const memoryAsked = "PACTWRIGHT_MEMORY"

// memory is what a process takes, in bytes: before a document, at most while the
// first one is laid out and written, and at most while more are.
type memory struct {
	Resident, ResidentFirst, ResidentMore uint64 // of the whole process, program and fonts included
	Heap, HeapFirst, HeapMore             uint64 // what the program holds, with what it has not given back yet
	Allocated                             uint64 // for each document
	Kept                                  uint64 // of the heap after the first document, fonts among it
}

// memoryBound is what the agreement in two columns may take: allocated for each
// document, and on top of the process that has read the project, fonts included.
const memoryBound = 60_000_000

// TestMemoryOfAgreement measures a process that lays out and writes the agreement in
// two columns and nothing else, and holds it to the bound.
func TestMemoryOfAgreement(t *testing.T) {
	if os.Getenv(memoryAsked) != "" {
		out, err := json.Marshal(measured(t))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("\nmeasured %s\n", out)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestMemoryOfAgreement$")
	cmd.Env = append(os.Environ(), memoryAsked+"=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	found := regexp.MustCompile(`measured (.*)`).FindSubmatch(out)
	if found == nil {
		t.Fatalf("nothing was measured: %s", out)
	}
	var m memory
	if err := json.Unmarshal(found[1], &m); err != nil {
		t.Fatal(err)
	}
	mb := func(n uint64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
	t.Logf("resident: %s before, %s with the first document, %s with more", mb(m.Resident), mb(m.ResidentFirst), mb(m.ResidentMore))
	t.Logf("heap: %s before, %s with the first document, %s with more; %s stay in use", mb(m.Heap), mb(m.HeapFirst), mb(m.HeapMore), mb(m.Kept))
	t.Logf("allocated for a document: %s", mb(m.Allocated))
	if grown := m.ResidentFirst - m.Resident; m.Allocated > memoryBound || grown > memoryBound {
		t.Errorf("%s are allocated for a document, and the process grows by %s: more than %s", mb(m.Allocated), mb(grown), mb(memoryBound))
	}
}

// measured lays out and writes the agreement, once and then five times more.
func measured(t *testing.T) (m memory) {
	debug.SetGCPercent(100)
	settled, style, meta := settledAgreement(t)
	read := func() {
		faces, err := builtInFaces()
		if err != nil {
			t.Fatal(err)
		}
		laid, _, _ := pdf.Layout(settled, style, faces)
		if _, err := pdf.Render(laid, meta); err != nil {
			t.Fatal(err)
		}
	}
	debug.FreeOSMemory()
	m.Resident, m.Heap = status(t, "VmRSS"), heap()
	m.ResidentFirst, m.HeapFirst = peak(t, read)
	debug.FreeOSMemory()
	m.Kept = heap()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	const more = 5
	m.ResidentMore, m.HeapMore = peak(t, func() {
		for range more {
			read()
		}
	})
	runtime.ReadMemStats(&after)
	m.Allocated = (after.TotalAlloc - before.TotalAlloc) / more
	return m
}

// settledAgreement reads the project and merges that one document.
func settledAgreement(t *testing.T) (*doc.Resolved, pdf.Style, pdf.Meta) {
	t.Helper()
	s, err := load(World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml"}, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	contracts, err := s.contracts()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range contracts {
		if r.file != "agreement/us1.en-ko.pdf" {
			continue
		}
		d := document{request: r}
		settled := d.settle(s)
		style, _, err := s.style(r.typ.Style)
		if settled == nil || err != nil {
			t.Fatal(err, d.found)
		}
		return settled, style, s.meta(r, settled.Title)
	}
	t.Fatal("the example has no contract in two columns")
	return nil, pdf.Style{}, pdf.Meta{}
}

// peak returns the most that the process and the program took while f ran.
func peak(t *testing.T, f func()) (resident, held uint64) {
	t.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // forgets the peak so far
		t.Fatal(err)
	}
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		var top uint64
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			top = max(top, heap())
			select {
			case <-done:
				most <- top
				return
			case <-tick.C:
			}
		}
	}()
	f()
	close(done)
	return status(t, "VmHWM"), <-most
}

// heap returns the memory of objects, those that are free to be collected included.
func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// status reads a line of what the system knows of the process.
func status(t *testing.T, key string) uint64 {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(key + `:\s+(\d+) kB`).FindSubmatch(text)
	if found == nil {
		t.Fatalf("there is no %s", key)
	}
	n, err := strconv.ParseUint(string(found[1]), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n << 10
}
