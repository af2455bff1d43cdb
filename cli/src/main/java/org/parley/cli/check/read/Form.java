package org.parley.cli.check.read;

/** How features follow each other in a file. */
public enum Form {
    /** One feature a line. */
    LINES,
    /** Each feature after a record separator (RFC 8142). */
    SEQUENCE,
    /** A FeatureCollection, or features that run over several lines. */
    DOCUMENT
}
