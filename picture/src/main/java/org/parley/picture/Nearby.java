package org.parley.picture;

import java.util.List;
import java.util.OptionalLong;
import org.parley.ledger.envelope.RecordRef;

/**
 * The notified sites and declared areas near to something. What was never notified is not among them, and is protected all
 * the same.
 *
 * @param places the nearest first; also those that are not valid at every time
 * @param newest when an owner last said anything of a site on this line, by its own clock in milliseconds since 1970: so
 *     old is the list; empty where no site was ever notified
 */
public record Nearby(List<Place> places, OptionalLong newest) {
    /**
     * A site or an area.
     *
     * @param subject what its owner says of it
     * @param version the version that is so near
     * @param distance centimetres, geodesic, the buffer of a site not counted; 0 where they meet
     */
    public record Place(Subject subject, RecordRef version, long distance) {}

    public Nearby {
        places = List.copyOf(places);
    }
}
