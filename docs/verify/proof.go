package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// verifyProof checks that an entry stands in a log, by a C2SP tlog-proof.
func verifyProof(file, entryFile string, keys []string) {
	above, checkpoint, found := bytes.Cut(must(os.ReadFile(file)), []byte("\n\n"))
	lines := strings.Split(string(above), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" || len(lines) < 2 {
		log.Fatal("no tlog-proof")
	}
	lines = lines[1:]
	var entry []byte
	if extra, is := strings.CutPrefix(lines[0], "extra "); is && len(lines) > 1 {
		entry = must(base64.StdEncoding.DecodeString(extra))
		lines = lines[1:]
	}
	if entryFile != "" {
		entry = must(os.ReadFile(entryFile))
	}
	index := must(strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64))
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		proof = append(proof, must(tlog.ParseHash(line)))
	}
	tree := head(checkpoint, keys)
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("verified: entry %d of %d:\n%s\n", index, tree.N, entry)
}
