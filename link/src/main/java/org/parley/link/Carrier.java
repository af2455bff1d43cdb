package org.parley.link;

import java.time.Duration;

/**
 * What takes the frames: the node. Every call comes on a virtual thread and may block.
 *
 * <p>Of one link: first {@link #up}, then frames, last {@link #lost}, exactly once, when no other call is under way. Frames of
 * one channel come one after another in the order in which they were sent; those of the two channels may come at the same time,
 * except that no frame of {@link Channel#BULK} comes before the first of {@link Channel#CONTROL} was taken. A call that blocks
 * stops reading on its own connection only.
 */
public interface Carrier {
    /** Both connections are there. */
    void up(Link link);

    /** A frame came: type byte and payload. Throwing {@link org.parley.ledger.Refused} closes the link with its words. */
    void frame(Link link, byte[] frame);

    /** The link is gone; {@link Link#loss()} says it in one word. */
    void lost(Link link, String why);

    /** A peer could not be reached; it is dialled again after a while. */
    default void notReached(Dial dial, String why, Duration again) {}

    /** A connection that came in was turned away before it was a link. */
    default void turnedAway(String address, String why) {}
}
