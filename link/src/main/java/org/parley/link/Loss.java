package org.parley.link;

/** Why a link was lost. */
public enum Loss {
    /** This side closed it. */
    CLOSED,
    /** The peer ended it between two frames. */
    ENDED,
    /** A connection broke, or ended within a frame. */
    BROKEN,
    /** The peer took less than was sent, until the queue was full. */
    OVERFLOW,
    /** Nothing came from the peer for too long, on both connections. */
    SILENT,
    /** The peer took nothing of what was being written for too long. */
    STALLED,
    /** A frame came slower than any path that is worth keeping. */
    SLOW,
    /** The peer sent what no peer may send: a frame without bytes, or a larger one than it may be. */
    MALFORMED,
    /** The carrier refused a frame by throwing. */
    REFUSED
}
