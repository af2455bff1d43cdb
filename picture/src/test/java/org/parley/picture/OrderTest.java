package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;
import org.parley.record.volume.StatedVolume;

/** The law of the picture: it does not depend on the order in which logs came. */
class OrderTest {
    private final List<Teller> parties = List.of(new Teller("AZURE"), new Teller("BIRCH"), new Teller("CEDAR"));

    /** A party without a node. */
    private final Teller outsider = new Teller("DELTA");

    /** A receipt, or a record. */
    private sealed interface Input {
        record Said(Held held) implements Input {}

        record Receipt(Teller of, Lane lane, Teller member, long size, long time) implements Input {}
    }

    @RepeatedTest(100)
    void every_interleaving_that_keeps_each_log_gives_the_same_picture(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        talk(random);
        List<Deque<Input>> receipts = receipts(random);

        Picture one = folded(interleaved(receipts, random));
        Picture other = folded(interleaved(receipts, random));

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
            parties.forEach(Teller::forgets);
            Random random = new Random(seed);
            talk(random);
            Picture picture = folded(interleaved(receipts(random), random));
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

    private void talk(Random random) {
        List<Held> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Teller by = parties.get(random.nextInt(parties.size()));
            Optional<Held> earlier =
                    all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
            int what = random.nextInt(16);
            if (what < 4 || earlier.isEmpty()) {
                all.add(by.notifies("P" + i, Optional.empty(), volume(random)));
            } else if (what < 7) {
                all.add(by.notifies("P" + i, earlier, volume(random)));
            } else if (what < 9) {
                all.add(by.answers(earlier.get(), random.nextBoolean() ? "read" : "relayed"));
            } else if (what < 10) {
                all.add(by.status(earlier.get(), random.nextBoolean() ? "stopped" : "withdrawn"));
            } else if (what < 12) {
                all.add(
                        random.nextBoolean()
                                ? by.notifiesSite("S" + i, 35.02, 40.47 + 0.05 * random.nextInt(4), 500)
                                : by.declaresArea("R" + i, volume(random)));
            } else if (what < 13) {
                Teller of = random.nextBoolean() ? outsider : parties.get(random.nextInt(parties.size()));
                all.add(by.hears(
                        of,
                        "activity",
                        random.nextBoolean() ? earlier : Optional.empty(),
                        Teller.flight("H" + i, volume(random))));
            } else if (what < 15) {
                all.addAll(resolution(by, all, random));
            } else {
                all.addAll(agreement(by, "terms " + i, random));
            }
        }
    }

    /** Proposed of any two; sometimes all accept, sometimes the proposer says so. */
    private List<Held> resolution(Teller by, List<Held> all, Random random) {
        List<String> activities = all.stream()
                .filter(held -> held.envelope().kind().equals("activity")
                        && held.envelope().about().isEmpty())
                .map(Held::name)
                .toList();
        String a = activities.get(random.nextInt(activities.size()));
        String b = activities.get(random.nextInt(activities.size()));
        Held proposal = by.proposes(a, b, random.nextBoolean() ? "accepted-risk" : "time", random.nextInt(2) * 100L, 0);
        return decided(by, proposal, random);
    }

    private List<Held> agreement(Teller by, String title, Random random) {
        Held proposal = by.says(
                Lane.MAIN,
                "agreement",
                by.inForce,
                Terms.of(parties, title, random.nextInt(3) * 100_000L, random.nextInt(60)));
        List<Held> decided = decided(by, proposal, random);
        if (decided.size() > parties.size()) {
            parties.forEach(party -> party.inForce = Optional.of(proposal));
        }
        return decided;
    }

    private List<Held> decided(Teller by, Held proposal, Random random) {
        List<Held> said = new ArrayList<>(List.of(proposal));
        if (random.nextInt(3) > 0) {
            List<Held> acceptances = parties.stream()
                    .filter(party -> party != by)
                    .map(party -> party.answers(proposal, "accepted"))
                    .toList();
            said.addAll(acceptances);
            said.add(by.concludes(proposal, acceptances.toArray(Held[]::new)));
        }
        return said;
    }

    private static StatedVolume volume(Random random) {
        long from = random.nextInt(60);
        return circle(
                35 + random.nextInt(4) * 0.05,
                40.45 + random.nextInt(4) * 0.05,
                1_000 + random.nextInt(3) * 2_500,
                0,
                500 + random.nextInt(3) * 100,
                from,
                from + 30);
    }

    /** Of each member over each log some receipts, in their order. */
    private List<Deque<Input>> receipts(Random random) {
        List<Deque<Input>> receipts = new ArrayList<>();
        for (Teller of : parties) {
            for (Teller member : parties) {
                Deque<Input> own = new ArrayDeque<>();
                for (long size = 1; of != member && size <= of.main.size(); size++) {
                    if (random.nextInt(4) == 0) {
                        own.add(new Input.Receipt(of, Lane.MAIN, member, size, Teller.DAY + 10 * size));
                    }
                }
                receipts.add(own);
            }
        }
        return receipts;
    }

    /** Records and receipts, each log in its own order, otherwise in any. */
    private List<Input> interleaved(List<Deque<Input>> receipts, Random random) {
        List<Deque<Input>> all = new ArrayList<>();
        receipts.forEach(own -> all.add(new ArrayDeque<>(own)));
        for (Teller party : parties) {
            all.add(new ArrayDeque<>(party.main.stream().map(Input.Said::new).toList()));
            all.add(new ArrayDeque<>(party.safety.stream().map(Input.Said::new).toList()));
        }
        List<Input> mixed = new ArrayList<>();
        all.removeIf(Deque::isEmpty);
        while (!all.isEmpty()) {
            mixed.add(all.get(random.nextInt(all.size())).remove());
            all.removeIf(Deque::isEmpty);
        }
        return mixed;
    }

    private Picture folded(List<Input> inputs) {
        Fold fold = new Fold(
                LINE, Set.copyOf(parties.stream().map(party -> party.name).toList()));
        for (Input input : inputs) {
            switch (input) {
                case Input.Said(Held held) -> fold.take(held);
                case Input.Receipt receipt ->
                    fold.stored(
                            receipt.of().log(receipt.lane()), receipt.member().name, receipt.size(), receipt.time());
            }
        }
        return fold.picture();
    }
}
