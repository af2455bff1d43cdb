package org.parley.picture;

import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.PartyName;

/**
 * How far the current version of a subject has come to a counterpart, each by the counterpart's clock. The three are different
 * things: a machine holds it; a screen has shown it; a person has answered.
 *
 * @param stored since when its machine holds it; empty while no receipt says so
 * @param shown when its node showed it; empty while no record says so
 * @param answered the last that a person there has said of it
 */
public record Delivery(OptionalLong stored, OptionalLong shown, Optional<Subject.Answer> answered) {
    static Delivery of(Subject subject, PartyName party, OptionalLong stored) {
        String name = subject.current().record().name();
        OptionalLong shown = subject.shown().stream()
                .filter(each -> each.about().equals(name) && each.record().by().equals(party))
                .mapToLong(each -> each.record().envelope().at())
                .min();
        Optional<Subject.Answer> answered = subject.answers().reversed().stream()
                .filter(answer -> answer.about().equals(name) && answer.by().equals(party))
                .findFirst();
        return new Delivery(stored, shown, answered);
    }
}
