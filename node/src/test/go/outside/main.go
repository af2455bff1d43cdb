// Command outside reads a served log, verifies an exported proof and submits heads to the witness of a node, with
// libraries that are not Parley's.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"filippo.io/torchwood"
	witnessclient "github.com/transparency-dev/witness/client/http"
	"github.com/transparency-dev/witness/witness"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var (
	base     = flag.String("url", "", "where the node serves")
	origin   = flag.String("origin", "", "of the served log")
	logKey   = flag.String("log", "", "verifier key of the log")
	cosigner = flag.String("cosigner", "", "verifier key of a member's receipts")
	proof    = flag.String("proof", "", "file with a tlog-proof of the last entry")
	witKey   = flag.String("witness", "", "verifier key of the witness")
	signer   = flag.String("signer", "", "secret key of a log that the witness knows")
)

func main() {
	flag.Parse()
	if err := errors.Join(served(), witnessed()); err != nil {
		log.Fatal(err)
	}
}

// served reads all entries, each proven against the signed head, then verifies the proof file.
func served() error {
	ctx := context.Background()
	logVerifier, err := note.NewVerifier(*logKey)
	if err != nil {
		return fmt.Errorf("log key: %w", err)
	}
	receipts, err := torchwood.NewCosignatureVerifier(*cosigner)
	if err != nil {
		return fmt.Errorf("cosigner key: %w", err)
	}
	policy := torchwood.ThresholdPolicy(3, torchwood.OriginPolicy(*origin),
		torchwood.SingleVerifierPolicy(logVerifier), torchwood.SingleVerifierPolicy(receipts))
	tiles, err := torchwood.NewTileFetcher(*base + "/" + *origin + "/")
	if err != nil {
		return fmt.Errorf("fetcher: %w", err)
	}
	signed, err := tiles.ReadEndpoint(ctx, "checkpoint")
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	head, _, err := torchwood.VerifyCheckpoint(signed, policy)
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	client, err := torchwood.NewClient(tiles)
	if err != nil {
		return fmt.Errorf("client: %w", err)
	}
	var last []byte
	var count int64
	for index, entry := range client.AllEntries(ctx, head.Tree, 0) {
		if index != count {
			return fmt.Errorf("entry %d came where %d was expected", index, count)
		}
		last = bytes.Clone(entry)
		count++
	}
	if err := client.Err(); err != nil || count != head.N {
		return fmt.Errorf("%d of %d entries: %w", count, head.N, err)
	}
	text, err := os.ReadFile(*proof)
	if err != nil {
		return err
	}
	if err := torchwood.VerifyProof(policy, tlog.RecordHash(last), text); err != nil {
		return fmt.Errorf("proof: %w", err)
	}
	fmt.Println("served", count)
	return nil
}

// witnessed lets a log grow and asks for a cosignature at each head.
func witnessed() error {
	s, err := note.NewSigner(*signer)
	if err != nil {
		return fmt.Errorf("secret key: %w", err)
	}
	v, err := torchwood.NewCosignatureVerifier(*witKey)
	if err != nil {
		return fmt.Errorf("witness key: %w", err)
	}
	at, err := url.Parse(*base)
	if err != nil {
		return err
	}
	w := witnessclient.NewWitness(at, &http.Client{Timeout: 10 * time.Second})
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, i := range indexes {
			found = append(found, hashes[i])
		}
		return found, nil
	})
	var old int64
	for size := int64(1); size <= 300; size++ {
		more, err := tlog.StoredHashes(size-1, fmt.Appendf(nil, "entry %d", size), reader)
		if err != nil {
			return err
		}
		hashes = append(hashes, more...)
		if size%7 == 0 || size < 5 {
			if err := submit(w, s, v, reader, old, size); err != nil {
				return fmt.Errorf("from %d to %d: %w", old, size, err)
			}
			old = size
		}
	}
	_, held, err := w.Update(context.Background(), 1, signedHead(s, reader, 300), nil)
	if !errors.Is(err, witness.ErrCheckpointStale) || held != uint64(old) {
		return fmt.Errorf("a stale head: %d, %w", held, err)
	}
	fmt.Println("witnessed", old)
	return nil
}

func signedHead(s note.Signer, reader tlog.HashReader, size int64) []byte {
	root, err := tlog.TreeHash(size, reader)
	if err != nil {
		log.Fatal(err)
	}
	text := torchwood.Checkpoint{Origin: s.Name(), Tree: tlog.Tree{N: size, Hash: root}}.String()
	signed, err := note.Sign(&note.Note{Text: text}, s)
	if err != nil {
		log.Fatal(err)
	}
	return signed
}

func submit(w witnessclient.Witness, s note.Signer, v note.Verifier, reader tlog.HashReader, old, size int64) error {
	var proof [][]byte
	if old > 0 {
		tree, err := tlog.ProveTree(size, old, reader)
		if err != nil {
			return err
		}
		for _, hash := range tree {
			proof = append(proof, hash[:])
		}
	}
	head := signedHead(s, reader, size)
	lines, _, err := w.Update(context.Background(), uint64(old), head, proof)
	if err != nil {
		return err
	}
	_, err = note.Open(append(head, lines...), note.VerifierList(v))
	return err
}
