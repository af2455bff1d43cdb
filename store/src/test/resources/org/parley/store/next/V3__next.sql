-- A script of the future, for MigrationTest.
CREATE TABLE next (id INTEGER PRIMARY KEY);

PRAGMA user_version = 3;
