package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.picture.KnownAt.Arrival;

/** Known at T is what had come by T; at T is what is held now, asked about T. */
class KnownAtTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Set<PartyName> members = Set.of(azure.name, birch.name);

    private final Held own = azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 5, 90));
    private final Held theirs = birch.notifies("B-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 5, 30));

    /** BIRCH said it at once; its notice came twenty minutes later, and the receipt of BIRCH's machine after another ten. */
    private final List<Arrival> arrivals = List.of(
            new Arrival.Said(DAY, own),
            new Arrival.Said(DAY + 20 * MINUTE, theirs),
            new Arrival.Given(DAY + 30 * MINUTE, azure.log(Lane.MAIN), birch.name, 1, DAY + MINUTE));

    private Picture known(long minute) {
        return KnownAt.picture(LINE, members, arrivals, DAY + minute * MINUTE);
    }

    @Test
    void what_had_not_come_was_not_known() {
        assertThat(known(-1).subjects()).isEmpty();
        assertThat(known(19).conflicts()).isEmpty();
        assertThat(known(20).conflict(own.name(), theirs.name())).isPresent();
    }

    /** At 00:10 BIRCH owed an answer: that is so, and AZURE came to know it at 00:30. */
    @Test
    void an_instant_is_asked_of_what_is_held_now() {
        Picture now = known(60);
        assertThat(now.open(birch.name, DAY + 10 * MINUTE))
                .extracting(Duty::what)
                .contains("acknowledge");
        assertThat(known(10).open(birch.name, DAY + 10 * MINUTE))
                .extracting(Duty::what)
                .doesNotContain("acknowledge");
        assertThat(known(10).overdue(DAY + 40 * MINUTE)).isEmpty();
        assertThat(now.overdue(DAY + 40 * MINUTE)).extracting(Subject::name).containsExactly(theirs.name());
    }

    /** It is a second fold and nothing else. */
    @Test
    void it_is_a_fold_of_what_had_come() {
        Fold fold = new Fold(LINE, members);
        fold.take(own);
        fold.take(theirs);
        assertThat(known(29).conflicts())
                .containsExactlyElementsOf(fold.picture().conflicts());
        assertThat(known(29).duties(own.name())).isEqualTo(fold.picture().duties(own.name()));
        fold.stored(azure.log(Lane.MAIN), birch.name, 1, DAY + MINUTE);
        assertThat(known(30).duties(own.name())).isEqualTo(fold.picture().duties(own.name()));
        assertThat(known(30).duties(own.name())).isNotEqualTo(known(29).duties(own.name()));
    }
}
