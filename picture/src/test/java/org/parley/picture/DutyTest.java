package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.space.window.Window;

class DutyTest {
    private static final long RECEIVED = DAY + 10_000;

    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private void received(Lane lane, long size) {
        fold.stored(azure.log(lane), birch.name, size, RECEIVED);
    }

    private Held orbit() {
        return taken(azure.notifies("A-02", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720)));
    }

    private Held stop() {
        return taken(azure.says(
                Lane.SAFETY,
                "stop",
                Optional.empty(),
                Json.Obj.builder().put("what", "our-people").build()));
    }

    private Duty duty(Held about, String what) {
        return fold.picture().duties(about.name()).stream()
                .filter(duty -> duty.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(long instant) {
        return fold.picture().open(birch.name, instant).stream()
                .map(duty -> duty.what() + " " + duty.about().record())
                .toList();
    }

    @Test
    void nothing_is_owed_before_the_debtors_machine_holds_it() {
        Held orbit = orbit();

        assertThat(duty(orbit, "acknowledge").at(DAY + 100 * MINUTE)).isEqualTo(Duty.Stage.NOT_DELIVERED);
        assertThat(open(DAY + 100 * MINUTE)).isEmpty();
    }

    /** Routine: four hours, the supervisor at half of them, the deputy at the end. */
    @Test
    void an_acknowledgement_is_owed_from_the_debtors_own_receipt_and_escalates_by_its_clock() {
        Held orbit = orbit();
        received(Lane.MAIN, 1);
        Duty duty = duty(orbit, "acknowledge");

        assertThat(duty.due()).hasValue(RECEIVED + 240 * MINUTE);
        assertThat(duty.at(RECEIVED + 119 * MINUTE)).isEqualTo(Duty.Stage.RUNNING);
        assertThat(duty.at(RECEIVED + 120 * MINUTE)).isEqualTo(Duty.Stage.SUPERVISOR);
        assertThat(duty.at(RECEIVED + 240 * MINUTE)).isEqualTo(Duty.Stage.SUPERVISOR);
        assertThat(duty.at(RECEIVED + 240 * MINUTE + 1)).isEqualTo(Duty.Stage.OVERDUE);
    }

    /** A link was lost, or a disk: an old receipt comes after later ones, and says the same as if it had come in its turn. */
    @Test
    void a_receipt_that_comes_late_counts_from_its_own_time() {
        Held orbit = orbit();
        fold.stored(azure.log(Lane.MAIN), birch.name, 3, RECEIVED + 20 * MINUTE);
        assertThat(duty(orbit, "acknowledge").since()).hasValue(RECEIVED + 20 * MINUTE);

        fold.stored(azure.log(Lane.MAIN), birch.name, 2, RECEIVED + 10 * MINUTE);
        assertThat(duty(orbit, "acknowledge").since()).hasValue(RECEIVED + 10 * MINUTE);

        fold.stored(azure.log(Lane.MAIN), birch.name, 2, RECEIVED);
        assertThat(duty(orbit, "acknowledge").since()).hasValue(RECEIVED);

        fold.stored(azure.log(Lane.MAIN), birch.name, 2, RECEIVED + 5 * MINUTE);
        assertThat(duty(orbit, "acknowledge").since()).hasValue(RECEIVED);
    }

    @Test
    void a_persons_word_meets_it_and_a_relay_does_not() {
        Held orbit = orbit();
        received(Lane.MAIN, 1);
        taken(birch.answers(orbit, "relayed"));
        assertThat(open(RECEIVED + MINUTE)).containsExactly("acknowledge AZURE-1");

        taken(birch.answers(orbit, "objected"));
        assertThat(open(RECEIVED + MINUTE)).isEmpty();
        assertThat(duty(orbit, "acknowledge").at(RECEIVED + MINUTE)).isEqualTo(Duty.Stage.MET);
    }

    /** Failure 1: the usual contact away, 27 minutes. Taken in 30 s, relayed in 2 minutes, ceased in 5. */
    @Test
    void a_stop_is_taken_relayed_and_ceased_each_in_its_time() {
        Held stop = stop();
        received(Lane.SAFETY, 1);

        assertThat(open(RECEIVED + 1)).containsExactly("take AZURE-S1", "relay AZURE-S1", "cease AZURE-S1");
        assertThat(duty(stop, "take").at(RECEIVED + 15_000)).isEqualTo(Duty.Stage.SUPERVISOR);
        assertThat(duty(stop, "take").at(RECEIVED + 30_001)).isEqualTo(Duty.Stage.OVERDUE);

        taken(birch.answers(stop, "taken"));
        assertThat(open(RECEIVED + 1)).containsExactly("relay AZURE-S1", "cease AZURE-S1");

        taken(birch.answers(stop, "ceased"));
        assertThat(open(RECEIVED + 1)).isEmpty();
    }

    /** What was taken is taken; that it has not ceased is said to somebody who must act again. */
    @Test
    void a_stop_that_has_not_ceased_is_open_again() {
        Held stop = stop();
        taken(birch.answers(stop, "ceased"));
        Held still = taken(azure.status(stop, "not-ceased"));
        received(Lane.SAFETY, 2);
        assertThat(open(RECEIVED + 1)).containsExactly("relay AZURE-S2", "cease AZURE-S2");
        taken(birch.answers(stop, "ceased"));
        assertThat(open(RECEIVED + 1)).as("that is what it said before").hasSize(2);
        taken(birch.answers(still, "ceased"));
        assertThat(open(RECEIVED + 1)).isEmpty();
    }

    @Test
    void a_new_version_owes_a_fresh_acknowledgement_unless_it_only_became_smaller() {
        Held first = orbit();
        received(Lane.MAIN, 9);
        taken(birch.answers(first, "read"));
        Held smaller =
                taken(azure.notifies("A-02", Optional.of(first), circle(35.03, 40.62, 7_000, 2_400, 4_000, 390, 720)));
        assertThat(open(RECEIVED + MINUTE)).isEmpty();

        taken(azure.notifies("A-02", Optional.of(smaller), circle(35.03, 40.62, 9_000, 2_400, 4_000, 390, 720)));
        assertThat(open(RECEIVED + MINUTE)).containsExactly("acknowledge AZURE-3");
    }

    @Test
    void a_smaller_plan_of_one_that_nobody_acknowledged_is_owed_like_any_other() {
        Held first = orbit();
        received(Lane.MAIN, 9);
        taken(azure.notifies("A-02", Optional.of(first), circle(35.03, 40.62, 7_000, 2_400, 4_000, 390, 720)));

        assertThat(open(RECEIVED + MINUTE)).containsExactly("acknowledge AZURE-2");
    }

    @Test
    void of_a_withdrawn_plan_the_withdrawal_is_to_be_acknowledged() {
        Held first = orbit();
        received(Lane.MAIN, 9);
        Held withdrawn = taken(azure.status(first, "withdrawn"));
        assertThat(open(RECEIVED + MINUTE)).containsExactly("acknowledge " + withdrawn.name());

        taken(birch.answers(withdrawn, "noted"));
        assertThat(open(RECEIVED + MINUTE)).isEmpty();
    }

    /** Failure 39: an activity that overruns silently. */
    @Test
    void its_owner_reports_that_it_began_and_that_it_ended() {
        Held orbit = orbit();

        assertThat(duty(orbit, "start report").due()).hasValue(DAY + 395 * MINUTE);
        assertThat(duty(orbit, "stop report").at(DAY + 731 * MINUTE)).isEqualTo(Duty.Stage.OVERDUE);
        taken(azure.status(orbit, "stopped"));
        assertThat(duty(orbit, "stop report").at(DAY + 731 * MINUTE)).isEqualTo(Duty.Stage.MET);
    }

    @Test
    void a_message_to_one_party_is_owed_by_that_party() {
        Teller cedar = new Teller("CEDAR");
        Fold three = new Fold(LINE, Set.of(azure.name, birch.name, cedar.name));
        Held message = azure.says(
                Lane.MAIN,
                "message",
                Optional.empty(),
                Json.Obj.builder()
                        .put("text", "Say again your last.")
                        .put("to", Json.Obj.builder().put("party", "BIRCH").build())
                        .build());
        three.take(message);

        assertThat(three.picture().duties(message.name()))
                .extracting(Duty::owedBy)
                .containsExactly(birch.name);
    }

    /** W4: stored by a machine, shown on a screen, answered by a person, each by BIRCH's clock. */
    @Test
    void stored_shown_and_answered_are_three_things() {
        Held orbit = orbit();
        assertThat(delivery(orbit))
                .isEqualTo(new Delivery(OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
        received(Lane.MAIN, 1);
        assertThat(delivery(orbit).stored()).hasValue(RECEIVED);
        Held shown = taken(birch.says(
                Lane.MAIN, "presented", Optional.of(orbit), Json.Obj.builder().build()));
        assertThat(delivery(orbit).shown()).hasValue(shown.envelope().at());
        assertThat(delivery(orbit).answered()).isEmpty();
        taken(birch.answers(orbit, "read"));
        assertThat(delivery(orbit).answered().map(Subject.Answer::says)).contains("read");
        taken(azure.notifies("A-02", Optional.of(orbit), circle(35.03, 40.62, 9_000, 2_400, 4_000, 390, 720)));
        assertThat(delivery(orbit).shown())
                .as("the new version was shown to nobody")
                .isEmpty();
    }

    private Delivery delivery(Held about) {
        Picture picture = fold.picture();
        return picture.delivery(picture.subject(about.name()).orElseThrow(), birch.name);
    }

    /** A read-back that was wrong is corrected by who made it, and a notice by who gave it. */
    @Test
    void a_correction_is_its_authors_alone() {
        Held orbit = orbit();
        Held readBack = taken(birch.answers(orbit, "read-back"));
        Held own = correction(azure, orbit);
        Held ofTheReadBack = correction(birch, readBack);
        correction(birch, orbit);
        correction(azure, readBack);
        assertThat(fold.picture().subject(orbit.name()).orElseThrow().corrections())
                .containsExactlyInAnyOrder(own, ofTheReadBack);
    }

    /** A linguist of any party releases a translation of anybody's words: it changes nothing of what is owed. */
    @Test
    void a_translation_stands_beside_the_words_of_whomever() {
        Held orbit = orbit();
        long owed = fold.picture().duties(orbit.name()).size();
        Held theirs = translation(birch, orbit);
        Held own = translation(azure, orbit);
        Subject subject = fold.picture().subject(orbit.name()).orElseThrow();
        assertThat(subject.translations()).containsExactlyInAnyOrder(theirs, own);
        assertThat(subject.versions()).hasSize(1);
        assertThat(fold.picture().duties(orbit.name())).hasSize((int) owed);
    }

    private Held translation(Teller by, Held about) {
        return beside(
                by,
                "translation",
                about,
                Json.Obj.builder().put("language", "ru").put("text", "другие слова"));
    }

    private Held correction(Teller by, Held about) {
        return beside(
                by,
                "correction",
                about,
                Json.Obj.builder().put("field", "contact").put("right", "channel 7"));
    }

    private Held beside(Teller by, String kind, Held about, Json.Builder body) {
        return taken(by.says(Lane.MAIN, kind, Optional.of(about), body.build()));
    }

    /** Five notices: four acknowledged, the last of them late; the fifth is open. Ranks: the second of four, the fourth. */
    @Test
    void the_metrics_count_what_was_met_in_time_and_how_long_it_took() {
        List<Held> orbits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            orbits.add(orbit());
        }
        received(Lane.MAIN, 5);
        long[] minutes = {20, 10, 30, 241};
        for (int i = 0; i < 4; i++) {
            taken(birch.answersAt(orbits.get(i), "read", RECEIVED + minutes[i] * MINUTE));
        }
        Metrics metrics = fold.picture().metrics(birch.name, new Window(DAY, DAY + 300 * MINUTE));

        assertThat(metrics.duties().get("acknowledge"))
                .isEqualTo(new Metrics.Kept(5, 4, 3, OptionalLong.of(20 * MINUTE), OptionalLong.of(241 * MINUTE)));
        assertThat(fold.picture()
                        .metrics(azure.name, new Window(DAY, DAY + MINUTE))
                        .counts())
                .containsEntry(Metrics.Count.NOTICES, 5L);
        assertThat(fold.picture().metrics(birch.name, new Window(DAY, DAY + 1)).duties())
                .as("nothing had come by then")
                .isEmpty();
    }
}
