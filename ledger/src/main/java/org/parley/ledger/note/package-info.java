/** Signed notes, checkpoints, cosignatures and exported proofs, as C2SP writes them. */
@NullMarked
package org.parley.ledger.note;

import org.jspecify.annotations.NullMarked;
