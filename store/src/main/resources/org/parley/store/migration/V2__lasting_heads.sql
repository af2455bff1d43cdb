-- Lasting heads, few among many: only an ML-DSA-44 signature, 2,420 bytes, makes a head so long.
CREATE INDEX lasting_head ON head (id) WHERE length(note) > 2420;

PRAGMA user_version = 2;
