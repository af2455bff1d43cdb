package org.parley.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.agreement.Agreement;
import org.parley.record.agreement.Measure;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.window.Window;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What follows from the records and receipts that were taken. It never changes, and may be read by any thread. */
public final class Picture {
    private final Parts parts;

    /**
     * What a fold has made of all of it.
     *
     * @param agreements all that were ever in force, the last is
     * @param measures of their own that were ever in force
     * @param resolutions the names of the proposals by the conflict that they are about
     * @param declarations that all is notified
     * @param awakeSince of subjects of which nothing was said since then, not all are in memory
     */
    record Parts(
            OnLine line,
            Subjects subjects,
            List<Agreements.InForce> agreements,
            List<Measures.InForce> measures,
            Found conflicts,
            Set<Hash> touched,
            Plans plans,
            PMap<Hash, PSet<String>> resolutions,
            PMap<String, PMap<String, Match>> matches,
            Places places,
            Owed owed,
            Trie<String, List<Breach>> breaches,
            Declarations declarations,
            Calls calls,
            Told told,
            Rested rested,
            long awakeSince,
            Archive archive) {}

    /** A family that was at rest, as it was read last: whoever asks for a subject asks for more of it next. */
    private volatile Optional<Picture> family = Optional.empty();

    Picture(Parts parts) {
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }

    /** All subjects but those at rest. */
    public Collection<Subject> subjects() {
        return parts.subjects().byName().values();
    }

    /** The subjects of a kind but those at rest, by name. */
    public List<Subject> subjects(String kind) {
        return parts.subjects().ofKind(kind);
    }

    /** The subject that a record of this name belongs to, be it at rest. */
    public Optional<Subject> subject(String record) {
        return parts.subjects().of(record).or(() -> family(record).flatMap(family -> family.subject(record)));
    }

    /**
     * Since when all is in memory, in milliseconds since 1970: of what was over before, some is at rest. What a party owed, and
     * how it kept its duties, before that instant another picture says in which nothing rests.
     */
    public long awakeSince() {
        return parts.awakeSince();
    }

    /** The family of the subject of this name, if it is at rest. */
    private Optional<Picture> resting(String subject) {
        return parts.subjects().named(subject).isPresent() ? Optional.empty() : family(subject);
    }

    /** The family of a record that is at rest. */
    private Optional<Picture> family(String record) {
        Optional<Rested.Place> place = parts.rested().place(record);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Optional<Picture> known = family.filter(read -> read.subject(record).isPresent());
        if (known.isEmpty()) {
            List<Held> records = parts.rested().read(place.get(), parts.archive());
            known = Optional.of(Fold.family(parts.plans().line(), parts, records));
            family = known;
        }
        return known;
    }

    /** Whether a subject keeps nobody away from any place. */
    boolean takesNothing(Subject subject) {
        return parts.plans().byName().get(subject.name()).isEmpty()
                && !parts.places().has(subject.name());
    }

    /** The terms in force; empty where nothing was concluded: then the usual ones are computed with, and bind nobody. */
    public Optional<Agreement> agreement() {
        List<Agreements.InForce> agreements = parts.agreements();
        return agreements.isEmpty()
                ? Optional.empty()
                : Optional.of(agreements.getLast().terms());
    }

    /** The record of the agreement in force, under which everything is written from now on; empty where nothing was concluded. */
    public Optional<RecordRef> inForce() {
        List<Agreements.InForce> agreements = parts.agreements();
        return agreements.isEmpty()
                ? Optional.empty()
                : Optional.of(agreements.getLast().record());
    }

    /** The ids of the conflicts that began, changed or ended since the picture before this one. */
    public Set<Hash> touched() {
        return parts.touched();
    }

    /** All conflicts. */
    public Collection<Conflict> conflicts() {
        return parts.conflicts().byId().values();
    }

    /** The conflict of this id. */
    public Optional<Conflict> conflict(Hash id) {
        return parts.conflicts().byId().get(id);
    }

    /** The conflict of two subjects, in either order. */
    public Optional<Conflict> conflict(String one, String other) {
        return parts.conflicts().between(one, other);
    }

    /** The conflicts of the subject of this name. */
    public Collection<Conflict> conflictsOf(String subject) {
        return parts.conflicts().of(subject).values();
    }

    /** What would follow from a notice that is not written yet. */
    public Preview preview(Preview.Of notice) {
        Optional<Subject> replaced = notice.replaces().flatMap(parts.subjects()::of);
        List<Preview.Against> conflicts = Preview.conflicts(notice, parts.line(), goingOn(notice.now(), notice.now()));
        return new Preview(
                conflicts,
                Preview.narrow(notice, parts.line(), parts.plans(), conflicts),
                Preview.matches(notice, parts.places()),
                Preview.breaches(notice, parts.line(), replaced, judgedBy(notice.now())));
    }

    private Breaches.Terms judgedBy(long instant) {
        return new Breaches.Terms(terms(), measures(instant));
    }

    /** The control measures in force at an instant: those of the agreement, and those that were agreed on their own. */
    public List<Measure> measures(long instant) {
        return Measures.at(instant, terms(), parts.measures());
    }

    private Agreement terms() {
        return Agreements.inForce(parts.agreements());
    }

    /** The notified sites and declared areas within so many metres of a footprint, whatever their times and heights. */
    public Nearby near(Footprint footprint, long metres) {
        return new Nearby(
                parts.places().near(footprint, metres).stream()
                        .map(near -> new Nearby.Place(
                                parts.subjects().get(near.place().name()), near.version(), near.distance()))
                        .toList(),
                parts.told().siteSaid());
    }

    /**
     * All that is said of places and touches a volume, by name: activities that count, areas, sites, calls. Who is overdue at an
     * instant counts as still there.
     */
    public List<Subject> within(Volume volume, long instant) {
        return namesWithin(volume, instant).stream().map(parts.subjects()::get).toList();
    }

    /** The names of those alone. */
    public SortedSet<String> namesWithin(Volume volume, long instant) {
        SortedSet<String> names = parts.places().touching(volume);
        names.addAll(goingOn(instant, instant).touching(volume));
        return names;
    }

    /**
     * The conflicts that are there at an instant only because activities are not reported stopped: from its planned end on an
     * activity counts as still there.
     */
    public List<Continuing> continuing(long instant) {
        return continuing(instant, 0);
    }

    /** The same, with those that come if all that is overdue goes on for so many milliseconds more. The next to come are first. */
    public List<Continuing> continuing(long instant, long ahead) {
        return goingOn(instant, instant + ahead).conflicts(parts.conflicts());
    }

    /** The conflicts within a window among a party's own activities, of which nobody else is told. */
    public List<PrivateConflict> ownConflicts(PartyName party, Window when) {
        return PrivateConflict.own(parts.plans(), party, when);
    }

    /** The conflicts within a window of activities here with those of another line, of which nobody is told who is not on both. */
    public List<PrivateConflict> conflictsAcross(Picture other, Window when) {
        return PrivateConflict.across(parts.plans(), other.parts.plans(), when);
    }

    private GoingOn goingOn(long instant, long until) {
        return GoingOn.of(parts.plans(), overdue(instant), until);
    }

    /**
     * What is known of a party's activities on the ground of a footprint in a window, at any height: how many there are, and
     * whether the party has said that these are all. Who is overdue at an instant counts as still there.
     */
    public Known known(Footprint footprint, Window window, PartyName party, long instant) {
        Volume volume = new Volume(footprint, Band.UNBOUNDED, window);
        SortedSet<String> names = touching(volume, party);
        names.addAll(goingOn(instant, instant).touching(volume));
        names.removeIf(name -> parts.plans()
                .byName()
                .get(name)
                .filter(plan -> plan.owner().equals(party))
                .isEmpty());
        return new Known(
                List.copyOf(names),
                parts.declarations().covering(footprint, window, party, parts.told()),
                parts.told().main(party).map(log -> log.recordName(parts.told().size(log) - 1)),
                parts.told().heard(party));
    }

    /** A superset of what of a party touches a volume: what one other party says, which may be half of it, is not looked at. */
    private SortedSet<String> touching(Volume volume, PartyName party) {
        return parts.line().parties().stream()
                .filter(other -> !other.equals(party))
                .min(Comparator.naturalOrder())
                .map(other -> parts.places().saidByOthers(other, volume))
                .orElseGet(() -> parts.places().touching(volume));
    }

    /** The calls about records of a subject, by name: queries, holds, requests to read back. */
    public List<Subject> calls(Subject subject) {
        return resting(subject.name())
                .map(family -> family.calls(subject))
                .orElseGet(() -> parts.calls()
                        .of(subject)
                        .flatMap(call -> parts.subjects().named(call).stream())
                        .toList());
    }

    /** Whether somebody asks of the current version of a subject what exactly it takes, and has not withdrawn the query. */
    public boolean isQueried(Subject subject) {
        return calls(subject).stream()
                .anyMatch(call -> call.kind().name().equals("query")
                        && !call.isTakenBack()
                        && call.current()
                                .record()
                                .about()
                                .filter(subject.current().record().ref()::equals)
                                .isPresent());
    }

    /** Where what an answer read back differs from what it is about, or from what a request to read back is about. */
    public List<ReadBack.Difference> readBack(Subject.Answer answer) {
        return record(answer.about())
                .flatMap(about -> about.kind().equals("read-back-request")
                        ? about.about().flatMap(asked -> record(asked.record()))
                        : Optional.of(about))
                .map(about -> ReadBack.of(answer, about))
                .orElse(List.of());
    }

    /** A version, or a change of status. */
    private Optional<Held> record(String name) {
        return subject(name)
                .flatMap(subject -> Stream.concat(
                                subject.versions().stream().map(Version::record),
                                subject.statuses().stream().map(Subject.StatusChange::record))
                        .filter(record -> record.name().equals(name))
                        .findFirst());
    }

    /** What was proposed and agreed about a conflict, by the names of the proposals. */
    public List<Subject> resolutions(Conflict conflict) {
        return parts.resolutions().getOrDefault(conflict.id(), HashTreePSet.empty()).stream()
                .sorted()
                .map(parts.subjects()::get)
                .toList();
    }

    /** How far the parties are with a conflict. */
    public Conflict.Stand stand(Conflict conflict) {
        return Resolutions.stand(conflict, resolutions(conflict), mayAcceptRisk(conflict));
    }

    /** Who, by the agreement, owes the first move in a conflict; empty where it says nothing of these two. */
    public Optional<PartyName> owesFirstMove(Conflict conflict) {
        List<PartyName> first = terms().firstMove();
        PartyName a = parts.subjects().get(conflict.a()).owner();
        PartyName b = parts.subjects().get(conflict.b()).owner();
        int rankA = rank(first, a);
        int rankB = rank(first, b);
        return rankA == rankB ? Optional.empty() : Optional.of(rankA > rankB ? a : b);
    }

    private static int rank(List<PartyName> first, PartyName party) {
        int at = first.indexOf(party);
        return at < 0 ? first.size() : at;
    }

    /**
     * The activities of others that are no conflict with this one, and would be if each least separation were a quarter more: of
     * each where they are nearest, as both are planned now.
     */
    public List<Preview.Against> narrow(Subject subject) {
        return parts.plans()
                .byName()
                .get(subject.name())
                .map(plan -> parts.plans().narrow(plan).stream()
                        .filter(meeting ->
                                conflict(subject.name(), meeting.b().name()).isEmpty())
                        .map(Preview::against)
                        .toList())
                .orElse(List.of());
    }

    /** A risk is never accepted where a site or somebody who helps is part of it. */
    public boolean mayAcceptRisk(Conflict conflict) {
        return Stream.of(conflict.a(), conflict.b())
                .noneMatch(name -> Resolutions.helps(parts.subjects().get(name))
                        || matches(name).stream().anyMatch(match -> isSite(match.place())));
    }

    private boolean isSite(String name) {
        return parts.subjects()
                .named(name)
                .filter(subject -> subject.kind().name().equals("site"))
                .isPresent();
    }

    /** The sites and declared areas that the subject of this name touches. */
    public Collection<Match> matches(String subject) {
        return parts.matches().getOrDefault(subject, HashTreePMap.empty()).values();
    }

    /** Everything that is said of a place at a notified site or in a declared area. */
    public Stream<Match> matches() {
        return parts.matches().values().stream().flatMap(of -> of.values().stream());
    }

    /** What of the versions of the subject of this name breaks the agreement. */
    public List<Breach> breaches(String subject) {
        return resting(subject)
                .map(family -> family.breaches(subject))
                .orElseGet(() -> parts.breaches().get(subject).orElse(List.of()));
    }

    /**
     * The line checks of persons to which somebody answered with another hash of the live findings than they carry: the two nodes
     * do not compute the same from the same records.
     */
    public List<Subject> differences() {
        return subjects("check").stream()
                .filter(check -> check.current().record().text("findings").isPresent())
                .filter(check -> check.answers().stream()
                        .flatMap(answer -> answer.record().says().stream())
                        .flatMap(body -> body.get("fields").stream())
                        .filter(Json.Obj.class::isInstance)
                        .flatMap(fields -> fields.object().get("findings").stream())
                        .anyMatch(hash -> !hash.equals(Json.of(
                                check.current().record().text("findings").orElseThrow()))))
                .toList();
    }

    /** How the line stands between a party and a counterpart at an instant. */
    public LineState line(PartyName party, PartyName peer, long instant) {
        return new LineStates(party, peer, terms())
                .at(
                        instant,
                        parts.told().receipts(party, peer),
                        parts.told().receipts(peer, party),
                        subjects("check"),
                        subjects("line-state"));
    }

    /** How a party kept its duties and gave notice in a period. */
    public Metrics metrics(PartyName party, Window period) {
        return Metrics.of(this, party, period);
    }

    /** Activities whose planned end is over at an instant and that nobody has reported stopped: they count as continuing. */
    public List<Subject> overdue(long instant) {
        return parts.subjects().overdue(instant);
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

    /** Whether a version before the current one still counts for a counterpart: it holds the old plan, so both do. */
    public boolean isOldPlanHeld(Subject subject, PartyName counterpart) {
        return parts.plans()
                .byName()
                .get(subject.name())
                .filter(plan -> plan.countsBefore(subject.versions().size() - 1, counterpart))
                .isPresent();
    }

    /** What is owed about the subject of this name, the met duties too. */
    public List<Duty> duties(String subject) {
        return resting(subject)
                .map(family -> family.duties(subject))
                .orElseGet(() -> parts.owed().about(subject));
    }

    /** What a party owes at an instant and has not met, the next to be due first. */
    public List<Duty> open(PartyName party, long instant) {
        return parts.owed().open(party, instant).sorted(Duty.NEXT_DUE).toList();
    }

    /** What of it calls for more than a look at the list, in no order: what is FLASH, and of what half of the time is over. */
    public Stream<Duty> calling(PartyName party, long instant) {
        return parts.owed().calling(party, instant);
    }

    /** All of it in no order. */
    public Stream<Duty> owes(PartyName party, long instant) {
        return parts.owed().open(party, instant);
    }
}
