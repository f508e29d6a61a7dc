package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"testing"
)

// TestProfile makes the profile from the numbers of IEC 61966-2-1, adapted to the
// white of the ICC, and compares it with the one that files carry.
func TestProfile(t *testing.T) {
	made := madeProfile()
	if *update {
		if err := os.WriteFile("srgb.icc", made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(made) != len(profile) || !bytes.Equal(made[:len(made)-2*curvePoints], profile[:len(made)-2*curvePoints]) {
		t.Fatal("the profile differs")
	}
	for i := len(made) - 2*curvePoints; i < len(made); i += 2 {
		a, b := int(binary.BigEndian.Uint16(made[i:])), int(binary.BigEndian.Uint16(profile[i:]))
		if max(a-b, b-a) > 1 {
			t.Errorf("the curve is %d at %d, want %d", b, i, a)
		}
	}
}

const curvePoints = 256

// madeProfile returns an ICC profile of version 2 for a display. Its curve stands last.
func madeProfile() []byte {
	type tag struct {
		name string
		data []byte
	}
	text := func(s string) []byte { return append([]byte("text\x00\x00\x00\x00"+s), 0) }
	name := "sRGB IEC61966-2-1"
	desc := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	desc = append(append(desc, name...), make([]byte, 1+4+4+2+1+67)...)
	xyz := func(x, y, z uint32) []byte {
		b := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range []uint32{x, y, z} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		return b
	}
	curve := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), curvePoints)
	for i := range curvePoints {
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(65535*linear(float64(i)/(curvePoints-1)))))
	}
	tags := []tag{
		{"desc", desc}, {"cprt", text("No copyright, use freely")}, {"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)}, {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)}, {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil},
	}
	at := 128 + 4 + 12*len(tags)
	var table, body []byte
	for i, g := range tags {
		if i < 7 {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			at = 128 + 4 + 12*len(tags) + len(body)
			body = append(body, g.data...)
		} else {
			g.data = curve // the three colours share one curve
		}
		table = append(table, g.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(g.data)))
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(128+4+len(table)+len(body)))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ \x07\xe8\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00acsp")
	copy(head[68:], xyz(0xF6D6, 0x10000, 0xD32D)[8:])
	out := binary.BigEndian.AppendUint32(head, uint32(len(tags)))
	return append(append(out, table...), body...)
}

// linear returns the light of a value of sRGB.
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
