/** Signatures: which keys and signatures are taken at all, and who computes them. */
@NullMarked
package org.parley.ledger.crypto;

import org.jspecify.annotations.NullMarked;
