package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// files are those of one log, at a URL or in a folder. As a tlog.TileReader they give tiles of hashes.
type files string

var client = http.Client{Timeout: 30 * time.Second}

func (f files) read(path string) ([]byte, error) {
	if !strings.HasPrefix(string(f), "http") {
		return os.ReadFile(filepath.Join(string(f), path))
	}
	answer, err := client.Get(string(f) + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 32<<20))
}

func (f files) Height() int                     { return 8 }
func (f files) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles reads tiles by their C2SP paths, in which the height is not named.
func (f files) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range wanted {
		bytes, err := f.read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
