package org.parley.store;

import org.parley.ledger.Hash;

/** Something stored that names the root of a log at a size. */
record Claim(long size, Hash root, String what) {}
