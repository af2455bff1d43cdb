package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.Positions;
import org.parley.space.geodesy.Place;

/** Failure 4 of the catalogue: nobody matched the grid that they held with the list that they held. */
class MatchTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller cedar = new Teller("CEDAR");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, cedar.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private List<Match> matches(Held said) {
        return List.copyOf(fold.picture().matches(said.name()));
    }

    /** A circle of 1 km, its middle 2 km from the hospital: 1 km between them, 200 m more than the buffer or less. */
    @Test
    void an_activity_matches_a_site_by_the_buffer_that_was_asked_for() {
        Held orbit = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        double east = 40 + 2_000 / 91_288.0;
        taken(cedar.notifiesSite("far", 35, east, 800));
        assertThat(matches(orbit)).isEmpty();

        Held near = taken(cedar.notifiesSite("near", 35, east, 1_200));
        assertThat(matches(orbit)).singleElement().satisfies(match -> {
            assertThat(match.place()).isEqualTo(near.name());
            assertThat(match.about()).isEqualTo(orbit.ref());
            assertThat(match.of()).isEqualTo(near.ref());
            assertThat(match.distance()).isBetween(99_900L, 100_100L);
        });
    }

    @Test
    void it_does_not_matter_which_came_first_nor_whose_they_are() {
        Held site = taken(azure.notifiesSite("H", 35, 40, 100));
        Held own = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        assertThat(matches(own))
                .containsExactly(
                        new Match(own.name(), own.ref(), site.name(), site.ref(), 0, OptionalLong.of(100_000)));
    }

    @Test
    void a_site_that_is_not_valid_then_and_one_that_was_withdrawn_match_nothing() {
        Held site = taken(cedar.notifiesSite("H", 35, 40, 100));
        Held later = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 3_000, 3_100)));
        assertThat(matches(later)).as("the site is valid on the first two days").isEmpty();
        Held now = taken(azure.notifies("A-2", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        assertThat(matches(now)).hasSize(1);
        taken(cedar.status(site, "withdrawn"));
        assertThat(matches(now)).isEmpty();
    }

    /** Kunduz: the place in the call for help is the place on the list. */
    @Test
    void the_place_of_a_stop_is_held_against_the_sites() {
        Held site = taken(cedar.notifiesSite("H", 35, 40, 300));
        Held stop = taken(cedar.says(
                Lane.SAFETY,
                "stop",
                Optional.empty(),
                Json.Obj.builder()
                        .put("what", "protected-place")
                        .put("place", Positions.of(Place.ofDegrees(35.001, 40)))
                        .build()));
        assertThat(matches(stop)).extracting(Match::place).containsExactly(site.name());
        taken(cedar.status(stop, "lifted"));
        assertThat(matches(stop)).isEmpty();
    }

    /** An area is a place for others' activities; of two areas none is in the other, but a site may be. */
    @Test
    void a_declared_area_is_matched_by_what_is_in_it_and_matches_sites() {
        Held area = taken(azure.declaresArea("R-1", circle(35, 40, 2_000, 0, 1_000, 0, 600)));
        Held other = taken(cedar.declaresArea("R-2", circle(35, 40, 2_000, 0, 1_000, 0, 600)));
        Held convoy = taken(cedar.notifies("C-1", Optional.empty(), circle(35.01, 40, 500, 0, 50, 60, 90)));
        Held above = taken(cedar.notifies("C-2", Optional.empty(), circle(35.01, 40, 500, 2_000, 2_500, 60, 90)));
        Held site = taken(cedar.notifiesSite("H", 35, 40, 100));
        assertThat(matches(convoy)).extracting(Match::place).containsExactlyInAnyOrder(area.name(), other.name());
        assertThat(matches(above)).isEmpty();
        assertThat(matches(area)).extracting(Match::place).containsExactly(site.name());
        assertThat(matches(other)).extracting(Match::place).containsExactly(site.name());
    }

    /** Old and new count until a person there acknowledges; so both are held against the sites. */
    @Test
    void an_old_plan_that_still_counts_still_matches() {
        taken(cedar.notifiesSite("H", 35, 40, 100));
        Held first = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        Held moved = taken(azure.notifies("A-1", Optional.of(first), circle(35.5, 40, 1_000, 0, 500, 60, 90)));
        assertThat(matches(first)).extracting(Match::about).containsExactly(first.ref());
        taken(cedar.answers(moved, "read"));
        assertThat(matches(first)).isEmpty();
    }
}
