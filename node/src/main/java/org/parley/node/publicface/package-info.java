/**
 * The public face of a node: its logs as C2SP tlog-tiles, a witness (tlog-witness), proofs to hand on (tlog-proof). It reads
 * what is stored and signed, and decides nothing; bodies never leave by it.
 */
@NullMarked
package org.parley.node.publicface;

import org.jspecify.annotations.NullMarked;
