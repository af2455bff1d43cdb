package org.parley.node.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.space.Problem;

/**
 * Turns passwords into what is stored of them, and compares; two at a time, because each takes memory on purpose. What a password
 * must be follows NIST SP 800-63B, §5.1.1.2 (revision 3): long enough, each Unicode code point counted, long ones
 * taken whole, one form of what looks the same (NFKC); no demand for digits or signs, and no expiry.
 */
final class Passwords {
    /** NIST asks for 8 at least. */
    static final int LEAST = 12;

    /** NIST asks for 64 characters at least to be taken; more than this nobody types. */
    static final int MOST_BYTES = 1024;

    static final int AT_ONCE = 2;

    /** A few seconds of work. */
    static final int MOST_WAITING = 64;

    private final SecureRandom random;
    private final Cost cost;
    private final Phc nobody;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Passwords(SecureRandom random, Cost cost) {
        this.random = random;
        this.cost = cost;
        nobody = new Phc(cost, Bytes.of(new byte[Phc.SALT]), Bytes.of(new byte[Phc.HASH]));
    }

    /** What is wrong with a new password, if anything. */
    static Optional<Problem> problem(String password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int characters = text.codePointCount(0, text.length());
        if (characters < LEAST) {
            return Optional.of(new Problem(
                    "password",
                    characters + " characters",
                    "is shorter than " + LEAST + " characters",
                    "take four words that have nothing to do with each other"));
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            return Optional.of(new Problem(
                    "password",
                    bytes + " bytes",
                    "is longer than " + MOST_BYTES + " bytes of UTF-8",
                    "take a shorter one"));
        }
        return Optional.empty();
    }

    /** What to store of a new password; empty where too many wait for their turn. */
    Optional<Phc> stored(String password) {
        byte[] salt = new byte[Phc.SALT];
        random.nextBytes(salt);
        return inTurn(() -> Phc.of(bytes(password), cost, salt));
    }

    /** Whether the password is right, after the same work where there is none to compare with; empty where too many wait. */
    Optional<Boolean> isRight(String password, Optional<Phc> stored) {
        byte[] bytes = bytes(password);
        boolean canBe = stored.isPresent() && bytes.length <= MOST_BYTES;
        return inTurn(() -> stored.orElse(nobody).isOf(bytes.length <= MOST_BYTES ? bytes : new byte[0]) && canBe);
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    /** Does it when it is its turn; empty where too many wait already. */
    <T> Optional<T> inTurn(Supplier<T> work) {
        if (waiting() >= MOST_WAITING) {
            return Optional.empty();
        }
        turns.acquireUninterruptibly();
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return turns.getQueueLength();
    }
}
