package org.parley.picture;

import java.util.List;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.window.Window;

/**
 * What of a subject, or of a notice that is not written yet, is in the way of others.
 *
 * @param activity as the index holds it: a volume for each that counts
 * @param counted its volumes, and in the eyes of whom each counts
 * @param versions of the subject; none of what is not written yet
 */
record Plan(PartyName owner, Activity activity, List<Counted> counted, List<RecordRef> versions) {
    Plan {
        counted = List.copyOf(counted);
        versions = List.copyOf(versions);
    }

    /** Of a subject of which something counts. */
    static Plan of(Subject subject, List<Counted> counted) {
        Activity activity = new Activity(
                id(subject),
                kind(subject),
                counted.stream().map(Counted::volume).toList());
        List<RecordRef> versions = subject.versions().stream()
                .map(version -> version.record().ref())
                .toList();
        return new Plan(subject.owner(), activity, counted, versions);
    }

    /** The same where what its current version does last goes on until an instant. */
    Plan until(long instant) {
        int current = versions.size() - 1;
        long end = counted.stream()
                .filter(each -> each.version() == current)
                .mapToLong(Counted::until)
                .max()
                .orElse(Long.MAX_VALUE);
        List<Counted> longer = counted.stream()
                .map(each -> each.version() == current && each.until() == end ? each.until(instant) : each)
                .toList();
        Activity same = new Activity(
                activity.id(),
                activity.kind(),
                longer.stream().map(Counted::volume).toList());
        return new Plan(owner, same, longer, versions);
    }

    static ActivityId id(Subject subject) {
        return new ActivityId(subject.owner().name(), subject.name());
    }

    /** The word by which minima are chosen: what sort of activity it is; distress is a rescue. */
    private static String kind(Subject subject) {
        return subject.current().record().text("activity").orElse("sar");
    }

    /** The name of its subject. */
    String name() {
        return activity.id().activity();
    }

    /** Whether a party must keep away from one of its volumes. */
    boolean counts(int volume, PartyName counterpart) {
        return counted.get(volume).forWhom().contains(counterpart);
    }

    /** Whether a party must keep away from anything of the versions before one. */
    boolean countsBefore(int version, PartyName counterpart) {
        return counted.stream()
                .anyMatch(each -> each.version() < version && each.forWhom().contains(counterpart));
    }

    /** Whether one of its volumes is planned still, and not only believed to be. */
    boolean isCurrent(int volume) {
        return counted.get(volume).version() >= versions.size() - 1;
    }

    /** Whether any of its volumes is there in a window. */
    boolean isThere(Window when) {
        return counted.stream().anyMatch(each -> each.volume().window().overlap(when) > 0);
    }

    /** The version that one of its volumes is part of. */
    RecordRef version(int volume) {
        return versions.get(counted.get(volume).version());
    }
}
