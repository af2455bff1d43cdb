package org.parley.picture;

import org.parley.ledger.envelope.RecordRef;

/**
 * What a party says lies at a site that somebody notified, or in an area that somebody declared.
 *
 * @param subject the name of the subject that says it: an activity, a STOP, a message with a place, …
 * @param about its version
 * @param place the name of the site or the area
 * @param of its version
 * @param distance centimetres between the two, geodesic, the buffer of a site not counted; 0 where they meet
 */
public record Match(String subject, RecordRef about, String place, RecordRef of, long distance) {}
