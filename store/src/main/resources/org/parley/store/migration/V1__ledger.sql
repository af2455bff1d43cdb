-- What a node's ledger holds. Every row but the counter has a checksum (CRC-32C over key and content, see Sum.java): SQLite has none.
-- A key of 64 bits holds the log above and the leaf index, or the size, in the low 40 bits: rows of a log lie together and in order.

CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    commits INTEGER NOT NULL
);
INSERT INTO state VALUES (1, 0);

CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    me TEXT NOT NULL,
    sum INTEGER NOT NULL
);

CREATE TABLE member (
    line INTEGER NOT NULL REFERENCES line,
    party TEXT NOT NULL,
    root_key BLOB NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (line, party)
) WITHOUT ROWID;

-- kind: 1 key set, 2 revocation.
CREATE TABLE signed_note (
    kind INTEGER NOT NULL,
    line INTEGER NOT NULL REFERENCES line,
    party TEXT NOT NULL,
    serial INTEGER NOT NULL,
    note BLOB NOT NULL,
    sum INTEGER NOT NULL,
    UNIQUE (kind, line, party, serial)
);

CREATE TABLE origin (
    id INTEGER PRIMARY KEY,
    line INTEGER NOT NULL REFERENCES line,
    name TEXT NOT NULL UNIQUE,
    sum INTEGER NOT NULL
);

CREATE TABLE log (
    id INTEGER PRIMARY KEY REFERENCES origin,
    size INTEGER NOT NULL,
    frontier BLOB NOT NULL,
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    void_from INTEGER NOT NULL,
    sum INTEGER NOT NULL
);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    entry BLOB NOT NULL,
    seed BLOB,
    body BLOB
);

-- Hashes of full subtrees of 256, 65536, ... leaves: level 8, 16, ...
CREATE TABLE tree (
    log INTEGER NOT NULL,
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (log, level, number)
) WITHOUT ROWID;

CREATE TABLE head (
    id INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    note BLOB NOT NULL
);

CREATE TABLE receipt (
    log INTEGER NOT NULL,
    member TEXT NOT NULL,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL,
    root BLOB NOT NULL,
    signature BLOB NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (log, member, size, time)
) WITHOUT ROWID;

-- Frames as docs/formats.md has them.
CREATE TABLE parked (
    id INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    frame BLOB NOT NULL
);

CREATE TABLE evidence (
    id BLOB PRIMARY KEY,
    sum INTEGER NOT NULL,
    frame BLOB NOT NULL
) WITHOUT ROWID;

-- For people: entries by name.
CREATE VIEW record AS
SELECT origin.name AS origin, (entry.id & ((1 << 40) - 1)) + 1 AS no, CAST(entry.entry AS TEXT) AS entry, CAST(entry.body AS TEXT) AS body
FROM entry JOIN origin ON origin.id = entry.id >> 40;

PRAGMA user_version = 1;
