package org.parley.ledger.line;

import java.util.Optional;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.RecordRef;

/** A record before the sequencer gave it its number and its time. The members are those of {@link Envelope}. */
public record Draft(
        Lane lane,
        String kind,
        Optional<About> about,
        Optional<RecordRef> under,
        Optional<String> role,
        Optional<String> officer,
        Optional<String> precedence,
        Optional<String> audience,
        Optional<String> lang,
        boolean exercise,
        Body body) {

    /** A draft that says nothing but its kind and its body. */
    public static Draft of(Lane lane, String kind, Body body) {
        return new Draft(
                lane,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                body);
    }

    /** The entry at this place; {@link Refused} where it breaks a rule or a limit. */
    byte[] entry(Origin origin, long no, long at) {
        try {
            var envelope = Envelope.builder(origin, no, at, kind).exercise(exercise);
            about.ifPresent(envelope::about);
            under.ifPresent(envelope::under);
            role.ifPresent(envelope::role);
            officer.ifPresent(envelope::officer);
            precedence.ifPresent(envelope::precedence);
            audience.ifPresent(envelope::audience);
            lang.ifPresent(envelope::lang);
            return envelope.body(body.commitment()).bytes();
        } catch (IllegalArgumentException broken) {
            throw Refused.malformed(String.valueOf(broken.getMessage()));
        }
    }
}
