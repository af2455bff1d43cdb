package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;
import org.parley.record.agreement.Measure;
import org.parley.space.footprint.Footprint;
import org.parley.space.window.Window;

/** The law of the picture: it does not depend on the order in which logs and receipts came. */
class OrderTest {
    @RepeatedTest(100)
    void every_interleaving_that_keeps_each_log_gives_the_same_picture(RepetitionInfo run) {
        Talk talk = new Talk(new Random(run.getCurrentRepetition()));

        Picture one = talk.folded();
        Picture other = talk.folded();

        assertThat(sorted(other)).isEqualTo(sorted(one));
        one.subjects()
                .forEach(subject -> assertThat(other.duties(subject.name())).isEqualTo(one.duties(subject.name())));
        assertThat(other.conflicts().stream()
                        .sorted(Comparator.comparing(Conflict::id))
                        .toList())
                .isEqualTo(one.conflicts().stream()
                        .sorted(Comparator.comparing(Conflict::id))
                        .toList());
        assertThat(derived(other)).isEqualTo(derived(one));
    }

    /** What else follows, in words. */
    private static List<String> derived(Picture picture) {
        return Stream.of(
                        picture.matches().map(Match::toString),
                        picture.subjects().stream()
                                .flatMap(subject -> picture.breaches(subject.name()).stream())
                                .map(Breach::toString),
                        picture.conflicts().stream()
                                .map(conflict -> conflict.a() + conflict.b() + picture.stand(conflict)),
                        picture.agreement().map(Agreement::title).stream(),
                        LongStream.of(10, 40, 70)
                                .boxed()
                                .flatMap(minute -> atAnInstant(picture, DAY + minute * MINUTE)),
                        Stream.of(picture.line(new PartyName("AZURE"), new PartyName("BIRCH"), DAY)
                                .toString()))
                .flatMap(words -> words)
                .sorted()
                .toList();
    }

    /** What depends on when it is asked. */
    private static Stream<String> atAnInstant(Picture picture, long instant) {
        Footprint ground = circle(35.05, 40.5, 9_000, 0, 1, 0, 30).volume().footprint();
        Window window = new Window(DAY, DAY + 30 * MINUTE);
        return Stream.of(
                        picture.continuing(instant, 20 * MINUTE).stream(),
                        picture.overdue(instant).stream().map(Subject::name),
                        picture.measures(instant).stream().map(Measure::name),
                        Stream.of("AZURE", "BIRCH", "CEDAR", "DELTA")
                                .map(PartyName::new)
                                .flatMap(party -> Stream.of(
                                        picture.known(ground, window, party, instant), picture.open(party, instant))))
                .flatMap(words -> words)
                .map(Object::toString);
    }

    /** The talk is such that all of it happens. */
    @Test
    void the_talk_has_conflicts_in_every_stand_and_all_else() {
        Set<Conflict.Stand> stands = EnumSet.noneOf(Conflict.Stand.class);
        Set<Breach.What> breaches = EnumSet.noneOf(Breach.What.class);
        long matches = 0;
        long continuing = 0;
        long complete = 0;
        Set<String> crossed = new HashSet<>();
        for (int seed = 1; seed <= 30; seed++) {
            Picture picture = new Talk(new Random(seed)).folded();
            picture.conflicts().forEach(conflict -> stands.add(picture.stand(conflict)));
            picture.subjects().stream()
                    .flatMap(subject -> picture.breaches(subject.name()).stream())
                    .peek(breach -> breaches.add(breach.what()))
                    .filter(breach -> breach.what() == Breach.What.SIDE)
                    .forEach(breach -> crossed.add(breach.of()));
            matches += picture.matches().count();
            continuing += picture.continuing(DAY + 50 * MINUTE).size();
            complete += Stream.of("AZURE", "BIRCH", "CEDAR")
                    .filter(party -> picture.known(
                                    circle(35.05, 40.5, 9_000, 0, 1, 0, 30)
                                            .volume()
                                            .footprint(),
                                    new Window(DAY, DAY + 30 * MINUTE),
                                    new PartyName(party),
                                    DAY)
                            .complete()
                            .isPresent())
                    .count();
        }
        assertThat(stands).containsExactlyInAnyOrder(Conflict.Stand.values());
        assertThat(breaches).contains(Breach.What.LEAD_TIME, Breach.What.BOX, Breach.What.SIDE);
        assertThat(matches).isGreaterThan(30);
        assertThat(crossed).contains("RIVER").hasSizeGreaterThan(5);
        assertThat(continuing).isGreaterThan(30);
        assertThat(complete).isBetween(10L, 80L);
    }

    /** What a subject's records made of it; its volumes are those of its records. */
    private record Outcome(
            String name, List<String> versions, List<Subject.StatusChange> statuses, List<Subject.Answer> answers) {}

    private static List<Outcome> sorted(Picture picture) {
        return picture.subjects().stream()
                .map(subject -> new Outcome(
                        subject.name(),
                        subject.versions().stream()
                                .map(version -> version.record().name() + " " + version.inside())
                                .toList(),
                        subject.statuses(),
                        subject.answers()))
                .sorted(Comparator.comparing(Outcome::name))
                .toList();
    }
}
