package org.parley.picture;

import java.util.Comparator;
import org.parley.space.separation.Separation;

/**
 * A volume of one plan and a volume of another that come too near to each other.
 *
 * @param a the plan that comes first by name
 * @param onA which of its volumes, from 0
 * @param b the other
 * @param onB which of its volumes, from 0
 */
record Meeting(Plan a, int onA, Plan b, int onB, Separation separation) {
    /** Of those that are equally near the earliest: which of the two is first must not matter. */
    private static final Comparator<Meeting> NEAREST = Comparator.<Meeting>comparingLong(
                    meeting -> meeting.separation().horizontal())
            .thenComparingDouble(meeting -> meeting.separation().vertical().metres())
            .thenComparingLong(meeting -> meeting.separation().timeGap())
            .thenComparingLong(meeting -> meeting.separation().from())
            .thenComparingLong(meeting -> meeting.separation().until())
            .thenComparingInt(Meeting::onA)
            .thenComparingInt(Meeting::onB);

    static Meeting nearer(Meeting one, Meeting other) {
        return NEAREST.compare(other, one) < 0 ? other : one;
    }

    /** When the volume begins that begins later. */
    long laterBeginning() {
        return Math.max(begins(a, onA), begins(b, onB));
    }

    private static long begins(Plan plan, int volume) {
        return plan.counted().get(volume).volume().window().from();
    }

    Finding finding() {
        return new Finding(
                a.version(onA),
                a.counted().get(onA).number(),
                b.version(onB),
                b.counted().get(onB).number(),
                separation);
    }
}
