package org.parley.ledger.line;

import java.util.Map;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;

/**
 * A record before the sequencer gave it its number and its time.
 *
 * @param members optional members of the envelope, by name: about, under, role, officer, precedence, exercise, audience, lang
 */
public record Draft(Lane lane, String kind, Map<String, Json> members, Body body) {}
