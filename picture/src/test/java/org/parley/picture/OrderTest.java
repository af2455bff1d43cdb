package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;

/** The law of the picture: it does not depend on the order in which logs came. */
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
                        Stream.of(picture.line(new PartyName("AZURE"), new PartyName("BIRCH"), Teller.DAY)
                                .toString()))
                .flatMap(words -> words)
                .sorted()
                .toList();
    }

    /** The talk is such that all of it happens. */
    @Test
    void the_talk_has_conflicts_in_every_stand_matches_and_breaches() {
        Set<Conflict.Stand> stands = EnumSet.noneOf(Conflict.Stand.class);
        Set<Breach.What> breaches = EnumSet.noneOf(Breach.What.class);
        long matches = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Picture picture = new Talk(new Random(seed)).folded();
            picture.conflicts().forEach(conflict -> stands.add(picture.stand(conflict)));
            picture.subjects().stream()
                    .flatMap(subject -> picture.breaches(subject.name()).stream())
                    .forEach(breach -> breaches.add(breach.what()));
            matches += picture.matches().count();
        }
        assertThat(stands).containsExactlyInAnyOrder(Conflict.Stand.values());
        assertThat(breaches).contains(Breach.What.LEAD_TIME, Breach.What.BOX, Breach.What.SIDE);
        assertThat(matches).isGreaterThan(30);
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
