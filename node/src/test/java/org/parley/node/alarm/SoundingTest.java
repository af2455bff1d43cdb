package org.parley.node.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.access.Role;
import org.parley.node.config.Config;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Duty;
import org.parley.picture.Fold;

/** What the settings of watch and alarms change. */
class SoundingTest {
    private static final LineId LINE = new LineId("0".repeat(32));
    private static final PartyName AZURE = new PartyName("AZURE");
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final long MINUTE = 60_000;

    /** When BIRCH's machine was last heard. */
    private static final long HEARD = 1_800_000_000_000L;

    private static final long SILENT = HEARD + 120 * MINUTE;

    @TempDir
    Path folder;

    private Config config(String text) throws Exception {
        Files.writeString(folder.resolve("parley.toml"), text);
        return Config.read(folder).orElseThrow();
    }

    private static LinePicture line() {
        Fold fold = new Fold(LINE, new TreeSet<>(List.of(AZURE, BIRCH)));
        fold.stored(new Origin(LINE, AZURE, Lane.MAIN, new Epoch(1, "00000000")), BIRCH, 1, HEARD);
        return new LinePicture(LINE, AZURE, new TreeSet<>(List.of(AZURE, BIRCH)), fold.picture(), Map.of(), 0);
    }

    private static List<Alarm.What> sounding(Sounding sounding) {
        return sounding.now().stream().map(Alarm::what).toList();
    }

    @Test
    void a_line_that_is_silent_again_before_it_was_steady_is_the_same_alarm() throws Exception {
        Sounding sounding = new Sounding(config("[alarms]\nstable-after = \"2 min\""));
        assertThat(sounding.look(List.of(line()), SILENT).raised()).hasSize(1);
        assertThat(sounding.look(List.of(), SILENT + MINUTE).over()).isEmpty();
        assertThat(sounding(sounding)).containsExactly(Alarm.What.SILENT);
        assertThat(sounding.look(List.of(line()), SILENT + 2 * MINUTE).raised()).isEmpty();
        assertThat(sounding.look(List.of(), SILENT + 4 * MINUTE).over()).hasSize(1);
        assertThat(sounding.look(List.of(line()), SILENT + 5 * MINUTE).raised()).hasSize(1);
    }

    @Test
    void what_began_is_counted_for_an_hour() throws Exception {
        Sounding sounding = new Sounding(config("[alarms]\nstable-after = \"10 s\""));
        for (long i = 0; i < 3; i++) {
            sounding.look(List.of(line()), SILENT + 2 * i * MINUTE);
            sounding.look(List.of(), SILENT + (2 * i + 1) * MINUTE);
        }
        assertThat(sounding.withinHour(SILENT + 6 * MINUTE)).isEqualTo(3);
        assertThat(sounding.withinHour(SILENT + 60 * MINUTE)).isEqualTo(2);
        assertThat(sounding.withinHour(SILENT + 65 * MINUTE)).isZero();
    }

    @Test
    void a_duty_calls_those_of_the_ladder_as_its_time_goes_by() throws Exception {
        Ladder ladder =
                new Ladder(config("[watch]\nladder = [\"planner 10 %\", \"supervisor 50 %\", \"everyone 100 %\"]")
                        .watch()
                        .ladder());
        Duty duty = duty(OptionalLong.of(HEARD), OptionalLong.of(HEARD + 100 * MINUTE));
        assertThat(ladder.reached(duty, HEARD - 1)).isEmpty();
        assertThat(ladder.reached(duty, HEARD + 10 * MINUTE - 1)).isEmpty();
        assertThat(whom(ladder, duty, HEARD + 10 * MINUTE)).containsExactly("planner");
        assertThat(whom(ladder, duty, HEARD + 99 * MINUTE)).containsExactly("planner", "supervisor");
        assertThat(whom(ladder, duty, HEARD + 100 * MINUTE)).containsExactly("planner", "supervisor", "everyone");
        assertThat(ladder.reached(duty(OptionalLong.empty(), OptionalLong.empty()), HEARD))
                .isEmpty();
        assertThat(new Ladder(List.of(new Config.Step(Optional.of(Role.UNIT), 1))).reached(duty, HEARD + MINUTE))
                .hasSize(1);
    }

    private static List<String> whom(Ladder ladder, Duty duty, long now) {
        return ladder.reached(duty, now).stream().map(Ladder::whom).toList();
    }

    private static Duty duty(OptionalLong since, OptionalLong due) {
        RecordRef about = new RecordRef("BIRCH-1", Hash.of(new byte[32]));
        return new Duty("acknowledge", AZURE, about, since, due, Optional.empty());
    }
}
