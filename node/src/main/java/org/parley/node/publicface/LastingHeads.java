package org.parley.node.publicface;

import org.parley.ledger.Origin;

/** Has heads of our own logs signed by ML-DSA-44 too, because they are exported. */
@FunctionalInterface
public interface LastingHeads {
    /** Nobody here signs. */
    LastingHeads NONE = (origin, size) -> false;

    /** True when the head of this size is stored with that signature; false where it is not ours to sign, or not now. */
    boolean make(Origin origin, long size);
}
