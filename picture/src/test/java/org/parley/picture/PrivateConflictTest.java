package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.picture.Teller.circle;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.envelope.Instants;
import org.parley.space.window.Window;

/** Failure 12: what one party's own desks, or its own lines, do not know of each other (W18). */
class PrivateConflictTest {
    private static final Window EVER = new Window(Instants.MIN, Instants.MAX);
    private static final LineId OTHER = new LineId("fedcba9876543210fedcba9876543210");

    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Teller north = new Teller("NORTH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));
    private final Fold aid = new Fold(OTHER, Set.of(azure.name, north.name));

    private static Held taken(Fold fold, Held record) {
        fold.take(record);
        return record;
    }

    private Held notifies(Fold on, Teller by, double longitude) {
        return taken(
                on,
                by.notifies(by.name + " " + longitude, Optional.empty(), circle(35, longitude, 5_000, 0, 900, 10, 90)));
    }

    @Test
    void a_partys_own_activities_are_held_against_each_other_for_it_alone() {
        Held one = notifies(fold, azure, 40.0);
        Held other = notifies(fold, azure, 40.05);
        notifies(fold, azure, 41.0);
        assertThat(fold.picture().conflicts()).isEmpty();
        assertThat(fold.picture().ownConflicts(azure.name, EVER))
                .extracting(PrivateConflict::a, PrivateConflict::b, PrivateConflict::isAcross)
                .containsExactly(tuple(one.name(), other.name(), false));
        assertThat(fold.picture().ownConflicts(birch.name, EVER)).isEmpty();
    }

    /** Both are there from minute 10 to minute 90. */
    @Test
    void what_is_not_in_conflict_within_a_window_is_left_out() {
        notifies(fold, azure, 40.0);
        notifies(fold, azure, 40.05);
        notifies(aid, north, 40.1);
        Window before = new Window(Teller.DAY, Teller.DAY + 10 * Teller.MINUTE);
        Window within = new Window(Teller.DAY + 89 * Teller.MINUTE, Teller.DAY + 99 * Teller.MINUTE);
        assertThat(fold.picture().ownConflicts(azure.name, before)).isEmpty();
        assertThat(fold.picture().ownConflicts(azure.name, within)).hasSize(1);
        assertThat(fold.picture().conflictsAcross(aid.picture(), before)).isEmpty();
        assertThat(fold.picture().conflictsAcross(aid.picture(), within)).isNotEmpty();
    }

    /** For the counterpart both plans count until it acknowledges; its owner knows which one it goes by. */
    @Test
    void what_a_party_has_amended_is_in_its_own_way_no_more() {
        Held one = notifies(fold, azure, 40.0);
        notifies(fold, azure, 40.05);
        taken(fold, azure.notifies("A", Optional.of(one), circle(36, 40, 5_000, 0, 900, 10, 90)));
        assertThat(fold.picture().ownConflicts(azure.name, EVER)).isEmpty();
    }

    @Test
    void two_lines_are_held_against_each_other_where_they_meet() {
        Held ours = notifies(fold, azure, 40.0);
        Held birchs = notifies(fold, birch, 40.2);
        Held theirs = notifies(aid, north, 40.21);
        taken(
                aid,
                azure.notifies(
                        "the same as on the other line", Optional.empty(), circle(35, 40, 5_000, 0, 900, 10, 90)));
        assertThat(fold.picture().conflictsAcross(aid.picture(), EVER))
                .extracting(PrivateConflict::lineA, PrivateConflict::a, PrivateConflict::lineB, PrivateConflict::b)
                .containsExactly(tuple(Teller.LINE, birchs.name(), OTHER, theirs.name()));
        assertThat(aid.picture().conflictsAcross(fold.picture(), EVER))
                .extracting(PrivateConflict::lineA, PrivateConflict::a)
                .containsExactly(tuple(OTHER, theirs.name()));
        taken(fold, azure.status(ours, "stopped"));
        taken(fold, birch.status(birchs, "stopped"));
        assertThat(fold.picture().conflictsAcross(aid.picture(), EVER)).isEmpty();
    }

    /** Either line's minima are enough: what is too near for one of them is told. */
    @Test
    void the_wider_minima_of_the_two_lines_count() {
        Held birchs = notifies(fold, birch, 40.0);
        Held theirs = notifies(aid, north, 40.2);
        assertThat(fold.picture().conflictsAcross(aid.picture(), EVER)).isEmpty();
        Held proposal = taken(
                aid,
                azure.says(
                        Lane.MAIN,
                        "agreement",
                        Optional.empty(),
                        Terms.keeping(java.util.List.of(azure, north), 2_000_000, 0, 0)));
        taken(aid, azure.concludes(proposal, taken(aid, north.answers(proposal, "accepted"))));
        assertThat(fold.picture().conflictsAcross(aid.picture(), EVER))
                .extracting(PrivateConflict::a, PrivateConflict::b)
                .containsExactly(tuple(birchs.name(), theirs.name()));
    }
}
