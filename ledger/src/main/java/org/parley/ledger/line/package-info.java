/** The line protocol: a node's ledger as a state machine without input or output; the shell brings disk, network, clock and chance. */
@NullMarked
package org.parley.ledger.line;

import org.jspecify.annotations.NullMarked;
