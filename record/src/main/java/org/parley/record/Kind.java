package org.parley.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Lane;
import org.parley.record.form.Form;

/**
 * A kind of record: all that is declared about it, in one place ({@link Kinds}).
 *
 * @param name as the envelope says it
 * @param lane the log that it stands in; empty where that is the log of what it is about
 * @param statuses what its owner may say of it later, by a status
 * @param answers what others may say of it, by an answer
 * @param expects what is owed to it by those to whom it is said
 */
public record Kind(
        String name,
        Mechanism mechanism,
        Optional<Lane> lane,
        Form form,
        Set<String> statuses,
        Set<String> answers,
        List<Expected> expects) {
    public Kind {
        expects = List.copyOf(expects);
        statuses = Set.copyOf(statuses);
        answers = Set.copyOf(answers);
    }

    /** Whether it always passes: suspended or flooded lines, expired agreements, no agreement. A matter of its kind alone. */
    public boolean isSafety() {
        return lane.equals(Optional.of(Lane.SAFETY));
    }
}
