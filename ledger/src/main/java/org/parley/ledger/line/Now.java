package org.parley.ledger.line;

/**
 * When a step happens, by both clocks of a machine.
 *
 * @param wall ms since 1970: what is written in records and receipts; it may jump
 * @param elapsed ms since any moment: what deadlines are measured with; it never jumps
 */
public record Now(long wall, long elapsed) {}
