"""Hashes all entries of a Parley log and compares the root with that of its head. Needs nothing but Python 3. It checks no
signature: that the head is the log's own, and who else signed it, it does not say.

    python3 root.py http://127.0.0.1:8080/parley/4f0c.../BIRCH/main/1-0a1b2c3d     (or the path of a folder with the same files)
"""

import base64
import hashlib
import pathlib
import sys
import urllib.request

log = sys.argv[1].rstrip("/")
if "://" not in log:
    log = pathlib.Path(log).resolve().as_uri()


def read(path):
    with urllib.request.urlopen(log + "/" + path, timeout=30) as answer:
        return answer.read()


def bundle(number, width):
    path = "%03d" % (number % 1000)
    while number >= 1000:
        number //= 1000
        path = "x%03d/" % (number % 1000) + path
    return read("tile/entries/" + path + ("" if width == 256 else ".p/%d" % width))


size, root = read("checkpoint").decode().split("\n")[1:3]
size = int(size)
peaks = []  # of the subtrees so far: (how many entries, hash), the largest first
for first in range(0, size, 256):
    width = min(256, size - first)
    rest = bundle(first // 256, width)
    for _ in range(width):
        length = int.from_bytes(rest[:2], "big")
        peaks.append((1, hashlib.sha256(b"\0" + rest[2 : 2 + length]).digest()))
        rest = rest[2 + length :]
        while len(peaks) > 1 and peaks[-2][0] == peaks[-1][0]:
            (count, right), (_, left) = peaks.pop(), peaks.pop()
            peaks.append((2 * count, hashlib.sha256(b"\1" + left + right).digest()))
found = peaks.pop()[1] if peaks else hashlib.sha256().digest()
while peaks:
    found = hashlib.sha256(b"\1" + peaks.pop()[1] + found).digest()
if found != base64.b64decode(root):
    sys.exit("the entries give another root than the head of size %d" % size)
print("the %d entries give the root of the head" % size)
