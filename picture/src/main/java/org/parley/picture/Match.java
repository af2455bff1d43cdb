package org.parley.picture;

import java.util.OptionalLong;
import org.parley.ledger.envelope.RecordRef;

/**
 * What a party says lies at a site that somebody notified, or in an area that somebody declared.
 *
 * @param subject the name of the subject that says it: an activity, a STOP, a message with a place, …
 * @param about its version
 * @param place the name of the site or the area
 * @param of its version
 * @param distance centimetres between the two, geodesic, the buffer of a site not counted; 0 where they meet
 * @param inside where they meet, how many centimetres they reach into each other, by their widths or radii; empty where an area
 *     that is drawn by its edge is one of them and holds some of the middle of the other
 */
public record Match(String subject, RecordRef about, String place, RecordRef of, long distance, OptionalLong inside) {}
