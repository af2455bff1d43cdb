package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.parley.ledger.PartyName;
import org.parley.record.Expected;
import org.parley.record.Kinds;
import org.parley.record.Precedence;
import org.parley.record.agreement.Agreement;
import org.parley.space.Volume;

/** What is owed about a subject, by whom and until when. */
final class Duties {
    /** After its planned beginning an activity is reported started so soon (domain §2.3). */
    private static final long START_REPORT = 300_000;

    /** After its planned end an activity is reported stopped so soon. */
    private static final long STOP_REPORT = 600_000;

    private final Subject subject;
    private final Stored stored;
    private final Agreement agreement;

    private Duties(Subject subject, Stored stored, Agreement agreement) {
        this.subject = subject;
        this.stored = stored;
        this.agreement = agreement;
    }

    /** All duties about a subject on a line of these members, the met ones too. */
    static List<Duty> of(Subject subject, SortedSet<PartyName> members, Stored stored, Agreement agreement) {
        Duties duties = new Duties(subject, stored, agreement);
        List<Duty> all = new ArrayList<>();
        for (PartyName member : members) {
            if (!member.equals(subject.owner()) && duties.isAddressed(member)) {
                duties.answers(member, all);
            }
        }
        if (subject.kind().name().equals("activity")) {
            duties.reports(all);
        }
        return all;
    }

    private boolean isAddressed(PartyName member) {
        Optional<String> to = subject.current()
                .record()
                .says()
                .flatMap(body -> body.get("to"))
                .map(json -> json.object().require("party").text());
        return to.isEmpty() || to.get().equals(member.name());
    }

    private void answers(PartyName member, List<Duty> all) {
        Version current = subject.current();
        boolean nothingNew = current.inside() && acknowledgedBefore(member);
        if (!isWithdrawn() && !nothingNew) {
            for (Expected expected : subject.kind().expects()) {
                all.add(owed(member, current.record(), expected));
            }
        }
        subject.last("withdrawn").ifPresent(change -> all.add(owed(member, change.record(), Kinds.ACKNOWLEDGE)));
        openAgain(member, all);
    }

    /** A STOP of which its sender says that it has not ceased: it is taken already, and all that follows is owed anew. */
    private void openAgain(PartyName member, List<Duty> all) {
        for (Subject.StatusChange change : subject.statuses()) {
            if (change.status().equals("not-ceased")) {
                subject.kind().expects().stream()
                        .filter(expected -> !expected.anyOf().contains("taken"))
                        .forEach(expected -> all.add(owed(member, change.record(), expected)));
            }
        }
    }

    private boolean isWithdrawn() {
        return subject.last("withdrawn").isPresent();
    }

    /** Whether a version before the current one was acknowledged, and all since then only became smaller. */
    private boolean acknowledgedBefore(PartyName member) {
        List<Version> versions = subject.versions();
        for (int i = versions.size() - 1; i > 0 && versions.get(i).inside(); i--) {
            if (subject.acknowledged(member, versions.get(i - 1).record().name())) {
                return true;
            }
        }
        return false;
    }

    private Duty owed(PartyName member, Held record, Expected expected) {
        OptionalLong since = record.writer().equals(member)
                ? OptionalLong.of(record.envelope().at())
                : stored.since(member, record);
        OptionalLong due = switch (expected.within()) {
            case Expected.Within.Milliseconds(long limit) -> later(since, limit);
            case Expected.Within.Precedences() ->
                later(
                        since,
                        agreement
                                .deadlines()
                                .getOrDefault(Precedence.of(record.envelope().precedence()), 0L));
            case Expected.Within.Until(String field) -> record.moment(field);
        };
        return new Duty(expected.name(), member, record.ref(), since, due, met(member, record, expected));
    }

    /** Whoever entered what it heard has taken note of it with that. */
    private Optional<Duty.Met> met(PartyName member, Held record, Expected expected) {
        if (record.writer().equals(member) && expected.equals(Kinds.ACKNOWLEDGE)) {
            return Optional.of(new Duty.Met(record.ref(), record.envelope().at()));
        }
        return subject.answers().stream()
                .filter(answer -> answer.by().equals(member)
                        && answer.about().equals(record.name())
                        && expected.anyOf().contains(answer.says()))
                .findFirst()
                .map(answer -> new Duty.Met(
                        answer.record().ref(), answer.record().envelope().at()));
    }

    private static OptionalLong later(OptionalLong since, long limit) {
        return since.isPresent() ? OptionalLong.of(since.getAsLong() + limit) : since;
    }

    /** The owner's own: it reports that it has begun, and that it has ended. */
    private void reports(List<Duty> all) {
        List<Volume> volumes = subject.current().volumes();
        if (volumes.isEmpty() || isWithdrawn()) {
            return;
        }
        long from = volumes.stream()
                .mapToLong(volume -> volume.window().from())
                .min()
                .orElseThrow();
        long until = volumes.stream()
                .mapToLong(volume -> volume.window().until())
                .max()
                .orElseThrow();
        all.add(report("start report", "started", from, from + START_REPORT));
        all.add(report("stop report", "stopped", until, until + STOP_REPORT));
    }

    private Duty report(String what, String status, long since, long due) {
        return new Duty(
                what,
                subject.owner(),
                subject.current().record().ref(),
                OptionalLong.of(since),
                OptionalLong.of(due),
                subject.last(status)
                        .map(change -> new Duty.Met(
                                change.record().ref(),
                                change.record().envelope().at())));
    }
}
