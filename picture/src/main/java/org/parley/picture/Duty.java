package org.parley.picture;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;

/**
 * An obligation: who owes what about which record until when.
 *
 * @param what {@code acknowledge}, {@code decide}, {@code take}, {@code start report}, …
 * @param about the version that it is owed about
 * @param since when the debtor's machine held it, by its own clock; empty while no receipt says so
 * @param due by the debtor's clock, in milliseconds since 1970; empty as long as {@code since} is
 * @param met what met it, and when by the debtor's clock; empty while it is open
 */
public record Duty(
        String what, PartyName owedBy, RecordRef about, OptionalLong since, OptionalLong due, Optional<Met> met) {
    /** The next to be due first. */
    static final Comparator<Duty> NEXT_DUE = Comparator.<Duty>comparingLong(
                    duty -> duty.due().orElse(Long.MAX_VALUE))
            .thenComparing(duty -> duty.about().record())
            .thenComparing(Duty::what);

    /** The record that met it. */
    public record Met(RecordRef by, long at) {}

    /** How it stands at an instant. */
    public enum Stage {
        /** The debtor's machine does not hold it, as far as a receipt says. */
        NOT_DELIVERED,
        /** With the officer on duty. */
        RUNNING,
        /** Half of the time is over: the supervisor is called. */
        SUPERVISOR,
        /** The time is over: the deputy is called, and further only a person decides. */
        OVERDUE,
        /** Met in time. */
        MET,
        /** Met when the time was over. */
        MET_LATE
    }

    /** How it stands at an instant, in milliseconds since 1970. */
    public Stage at(long instant) {
        if (met.isPresent() && met.get().at() <= instant) {
            return due.isPresent() && met.get().at() > due.getAsLong() ? Stage.MET_LATE : Stage.MET;
        }
        if (since.isEmpty() || due.isEmpty() || since.getAsLong() > instant) {
            return Stage.NOT_DELIVERED;
        }
        if (instant > due.getAsLong()) {
            return Stage.OVERDUE;
        }
        return instant >= half() ? Stage.SUPERVISOR : Stage.RUNNING;
    }

    /** From when on half of its time is over, where it has a beginning and an end. */
    long half() {
        long begins = since.orElseThrow();
        return begins + (due.orElseThrow() - begins + 1) / 2;
    }
}
