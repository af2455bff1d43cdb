/** Append-only Merkle trees (RFC 6962): growing, proving, and tiles (tlog-tiles). */
@NullMarked
package org.parley.ledger.merkle;

import org.jspecify.annotations.NullMarked;
