package org.parley.ledger.pairing;

import org.parley.ledger.Hash;

/**
 * The TLS keys at the two ends of the connection, as this end saw them: the SHA-256 of the SubjectPublicKeyInfo. Nobody
 * vouches for them yet.
 */
public record Pins(Hash own, Hash peer) {}
