package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.picture.Metrics.Count;
import org.parley.space.window.Window;

/** What a dashboard of a line shows (domain §2.6), each figure from what two desks said. */
class MetricsTest {
    private static final Window PERIOD = new Window(DAY, DAY + 240 * MINUTE);

    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private Metrics of(Teller party) {
        return fold.picture().metrics(party.name, PERIOD);
    }

    private long count(Teller party, Count count) {
        return of(party).counts().getOrDefault(count, -1L);
    }

    private Held flight(Teller by, long fromMinute) {
        return taken(by.notifies(
                "F", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, fromMinute, fromMinute + 60)));
    }

    private static Json.Obj with(String field, Json value) {
        return Json.Obj.builder().put(field, value).build();
    }

    @Test
    void crossings_corrections_and_questions_are_counted_of_who_said_them() {
        Held plain = flight(azure, 90);
        taken(azure.notifies("X", Optional.empty(), Json.of(true), circle(35.4, 40.62, 8_000, 2_400, 4_000, 90, 120)));
        taken(azure.says(
                Lane.MAIN,
                "correction",
                Optional.of(plain),
                Json.Obj.builder().put("field", "name").put("right", "G").build()));
        taken(birch.says(Lane.MAIN, "query", Optional.of(plain), with("question", Json.of("how many?"))));

        assertThat(count(azure, Count.NOTICES)).isEqualTo(2);
        assertThat(count(azure, Count.CROSSINGS)).isEqualTo(1);
        assertThat(count(azure, Count.CORRECTIONS)).isEqualTo(1);
        assertThat(count(azure, Count.QUERIES)).isZero();
        assertThat(count(birch, Count.QUERIES)).isEqualTo(1);
        assertThat(count(birch, Count.NOTICES)).isZero();
    }

    @Test
    void notice_given_runs_from_the_receipt_of_the_other_to_the_start() {
        for (int i = 1; i <= 20; i++) {
            flight(azure, 100L + i);
            fold.stored(azure.log(Lane.MAIN), birch.name, i, DAY + 60 * MINUTE);
        }
        assertThat(of(azure).noticeGiven())
                .isEqualTo(new Metrics.Spread(20, OptionalLong.of(41 * MINUTE), OptionalLong.of(50 * MINUTE)));
        assertThat(of(birch).noticeGiven())
                .isEqualTo(new Metrics.Spread(0, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void acknowledgements_are_told_apart_by_precedence() {
        azure.precedence = Optional.of("FLASH");
        Held flash = flight(azure, 90);
        azure.precedence = Optional.empty();
        flight(azure, 190);
        fold.stored(azure.log(Lane.MAIN), birch.name, 2, DAY + MINUTE);
        taken(birch.answersAt(flash, "read-back", DAY + 2 * MINUTE));

        Metrics metrics = of(birch);

        assertThat(metrics.acknowledgements()).containsOnlyKeys("FLASH", "ROUTINE");
        assertThat(metrics.acknowledgements().get("FLASH"))
                .isEqualTo(new Metrics.Kept(1, 1, 1, OptionalLong.of(MINUTE), OptionalLong.of(MINUTE)));
        assertThat(metrics.acknowledgements().get("ROUTINE"))
                .isEqualTo(new Metrics.Kept(1, 0, 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void a_slip_in_a_read_back_is_a_mismatch() {
        Held flight = flight(azure, 90);
        for (String name : List.of("F", "G")) {
            taken(birch.says(
                    Lane.MAIN,
                    "answer",
                    Optional.of(flight),
                    Json.Obj.builder()
                            .put("says", "read-back")
                            .put("fields", with("name", Json.of(name)))
                            .build()));
        }
        assertThat(count(birch, Count.READ_BACKS)).isEqualTo(2);
        assertThat(count(birch, Count.MISMATCHES)).isEqualTo(1);
        assertThat(count(azure, Count.READ_BACKS)).isZero();
    }

    @Test
    void who_does_not_know_whose_a_force_is_is_counted() {
        Held asked = taken(azure.says(
                Lane.SAFETY,
                "force-claim",
                Optional.empty(),
                Json.Obj.builder()
                        .put("place", Json.of(List.of(Json.of(405_000_000), Json.of(350_000_000))))
                        .put("at", "2017-11-20T00:10:00.000Z")
                        .build()));
        taken(birch.answers(asked, "unknown"));
        taken(birch.answers(asked, "not-ours"));

        assertThat(count(birch, Count.CLAIMS)).isEqualTo(2);
        assertThat(count(birch, Count.CLAIMS_UNKNOWN)).isEqualTo(1);
    }

    /** Half an hour before it begins those who fly and drive are to know of it. */
    @Test
    void a_relay_to_all_counts_half_an_hour_before_the_start() {
        Held known = flight(azure, 90);
        Held late = flight(azure, 91);
        flight(azure, 300);
        Held some = flight(azure, 92);
        relayed(known, "100", 59);
        relayed(late, "100", 62);
        relayed(some, "50-99", 10);

        assertThat(count(birch, Count.RELAYS_DUE)).isEqualTo(3);
        assertThat(count(birch, Count.RELAYS_WHOLE)).isEqualTo(1);
        assertThat(count(azure, Count.RELAYS_DUE)).isZero();
    }

    private void relayed(Held about, String coverage, long minute) {
        birch.clock = DAY + minute * MINUTE;
        taken(birch.says(
                Lane.MAIN,
                "answer",
                Optional.of(about),
                Json.Obj.builder()
                        .put("says", "relayed")
                        .put("level", 3)
                        .put("coverage", coverage)
                        .build()));
    }

    @Test
    void the_hours_of_a_suspension_are_those_of_the_period() {
        declares(birch, "suspended", "2017-11-20T00:20:00.000Z");
        declares(birch, "open", "2017-11-20T01:00:00.000Z");
        declares(azure, "suspended", "2017-11-20T03:50:00.000Z");

        assertThat(of(azure).suspended()).isEqualTo(50 * MINUTE);
        assertThat(of(birch).suspended()).isEqualTo(50 * MINUTE);
    }

    private void declares(Teller by, String state, String from) {
        taken(by.says(
                Lane.SAFETY,
                "line-state",
                Optional.empty(),
                Json.Obj.builder().put("state", state).put("from", from).build()));
    }

    @Test
    void a_way_out_counts_for_who_proposed_it_once_all_have_accepted() {
        Held one = flight(azure, 90);
        Held other = flight(birch, 90);
        Held proposal = taken(azure.proposes(one.name(), other.name(), "level", 0, 0));
        assertThat(count(azure, Count.RESOLUTIONS)).isZero();
        Held acceptance = taken(birch.answers(proposal, "accepted"));
        taken(azure.concludes(proposal, acceptance));

        assertThat(count(azure, Count.RESOLUTIONS)).isEqualTo(1);
        assertThat(count(birch, Count.RESOLUTIONS)).isZero();
    }

    @Test
    void a_site_stands_until_it_is_withdrawn_and_is_verified_for_ninety_days() {
        Held hospital = taken(azure.notifiesSite("Al Noor", 35.02, 40.45, 500));
        taken(azure.notifiesSite("Al Salam", 35.12, 40.45, 500));
        verified("2017-09-01T00:00:00.000Z");
        verified("2017-08-01T00:00:00.000Z");
        assertThat(count(azure, Count.SITES)).isEqualTo(4);
        assertThat(count(azure, Count.SITES_VERIFIED)).isEqualTo(1);

        taken(azure.status(hospital, "withdrawn"));
        assertThat(count(azure, Count.SITES)).isEqualTo(3);
        assertThat(count(birch, Count.SITES)).isZero();
    }

    private void verified(String at) {
        Json.Builder body = Json.Obj.builder();
        azure.main.getFirst().says().orElseThrow().members().forEach(member -> body.put(member.name(), member.value()));
        taken(azure.says(
                Lane.MAIN, "site", Optional.empty(), body.put("verifiedAt", at).build()));
    }
}
