package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.picture.LineState.Declared;
import org.parley.picture.LineState.Machine;
import org.parley.picture.LineState.Person;

/** Without an agreement: a machine's check every five minutes, silent after three that were missed. */
class LineStateTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private LineState line(double minute) {
        return fold.picture().line(azure.name, birch.name, DAY + Math.round(minute * MINUTE));
    }

    private void birchAnswers(long minute) {
        fold.stored(azure.log(Lane.MAIN), birch.name, 1 + minute, DAY + minute * MINUTE);
    }

    private void azureHears(long minute) {
        fold.stored(birch.log(Lane.SAFETY), azure.name, 1 + minute, DAY + minute * MINUTE);
    }

    @Test
    void before_the_first_receipt_it_is_not_yet_tested() {
        assertThat(line(0).machine()).isEqualTo(Machine.NOT_YET_TESTED);
        assertThat(line(0).person()).isEqualTo(Person.NOT_YET_TESTED);
        assertThat(line(0).declared()).isEqualTo(Declared.OPEN);
    }

    /** A check is late after a minute, and each five minutes more is one more missed; the third is silence. */
    @Test
    void missed_checks_are_counted_until_the_line_is_silent() {
        birchAnswers(0);
        assertThat(line(5.9).machine()).isEqualTo(Machine.ANSWERED);
        assertThat(line(6).machine()).isEqualTo(Machine.MISSED);
        assertThat(line(10.9).missed()).isEqualTo(1);
        assertThat(line(11).missed()).isEqualTo(2);
        assertThat(line(15.9).machine()).isEqualTo(Machine.MISSED);
        assertThat(line(16).machine()).isEqualTo(Machine.SILENT);
        birchAnswers(17);
        assertThat(line(17).machine()).isEqualTo(Machine.ANSWERED);
    }

    @Test
    void who_is_heard_and_gives_no_receipts_hears_nothing_itself() {
        azureHears(1);
        assertThat(line(2).machine()).as("it may still answer").isEqualTo(Machine.NOT_YET_TESTED);
        azureHears(6);
        assertThat(line(6.9).machine()).isEqualTo(Machine.NOT_YET_TESTED);
        assertThat(line(7).machine()).isEqualTo(Machine.ONE_WAY);
        birchAnswers(3);
        azureHears(20);
        assertThat(line(20).machine()).isEqualTo(Machine.ONE_WAY);
        assertThat(fold.picture()
                        .line(birch.name, azure.name, DAY + 20 * MINUTE)
                        .machine())
                .as("BIRCH has receipts of AZURE")
                .isEqualTo(Machine.ANSWERED);
        assertThat(line(40).machine()).isEqualTo(Machine.SILENT);
    }

    private Held check() {
        return taken(azure.says(
                Lane.SAFETY,
                "check",
                Optional.empty(),
                Json.Obj.builder()
                        .put("text", "the quick brown fox")
                        .put("bearer", "telephone")
                        .put("findings", Hash.of(new byte[Hash.LENGTH]).toString())
                        .put(
                                "logs",
                                Json.of(List.of(Json.Obj.builder()
                                        .put("log", "AZURE main")
                                        .put("size", 1)
                                        .build())))
                        .build()));
    }

    /** A receipt is a machine's; and reading a check is not answering it. */
    @Test
    void the_persons_light_is_another_light() {
        birchAnswers(0);
        Held check = check();
        assertThat(line(1).person()).isEqualTo(Person.NOT_YET_TESTED);
        taken(birch.answers(check, "read"));
        assertThat(line(1).person()).isEqualTo(Person.NOT_YET_TESTED);
        taken(birch.answers(check, "answered"));
        assertThat(line(1).person()).isEqualTo(Person.CONFIRMED);
    }

    private Held declares(Teller by, String state, String from) {
        return taken(by.says(
                Lane.SAFETY,
                "line-state",
                Optional.empty(),
                Json.Obj.builder().put("state", state).put("from", from).build()));
    }

    /** The worse of the two, each from when it was said for, until its author says something else. */
    @Test
    void what_is_declared_is_the_worse_of_what_both_say_last() {
        declares(azure, "degraded", "2017-11-20T00:10:00.000Z");
        declares(birch, "suspended", "2017-11-20T00:20:00.000Z");
        assertThat(line(9).declared()).isEqualTo(Declared.OPEN);
        assertThat(line(10).declared()).isEqualTo(Declared.DEGRADED);
        assertThat(line(20).declared()).isEqualTo(Declared.SUSPENDED);
        declares(birch, "open", "2017-11-20T00:30:00.000Z");
        assertThat(line(30).declared()).isEqualTo(Declared.DEGRADED);
    }
}
