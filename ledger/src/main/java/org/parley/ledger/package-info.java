/**
 * The ledger: records that both sides hold and neither can rewrite.
 *
 * <p>{@link org.parley.ledger.canonical} and {@link org.parley.ledger.envelope} say what a record is in bytes, {@link
 * org.parley.ledger.merkle} how a log grows and proves, {@link org.parley.ledger.note} how heads and receipts are signed,
 * {@link org.parley.ledger.keys} who may sign, {@link org.parley.ledger.line} how nodes that share a line bring each other
 * up to date. All of it is pure: the shell brings disk, network, clock and chance. Formats: docs/formats.md.
 */
@NullMarked
package org.parley.ledger;

import org.jspecify.annotations.NullMarked;
