package org.parley.node.access;

import java.time.Duration;

/**
 * Bounds of signing in, which the node's owner may set.
 *
 * @param idle how long a session lasts that nobody uses
 * @param absolute how long a session lasts at most
 * @param attempts after how many wrong passwords in a row an account waits
 */
public record SignInLimits(Duration idle, Duration absolute, int attempts) {
    /** A watch of eight hours with both hand-overs, and the hour without use of NIST SP 800-63B-4, §2.2.3. */
    public static final SignInLimits USUAL = new SignInLimits(Duration.ofHours(1), Duration.ofHours(12), 5);

    /** What is not positive, and an idle limit above the absolute one, is an {@link IllegalArgumentException}. */
    public SignInLimits {
        if (!idle.isPositive() || absolute.compareTo(idle) < 0 || attempts < 1) {
            throw new IllegalArgumentException("0 < idle <= absolute, and an attempt at least");
        }
    }
}
