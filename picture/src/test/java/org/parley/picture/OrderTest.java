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
import java.util.stream.Stream;
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

    @RepeatedTest(200)
    void every_interleaving_that_keeps_each_log_gives_the_same_picture(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        talk(random);
        List<Input> receipts = receipts(random);

        Picture one = folded(interleaved(random), receipts, random);
        Picture other = folded(interleaved(random), receipts, random);

        assertThat(sorted(other)).isEqualTo(sorted(one));
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

    private List<Input> receipts(Random random) {
        List<Input> receipts = new ArrayList<>();
        for (Teller of : parties) {
            for (Teller member : parties) {
                if (of != member && !of.main.isEmpty()) {
                    for (int i = 0; i < 5; i++) {
                        long size = 1L + random.nextInt(of.main.size());
                        receipts.add(new Input.Receipt(of, Lane.MAIN, member, size, Teller.DAY + size));
                    }
                }
            }
        }
        return receipts;
    }

    /** All records, each log in its own order, otherwise in any. */
    private List<Input> interleaved(Random random) {
        List<Deque<Held>> logs = new ArrayList<>(parties.stream()
                .flatMap(party -> Stream.of(party.main, party.safety))
                .map(ArrayDeque::new)
                .toList());
        List<Input> all = new ArrayList<>();
        while (logs.removeIf(Deque::isEmpty) || !logs.isEmpty()) {
            if (!logs.isEmpty()) {
                all.add(new Input.Said(logs.get(random.nextInt(logs.size())).remove()));
            }
        }
        return all;
    }

    private Picture folded(List<Input> records, List<Input> receipts, Random random) {
        List<Input> all = new ArrayList<>(records);
        receipts.forEach(receipt -> all.add(random.nextInt(all.size() + 1), receipt));
        Fold fold = new Fold(
                LINE, Set.copyOf(parties.stream().map(party -> party.name).toList()));
        for (Input input : all) {
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
