package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.circle;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.picture.Conflict.Stand;

/** Two orbits whose circles are about 200 m apart at the same heights and times: less than the usual 500 m. */
class ResolutionTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));
    private final Held ours = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
    private final Held theirs =
            taken(birch.notifies("B-1", Optional.empty(), circle(35, 40.0241, 1_000, 0, 500, 60, 90)));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private Conflict conflict() {
        return fold.picture().conflict(ours.name(), theirs.name()).orElseThrow();
    }

    private Stand stand() {
        return fold.picture().stand(conflict());
    }

    private Held proposed(String change) {
        long horizontal = conflict().finding().separation().horizontal();
        return taken(birch.proposes(ours.name(), theirs.name(), change, horizontal, 0));
    }

    private void concluded(Held proposal) {
        taken(birch.concludes(proposal, taken(azure.answers(proposal, "accepted"))));
    }

    @Test
    void proposed_is_not_agreed_and_agreed_is_not_done() {
        assertThat(stand()).isEqualTo(Stand.OPEN);
        Held proposal = proposed("time");
        assertThat(stand()).isEqualTo(Stand.PROPOSED);
        Held accepted = taken(azure.answers(proposal, "accepted"));
        assertThat(stand()).isEqualTo(Stand.PROPOSED);
        taken(birch.concludes(proposal, accepted));
        assertThat(stand()).isEqualTo(Stand.AGREED_NOT_DONE);

        Held later = taken(birch.notifies("B-1", Optional.of(theirs), circle(35, 40.0241, 1_000, 0, 500, 120, 150)));
        assertThat(stand()).as("AZURE has not acknowledged the new plan").isEqualTo(Stand.AGREED_NOT_DONE);
        taken(azure.answers(later, "read"));
        assertThat(fold.picture().conflict(ours.name(), theirs.name())).isEmpty();
    }

    @Test
    void who_declines_or_takes_back_leaves_it_open() {
        taken(azure.answers(proposed("space"), "declined"));
        assertThat(stand()).isEqualTo(Stand.OPEN);
        taken(birch.status(proposed("space"), "withdrawn"));
        assertThat(stand()).isEqualTo(Stand.OPEN);
    }

    @Test
    void a_risk_is_accepted_as_long_as_it_becomes_no_worse() {
        concluded(proposed("accepted-risk"));
        assertThat(stand()).isEqualTo(Stand.ACCEPTED_RISK);

        Held farther = taken(azure.notifies("A-1", Optional.of(ours), circle(35, 39.9999, 1_000, 0, 500, 60, 90)));
        taken(birch.answers(farther, "read"));
        assertThat(stand()).isEqualTo(Stand.ACCEPTED_RISK);

        Held nearer = taken(azure.notifies("A-1", Optional.of(farther), circle(35, 40.0001, 1_000, 0, 500, 60, 90)));
        taken(birch.answers(nearer, "read"));
        assertThat(stand()).isEqualTo(Stand.OPEN);
    }

    @Test
    void no_risk_is_accepted_where_a_site_is_part_of_it() {
        taken(birch.notifiesSite("H", 35, 40, 100));
        assertThat(fold.picture().mayAcceptRisk(conflict())).isFalse();
        concluded(proposed("accepted-risk"));
        assertThat(stand()).isEqualTo(Stand.OPEN);
    }
}
