package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.parley.ledger.Lane;

/** The law of the picture: it does not depend on the order in which logs came. */
class OrderTest {
    private final List<Teller> parties = List.of(new Teller("AZURE"), new Teller("BIRCH"), new Teller("CEDAR"));

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
            int what = random.nextInt(10);
            if (what < 4 || earlier.isEmpty()) {
                all.add(by.notifies("P" + i, Optional.empty(), volume(random)));
            } else if (what < 7) {
                all.add(by.notifies("P" + i, earlier, volume(random)));
            } else if (what < 9) {
                all.add(by.answers(earlier.get(), random.nextBoolean() ? "read" : "relayed"));
            } else {
                all.add(by.status(earlier.get(), random.nextBoolean() ? "stopped" : "withdrawn"));
            }
        }
    }

    private static org.parley.record.volume.StatedVolume volume(Random random) {
        long from = random.nextInt(60);
        return circle(
                35 + random.nextInt(4) * 0.05,
                40 + random.nextInt(4) * 0.05,
                1_000 + random.nextInt(3) * 1_000,
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
