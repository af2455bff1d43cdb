package org.parley.picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;
import org.parley.picture.Metrics.Count;
import org.parley.record.Precedence;
import org.parley.space.window.Window;

/** Counts what belongs to the {@link Metrics} of a party, subject by subject. */
final class Tally {
    private static final long RELAYED_BEFORE = 30 * 60_000L;
    private static final long VERIFIED_WITHIN = 90 * 86_400_000L;

    private final Picture picture;
    private final PartyName party;
    private final Window period;
    private final SortedMap<String, List<Duty>> duties = new TreeMap<>();
    private final SortedMap<String, List<Duty>> acknowledgements = new TreeMap<>();
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final List<Long> given = new ArrayList<>();

    Tally(Picture picture, PartyName party, Window period) {
        this.picture = picture;
        this.party = party;
        this.period = period;
        for (Count count : Count.values()) {
            counts.put(count, 0L);
        }
    }

    private void count(Count count, boolean counts) {
        this.counts.merge(count, counts ? 1L : 0L, Long::sum);
    }

    private boolean holds(long instant) {
        return instant >= period.from() && instant < period.until();
    }

    private boolean saidThen(Held record) {
        return holds(record.envelope().at());
    }

    void take(Subject subject) {
        picture.duties(subject.name()).forEach(duty -> owed(subject, duty));
        if (subject.owner().equals(party)) {
            own(subject);
        } else {
            another(subject);
        }
        subject.corrections().stream()
                .filter(record -> record.by().equals(party))
                .forEach(record -> count(Count.CORRECTIONS, saidThen(record)));
    }

    private void owed(Subject subject, Duty duty) {
        boolean began = duty.since().isPresent() && holds(duty.since().getAsLong());
        if (duty.owedBy().equals(party) && began) {
            duties.computeIfAbsent(duty.what(), what -> new ArrayList<>()).add(duty);
            if (duty.what().equals("acknowledge")) {
                acknowledgements
                        .computeIfAbsent(precedence(subject, duty.about()), precedence -> new ArrayList<>())
                        .add(duty);
            }
        }
        if (subject.owner().equals(party) && duty.what().equals("acknowledge")) {
            subject.versions().stream()
                    .filter(version -> version.record().ref().equals(duty.about()) && saidThen(version.record()))
                    .forEach(version -> noticeGiven(version, duty.since()));
        }
    }

    private void noticeGiven(Version version, OptionalLong received) {
        OptionalLong start = start(version);
        if (start.isPresent() && received.isPresent()) {
            given.add(start.getAsLong() - received.getAsLong());
        }
    }

    private static OptionalLong start(Version version) {
        return version.volumes().stream()
                .mapToLong(volume -> volume.window().from())
                .min();
    }

    private static String precedence(Subject subject, RecordRef about) {
        return subject.versions().stream()
                .map(Version::record)
                .filter(record -> record.ref().equals(about))
                .findFirst()
                .map(record -> Precedence.of(record.envelope().precedence()))
                .orElse(Precedence.ROUTINE)
                .name();
    }

    private void own(Subject subject) {
        switch (subject.kind().name()) {
            case "activity" -> subject.versions().forEach(version -> notice(subject, version));
            case "query" -> count(Count.QUERIES, saidThen(subject.current().record()));
            case "resolution" ->
                count(
                        Count.RESOLUTIONS,
                        subject.concluded().filter(this::saidThen).isPresent());
            case "site" -> site(subject);
            default -> {}
        }
    }

    private void notice(Subject subject, Version version) {
        if (saidThen(version.record())) {
            count(Count.NOTICES, true);
            count(Count.SHORT_NOTICES, isShort(subject, version));
            count(Count.CROSSINGS, version.record().flag("crossing"));
        }
    }

    private boolean isShort(Subject subject, Version version) {
        return picture.breaches(subject.name()).stream()
                .anyMatch(breach -> breach.what() == Breach.What.LEAD_TIME
                        && breach.about().equals(version.record().ref()));
    }

    private void site(Subject subject) {
        Held said = subject.current().record();
        boolean stands = !subject.isTakenBack()
                && said.envelope().at() < period.until()
                && said.moment("validUntil").orElse(Long.MIN_VALUE) > period.until();
        count(Count.SITES, stands);
        count(
                Count.SITES_VERIFIED,
                stands && said.moment("verifiedAt").orElse(Long.MIN_VALUE) > period.until() - VERIFIED_WITHIN);
    }

    private void another(Subject subject) {
        subject.answers().stream()
                .filter(answer -> answer.by().equals(party) && saidThen(answer.record()))
                .forEach(answer -> answered(subject, answer));
        OptionalLong start = start(subject.current());
        boolean due = subject.kind().name().equals("activity")
                && !subject.isTakenBack()
                && start.isPresent()
                && holds(start.getAsLong() - RELAYED_BEFORE);
        if (due) {
            count(Count.RELAYS_DUE, true);
            count(
                    Count.RELAYS_WHOLE,
                    subject.answers().stream().anyMatch(answer -> isWhole(answer, start.getAsLong() - RELAYED_BEFORE)));
        }
    }

    private boolean isWhole(Subject.Answer answer, long by) {
        return answer.by().equals(party)
                && answer.says().equals("relayed")
                && answer.record().text("coverage").filter("100"::equals).isPresent()
                && answer.record().envelope().at() <= by;
    }

    private void answered(Subject subject, Subject.Answer answer) {
        if (answer.says().equals("read-back")) {
            count(Count.READ_BACKS, true);
            count(Count.MISMATCHES, !picture.readBack(answer).isEmpty());
        }
        if (subject.kind().name().equals("force-claim")) {
            count(Count.CLAIMS, true);
            count(Count.CLAIMS_UNKNOWN, answer.says().equals("unknown"));
        }
    }

    Metrics metrics() {
        return new Metrics(kept(duties), kept(acknowledgements), counts, spread(given), suspended());
    }

    private SortedMap<String, Metrics.Kept> kept(SortedMap<String, List<Duty>> all) {
        SortedMap<String, Metrics.Kept> kept = new TreeMap<>();
        all.forEach((what, of) -> kept.put(what, kept(of, period.until())));
        return kept;
    }

    private static Metrics.Kept kept(List<Duty> duties, long end) {
        List<Duty> met = duties.stream()
                .filter(duty -> switch (duty.at(end)) {
                    case MET, MET_LATE -> true;
                    case NOT_DELIVERED, RUNNING, SUPERVISOR, OVERDUE -> false;
                })
                .toList();
        long inTime =
                met.stream().filter(duty -> duty.at(end) == Duty.Stage.MET).count();
        long[] times = met.stream()
                .mapToLong(duty -> duty.met().orElseThrow().at() - duty.since().orElseThrow())
                .sorted()
                .toArray();
        return new Metrics.Kept(duties.size(), met.size(), inTime, rank(times, 50), rank(times, 95));
    }

    private static Metrics.Spread spread(List<Long> all) {
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Metrics.Spread(sorted.length, rank(sorted, 5), rank(sorted, 50));
    }

    private static OptionalLong rank(long[] sorted, int percent) {
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
    }

    /** What was declared changes only where somebody said from when on. */
    private long suspended() {
        TreeSet<Long> changes = new TreeSet<>(List.of(period.from(), period.until()));
        picture.subjects("line-state").stream()
                .flatMap(subject -> subject.versions().stream())
                .flatMapToLong(version -> version.record().moment("from").stream())
                .filter(this::holds)
                .forEach(changes::add);
        long suspended = 0;
        for (long from : changes.headSet(period.until())) {
            if (isSuspended(from)) {
                suspended += changes.higher(from) - from;
            }
        }
        return suspended;
    }

    private boolean isSuspended(long instant) {
        return picture.parts().line().members().stream()
                .filter(peer -> !peer.equals(party))
                .anyMatch(peer -> picture.line(party, peer, instant).declared() == LineState.Declared.SUSPENDED);
    }
}
