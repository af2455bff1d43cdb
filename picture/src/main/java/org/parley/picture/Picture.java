package org.parley.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;
import org.parley.space.window.Window;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What follows from the records and receipts that were taken. It never changes, and may be read by any thread. */
public final class Picture {
    private final PMap<String, Subject> subjects;
    private final PMap<String, String> subjectOf;
    private final List<Agreements.InForce> agreements;
    private final PMap<String, Conflict> conflicts;
    private final PMap<Hash, PSet<String>> resolutions;
    private final PMap<String, PMap<String, Match>> matches;
    private final PMap<String, List<Duty>> duties;
    private final PMap<String, List<Breach>> breaches;
    private final PMap<Fold.Receipts, Long> receipts;
    private final PMap<String, PSet<String>> ofTheLine;

    Picture(
            PMap<String, Subject> subjects,
            PMap<String, String> subjectOf,
            List<Agreements.InForce> agreements,
            PMap<String, Conflict> conflicts,
            PMap<Hash, PSet<String>> resolutions,
            PMap<String, PMap<String, Match>> matches,
            PMap<String, List<Duty>> duties,
            PMap<String, List<Breach>> breaches,
            PMap<Fold.Receipts, Long> receipts,
            PMap<String, PSet<String>> ofTheLine) {
        this.subjects = subjects;
        this.subjectOf = subjectOf;
        this.agreements = agreements;
        this.conflicts = conflicts;
        this.resolutions = resolutions;
        this.matches = matches;
        this.duties = duties;
        this.breaches = breaches;
        this.receipts = receipts;
        this.ofTheLine = ofTheLine;
    }

    /** All subjects. */
    public Collection<Subject> subjects() {
        return subjects.values();
    }

    /** The subject that a record of this name belongs to. */
    public Optional<Subject> subject(String record) {
        return Optional.ofNullable(subjectOf.get(record)).map(subjects::get);
    }

    /** The terms in force; empty where nothing was concluded: then the usual ones are computed with, and bind nobody. */
    public Optional<Agreement> agreement() {
        return agreements.isEmpty()
                ? Optional.empty()
                : Optional.of(agreements.getLast().terms());
    }

    /** All conflicts. */
    public Collection<Conflict> conflicts() {
        return conflicts.values();
    }

    /** The conflict of two subjects, in either order. */
    public Optional<Conflict> conflict(String one, String other) {
        return conflicts().stream()
                .filter(conflict -> (conflict.a().equals(one) && conflict.b().equals(other))
                        || (conflict.a().equals(other) && conflict.b().equals(one)))
                .findFirst();
    }

    /** What was proposed and agreed about a conflict, by the names of the proposals. */
    public List<Subject> resolutions(Conflict conflict) {
        return resolutions.getOrDefault(conflict.id(), HashTreePSet.empty()).stream()
                .sorted()
                .map(name -> Optional.ofNullable(subjects.get(name)).orElseThrow())
                .toList();
    }

    /** How far the parties are with a conflict. */
    public Conflict.Stand stand(Conflict conflict) {
        return Resolutions.stand(conflict, resolutions(conflict), mayAcceptRisk(conflict));
    }

    /** A risk is never accepted where a site or somebody who helps is part of it. */
    public boolean mayAcceptRisk(Conflict conflict) {
        return Stream.of(conflict.a(), conflict.b())
                .noneMatch(name -> Resolutions.helps(
                                Optional.ofNullable(subjects.get(name)).orElseThrow())
                        || matches(name).stream().anyMatch(match -> isSite(match.place())));
    }

    private boolean isSite(String name) {
        return Optional.ofNullable(subjects.get(name))
                .filter(subject -> subject.kind().name().equals("site"))
                .isPresent();
    }

    /** The sites and declared areas that the subject of this name touches. */
    public Collection<Match> matches(String subject) {
        return matches.getOrDefault(subject, HashTreePMap.empty()).values();
    }

    /** Everything that is said of a place at a notified site or in a declared area. */
    public Stream<Match> matches() {
        return matches.values().stream().flatMap(of -> of.values().stream());
    }

    /** What of the versions of the subject of this name breaks the agreement. */
    public List<Breach> breaches(String subject) {
        return breaches.getOrDefault(subject, List.of());
    }

    /** How the line stands between a party and a counterpart at an instant. */
    public LineState line(PartyName party, PartyName peer, long instant) {
        return new LineStates(party, peer, agreement().orElse(Agreement.NONE))
                .at(instant, last(party, peer), last(peer, party), ofTheLine("check"), ofTheLine("line-state"));
    }

    private OptionalLong last(PartyName of, PartyName by) {
        Long last = receipts.get(new Fold.Receipts(of, by));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private List<Subject> ofTheLine(String kind) {
        return ofTheLine.getOrDefault(kind, HashTreePSet.empty()).stream()
                .map(name -> Optional.ofNullable(subjects.get(name)).orElseThrow())
                .toList();
    }

    /** How a party kept its duties and gave notice in a period. */
    public Metrics metrics(PartyName party, Window period) {
        return Metrics.of(this, party, period);
    }

    /** Activities whose planned end is over at an instant and that nobody has reported stopped: they count as continuing. */
    public List<Subject> overdue(long instant) {
        return subjects.values().stream()
                .filter(subject -> subject.isOverdue(instant))
                .sorted(Comparator.comparing(Subject::name))
                .toList();
    }

    /** How far the current version of a subject has come to a counterpart that owes an answer to it. */
    public Delivery delivery(Subject subject, PartyName counterpart) {
        OptionalLong stored = duties(subject.name()).stream()
                .filter(duty -> duty.owedBy().equals(counterpart)
                        && duty.about().equals(subject.current().record().ref()))
                .map(Duty::since)
                .findFirst()
                .orElse(OptionalLong.empty());
        return Delivery.of(subject, counterpart, stored);
    }

    /** What is owed about the subject of this name, the met duties too. */
    public List<Duty> duties(String subject) {
        return duties.getOrDefault(subject, List.of());
    }

    /** What a party owes at an instant and has not met, the next to be due first. */
    public List<Duty> open(PartyName party, long instant) {
        return duties.values().stream()
                .flatMap(List::stream)
                .filter(duty -> duty.owedBy().equals(party))
                .filter(duty -> switch (duty.at(instant)) {
                    case RUNNING, SUPERVISOR, OVERDUE -> true;
                    case NOT_DELIVERED, MET, MET_LATE -> false;
                })
                .sorted(Comparator.<Duty>comparingLong(duty -> duty.due().orElse(Long.MAX_VALUE))
                        .thenComparing(duty -> duty.about().record())
                        .thenComparing(Duty::what))
                .toList();
    }
}
