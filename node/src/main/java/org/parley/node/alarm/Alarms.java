package org.parley.node.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.ledger.PartyName;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Conflict;
import org.parley.picture.Continuing;
import org.parley.picture.Duty;
import org.parley.picture.LineState;
import org.parley.picture.Subject;
import org.parley.record.Precedence;

/** What sounds at an instant: a pure function of a line's picture. */
final class Alarms {
    /** Before a conflict begins it is to be resolved so long (domain §2.3). */
    private static final long BEFORE_CONFLICT = 1_800_000;

    private static final String STOP = "stop";

    private final LinePicture line;
    private final long now;
    private final List<Alarm> all = new ArrayList<>();

    private Alarms(LinePicture line, long now) {
        this.line = line;
        this.now = now;
    }

    static List<Alarm> of(LinePicture line, long now) {
        if (line.isPrivate()) {
            return List.of();
        }
        Alarms alarms = new Alarms(line, now);
        alarms.stops();
        alarms.duties();
        alarms.silence();
        alarms.conflicts();
        alarms.differences();
        return List.copyOf(alarms.all);
    }

    /** What else is owed is one alarm by what it is. */
    private void duties() {
        Map<String, SortedSet<String>> flash = new TreeMap<>();
        Map<Alarm.Level, SortedSet<String>> late = new TreeMap<>();
        for (Duty duty : line.picture().open(line.me(), now)) {
            Subject subject = line.picture().subject(duty.about().record()).orElseThrow();
            Alarm.Level level = level(duty.at(now));
            if (subject.kind().name().equals(STOP)) {
                continue; // has an alarm of its own
            }
            if (isFlash(subject)) {
                flash.computeIfAbsent(subject.owner().name(), owner -> new TreeSet<>())
                        .add(duty.about().record());
            } else if (level != Alarm.Level.OFFICER) {
                late.computeIfAbsent(level, of -> new TreeSet<>())
                        .add(duty.about().record());
            }
        }
        flash.forEach((owner, about) -> add(Alarm.What.FLASH, owner, about, Alarm.Level.OFFICER));
        late.forEach((level, about) -> add(Alarm.What.DUTY, level.name(), about, level));
    }

    private static Alarm.Level level(Duty.Stage stage) {
        return switch (stage) {
            case OVERDUE -> Alarm.Level.DEPUTY;
            case SUPERVISOR -> Alarm.Level.SUPERVISOR;
            case RUNNING, NOT_DELIVERED, MET, MET_LATE -> Alarm.Level.OFFICER;
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
                Alarm.Level highest = line.picture().duties(stop.name()).stream()
                        .filter(duty -> duty.owedBy().equals(line.me()))
                        .map(duty -> level(duty.at(now)))
                        .max(Comparator.naturalOrder())
                        .orElse(Alarm.Level.OFFICER);
                add(Alarm.What.STOP, stop.name(), Set.of(stop.name()), highest);
            }
        }
    }

    private void silence() {
        for (PartyName party : line.members()) {
            if (!party.equals(line.me())) {
                LineState.Machine machine =
                        line.picture().line(line.me(), party, now).machine();
                if (machine == LineState.Machine.SILENT || machine == LineState.Machine.ONE_WAY) {
                    add(Alarm.What.SILENT, party.name(), Set.of(), Alarm.Level.OFFICER);
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
            add(Alarm.What.DIFFERENCE, "findings", checks, Alarm.Level.SUPERVISOR);
        }
    }

    /**
     * Those with one counterpart are one alarm, however many an import brought; those too that are there, or come within half an
     * hour, only because something is not reported stopped.
     */
    private void conflicts() {
        Map<String, SortedSet<String>> with = new TreeMap<>();
        for (Conflict conflict : line.picture().conflicts()) {
            long from = conflict.finding().separation().from();
            long until = conflict.finding().separation().until();
            boolean soon = from - BEFORE_CONFLICT <= now && now < until;
            if (soon && line.picture().stand(conflict) != Conflict.Stand.ACCEPTED_RISK) {
                with.computeIfAbsent(counterpart(conflict), party -> new TreeSet<>())
                        .add(conflict.id().toString());
            }
        }
        for (Continuing continuing : line.picture().continuing(now, BEFORE_CONFLICT)) {
            with.computeIfAbsent(counterpart(continuing.conflict()), party -> new TreeSet<>())
                    .add(continuing.conflict().id().toString());
        }
        with.forEach((party, about) -> add(Alarm.What.CONFLICT, party, about, Alarm.Level.OFFICER));
    }

    private String counterpart(Conflict conflict) {
        return List.of(conflict.a(), conflict.b()).stream()
                .map(name -> line.picture().subject(name).orElseThrow().owner())
                .filter(owner -> !owner.equals(line.me()))
                .map(PartyName::name)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private void add(Alarm.What what, String of, Set<String> about, Alarm.Level level) {
        all.add(new Alarm(what, line.line(), of, new TreeSet<>(about), level));
    }
}
