package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.StatedVolume;

/** What is no conflict by little; how deep what meets is; who goes first. The usual minima: 500 m, 100 m, 300 s. */
class NarrowTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    /** At 35.0 N and 40.0 E, one kilometre wide, 1,000 to 1,200 m, an hour. */
    private static StatedVolume plan(long lower, long from) {
        return circle(35, 40, 1_000, lower, lower + 200, from, from + 60);
    }

    private List<Preview.Against> narrow(Held notice) {
        Picture picture = fold.picture();
        return picture.narrow(picture.subject(notice.name()).orElseThrow());
    }

    @Test
    void what_is_clear_by_a_quarter_of_the_minimum_or_less_is_told() {
        Held one = taken(azure.notifies("A", Optional.empty(), plan(1_000, 60)));
        Held other = taken(birch.notifies("B", Optional.empty(), plan(1_320, 60)));
        assertThat(fold.picture().conflicts()).isEmpty();
        assertThat(narrow(one)).singleElement().satisfies(against -> {
            assertThat(against.other()).isEqualTo(other.name());
            assertThat(against.separation().vertical().gap()).isEqualTo(12_000);
        });
        assertThat(narrow(other)).extracting(Preview.Against::other).containsExactly(one.name());
    }

    @Test
    void what_is_clear_by_more_or_in_conflict_or_ones_own_is_not() {
        Held one = taken(azure.notifies("A", Optional.empty(), plan(1_000, 60)));
        taken(birch.notifies("higher", Optional.empty(), plan(1_326, 60)));
        taken(birch.notifies("later", Optional.empty(), plan(1_000, 127)));
        taken(birch.notifies("in conflict", Optional.empty(), plan(1_050, 60)));
        taken(azure.notifies("own", Optional.empty(), plan(1_320, 60)));
        assertThat(narrow(one)).isEmpty();
    }

    @Test
    void it_is_told_before_a_notice_is_sent() {
        Held other = taken(birch.notifies("B", Optional.empty(), plan(1_000, 126)));
        Preview preview = fold.picture()
                .preview(new Preview.Of(
                        azure.name, "air", List.of(plan(1_000, 60).volume()), false, Optional.empty(), DAY));
        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.narrow()).extracting(Preview.Against::other).containsExactly(other.name());
    }

    /** CEDAR, W-08: a route of 3 nautical miles to each side of its middle that passes a circle of 5: 14,215 m between the middles. */
    @Test
    void how_deep_two_reach_into_each_other_is_what_their_widths_exceed_the_distance_by() {
        Held area = taken(birch.declaresArea("fire", circle(39.13, -120.72, 9_260, 0, 3_350, 0, 600)));
        Held route =
                taken(azure.notifies("route", Optional.empty(), circle(39.13, -120.5556, 5_556, 1_200, 2_000, 60, 90)));
        assertThat(fold.picture().matches(route.name())).singleElement().satisfies(match -> {
            assertThat(match.place()).isEqualTo(area.name());
            assertThat(match.distance()).isZero();
            assertThat(match.inside().orElseThrow()).isBetween(60_000L, 60_150L);
        });
    }

    @Test
    void who_stands_first_in_the_agreement_goes_first() {
        Held one = taken(azure.notifies("A", Optional.empty(), plan(1_000, 60)));
        Held other = taken(birch.notifies("B", Optional.empty(), plan(1_050, 60)));
        Conflict before = fold.picture().conflict(one.name(), other.name()).orElseThrow();
        assertThat(fold.picture().owesFirstMove(before)).isEmpty();
        Json.Builder body = Json.Obj.builder();
        Terms.keeping(List.of(azure, birch), 50_000, 10_000, 300)
                .members()
                .forEach(member -> body.put(member.name(), member.value()));
        body.put("firstMove", Json.of(List.of(Json.of("AZURE"))));
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), body.build()));
        taken(azure.concludes(proposal, taken(birch.answers(proposal, "accepted"))));
        Conflict conflict = fold.picture().conflict(one.name(), other.name()).orElseThrow();
        assertThat(fold.picture().owesFirstMove(conflict)).contains(birch.name);
    }
}
