package org.parley.node.alarm;

import java.util.List;
import org.parley.node.access.Role;
import org.parley.node.config.Config;
import org.parley.picture.Duty;

/** Whom a duty calls that is not met, as its time goes by. */
record Ladder(List<Config.Step> steps) {
    private static final int HALF = 50;

    Ladder {
        steps = List.copyOf(steps);
    }

    /** The steps that a duty has reached by an instant, in the order of time; none as long as its time has not begun. */
    List<Config.Step> reached(Duty duty, long now) {
        if (duty.since().isEmpty() || duty.due().isEmpty() || now < duty.since().getAsLong()) {
            return List.of();
        }
        long gone = now - duty.since().getAsLong();
        long all = duty.due().getAsLong() - duty.since().getAsLong();
        return steps.stream().filter(step -> 100 * gone >= step.percent() * all).toList();
    }

    /** Whether it calls somebody before half of the time is over. */
    boolean beginsEarly() {
        return steps.stream().anyMatch(step -> step.percent() < HALF);
    }

    /** Whom a step calls: the word of a role, or {@code everyone}. */
    static String whom(Config.Step step) {
        return step.role().map(Role::word).orElse("everyone");
    }
}
