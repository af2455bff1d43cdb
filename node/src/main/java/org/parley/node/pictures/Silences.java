package org.parley.node.pictures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** For how long at a time another machine did not answer, of the last day: no more of it than a day has minutes. */
public final class Silences {
    private static final long DAY = 86_400_000;
    private static final long MINUTE = 60_000;

    private record Gap(long from, long until) {}

    private final Deque<Gap> gaps = new ArrayDeque<>();
    private OptionalLong last;

    /** @param last when it answered last, as far as is known; milliseconds by its clock */
    Silences(OptionalLong last) {
        this.last = last;
    }

    /**
     * Of the last 24 hours, as far as this node ran.
     *
     * @param longest the longest time without an answer, in milliseconds; the one that lasts counts too
     * @param missed checks that were not answered within a minute
     */
    public record Day(long longest, long missed) {}

    void answered(long time) {
        if (last.isPresent() && time - last.getAsLong() > MINUTE) {
            gaps.addLast(new Gap(last.getAsLong(), time));
        }
        last = OptionalLong.of(Math.max(time, last.orElse(time)));
        while (!gaps.isEmpty() && gaps.getFirst().until() < time - DAY) {
            gaps.removeFirst();
        }
    }

    /** @param check milliseconds between two checks */
    Day at(long now, long check) {
        Deque<Gap> all = new ArrayDeque<>(gaps);
        last.ifPresent(time -> all.addLast(new Gap(time, now)));
        long longest = 0;
        long missed = 0;
        for (Gap gap : all) {
            long length = gap.until() - Math.max(gap.from(), now - DAY);
            longest = Math.max(longest, length);
            missed += Math.max(0, (length - MINUTE) / check);
        }
        return new Day(longest, missed);
    }
}
