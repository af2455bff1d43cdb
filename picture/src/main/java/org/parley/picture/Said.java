package org.parley.picture;

import java.util.List;
import org.parley.space.Activity;
import org.parley.space.ActivityId;

/**
 * What a party says of places, as the indexes of places hold it.
 *
 * @param kind of its subject
 * @param taken what it takes of space and time
 * @param activity the same, a volume for each
 */
record Said(String kind, List<Taken> taken, Activity activity) {
    static Said of(Subject subject, List<Taken> taken) {
        return of(Plan.id(subject), subject.kind().name(), taken);
    }

    static Said of(ActivityId id, String kind, List<Taken> taken) {
        List<Taken> all = List.copyOf(taken);
        return new Said(
                kind,
                all,
                new Activity(id, kind, all.stream().map(Taken::volume).toList()));
    }

    /** The name of its subject. */
    String name() {
        return activity.id().activity();
    }

    boolean isSite() {
        return kind.equals("site");
    }

    boolean isArea() {
        return kind.equals("area");
    }

    /** Whether others are held against it. */
    boolean isPlace() {
        return isSite() || isArea();
    }
}
