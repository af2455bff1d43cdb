#!/usr/bin/env python3
"""Makes land.gz and borders.gz, the base map of the picture, from the npm packages world-atlas and us-atlas.

    python3 make_land.py WORLD_ATLAS US_ATLAS    (the two unpacked packages)

Standard library only; the format, the sources and the licences are in README.md beside this file.
"""
import collections
import gzip
import hashlib
import json
import math
import pathlib
import sys

OUT = pathlib.Path(__file__).parent / "../src/main/resources/org/parley/cli"
SOURCES = {
    "world/land-10m.json": "9b9f584709c119d63fbadf484ce425260497697b7166be7a2fe360e8c0b171a8",
    "world/countries-10m.json": "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
    "us/states-10m.json": "d76b391ccfa8bff601d51e3e3da5d43a89fa46cd5caca72ce731b383be5596d0",
}
LAND, COUNTRY_BORDER, STATE_BORDER = 0, 1, 2
UNITS_PER_DEGREE = 1000
# The packages round to 0.0036 of a degree of longitude; a corner that stands out less than half of that is noise.
TOLERANCE_DEGREES = 0.0018


def load(path):
    data = path.read_bytes()
    name = f"{'us' if path.name.startswith('states') else 'world'}/{path.name}"
    digest = hashlib.sha256(data).hexdigest()
    if SOURCES[name] != digest:
        sys.exit(f"{name} is another edition: {digest}")
    return json.loads(data)


def arcs_of(topology):
    """Every arc as a list of (longitude, latitude) in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def simplified(points, tolerance):
    """Douglas-Peucker in degrees of arc; both ends stay."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        cos = math.cos(math.radians((ay + by) / 2))
        dx, dy = (bx - ax) * cos, by - ay
        length = math.hypot(dx, dy)
        worst, at = tolerance, None
        for i in range(first + 1, last):
            px, py = (points[i][0] - ax) * cos, points[i][1] - ay
            along = max(0.0, min(1.0, (px * dx + py * dy) / (length * length))) if length else 0.0
            off = math.hypot(px - along * dx, py - along * dy)
            if off > worst:
                worst, at = off, i
        if at is not None:
            keep[at] = True
            todo += [(first, at), (at, last)]
    return [p for p, k in zip(points, keep) if k]


def rings_of(geometry):
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
    elif geometry["type"] is not None:
        sys.exit(f"not an area: {geometry['type']}")


def units(points):
    """Rounded to units, repeated points left out."""
    out = []
    for lon, lat in points:
        p = (math.floor(lon * UNITS_PER_DEGREE + 0.5), math.floor(lat * UNITS_PER_DEGREE + 0.5))
        if not out or out[-1] != p:
            out.append(p)
    return out


def cut_at_180(ring):
    """A closed ring on the sphere as planar rings within -180..180, the last point not repeated.

    A ring around a pole goes once round the world: it is led along 180 degrees to the pole and back.
    """
    half = 180 * UNITS_PER_DEGREE
    turn = 2 * half
    flat = [ring[0]]
    for x, y in ring[1:]:
        x += turn * math.floor((flat[-1][0] - x + half) / turn)
        flat.append((x, y))
    round_the_world = flat[-1][0] - flat[0][0]
    if round_the_world:
        pole = math.copysign(90 * UNITS_PER_DEGREE, flat[0][1])
        flat += [(flat[-1][0], int(pole)), (flat[0][0], int(pole))]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    for shift in range(math.floor((west + half) / turn), math.ceil((east - half) / turn) + 1):
        piece = [(x - shift * turn, y) for x, y in flat]
        for side in (-1, 1):
            piece = inside(piece, side, half)
        piece = [p for p, before in zip(piece, piece[-1:] + piece) if p != before]
        if len({x for x, _ in piece}) > 1 and len(piece) >= 3:
            yield piece


def inside(ring, side, half):
    """The part of a planar ring with side * x <= half."""
    out = []
    for (ax, ay), (bx, by) in zip(ring[-1:] + ring, ring):
        a_in, b_in = side * ax <= half, side * bx <= half
        if a_in != b_in:
            out.append((side * half, ay + math.floor((by - ay) * (side * half - ax) / (bx - ax) + 0.5)))
        if b_in:
            out.append((bx, by))
    return out


def land(topology, tolerance):
    arcs = [simplified(points, tolerance) for points in arcs_of(topology)]
    for geometry in topology["objects"]["land"]["geometries"]:
        for ring in rings_of(geometry):
            points = []
            for i in ring:
                arc = arcs[i] if i >= 0 else arcs[~i][::-1]
                points += arc[1:] if points else arc
            for piece in cut_at_180(units(points)):
                yield LAND, piece


def borders(topology, name, kind, tolerance):
    """The arcs that two areas share: no coast among them."""
    users = collections.defaultdict(set)
    for n, geometry in enumerate(topology["objects"][name]["geometries"]):
        for ring in rings_of(geometry):
            for i in ring:
                users[i if i >= 0 else ~i].add(n)
    arcs = list(arcs_of(topology))
    for i in sorted(users):
        if len(users[i]) > 1:
            points = units(simplified(arcs[i], tolerance))
            if len(points) >= 2:
                yield kind, points


def encode(lines):
    out = bytearray()

    def number(value):
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        out.append(value)

    def signed(value):
        number(value << 1 if value >= 0 else (-value << 1) - 1)

    lines = list(lines)
    number(len(lines))
    x = y = 0
    for kind, points in lines:
        number(kind)
        number(len(points))
        for px, py in points:
            signed(px - x)
            signed(py - y)
            x, y = px, py
    return bytes(out)


def decode(data):
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def signed():
        value = number()
        return (value >> 1) ^ -(value & 1)

    lines, x, y = [], 0, 0
    for _ in range(number()):
        kind, points = number(), []
        for _ in range(number()):
            x += signed()
            y += signed()
            points.append((x, y))
        lines.append((kind, points))
    assert at == len(data)
    return lines


def write(name, lines):
    lines = list(lines)
    plain = encode(lines)
    assert decode(plain) == lines
    packed = gzip.compress(plain, 9, mtime=0)
    (OUT / name).write_bytes(packed)
    print(f"{name}: {len(lines)} lines, {sum(len(p) for _, p in lines)} points, {len(packed)} bytes, "
          f"sha256 {hashlib.sha256(packed).hexdigest()}, unpacked {len(plain)} bytes, {hashlib.sha256(plain).hexdigest()}")


def main():
    world, us = map(pathlib.Path, sys.argv[1:3])
    OUT.mkdir(parents=True, exist_ok=True)
    write("land.gz", land(load(world / "land-10m.json"), TOLERANCE_DEGREES))
    write("borders.gz", [*borders(load(world / "countries-10m.json"), "countries", COUNTRY_BORDER, TOLERANCE_DEGREES),
                         *borders(load(us / "states-10m.json"), "states", STATE_BORDER, TOLERANCE_DEGREES)])


if __name__ == "__main__":
    main()
