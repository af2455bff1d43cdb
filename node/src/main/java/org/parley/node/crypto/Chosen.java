package org.parley.node.crypto;

import org.parley.ledger.crypto.Signatures;

/**
 * Who computes signatures, and why not somebody faster.
 *
 * @param name for a person
 * @param why a sentence for each provider that was tried
 */
public record Chosen(Signatures signatures, String name, String why) {}
