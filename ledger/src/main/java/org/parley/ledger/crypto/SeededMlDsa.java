package org.parley.ledger.crypto;

import java.security.KeyPair;
import java.security.PrivateKey;

/**
 * Makes ML-DSA-44 keys from seeds, and signatures that depend on nothing but key and message. The platform offers both
 * only through a source of chance that gives wanted bytes, and sources of chance are the shell's: it brings this.
 */
public interface SeededMlDsa {
    /** The pair of keys of FIPS 204, algorithm 6, for this seed of 32 bytes. */
    KeyPair keyPair(byte[] seed);

    /** The deterministic variant of FIPS 204, algorithm 2, with an empty context. */
    byte[] sign(PrivateKey key, byte[] message);

    /** Who computes: {@code SUN 25}. */
    String name();
}
