package org.parley.store;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Image.Trust;
import org.parley.ledger.line.LogImage;

/**
 * What is found at the start: the database compared with itself and with the mark, and how far it may be trusted.
 *
 * @param problems what does not fit
 * @param mark the largest sizes of logs that earlier runs made durable
 * @param lost lines that were not settled since the mark was lost
 * @param sure lines that the last run settled, where nothing contradicts it
 * @param end how that run ended
 */
record Start(List<Problem> problems, Map<Origin, Long> mark, Set<LineId> lost, Set<LineId> sure, Trust end) {
    private static final String FETCH = "start and link: the other members are asked for what is missing";

    /**
     * What was found beside the database before it was opened.
     *
     * @param fresh there was no database
     */
    record Before(boolean fresh, Optional<String> token, Mark.Found mark, Place place, Optional<String> boot) {
        static Before of(Folder folder, Host host) {
            Optional<String> token = CleanStop.consume(folder.cleanStop());
            return new Before(
                    !Files.exists(folder.database()),
                    token,
                    Mark.read(folder.mark()),
                    Place.of(folder, host),
                    host.boot());
        }
    }

    /** What the database holds. */
    record Held(long commits, Map<Origin, Long> sizes, Reader reader, Loading loading, Map<Origin, Long> numbers) {}

    static Start of(Before before, Held held) {
        List<Problem> problems = new ArrayList<>();
        Optional<Mark> mark = mark(before, problems);
        mark.ifPresent(known -> belowMark(known, held, problems));
        for (Loading.StoredLine line : held.loading().lines()) {
            for (LogImage log : held.loading().logs(line)) {
                check(log, held).ifPresent(problems::add);
            }
        }
        Set<LineId> lost = new LinkedHashSet<>(mark.map(Mark::lost).orElse(Set.of()));
        if (!(before.mark() instanceof Mark.Found.Whole)) {
            held.loading().lines().forEach(line -> lost.add(line.line()));
        }
        return new Start(
                List.copyOf(problems),
                mark.map(Mark::sizes).orElse(Map.of()),
                lost,
                problems.isEmpty() ? mark.map(Mark::settled).orElse(Set.of()) : Set.of(),
                mark.map(known -> end(known, before, held)).orElse(Trust.UNKNOWN));
    }

    /** What may be concluded for a line. */
    Trust trust(LineId line) {
        if (lost.contains(line)) {
            return Trust.MARK_LOST;
        }
        return sure.contains(line) ? end : Trust.UNKNOWN;
    }

    /** The lines whose newest state is here still: the last run settled them, and it is known how that ended. */
    Set<LineId> settled() {
        Set<LineId> settled = new LinkedHashSet<>(sure);
        settled.removeIf(line -> trust(line) != Trust.CLEAN && trust(line) != Trust.SAME_BOOT);
        return settled;
    }

    private static Optional<Mark> mark(Before before, List<Problem> problems) {
        return switch (before.mark()) {
            case Mark.Found.Whole whole -> Optional.of(whole.mark());
            case Mark.Found.Missing missing when before.fresh() -> Optional.empty();
            case Mark.Found.Missing missing -> {
                problems.add(new Problem(
                        Problem.Kind.MARK_MISSING,
                        "there is no high-water mark, as after a restore: whether this is the newest state is not known",
                        "mark",
                        FETCH));
                yield Optional.empty();
            }
            case Mark.Found.Torn torn -> {
                problems.add(new Problem(
                        Problem.Kind.MARK_DAMAGED,
                        "the high-water mark cannot be read" + (torn.rest().isPresent() ? ", only the one before" : ""),
                        "mark",
                        FETCH));
                yield torn.rest();
            }
        };
    }

    /** What was missing already when the last run settled its line is not told again: whoever settled it knew. */
    private static void belowMark(Mark mark, Held held, List<Problem> problems) {
        boolean older = held.commits() < mark.commits();
        mark.sizes().forEach((origin, size) -> {
            long there = held.sizes().getOrDefault(origin, 0L);
            if (there < size && (older || !mark.settled().contains(origin.line()))) {
                problems.add(new Problem(
                        Problem.Kind.BELOW_MARK,
                        "the log has " + there + " entries, and once had " + size,
                        "log " + origin,
                        FETCH));
            }
        });
        if (older) {
            problems.add(new Problem(
                    Problem.Kind.BELOW_MARK,
                    "the database has " + held.commits() + " commits, and once had " + mark.commits(),
                    "parley.db",
                    FETCH));
        }
    }

    /** The last entries and the stored subtrees must give the root that the log is said to have. */
    private static Optional<Problem> check(LogImage log, Held held) {
        String where = "log " + log.origin();
        long number = held.numbers().getOrDefault(log.origin(), 0L);
        try {
            long entries = held.reader().count(number);
            if (entries != log.size()) {
                return Optional.of(
                        Problem.content("it has " + log.size() + " entries and the last stored is " + entries, where));
            }
            Optional<Hash> root = held.reader().root(number, log.size()).map(Hash::of);
            if (!root.equals(Optional.of(log.root()))) {
                return Optional.of(Problem.content("its entries do not give its root", where));
            }
            return Optional.empty();
        } catch (Damaged e) {
            return Optional.of(e.problem());
        }
    }

    /** A token that does not fit is worse than none: the last run stopped cleanly, and since then somebody changed something. */
    private static Trust end(Mark mark, Before before, Held held) {
        if (before.token().isPresent()) {
            String expected = CleanStop.text(before.place(), held.commits(), held.sizes(), mark.settled());
            return before.token().get().equals(expected) && before.place().known() ? Trust.CLEAN : Trust.UNKNOWN;
        }
        boolean here = mark.home().equals(before.place().home());
        boolean sameBoot = before.boot().isPresent() && before.boot().get().equals(mark.boot());
        return here && sameBoot ? Trust.SAME_BOOT : Trust.UNKNOWN;
    }
}
