package org.parley.node.desk;

import java.util.Comparator;
import java.util.Optional;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Subject;

/** Whether routine traffic of a line is suspended: the last that a party said of its state. */
final class Suspension {
    private Suspension() {}

    /** The party that has suspended it, if one has. */
    static Optional<PartyName> of(LinePicture line) {
        return line.members().stream()
                .filter(party -> last(line, party)
                        .filter(state -> state.equals("suspended") || state.equals("closed"))
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> last(LinePicture line, PartyName party) {
        return line.picture().subjects("line-state").stream()
                .filter(subject -> subject.owner().equals(party))
                .max(Comparator.comparingLong((Subject subject) ->
                        subject.current().record().envelope().no()))
                .flatMap(subject -> subject.current().record().says())
                .flatMap(body -> body.get("state"))
                .map(Json::text);
    }
}
