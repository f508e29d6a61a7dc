package pack

import (
	"bytes"
	"slices"
	"testing"
)

func sealed(t testing.TB) []byte {
	t.Helper()
	data, err := sampleManifest().Seal(sampleFiles())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestManifestIsCanonical(t *testing.T) {
	files := sampleFiles()
	slices.Reverse(files)
	m := sampleManifest()
	slices.Reverse(m.Library)
	other, err := m.Seal(files)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(sealed(t), other) {
		t.Error("the manifest depends on the order in which files were given")
	}
	parsed, err := ParseManifest(other)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := parsed.Seal(sampleFiles()); err != nil || !bytes.Equal(again, other) {
		t.Errorf("read and sealed again it differs: %v", err)
	}
	wantFiles := []string{"agreement/a1.en.pdf", "index.pdf", "inputs/project.yaml"}
	for i, e := range parsed.Files {
		if e.Path != wantFiles[i] {
			t.Errorf("file %d is %s", i, e.Path)
		}
	}
}

// Seal works on a copy: two packs may be made from one manifest.
func TestSealLeavesItsManifestAlone(t *testing.T) {
	m := sampleManifest()
	if _, err := m.Seal(sampleFiles()); err != nil {
		t.Fatal(err)
	}
	if want := sampleManifest(); !slices.Equal(m.Library, want.Library) || m.SealText != "" || m.Files != nil {
		t.Errorf("the manifest is now %+v", m)
	}
}

// Every byte counts: whichever one changes, and however, the seal is broken.
func TestAnyChangedByteBreaksTheManifest(t *testing.T) {
	data := sealed(t)
	if _, err := ParseManifest(data); err != nil {
		t.Fatal(err)
	}
	for i := range data {
		for _, c := range []byte{data[i] ^ 0x01, data[i] ^ 0x20, data[i] ^ 0x80, ' ', '\n', 0} {
			if c == data[i] {
				continue
			}
			changed := bytes.Clone(data)
			changed[i] = c
			if _, err := ParseManifest(changed); err == nil {
				t.Fatalf("byte %d changed from %q to %q: no error", i, data[i], c)
			}
		}
		if _, err := ParseManifest(slices.Delete(bytes.Clone(data), i, i+1)); err == nil {
			t.Fatalf("byte %d deleted: no error", i)
		}
		if _, err := ParseManifest(slices.Insert(bytes.Clone(data), i, ' ')); err == nil {
			t.Fatalf("a blank put in before byte %d: no error", i)
		}
	}
}

func TestManifestsRefused(t *testing.T) {
	good := string(sealed(t))
	for name, text := range map[string]string{
		"nothing":           "",
		"null":              "null\n",
		"an empty object":   "{}\n",
		"a second object":   good + "{}\n",
		"a blank line more": good + "\n",
		"cut":               good[:len(good)/2],
		"a list":            "[" + good + "]",
	} {
		if _, err := ParseManifest([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzParseManifest(f *testing.F) {
	f.Add(sealed(f))
	f.Add([]byte(`{"format": 1, "seal": ""}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ParseManifest(data)
		if err != nil {
			return
		}
		if again, err := m.encode(); err != nil || !bytes.Equal(again, data) {
			t.Errorf("accepted, but not what is written: %q", data)
		}
	})
}
