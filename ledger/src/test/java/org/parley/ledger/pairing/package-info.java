/** Pairing held against bad lines, late officers and people in between. */
@NullMarked
package org.parley.ledger.pairing;

import org.jspecify.annotations.NullMarked;
