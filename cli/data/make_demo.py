#!/usr/bin/env python3
"""Cuts demo/calfire.json.gz, the flights of `parley demo`, from the sample data of the Python package `traffic`.

    python3 make_demo.py SOURCE.json.gz     (the package's calfire sample)

Standard library only. Whole flights are kept or left out, each kept row byte for byte and in the order of the source; what and why is in README.md
beside the result.
"""
import collections
import datetime
import gzip
import hashlib
import json
import pathlib
import re
import sys

OUT = pathlib.Path(__file__).parent / "../src/main/resources/org/parley/cli/demo"
SOURCE_ROWS = "5503c6136384d09342402a8fb1581733946325266cca5d4c01a71c7816ca65a1"
BEGINS_BEFORE = datetime.datetime(2020, 9, 9, 21, tzinfo=datetime.timezone.utc).timestamp() * 1000
SOUTH, NORTH, WEST, EAST = 32, 42, -125, -114


def main():
    text = gzip.decompress(pathlib.Path(sys.argv[1]).read_bytes()).decode()
    if hashlib.sha256(text.encode()).hexdigest() != SOURCE_ROWS:
        sys.exit("another edition of the sample: look at it first")
    rows = re.findall(r"\{[^{}]*\}", text)
    if "[" + ",".join(rows) + "]" != text:
        sys.exit("not one flat array of rows")
    flights = collections.defaultdict(list)
    for row in map(json.loads, rows):
        flights[row["flight_id"]].append(row)
    kept = {
        name for name, flight in flights.items()
        if min(row["timestamp"] for row in flight) < BEGINS_BEFORE
        and all(SOUTH < row["latitude"] < NORTH and WEST < row["longitude"] < EAST for row in flight)
    }
    extract = [row for row in rows if json.loads(row)["flight_id"] in kept]
    known = {callsign for party in json.loads((OUT / "parties.json").read_text()).values() for callsign in party}
    found = {json.loads(row)["callsign"] for row in extract}
    if known != found:
        sys.exit(f"parties.json and the flights differ: {known ^ found}")
    packed = gzip.compress(("[" + ",".join(extract) + "]").encode(), 9, mtime=0)
    (OUT / "calfire.json.gz").write_bytes(packed)
    print(f"{len(extract)} of {len(rows)} rows, {len(kept)} of {len(flights)} flights, "
          f"{len({json.loads(row)['icao24'] for row in extract})} aircraft, {len(found)} callsigns, "
          f"{len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")


if __name__ == "__main__":
    main()
