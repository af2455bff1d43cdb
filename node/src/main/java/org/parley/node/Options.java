package org.parley.node;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.link.Bounds;
import org.parley.node.keys.Passphrase;

/**
 * What is decided about a node from outside.
 *
 * @param passphrase opens its secrets, where they are sealed
 * @param clock what time it is
 * @param random for keys, salts and names
 * @param bounds of its links
 * @param broken what happens when the disk or the ledger failed; usually the process ends at once
 */
public record Options(
        Optional<Passphrase> passphrase,
        InstantSource clock,
        SecureRandom random,
        Bounds bounds,
        Consumer<Throwable> broken) {
    /** The exit status of a process whose disk failed. */
    public static final int BROKEN = 70;

    /** What a process uses: when the disk fails it says so and ends at once, without another write to its folder. */
    public static Options usual(Optional<Passphrase> passphrase) {
        return new Options(passphrase, InstantSource.system(), new SecureRandom(), Bounds.USUAL, LastWords::end);
    }

    /** The same by another clock. */
    public Options withClock(InstantSource other) {
        return new Options(passphrase, other, random, bounds, broken);
    }
}
