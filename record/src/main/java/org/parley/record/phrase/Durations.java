package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words. */
final class Durations {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Up to two days people count in hours: a list 30 h old says more than one 1 d old. */
    private static final long HOURS_UP_TO = 2 * DAY;

    private Durations() {}

    /** Days, hours, minutes and seconds, as far as there are any. */
    static String exact(Wording wording, long seconds) {
        List<String> parts = new ArrayList<>();
        add(parts, wording, Form.DAYS, seconds / DAY);
        add(parts, wording, Form.HOURS, seconds % DAY / HOUR);
        add(parts, wording, Form.MINUTES, seconds % HOUR / MINUTE);
        add(parts, wording, Form.SECONDS, seconds % MINUTE);
        return parts.isEmpty() ? wording.counted(Form.SECONDS, 0) : wording.folded(parts, Form.TOGETHER);
    }

    private static void add(List<String> parts, Wording wording, Form form, long count) {
        if (count > 0) {
            parts.add(wording.counted(form, count));
        }
    }

    /** The largest unit alone, rounded down. */
    static String age(Wording wording, long seconds) {
        if (seconds < MINUTE) {
            return wording.counted(Form.AGE_SECONDS, seconds);
        } else if (seconds < HOUR) {
            return wording.counted(Form.AGE_MINUTES, seconds / MINUTE);
        } else if (seconds < HOURS_UP_TO) {
            return wording.counted(Form.AGE_HOURS, seconds / HOUR);
        }
        return wording.counted(Form.AGE_DAYS, seconds / DAY);
    }
}
