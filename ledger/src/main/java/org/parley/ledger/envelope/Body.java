package org.parley.ledger.envelope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/**
 * What a record says, beside its entry: an object, and a seed of 32 random bytes that makes its commitment tell nothing. The
 * entry commits to it field by field, so that some fields can be disclosed and the others stay hidden.
 *
 * <p>Erasing a body is removing these bytes and this seed together, and nothing more: an erased body is simply absent. The
 * entry with its commitment stays, and with it every proof; without the seed nobody can test a guess at what was said.
 */
public final class Body {
    /** The most bytes of a body: a geometry of thousands of corners fits, and eight bodies fill a frame. */
    public static final int LIMIT = 131_072;

    public static final int SEED_LENGTH = 32;

    private final byte[] seed;
    private final byte[] bytes;
    private final Json.Obj fields;
    private @Nullable Hash commitment;

    private Body(byte[] seed, byte[] bytes, Json.Obj fields) {
        this.seed = seed;
        this.bytes = bytes;
        this.fields = fields;
    }

    /** The body with these fields; {@link Refused} if it is too large or has no canonical form. The seed must be fresh. */
    public static Body of(Json.Obj fields, byte[] seed) {
        byte[] bytes = Canonical.bytes(fields);
        limits(seed, bytes);
        return new Body(seed.clone(), bytes, fields);
    }

    /** The body with exactly these bytes; {@link Refused} if they are not the canonical form of an object. */
    public static Body read(byte[] seed, byte[] bytes) {
        limits(seed, bytes);
        byte[] kept = bytes.clone();
        return new Body(seed.clone(), kept, Canonical.parse(kept).object());
    }

    public Json.Obj fields() {
        return fields;
    }

    public byte[] seed() {
        return seed.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** What the entry holds in place of the body. It is computed when it is first asked for. */
    public Hash commitment() {
        Hash known = commitment;
        if (known == null) {
            known = Commitments.commitment(seed, fields.members(), bytes);
            commitment = known; // of two threads each may compute it: it is the same
        }
        return known;
    }

    /** Shows the fields of these names and hides the others; a name that the body does not have is {@link Refused}. */
    public Disclosure disclose(Set<String> names) {
        for (String name : names) {
            if (!fields.has(name)) {
                throw new Refused(Refused.Reason.UNKNOWN, "the body has no field \"" + name + "\"");
            }
        }
        var keyed = Commitments.keyed(seed);
        List<Disclosure.Part> parts = new ArrayList<>(fields.members().size());
        for (Json.Member field : fields.members()) {
            var shown = new Disclosure.Shown(field.name(), field.value(), Commitments.salt(keyed, field.name()));
            parts.add(names.contains(field.name()) ? shown : new Disclosure.Hidden(shown.digest()));
        }
        return new Disclosure(parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(seed, body.seed) && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says the size alone: neither what a body says nor its seed belongs in a journal. */
    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }

    private static void limits(byte[] seed, byte[] bytes) {
        if (seed.length != SEED_LENGTH) {
            throw Refused.malformed("the seed of a body has 32 bytes, not " + seed.length);
        }
        if (bytes.length > LIMIT) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE, "a body holds at most " + LIMIT + " bytes, this one has " + bytes.length);
        }
    }
}
