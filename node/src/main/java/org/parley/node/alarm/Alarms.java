package org.parley.node.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.parley.node.config.Config;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Conflict;
import org.parley.picture.Continuing;
import org.parley.picture.Duty;
import org.parley.picture.LineState;
import org.parley.picture.Subject;
import org.parley.record.Precedence;

/** What sounds at an instant: a pure function of a line's picture. */
final class Alarms {
    private static final String STOP = "stop";

    private final LinePicture line;
    private final long now;
    private final Ladder ladder;
    private final long beforeConflict;
    private final List<Alarm> all = new ArrayList<>();

    private Alarms(LinePicture line, long now, Config config) {
        this.line = line;
        this.now = now;
        this.ladder = new Ladder(config.watch().ladder());
        this.beforeConflict = config.alarms().conflictBefore().toMillis();
    }

    static List<Alarm> of(LinePicture line, long now, Config config) {
        if (line.isPrivate()) {
            return List.of();
        }
        Alarms alarms = new Alarms(line, now, config);
        alarms.stops();
        alarms.duties();
        alarms.silence();
        alarms.conflicts();
        alarms.differences();
        return List.copyOf(alarms.all);
    }

    /** What else is owed is one alarm by what it is. */
    private void duties() {
        Map<String, Late> flash = new TreeMap<>();
        Map<Integer, Late> late = new TreeMap<>();
        Stream<Duty> looked = ladder.beginsEarly()
                ? line.picture().owes(line.me(), now)
                : line.picture().calling(line.me(), now);
        looked.forEach(duty -> {
            Subject subject = line.picture().subject(duty.about().record()).orElseThrow();
            List<Config.Step> reached = ladder.reached(duty, now);
            if (subject.kind().name().equals(STOP)) {
                return; // has an alarm of its own
            }
            if (isFlash(subject)) {
                flash.computeIfAbsent(subject.owner().name(), owner -> new Late())
                        .add(duty, reached);
            } else if (!reached.isEmpty() || isLate(duty.at(now))) {
                late.computeIfAbsent(reached.size(), steps -> new Late()).add(duty, reached);
            }
        });
        flash.forEach((owner, of) -> add(Alarm.What.FLASH, owner, of.about, of.called));
        late.values()
                .forEach(of -> add(
                        Alarm.What.DUTY,
                        of.called.isEmpty() ? "officer" : word(of.called.getLast()),
                        of.about,
                        of.called));
    }

    /** Duties that are one alarm. */
    private static final class Late {
        private final SortedSet<String> about = new TreeSet<>();
        private List<Config.Step> called = List.of();

        void add(Duty duty, List<Config.Step> reached) {
            about.add(duty.about().record());
            called = further(called, reached);
        }
    }

    /** Of two beginnings of the ladder the longer. */
    private static List<Config.Step> further(List<Config.Step> one, List<Config.Step> other) {
        return one.size() < other.size() ? other : one;
    }

    private static String word(Config.Step step) {
        return Ladder.whom(step) + " " + step.percent() + " %";
    }

    /** Half of the time is over: it sounds at the desk, whoever else is called. */
    private static boolean isLate(Duty.Stage stage) {
        return switch (stage) {
            case SUPERVISOR, OVERDUE -> true;
            case RUNNING, NOT_DELIVERED, MET, MET_LATE -> false;
        };
    }

    private static boolean isFlash(Subject subject) {
        return Precedence.of(subject.current().record().envelope().precedence()) == Precedence.FLASH;
    }

    /** A STOP is one alarm each until it is lifted: also where it was taken, and is said to have ceased. */
    private void stops() {
        for (Subject stop : line.picture().subjects(STOP)) {
            boolean over =
                    stop.last("lifted").isPresent() || stop.last("withdrawn").isPresent();
            if (!over && !stop.owner().equals(line.me())) {
                List<Config.Step> called = line.picture().duties(stop.name()).stream()
                        .filter(duty -> duty.owedBy().equals(line.me()) && isOpen(duty.at(now)))
                        .map(duty -> ladder.reached(duty, now))
                        .reduce(List.of(), Alarms::further);
                add(Alarm.What.STOP, stop.name(), Set.of(stop.name()), called);
            }
        }
    }

    private static boolean isOpen(Duty.Stage stage) {
        return stage != Duty.Stage.MET && stage != Duty.Stage.MET_LATE;
    }

    private void silence() {
        for (PartyName party : line.members()) {
            if (!party.equals(line.me())) {
                LineState.Machine machine =
                        line.picture().line(line.me(), party, now).machine();
                if (machine == LineState.Machine.SILENT || machine == LineState.Machine.ONE_WAY) {
                    add(Alarm.What.SILENT, party.name(), Set.of(), List.of());
                }
            }
        }
    }

    /** Until the check is withdrawn. */
    private void differences() {
        SortedSet<String> checks = new TreeSet<>();
        for (Subject check : line.picture().differences()) {
            if (check.last("withdrawn").isEmpty()) {
                checks.add(check.name());
            }
        }
        if (!checks.isEmpty()) {
            add(Alarm.What.DIFFERENCE, "findings", checks, List.of());
        }
    }

    /**
     * Those with one counterpart are one alarm, however many an import brought; those too that are there, or come soon,
     * only because something is not reported stopped.
     */
    private void conflicts() {
        Map<String, SortedSet<String>> with = new TreeMap<>();
        for (Conflict conflict : line.picture().conflicts()) {
            long from = conflict.finding().separation().from();
            long until = conflict.finding().separation().until();
            boolean soon = from - beforeConflict <= now && now < until;
            if (soon && line.picture().stand(conflict) != Conflict.Stand.ACCEPTED_RISK) {
                with.computeIfAbsent(counterpart(conflict), party -> new TreeSet<>())
                        .add(conflict.id().toString());
            }
        }
        for (Continuing continuing : line.picture().continuing(now, beforeConflict)) {
            with.computeIfAbsent(counterpart(continuing.conflict()), party -> new TreeSet<>())
                    .add(continuing.conflict().id().toString());
        }
        with.forEach((party, about) -> add(Alarm.What.CONFLICT, party, about, List.of()));
    }

    private String counterpart(Conflict conflict) {
        return List.of(conflict.a(), conflict.b()).stream()
                .map(name -> line.picture().subject(name).orElseThrow().owner())
                .filter(owner -> !owner.equals(line.me()))
                .map(PartyName::name)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private void add(Alarm.What what, String of, Set<String> about, List<Config.Step> called) {
        all.add(new Alarm(
                what,
                line.line(),
                of,
                new TreeSet<>(about),
                called.stream().map(Ladder::whom).toList()));
    }
}
