package org.parley.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;

/** Says how a line stands between two parties (domain §2.3: line check, channel). */
final class LineStates {
    /** A check that is not answered within this time is late. */
    private static final long LATE = 60_000;

    private static final long DAY = 86_400_000;

    private final PartyName party;
    private final PartyName peer;
    private final Agreement terms;

    LineStates(PartyName party, PartyName peer, Agreement terms) {
        this.party = party;
        this.peer = peer;
        this.terms = terms;
    }

    /**
     * At an instant.
     *
     * @param answers the peer's receipts over the party's logs
     * @param hearing the party's receipts over the peer's logs
     * @param checks the checks by persons, of everybody
     * @param declarations what everybody declared of the line
     */
    LineState at(
            long instant,
            Optional<Told.Times> answers,
            Optional<Told.Times> hearing,
            Collection<Subject> checks,
            Collection<Subject> declarations) {
        OptionalLong answered = last(answers);
        long missed = missed(answered, instant);
        OptionalLong confirmed = confirmed(checks, instant);
        return new LineState(
                declared(declarations, instant),
                machine(answered, hearing, missed, instant),
                missed,
                answered,
                last(hearing),
                person(confirmed, instant),
                confirmed);
    }

    private static OptionalLong last(Optional<Told.Times> receipts) {
        return receipts.stream().mapToLong(Told.Times::last).findFirst();
    }

    private long missed(OptionalLong last, long instant) {
        return last.isEmpty() ? 0 : Math.max(0, (instant - last.getAsLong() - LATE) / terms.lineCheck());
    }

    /** Who has only just heard the counterpart for the first time has to give it the time of a check to answer. */
    private LineState.Machine machine(OptionalLong answered, Optional<Told.Times> hearing, long missed, long instant) {
        boolean hears = hearing.isPresent() && missed(last(hearing), instant) == 0;
        if (answered.isEmpty()) {
            OptionalLong since = hearing.stream().mapToLong(Told.Times::first).findFirst();
            return hears && missed(since, instant) > 0 ? LineState.Machine.ONE_WAY : LineState.Machine.NOT_YET_TESTED;
        }
        if (missed == 0) {
            return LineState.Machine.ANSWERED;
        }
        if (missed < terms.missedChecks()) {
            return LineState.Machine.MISSED;
        }
        return hears ? LineState.Machine.ONE_WAY : LineState.Machine.SILENT;
    }

    private OptionalLong confirmed(Collection<Subject> checks, long instant) {
        return checks.stream()
                .flatMap(check -> check.answers().stream()
                        .filter(answer -> answer.says().equals("answered") && isBetween(check.owner(), answer.by())))
                .mapToLong(answer -> answer.record().envelope().at())
                .filter(at -> at <= instant)
                .max();
    }

    private boolean isBetween(PartyName one, PartyName other) {
        return (one.equals(party) && other.equals(peer)) || (one.equals(peer) && other.equals(party));
    }

    private LineState.Person person(OptionalLong confirmed, long instant) {
        if (confirmed.isEmpty()) {
            return LineState.Person.NOT_YET_TESTED;
        }
        OptionalLong agreed = terms.humanChecks().stream()
                .mapToLong(check -> lastAt(check.at(), instant - LATE))
                .max();
        boolean due = agreed.isPresent() && confirmed.getAsLong() < agreed.getAsLong();
        return due ? LineState.Person.DUE : LineState.Person.CONFIRMED;
    }

    /** The last time of day before an instant. */
    private static long lastAt(long timeOfDay, long instant) {
        return Math.floorDiv(instant - timeOfDay, DAY) * DAY + timeOfDay;
    }

    /** Of each party what it said last counts, from the time that it names. */
    private LineState.Declared declared(Collection<Subject> declarations, long instant) {
        return Stream.of(party, peer)
                .flatMap(by -> declarations.stream()
                        .filter(said -> said.owner().equals(by) && !said.isTakenBack())
                        .map(Subject::current)
                        .filter(said -> from(said) <= instant)
                        .max(Comparator.comparing(said -> said.record().position()))
                        .stream())
                .map(LineStates::state)
                .max(Comparator.naturalOrder())
                .orElse(LineState.Declared.OPEN);
    }

    private static long from(Version said) {
        return said.record().moment("from").orElse(Long.MAX_VALUE);
    }

    private static LineState.Declared state(Version said) {
        String state = said.record().text("state").orElseThrow();
        return LineState.Declared.valueOf(state.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
