package org.parley.picture;

import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.ledger.Lane;
import org.parley.record.volume.StatedVolume;

/** Three parties say some sixty things to each other, about what any of them said before. */
final class Talk {
    final List<Teller> parties = List.of(new Teller("AZURE"), new Teller("BIRCH"), new Teller("CEDAR"));

    /** A party without a node. */
    private final Teller outsider = new Teller("DELTA");

    private final Random random;
    private final List<Deque<Input>> receipts;

    /** A receipt, or a record. */
    private sealed interface Input {
        record Said(Held held) implements Input {}

        record Receipt(Teller of, Lane lane, Teller member, long size, long time) implements Input {}
    }

    Talk(Random random) {
        this.random = random;
        talk();
        receipts = receipts();
    }

    private void talk() {
        List<Held> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Teller by = parties.get(random.nextInt(parties.size()));
            Optional<Held> earlier =
                    all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
            by.precedence = random.nextInt(4) == 0 ? Optional.of("FLASH") : Optional.empty();
            int what = random.nextInt(19);
            if (what < 4 || earlier.isEmpty()) {
                all.add(by.notifies("P" + i, Optional.empty(), volume()));
            } else if (what < 7) {
                all.add(by.notifies("P" + i, earlier, volume()));
            } else if (what < 9) {
                all.add(by.answers(earlier.get(), random.nextBoolean() ? "read" : "relayed"));
            } else if (what < 10) {
                all.add(by.status(earlier.get(), random.nextBoolean() ? "stopped" : "withdrawn"));
            } else if (what < 12) {
                all.add(
                        random.nextBoolean()
                                ? by.notifiesSite("S" + i, 35.02, 40.47 + 0.05 * random.nextInt(4), 500)
                                : by.declaresArea("R" + i, volume()));
            } else if (what < 13) {
                Teller of = random.nextBoolean() ? outsider : parties.get(random.nextInt(parties.size()));
                all.add(by.hears(
                        of,
                        "activity",
                        random.nextBoolean() ? earlier : Optional.empty(),
                        Teller.flight("H" + i, volume())));
            } else if (what < 15) {
                all.addAll(resolution(by, all));
            } else if (what < 16) {
                all.addAll(agreement(by, "terms " + i));
            } else if (what < 18) {
                all.addAll(measure(by, "L" + i, all));
            } else {
                all.add(by.declaresComplete(
                        random.nextBoolean() ? earlier : Optional.empty(),
                        circle(35.05, 40.5, 10_000 + random.nextInt(20_000), 0, 1, -30, random.nextInt(120)),
                        random.nextInt(by.main.size() + 2)));
            }
        }
    }

    /** Proposed of any two; sometimes all accept, sometimes the proposer says so. */
    private List<Held> resolution(Teller by, List<Held> all) {
        List<String> activities = all.stream()
                .filter(held -> held.envelope().kind().equals("activity")
                        && held.envelope().about().isEmpty())
                .map(Held::name)
                .toList();
        String a = activities.get(random.nextInt(activities.size()));
        String b = activities.get(random.nextInt(activities.size()));
        Held proposal = by.proposes(a, b, random.nextBoolean() ? "accepted-risk" : "time", random.nextInt(2) * 100L, 0);
        return decided(by, proposal);
    }

    private List<Held> agreement(Teller by, String title) {
        Held proposal = by.says(
                Lane.MAIN,
                "agreement",
                by.inForce,
                Terms.of(parties, title, random.nextInt(3) * 100_000L, random.nextInt(60)));
        List<Held> decided = decided(by, proposal);
        if (decided.size() > parties.size()) {
            parties.forEach(party -> party.inForce = Optional.of(proposal));
        }
        return decided;
    }

    /** Proposed, sometimes instead of another; sometimes one is ended. */
    private List<Held> measure(Teller by, String name, List<Held> all) {
        List<Held> measures = all.stream()
                .filter(held -> held.envelope().kind().equals("measure"))
                .toList();
        Optional<Held> earlier =
                measures.isEmpty() ? Optional.empty() : Optional.of(measures.get(random.nextInt(measures.size())));
        if (earlier.isPresent() && random.nextInt(4) == 0) {
            return List.of(by.ends(earlier.get()));
        }
        Held proposal = by.says(
                Lane.MAIN,
                "measure",
                random.nextBoolean() ? earlier : Optional.empty(),
                Terms.line(name, 40.45 + 0.05 * random.nextInt(4)).build());
        return decided(by, proposal);
    }

    private List<Held> decided(Teller by, Held proposal) {
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

    /** One of some that often meet. */
    StatedVolume volume() {
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

    /** Of each member over each log some receipts. */
    private List<Deque<Input>> receipts() {
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

    /** Records and receipts, each log in its own order, otherwise in any: a receipt that was missing comes after later ones. */
    private List<Input> interleaved(List<Deque<Input>> receipts) {
        List<Deque<Input>> all = new ArrayList<>();
        for (Deque<Input> own : receipts) {
            List<Input> shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);
            all.add(new ArrayDeque<>(shuffled));
        }
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

    /** What follows from all of it, taken in some order that keeps each log's. */
    Picture folded() {
        return taken().picture();
    }

    /** The same, to go on. Somebody looks at it now and then: that changes nothing. */
    Fold taken() {
        Fold fold = new Fold(
                LINE, Set.copyOf(parties.stream().map(party -> party.name).toList()));
        for (Input input : interleaved(receipts)) {
            take(fold, input);
            if (random.nextInt(8) == 0) {
                fold.picture();
            }
        }
        return fold;
    }

    private static void take(Fold fold, Input input) {
        switch (input) {
            case Input.Said(Held held) -> fold.take(held);
            case Input.Receipt receipt ->
                fold.stored(receipt.of().log(receipt.lane()), receipt.member().name, receipt.size(), receipt.time());
        }
    }
}
