package org.parley.node.publicface;

/** Who is told that the public face failed at something that is no fault of the asker. */
@FunctionalInterface
public interface Troubles {
    /** Something failed; the request was answered with 500 or 503, or broken off. */
    void happened(String what, RuntimeException why);
}
