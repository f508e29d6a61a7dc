package pdftext

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// key is what the streams of an encrypted file are opened with.
type key struct {
	bytes  []byte
	method name // V2, AESV2, AESV3, Identity
}

// security is what a file says about its encryption.
type security struct {
	version, revision int
	length            int // of the key in bytes
	owner, user       []byte
	userKey           []byte // the key, encrypted for the user
	permissions       uint32
	id                []byte
	openMetadata      bool
	method            name
}

// padding stands for the password that a user need not know.
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock finds the key of an encrypted file that opens without a password. Any
// other encrypted file is [ErrSecret].
func (f *file) unlock() error {
	if f.encrypt == nil {
		return nil
	}
	s, err := f.security()
	if err != nil {
		return err
	}
	var found []byte
	switch {
	case s.revision >= 2 && s.revision <= 4:
		found = s.oldKey()
	case s.revision == 5 || s.revision == 6:
		found = s.newKey()
	}
	if found == nil {
		return ErrSecret
	}
	f.key = &key{found, s.method}
	return nil
}

// security reads the dictionary of an encryption by password. Any other needs
// more than the file.
func (f *file) security() (security, error) {
	d, err := f.dict(f.encrypt)
	if err != nil {
		return security{}, err
	}
	if d["Filter"] != name("Standard") {
		return security{}, ErrSecret
	}
	number := func(key name) int {
		n, _ := d[key].(float64)
		return int(min(max(n, -1<<31), 1<<32))
	}
	s := security{
		version: number("V"), revision: number("R"), length: number("Length") / 8, permissions: uint32(number("P")),
		owner: bytesOf(d["O"]), user: bytesOf(d["U"]), userKey: bytesOf(d["UE"]), openMetadata: d["EncryptMetadata"] == false, method: "V2",
	}
	if s.version == 1 || s.length < 5 || s.length > 16 {
		s.length = 5
	}
	if id, ok := f.id.(array); ok && len(id) > 0 {
		s.id = bytesOf(id[0])
	}
	if s.version >= 4 {
		s.length, s.method = 16, f.streamFilter(d)
	}
	return s, nil
}

// streamFilter returns the method by which streams are encrypted.
func (f *file) streamFilter(d dict) name {
	filters, err := f.get(d["CF"])
	if err != nil {
		return "Identity"
	}
	named, _ := d["StmF"].(name)
	all, _ := filters.(dict)
	one, err := f.get(all[named])
	if err != nil {
		return "Identity"
	}
	filter, _ := one.(dict)
	method, ok := filter["CFM"].(name)
	if !ok {
		return "Identity"
	}
	return method
}

func bytesOf(o any) []byte {
	w, ok := o.(written)
	if !ok {
		return nil
	}
	if w.kind == hexToken {
		b, _ := unhex(nil, w.text)
		return b
	}
	return unescape(nil, w.text)
}

// oldKey returns the key by RC4 and AES with 128 bits, nil if a password is
// needed.
func (s security) oldKey() []byte {
	if len(s.owner) < 32 || len(s.user) < 32 {
		return nil
	}
	h := md5.New()
	h.Write(padding)
	h.Write(s.owner[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, s.permissions))
	h.Write(s.id)
	if s.revision >= 4 && s.openMetadata {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if s.revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:s.length])
			key = sum[:]
		}
	}
	key = key[:s.length]
	if s.revision == 2 {
		if bytes.Equal(stirred(key, padding, 0), s.user[:32]) {
			return key
		}
		return nil
	}
	check := md5.Sum(append(bytes.Clone(padding), s.id...))
	proof := check[:]
	for i := range 20 {
		proof = stirred(key, proof, byte(i))
	}
	if bytes.Equal(proof, s.user[:16]) {
		return key
	}
	return nil
}

// stirred encrypts with a key whose bytes are changed by a number.
func stirred(key, data []byte, by byte) []byte {
	changed := bytes.Clone(key)
	for i := range changed {
		changed[i] ^= by
	}
	c, err := rc4.NewCipher(changed)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// newKey returns the key by AES with 256 bits, nil if a password is needed. The
// user's entry is a hash of the password with two salts behind it.
func (s security) newKey() []byte {
	if len(s.user) < 48 || len(s.userKey) < 32 {
		return nil
	}
	hash := func(salt []byte) []byte {
		if s.revision == 5 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hardened(salt)
	}
	if !bytes.Equal(hash(s.user[32:40]), s.user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(s.user[40:48]))
	if err != nil {
		return nil
	}
	out := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(out, s.userKey[:32])
	return out
}

// hardened is the hash of revision 6 for an empty password: at least 64 rounds,
// and on until the last byte of a round is small enough.
func hardened(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for round := 1; ; round++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		case 2:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

// open decrypts a stream.
func (k *key) open(s stream) ([]byte, error) {
	switch k.method {
	case "V2":
		c, err := rc4.NewCipher(k.of(s, ""))
		if err != nil {
			return nil, ErrDamaged
		}
		out := make([]byte, len(s.raw))
		c.XORKeyStream(out, s.raw)
		return out, nil
	case "AESV2":
		return uncover(k.of(s, "sAlT"), s.raw)
	case "AESV3":
		return uncover(k.bytes, s.raw)
	}
	return s.raw, nil
}

// of returns the key of one object.
func (k *key) of(s stream, salt string) []byte {
	n := s.number
	sum := md5.Sum(append(append(bytes.Clone(k.bytes), byte(n), byte(n>>8), byte(n>>16), 0, 0), salt...))
	return sum[:min(len(k.bytes)+5, 16)]
}

// uncover decrypts by AES: first a block that starts the chain, at the end bytes
// that say how many they are.
func uncover(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize || len(data)%aes.BlockSize != 0 {
		return nil, ErrDamaged
	}
	out := make([]byte, len(data)-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:])
	fill := int(out[len(out)-1])
	if fill == 0 || fill > aes.BlockSize {
		return nil, ErrDamaged
	}
	return out[:len(out)-fill], nil
}
