package org.parley.ledger.pairing;

import java.time.Instant;
import java.util.Arrays;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * What {@code parley invite} prints and the other side types: where the inviter is, how to know it, and a secret by which
 * it knows the one it invited.
 *
 * @param address where the inviter is dialled
 * @param pin the first 16 bytes of the SHA-256 of the SubjectPublicKeyInfo that the inviter shows in TLS
 * @param secret 10 random bytes, of this invitation alone
 * @param expiry the second, since 1970, from which on it is void
 */
public record InviteCode(Address address, Bytes pin, Bytes secret, long expiry) {
    /** 128 bits: nobody finds a second key with this beginning. */
    public static final int PIN = 16;

    /** 80 bits, short to read: nobody can try many, as the inviter answers no wrong one and counts them. */
    public static final int SECRET = 10;

    /** The greatest second that fits, in the year 2106. */
    public static final long LAST_EXPIRY = 0xffff_ffffL;

    /** Values that no invitation may have are an {@link IllegalArgumentException}. */
    public InviteCode {
        if (pin.length() != PIN || secret.length() != SECRET) {
            throw new IllegalArgumentException("an invitation has a pin of 16 bytes and a secret of 10");
        }
        if (expiry < 0 || expiry > LAST_EXPIRY) {
            throw new IllegalArgumentException("an invitation ends before the year 2106");
        }
    }

    /** An invitation by the node that shows this TLS key. */
    public static InviteCode of(Address address, Hash tls, Bytes secret, long expiry) {
        return new InviteCode(address, Bytes.of(Arrays.copyOf(tls.bytes(), PIN)), secret, expiry);
    }

    /** Reads what was typed; {@link Refused} says what is wrong with it. The expiry is {@link #refuseAfterExpiry}'s. */
    public static InviteCode parse(String typed) {
        return InviteText.parse(typed);
    }

    /** The invitation to print, in groups of five: {@code PARLEY1-XXXXX-XXXXX-…}. It holds the secret. */
    public String text() {
        return InviteText.text(this);
    }

    /** Whether the node that shows this TLS key is the one that invites. */
    public boolean names(Hash tls) {
        return Arrays.equals(Arrays.copyOf(tls.bytes(), PIN), pin.array());
    }

    public boolean isExpired(long now) {
        return now >= expiry;
    }

    /** Throws {@link Refused} if it is too late for this invitation. */
    public void refuseAfterExpiry(long now) {
        if (isExpired(now)) {
            throw new Refused(
                    Refused.Reason.STALE,
                    "the invitation expired at " + Instant.ofEpochSecond(expiry) + ": ask for a new one");
        }
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "invitation of " + address + " until " + Instant.ofEpochSecond(expiry);
    }
}
