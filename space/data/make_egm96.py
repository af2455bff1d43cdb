#!/usr/bin/env python3
"""Makes egm96-15.gz, the geoid grid in the resources of `space`, from egm96_15.gtx of Debian's proj-data.

    python3 make_egm96.py /usr/share/proj/egm96_15.gtx [out.gz]

Standard library only; the format, the source and the licence are in README.md beside this file.
"""
import array
import gzip
import hashlib
import math
import pathlib
import struct
import sys

SOURCE_SHA256 = "c02a6eb70a7a78efebe5adf3ade626eb75390e170bb8b3f36136a2c28f5326a0"
ROWS, COLUMNS = 721, 1440
OUT = pathlib.Path(__file__).parent / "../src/main/resources/org/parley/space/height/egm96-15.gz"


def read_gtx(path):
    """The undulations in metres, a list of rows from 90 N to 90 S, each from 180 W eastward."""
    data = pathlib.Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != SOURCE_SHA256:
        sys.exit(f"{path} is another edition of the grid: check it, measure it again, then change SOURCE_SHA256")
    if struct.unpack(">4d2i", data[:40]) != (-90.0, -180.0, 0.25, 0.25, ROWS, COLUMNS):
        sys.exit(f"{path}: not the whole world by 15 minutes")
    heights = array.array("f", data[40:])
    if sys.byteorder == "little":
        heights.byteswap()
    return [heights[r * COLUMNS:(r + 1) * COLUMNS] for r in reversed(range(ROWS))]


def centimetres(rows):
    return [[math.floor(metres * 100 + 0.5) for metres in row] for row in rows]


def encode(rows):
    """value - west - north + north-west, neighbours outside the grid counting 0, as big-endian int16."""
    deltas, above = array.array("h"), [0] * COLUMNS
    for row in rows:
        west = north_west = 0
        for value, north in zip(row, above):
            deltas.append(value - west - north + north_west)
            west, north_west = value, north
        above = row
    if sys.byteorder == "little":
        deltas.byteswap()
    return deltas.tobytes()


def decode(data):
    """The inverse of encode, written as a reader would write it."""
    deltas = array.array("h", data)
    if sys.byteorder == "little":
        deltas.byteswap()
    rows, above = [], [0] * COLUMNS
    for r in range(ROWS):
        run, row = 0, []
        for c in range(COLUMNS):
            run += deltas[r * COLUMNS + c]
            row.append(above[c] + run)
        rows.append(row)
        above = row
    return rows


def main():
    rows = centimetres(read_gtx(sys.argv[1]))
    out = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else OUT
    packed = gzip.compress(encode(rows), 9, mtime=0)
    assert decode(gzip.decompress(packed)) == rows
    out.write_bytes(packed)
    print(f"{out.name}: {len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")
    print(f"from {min(map(min, rows))} cm to {max(map(max, rows))} cm, north pole {rows[0][0]}, south pole {rows[-1][0]}")


if __name__ == "__main__":
    main()
