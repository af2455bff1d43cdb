package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.envelope.RecordRef;

/**
 * What is known of a party's activities on some ground in some window: what must be said with every "none" (domain §2.7, W1, W2
 * and W2b). That nothing is known never means that nothing is there.
 *
 * @param activities the names of its activities there, at any height
 * @param complete its declaration that these are all; empty where none plainly covers all of the ground and the window
 * @param through the last record of its main log that is held, with all before it; empty where none is
 * @param heard when it last gave a receipt or said anything itself, by its own clock in milliseconds since 1970
 */
public record Known(
        List<String> activities, Optional<Declared> complete, Optional<String> through, OptionalLong heard) {
    /**
     * A party's word that all is notified that the agreement asks of it. What it notifies later does not undo that.
     *
     * @param heard whether it was only heard saying so
     * @param nil whether it said that there is nothing
     * @param through up to which number of its main log
     * @param until when the declaration ends, in milliseconds since 1970
     * @param at when it was made, by its writer's clock
     */
    public record Declared(RecordRef record, boolean heard, boolean nil, long through, long until, long at) {}

    public Known {
        activities = List.copyOf(activities);
    }

    /** How old it is at an instant: milliseconds since the party was last heard; empty where it never was. */
    public OptionalLong age(long instant) {
        return heard.isPresent() ? OptionalLong.of(Math.max(0, instant - heard.getAsLong())) : heard;
    }
}
