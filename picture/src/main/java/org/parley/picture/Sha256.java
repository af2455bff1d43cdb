package org.parley.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** SHA-256 over the canonical form of what was derived. */
final class Sha256 {
    private Sha256() {}

    static Hash of(Json json) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(Canonical.bytes(json)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
