package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.StatedVolume;
import org.parley.space.window.Window;

/** The law of rest: nobody who asks a picture can tell whether something rests. */
class RestTest {
    private static final long KEEP = 10 * MINUTE;

    /** Many threads, of which none waits for the order of the others. */
    private static final class Threads implements Cores {
        @Override
        public <A, B> List<B> each(List<A> all, Function<A, B> work) {
            return all.parallelStream().map(work).toList();
        }
    }

    /** An hour of two parties at work, folded twice: with rest and without. */
    private static final class Work implements Archive {
        final List<Teller> parties = List.of(new Teller("AZURE"), new Teller("BIRCH"));
        final Teller outsider = new Teller("DELTA");
        final Fold whole = new Fold(LINE, Set.of(parties.get(0).name, parties.get(1).name));
        Fold resting = new Fold(LINE, Set.of(parties.get(0).name, parties.get(1).name), this, Cores.ONE);
        final List<Held> all = new ArrayList<>();
        final Map<String, Map<PartyName, Long>> stored = new HashMap<>();
        final Random random;
        long now = DAY;
        int asked;

        Work(int seed) {
            random = new Random(seed);
        }

        @Override
        public Held record(Origin log, long index) {
            asked++;
            Teller writer = parties.stream()
                    .filter(party -> party.name.equals(log.party()))
                    .findFirst()
                    .orElseThrow();
            return (log.lane() == Lane.SAFETY ? writer.safety : writer.main).get((int) index);
        }

        @Override
        public OptionalLong since(PartyName member, Held record) {
            Long time = stored.getOrDefault(record.name(), Map.of()).get(member);
            return time == null ? OptionalLong.empty() : OptionalLong.of(time);
        }

        void goOn(int steps) {
            for (int step = 0; step < steps; step++) {
                now += random.nextInt(60_000);
                parties.forEach(party -> party.clock = now);
                Teller by = any(parties);
                say(by, random.nextInt(24));
                if (random.nextInt(12) == 0) {
                    resting.rest(now - KEEP, 1 + random.nextInt(100));
                }
            }
        }

        void restAll() {
            resting.rest(now - KEEP, Integer.MAX_VALUE); // to the end of a look that had begun
            assertThat(resting.rest(now - KEEP, Integer.MAX_VALUE)).isTrue();
        }

        Fold again(AtRest kept) {
            Fold fold = new Fold(LINE, Set.of(parties.get(0).name, parties.get(1).name), this, new Threads(), kept);
            for (Teller party : parties) {
                Stream.concat(party.main.stream(), party.safety.stream())
                        .filter(held -> !kept.holds(held.origin(), held.index()))
                        .forEach(fold::take);
            }
            all.forEach(held -> stored.getOrDefault(held.name(), Map.of())
                    .forEach((member, time) -> fold.stored(held.origin(), member, held.index() + 1, time)));
            return fold;
        }

        Map<Origin, Long> sizes() {
            return all.stream().collect(Collectors.toMap(Held::origin, held -> held.index() + 1, Math::max));
        }

        private void say(Teller by, int what) {
            Optional<Held> own = all.stream()
                    .filter(held -> held.by().equals(by.name) && held.kind().equals("activity"))
                    .skip(random.nextInt(1 + all.size() / 6))
                    .findFirst();
            if (what < 5) {
                took(by.notifies("P" + all.size(), what == 0 ? own : Optional.empty(), volume()));
            } else if (what < 7) {
                own.ifPresent(held -> took(by.status(held, what == 5 ? "stopped" : "withdrawn")));
            } else if (what < 9) {
                took(by.says(
                        Lane.MAIN,
                        "message",
                        random.nextInt(3) == 0 && !all.isEmpty() ? Optional.of(any(all)) : Optional.empty(),
                        Json.Obj.builder().put("text", "message " + all.size()).build()));
            } else if (what < 11 && !all.isEmpty()) {
                took(by.says(
                        Lane.MAIN,
                        "query",
                        Optional.of(any(all)),
                        Json.Obj.builder()
                                .put("question", "which " + all.size())
                                .build()));
            } else if (what == 11 && !all.isEmpty() && random.nextInt(4) == 0) {
                took(by.hears(outsider, "activity", Optional.empty(), Teller.flight("H" + all.size(), volume())));
            } else if (what == 12 && !all.isEmpty()) {
                took(by.answers(any(all), "read"));
            } else {
                whole.picture().open(by.name, now).stream().limit(4).forEach(duty -> meet(by, duty));
            }
        }

        private void meet(Teller by, Duty duty) {
            Held about = all.stream()
                    .filter(held -> held.ref().equals(duty.about()))
                    .findFirst()
                    .orElseThrow();
            took(
                    switch (duty.what()) {
                        case "start report" -> by.status(about, "started");
                        case "stop report" -> by.status(about, "stopped");
                        case "answer" -> by.answers(about, "answered");
                        default -> by.answers(about, "read");
                    });
        }

        private void took(Held held) {
            all.add(held);
            whole.take(held);
            resting.take(held);
            for (Teller member : parties) {
                if (!member.name.equals(held.writer()) && random.nextInt(10) > 0) {
                    long size = held.index() + 1;
                    whole.stored(held.origin(), member.name, size, now);
                    resting.stored(held.origin(), member.name, size, now);
                    for (long index = held.index(); index >= 0; index--) {
                        stored.computeIfAbsent(record(held.origin(), index).name(), name -> new HashMap<>())
                                .putIfAbsent(member.name, now);
                    }
                }
            }
        }

        private StatedVolume volume() {
            long from = (now - DAY) / MINUTE - 5 + random.nextInt(10);
            return circle(35 + random.nextInt(4) * 0.05, 40.45, 1_000 + random.nextInt(3_000), 0, 500, from, from + 8);
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }

    @RepeatedTest(8)
    void nobody_can_tell_what_rests(RepetitionInfo run) {
        Work work = new Work(run.getCurrentRepetition());
        for (int round = 0; round < 6; round++) {
            work.goOn(60);
            Picture resting = work.resting.picture();
            Picture whole = work.whole.picture();
            assertThat(answers(work, resting)).isEqualTo(answers(work, whole));
        }
    }

    /** A node that was started again: what is at rest was kept, the rest and all receipts are read. */
    @RepeatedTest(4)
    void another_fold_begins_with_what_rests(RepetitionInfo run) {
        Work work = new Work(1_000 + run.getCurrentRepetition());
        work.goOn(200);
        work.restAll();
        AtRest kept = AtRest.read(work.resting.atRest().bytes()).orElseThrow();
        assertThat(kept.count()).isPositive().isEqualTo(work.resting.atRest().count());
        Fold again = work.again(kept);
        assertThat(answers(work, again.picture())).isEqualTo(answers(work, work.whole.picture()));
        work.resting = again;
        work.goOn(100);
        assertThat(answers(work, again.picture())).isEqualTo(answers(work, work.whole.picture()));
    }

    /** A start, and the end of an outage: what comes at once is worked out by many threads, some subjects at a time. */
    @Test
    void what_comes_all_at_once_gives_the_same_as_what_comes_one_by_one() {
        Work work = new Work(1);
        work.goOn(3_200);
        Picture atOnce = work.again(new Fold(LINE, Set.of(work.parties.get(0).name, work.parties.get(1).name)).atRest())
                .picture();
        assertThat(atOnce.subjects().size()).isGreaterThan(1_024);
        assertThat(answers(work, atOnce)).isEqualTo(answers(work, work.whole.picture()));
    }

    /** Sets have another order in each run of a JVM: what is kept must be known again in the next. */
    @Test
    void the_rules_are_the_same_in_every_run() {
        assertThat(AtRest.RULES)
                .startsWith("2 [activity: [stopped, withdrawn], draft: [dropped, released], force-claim: [], "
                        + "hold: [withdrawn], look-up: [], message: [], query: [], read-back-request: [], "
                        + "stop: [lifted, withdrawn]] of [activity, agreement, ");
    }

    /** A start must not read them again, however many somebody says. */
    @Test
    void what_means_nothing_rests_at_once() {
        Work work = new Work(1);
        work.goOn(50);
        Teller by = work.parties.getFirst();
        Json.Obj body = Json.Obj.builder().put("what", "ever").build();
        List<Held> nothing = List.of(
                by.says(Lane.MAIN, "of-a-later-version", Optional.empty(), body),
                by.says(Lane.MAIN, "activity", Optional.empty(), body));
        nothing.forEach(work.resting::take);
        List<String> before = answers(work, work.resting.picture());

        AtRest kept = AtRest.read(work.resting.atRest().bytes()).orElseThrow();

        assertThat(nothing).allMatch(held -> kept.holds(held.origin(), held.index()));
        Fold again = work.again(kept);
        assertThat(answers(work, again.picture())).isEqualTo(before);
        int asked = work.asked;
        assertThat(nothing)
                .allMatch(held -> again.picture().subject(held.name()).isEmpty());
        assertThat(work.asked).as("nobody asked for them").isEqualTo(asked);
    }

    @Test
    void what_is_no_such_file_is_seen() {
        byte[] bytes = new Work(1).resting.atRest().bytes();
        assertThat(AtRest.read(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        assertThat(AtRest.read(new byte[0])).isEmpty();
    }

    /** Enough of it rests, wakes, and is asked for. */
    @Test
    void most_of_a_long_day_rests() {
        Work work = new Work(1);
        work.goOn(800);
        work.restAll();
        long subjects = work.whole.picture().subjects().size();
        assertThat(work.resting.picture().subjects().size()).isLessThan((int) subjects / 2);
        int asked = work.asked;
        assertThat(asked).as("some were woken").isPositive();
        work.all.forEach(
                held -> assertThat(work.resting.picture().subject(held.name()).map(Subject::name))
                        .isEqualTo(work.whole.picture().subject(held.name()).map(Subject::name)));
        assertThat(work.asked).isGreaterThan(asked);
    }

    /** All that a picture can be asked, but lists of everything, and the past before what is awake. */
    private static List<String> answers(Work work, Picture picture) {
        List<String> words = new ArrayList<>();
        for (Held held : work.all) {
            words.add(picture.subject(held.name())
                    .map(subject -> of(picture, subject))
                    .orElse("none"));
        }
        picture.conflicts().stream()
                .map(conflict -> conflict.finding().hash().toString())
                .sorted()
                .forEach(words::add);
        words.add(LiveFindings.hash(picture, work.sizes(), List.of()).toString());
        for (long instant : new long[] {work.now - KEEP, work.now, work.now + KEEP}) {
            for (Teller party : work.parties) {
                words.add(picture.open(party.name, instant).toString());
                words.add(picture.calling(party.name, instant)
                        .map(Duty::toString)
                        .sorted()
                        .toList()
                        .toString());
                words.add(picture.metrics(party.name, new Window(work.now - KEEP, work.now + 1))
                        .toString());
            }
            words.add(picture.overdue(instant).stream()
                    .map(Subject::name)
                    .toList()
                    .toString());
            words.add(picture.continuing(instant, KEEP).toString());
        }
        words.add(picture.within(circle(35.05, 40.45, 9_000, 0, 500, 0, 10_000).volume(), work.now).stream()
                .map(Subject::name)
                .toList()
                .toString());
        return words;
    }

    private static String of(Picture picture, Subject subject) {
        return Stream.of(
                        subject.name(),
                        subject.versions().stream()
                                .map(version -> version.record().name() + version.inside())
                                .toList(),
                        subject.statuses(),
                        subject.answers(),
                        subject.heard(),
                        picture.duties(subject.name()),
                        picture.breaches(subject.name()),
                        picture.calls(subject).stream().map(Subject::name).toList(),
                        picture.isQueried(subject),
                        picture.matches(subject.name()).size(),
                        picture.conflictsOf(subject.name()).stream()
                                .map(Conflict::id)
                                .sorted(Comparator.naturalOrder())
                                .toList())
                .map(Object::toString)
                .toList()
                .toString();
    }
}
