/**
 * Founding a line with another node: the dialogue of {@link org.parley.ledger.pairing} over real connections, with real officers.
 * {@link org.parley.node.pairing.Pairings} is where it begins. Nothing of a pairing is stored before its line is founded.
 */
@NullMarked
package org.parley.node.pairing;

import org.jspecify.annotations.NullMarked;
