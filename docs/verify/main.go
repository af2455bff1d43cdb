// Command verify checks a Parley log, or an exported proof, with golang.org/x/mod/sumdb: it shares no line with Parley.
//
//	go run . LOG KEY...                 all of a log; LOG is http://HOST:PORT/ORIGIN, or a folder with the same files
//	go run . FILE.tlog-proof KEY...     the entry that a proof brings along; -entry FILE for one that it does not
//
// KEY is a verifier key, of the log and, for their receipts, of members; all that are given must have signed.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	log.SetFlags(0)
	entry := flag.String("entry", "", "`file` with the entry that a proof is about")
	flag.Parse()
	if flag.NArg() < 2 {
		log.Fatal("usage: verify LOG|FILE.tlog-proof KEY...")
	}
	what, keys := strings.TrimSuffix(flag.Arg(0), "/"), flag.Args()[1:]
	if strings.HasSuffix(what, ".tlog-proof") {
		verifyProof(what, *entry, keys)
	} else {
		verifyLog(files(what), keys)
	}
}

// verifyLog holds every entry against the hashes, and every hash against the signed head.
func verifyLog(from files, keys []string) {
	tree := head(must(from.read("checkpoint")), keys)
	hashes := tlog.TileHashReader(tree, from)
	for first := int64(0); first < tree.N; first += 256 {
		tile := tlog.Tile{H: 8, L: -1, N: first / 256, W: int(min(256, tree.N-first))}
		bundle := must(from.read(strings.Replace(tile.Path(), "8/data", "entries", 1)))
		var places []int64
		for i := range int64(tile.W) {
			places = append(places, tlog.StoredHashIndex(0, first+i))
		}
		for i, hash := range must(hashes.ReadHashes(places)) {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				log.Fatalf("entry %d is cut off", first+int64(i))
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hash {
				log.Fatalf("entry %d is not what was signed", first+int64(i))
			}
			bundle = bundle[end:]
		}
	}
	fmt.Printf("verified: %d entries\n", tree.N)
}
