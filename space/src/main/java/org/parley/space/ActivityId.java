package org.parley.space;

import java.util.Comparator;

/** An activity by its party and the name that the party gave it. Ordered by party, then name, by code point. */
public record ActivityId(String party, String activity) implements Comparable<ActivityId> {
    private static final Comparator<ActivityId> ORDER = Comparator.comparing(ActivityId::party, ActivityId::byCodePoint)
            .thenComparing(ActivityId::activity, ActivityId::byCodePoint);

    @Override
    public int compareTo(ActivityId other) {
        return ORDER.compare(this, other);
    }

    private static int byCodePoint(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char ca = a.charAt(i);
            char cb = b.charAt(i);
            if (ca != cb) {
                boolean oneIsSurrogate = Character.isSurrogate(ca) != Character.isSurrogate(cb);
                return oneIsSurrogate ? (Character.isSurrogate(ca) ? 1 : -1) : Character.compare(ca, cb);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
