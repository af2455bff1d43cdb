package org.parley.node.desk;

import java.util.Comparator;
import java.util.Optional;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Subject;

/** Whether routine traffic of a line is suspended at an instant: the last that a party said of its state from before it. */
final class Suspension {
    private Suspension() {}

    /** The party that has suspended it, if one has. */
    static Optional<PartyName> of(LinePicture line, long instant) {
        return line.members().stream()
                .filter(party -> last(line, party, instant)
                        .filter(state -> state.equals("suspended") || state.equals("closed"))
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> last(LinePicture line, PartyName party, long instant) {
        return line.picture().subjects("line-state").stream()
                .filter(subject -> subject.owner().equals(party) && from(subject) <= instant)
                .max(Comparator.comparingLong((Subject subject) ->
                        subject.current().record().envelope().no()))
                .flatMap(subject -> subject.current().record().says())
                .flatMap(body -> body.get("state"))
                .map(Json::text);
    }

    private static long from(Subject subject) {
        return subject.current()
                .record()
                .says()
                .flatMap(body -> body.get("from"))
                .map(time -> Instants.parse(time.text()))
                .orElse(Long.MAX_VALUE);
    }
}
