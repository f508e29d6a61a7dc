package received

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	_ "image/jpeg" // the kinds of pictures that are taken
	_ "image/png"
)

// sized reads how large a picture is. Its pixels are not unfolded, which could
// fill the memory.
func sized(data []byte) error {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || c.Width < 1 || c.Height < 1:
		return ErrDamaged
	case c.Height > maxPixels/c.Width:
		return ErrTooLarge
	}
	return nil
}

// lookPNG goes through the chunks of a picture to the one that ends it.
func lookPNG(data []byte) (File, error) {
	if err := sized(data); err != nil {
		return File{}, err
	}
	for rest := data[8:]; len(rest) >= 12; {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			break
		}
		chunk := rest[4 : 8+n]
		if crc32.ChecksumIEEE(chunk) != binary.BigEndian.Uint32(rest[8+n:]) {
			break
		}
		if string(chunk[:4]) == "IEND" {
			return File{}, nil
		}
		rest = rest[12+n:]
	}
	return File{}, ErrDamaged
}

// lookJPEG goes through the segments of a picture to its end mark. Cameras put
// more behind it.
func lookJPEG(data []byte) (File, error) {
	if err := sized(data); err != nil {
		return File{}, err
	}
	for rest := data[2:]; len(rest) >= 2; {
		if rest[0] != 0xff {
			rest = rest[1:] // pixels of a scan
			continue
		}
		switch mark := rest[1]; {
		case mark == 0xd9:
			return File{}, nil
		case mark == 0xff:
			rest = rest[1:]
		case mark == 0 || mark == 1 || mark >= 0xd0 && mark <= 0xd7: // stands alone
			rest = rest[2:]
		case len(rest) < 4:
			return File{}, ErrDamaged
		default:
			n := 2 + int(binary.BigEndian.Uint16(rest[2:]))
			if n > len(rest) {
				return File{}, ErrDamaged
			}
			rest = rest[n:]
		}
	}
	return File{}, ErrDamaged
}
