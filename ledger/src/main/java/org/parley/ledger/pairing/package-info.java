/**
 * How two nodes that know nothing of each other found a line: an invitation that is read aloud, and a dialogue that ends
 * in six words for two telephones. Pure: the shell brings connection, clock and chance. Formats: docs/formats.md, Pairing.
 *
 * <p>{@link org.parley.ledger.pairing.InviteCode} is what is read aloud, {@link org.parley.ledger.pairing.Invitation} how
 * often the inviter may be tried, {@link org.parley.ledger.pairing.Pairing} the dialogue, the same for both sides.
 */
@NullMarked
package org.parley.ledger.pairing;

import org.jspecify.annotations.NullMarked;
