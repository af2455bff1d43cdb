package org.parley.link;

/** The two connections of a link. Each keeps the order of its frames; between them there is no order. */
public enum Channel {
    /** Safety and control: what must not wait behind anything. */
    CONTROL,
    /** Batches of main logs and whatever answers a WANT. */
    BULK
}
