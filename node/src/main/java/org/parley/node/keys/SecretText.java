package org.parley.node.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;

/** Secret keys as text, a line each: what the key is for, its algorithm, and its 32 bytes in base64. */
final class SecretText {
    private static final String HEADER = "parley/secret/v1";

    /** A key and what it is for. */
    record Named(String purpose, SigningKey key) {}

    private SecretText() {}

    static byte[] bytes(List<Named> keys) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Named named : keys) {
            text.append(named.purpose).append(' ').append(named.key.algorithm()).append(' ');
            text.append(Base64.getEncoder().encodeToString(named.key.seed())).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The keys of these purposes, and no others; anything else is {@link Refused} without a word of what it is. */
    static List<SigningKey> read(byte[] text, List<Wanted> wanted) {
        List<String> lines = new String(text, StandardCharsets.US_ASCII).lines().toList();
        if (lines.size() != wanted.size() + 1 || !lines.getFirst().equals(HEADER)) {
            throw Refused.malformed("this is no file of secret keys of that purpose");
        }
        return wanted.stream()
                .map(want -> key(lines.get(1 + wanted.indexOf(want)), want))
                .toList();
    }

    /** What a line must be for. */
    record Wanted(String purpose, Algorithm algorithm) {}

    private static SigningKey key(String line, Wanted wanted) {
        String begin = wanted.purpose + " " + wanted.algorithm + " ";
        try {
            if (line.startsWith(begin)) {
                byte[] seed = Base64.getDecoder().decode(line.substring(begin.length()));
                return SigningKey.of(wanted.algorithm, seed);
            }
        } catch (IllegalArgumentException noBase64) {
            // Told below, without what stands there.
        }
        throw Refused.malformed("this is no file of secret keys of that purpose");
    }
}
