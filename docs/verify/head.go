package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// head opens a signed head. All these keys must have signed it, and one of them is the log's.
func head(signed []byte, keys []string) tlog.Tree {
	var verifiers []note.Verifier
	for _, key := range keys {
		verifiers = append(verifiers, must(verifier(key)))
	}
	opened := must(note.Open(signed, note.VerifierList(verifiers...)))
	lines := strings.Split(opened.Text, "\n")
	byLog := false
	for _, signature := range opened.Sigs {
		byLog = byLog || signature.Name == lines[0]
		fmt.Println("signed by", signature.Name)
	}
	if !byLog || len(opened.Sigs) != len(keys) {
		log.Fatal("not signed by the log and by all whose keys were given")
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: must(tlog.ParseHash(lines[2]))}
}

// verifier takes a log's key, which x/mod knows, or a member's.
func verifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) == 3 {
		key, err := base64.StdEncoding.DecodeString(parts[2])
		if err == nil && len(key) == 1+ed25519.PublicKeySize && key[0] == 4 {
			id, err := strconv.ParseUint(parts[1], 16, 32)
			return cosigner{parts[0], uint32(id), key[1:]}, err
		}
	}
	return note.NewVerifier(vkey)
}

// cosigner verifies a member's receipt: a signature over a time and a head (C2SP tlog-cosignature, type 0x04).
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }

func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	return ed25519.Verify(c.key, fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", time, text), signature[8:])
}
