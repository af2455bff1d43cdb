/** The published vectors of logs, held against the ledger. Format: {@code docs/vectors}. */
@NullMarked
package org.parley.ledger.vectors;

import org.jspecify.annotations.NullMarked;
