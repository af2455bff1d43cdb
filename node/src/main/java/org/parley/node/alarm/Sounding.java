package org.parley.node.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.node.config.Config;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.PrivateConflict;
import org.parley.space.window.Window;

/**
 * The alarms that sound, from one look at the pictures to the next. A link that comes and goes is one alarm until it has been
 * there for some minutes.
 */
final class Sounding {
    private static final long HOUR = 3_600_000;
    private static final long PRIVATELY_EVERY = 30_000;

    private final Config config;
    private final ArrayDeque<Long> began = new ArrayDeque<>();
    private final Map<String, Alarm> sounding = new HashMap<>();
    private final Map<String, Long> lastSilent = new HashMap<>();
    private List<Alarm> privately = List.of();
    private long privatelyAt = -PRIVATELY_EVERY;

    Sounding(Config config) {
        this.config = config;
    }

    /** What changed at a look: what began or grew or went up, and what is over. */
    record Change(List<Alarm> raised, List<Alarm> over) {}

    List<Alarm> now() {
        return List.copyOf(sounding.values());
    }

    /** How many began, grew or called somebody else within the hour before an instant. */
    int withinHour(long now) {
        while (!began.isEmpty() && began.getFirst() <= now - HOUR) {
            began.removeFirst();
        }
        return began.size();
    }

    Change look(Collection<LinePicture> lines, long now) {
        Map<String, Alarm> current = new HashMap<>();
        for (LinePicture line : lines) {
            Alarms.of(line, now, config).forEach(alarm -> current.put(alarm.key(), alarm));
        }
        privately(lines, now).forEach(alarm -> current.put(alarm.key(), alarm));
        keepFlapping(current, now);
        List<Alarm> raised = current.values().stream()
                .filter(alarm -> isMore(alarm, Optional.ofNullable(sounding.get(alarm.key()))))
                .toList();
        raised.forEach(alarm -> began.add(now));
        withinHour(now);
        List<Alarm> over = new ArrayList<>(sounding.values());
        over.removeIf(alarm -> current.containsKey(alarm.key()));
        sounding.clear();
        sounding.putAll(current);
        return new Change(raised, over);
    }

    /** All lines have to be held against each other for them: not at every look. */
    private List<Alarm> privately(Collection<LinePicture> lines, long now) {
        if (now >= privatelyAt + PRIVATELY_EVERY || now < privatelyAt) {
            long ahead = config.alarms().conflictBefore().toMillis();
            Map<String, Alarm> all = new HashMap<>();
            PrivateConflicts.of(lines, new Window(now, now + Math.max(1, ahead))).stream()
                    .map(Sounding::alarm)
                    .forEach(alarm -> all.merge(alarm.key(), alarm, Alarm::with));
            privately = List.copyOf(all.values());
            privatelyAt = now;
        }
        return privately;
    }

    private static Alarm alarm(PrivateConflict conflict) {
        String of = conflict.isAcross() ? conflict.lineB().hex() : "own";
        SortedSet<String> both = new TreeSet<>(List.of(conflict.a(), conflict.b()));
        return new Alarm(Alarm.What.PRIVATE_CONFLICT, conflict.lineA(), of, both, List.of());
    }

    private void keepFlapping(Map<String, Alarm> current, long now) {
        current.forEach((key, alarm) -> {
            if (alarm.what() == Alarm.What.SILENT) {
                lastSilent.put(key, now);
            }
        });
        lastSilent
                .values()
                .removeIf(last -> now - last >= config.alarms().stableAfter().toMillis());
        lastSilent
                .keySet()
                .forEach(key ->
                        Optional.ofNullable(sounding.get(key)).ifPresent(alarm -> current.putIfAbsent(key, alarm)));
    }

    private static boolean isMore(Alarm alarm, Optional<Alarm> before) {
        return before.filter(was -> was.about().containsAll(alarm.about())
                        && was.called().size() >= alarm.called().size())
                .isEmpty();
    }
}
