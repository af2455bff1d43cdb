#!/usr/bin/env python3
"""Compares bilinear interpolation in egm96-15.gz with PROJ (`cct`, Debian package proj-bin) at 200,000 points.

    python3 verify_egm96.py /usr/share/proj

Standard library and `cct`. Seeded; a third of the points uniform on the sphere, the rest at the places where readers go
wrong: the poles, 180 degrees, Greenwich, nodes and edges of the grid.
"""
import gzip
import os
import random
import subprocess
import sys

from make_egm96 import COLUMNS, OUT, ROWS, decode
import math

POINTS = 200_000


def bilinear(rows, lat, lon):
    """Centimetres. The row of a pole is its own south neighbour at -90; columns wrap at 180."""
    y = (90 - lat) * 4
    x = (lon + 180) * 4 % COLUMNS
    r = min(int(y), ROWS - 2)
    c = int(x) % COLUMNS
    fy, fx = y - r, x - int(x)
    e = (c + 1) % COLUMNS
    north = rows[r][c] * (1 - fx) + rows[r][e] * fx
    south = rows[r + 1][c] * (1 - fx) + rows[r + 1][e] * fx
    return north * (1 - fy) + south * fy


def points(rnd):
    yield from ((lat, lon) for lat in (90.0, -90.0) for lon in range(-180, 181, 15))
    yield from ((lat / 4, lon) for lat in range(-360, 361) for lon in (-180.0, 180.0, 179.75, 179.9999999, -179.9999999, 0.0))
    while True:
        yield math.degrees(math.asin(rnd.uniform(-1, 1))), rnd.uniform(-180, 180)
        yield rnd.choice((1, -1)) * (90 - rnd.random() ** 3), rnd.uniform(-180, 180)
        yield rnd.uniform(-90, 90), rnd.choice((1, -1)) * (180 - rnd.random() ** 3)
        yield rnd.randint(-360, 360) / 4, rnd.uniform(-180, 180)
        yield rnd.uniform(-90, 90), rnd.randint(-720, 720) / 4
        yield math.degrees(math.asin(rnd.uniform(-1, 1))), rnd.uniform(-180, 180)


def main():
    rows = decode(gzip.decompress(OUT.read_bytes()))
    source = points(random.Random(1996))
    asked = [(round(lat, 9), round(lon, 9)) for lat, lon in (next(source) for _ in range(POINTS))]
    done = subprocess.run(
        ["cct", "-d", "9", "+proj=pipeline", "+step", "+proj=unitconvert", "+xy_in=deg", "+xy_out=rad",
         "+step", "+proj=vgridshift", "+grids=egm96_15.gtx", "+multiplier=1",
         "+step", "+proj=unitconvert", "+xy_in=rad", "+xy_out=deg"],
        input="".join(f"{lon:.9f} {lat:.9f} 0 0\n" for lat, lon in asked), capture_output=True, text=True, check=True,
        env=dict(os.environ, PROJ_DATA=sys.argv[1], PROJ_LIB=sys.argv[1], PROJ_NETWORK="OFF"))
    lines = done.stdout.splitlines()
    assert len(lines) == POINTS, (len(lines), done.stderr[-500:])
    refused, worst, squares = [], (-1.0, None), 0.0
    for (lat, lon), line in zip(asked, lines):
        fields = line.split()
        if fields[2] in ("*", "inf", "HUGE_VAL"):
            refused.append((lat, lon))
            continue
        off = abs(bilinear(rows, lat, lon) - float(fields[2]) * 100)
        squares += off * off
        worst = max(worst, (off, (lat, lon)))
    print(f"{POINTS - len(refused)} points compared, {len(refused)} refused by PROJ {refused[:3]}")
    print(f"largest difference {worst[0]:.3f} cm at {worst[1]}, RMS {(squares / (POINTS - len(refused))) ** 0.5:.3f} cm")
    if refused or worst[0] > 0.51:
        sys.exit("FAILED: more than half a centimetre")


if __name__ == "__main__":
    main()
