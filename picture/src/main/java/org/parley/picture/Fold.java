package org.parley.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Mechanism;
import org.parley.record.agreement.Agreement;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Folds the records and receipts of one line. It takes them in any order that keeps each log's own; what refers to a record
 * that is not here yet waits for it. What follows is worked out when the picture is asked for, once for all that came since the
 * last. One thread at a time may call it.
 */
public final class Fold {
    /** So many are worked out together: enough for all cores, and few enough that what is among them is looked for again at little cost. */
    private static final int TOGETHER = 1_024;

    /** Each time that some are laid to rest, a page of places for each 512 is copied. */
    private static final int MANY_MEANINGLESS = 4_096;

    /** Fewer are worked out sooner by one core. */
    private static final int MANY = 64;

    private final LineId line;
    private final Archive archive;
    private final Cores cores;
    private OnLine onLine;
    private final Stored stored = new Stored();
    private final Matches matches = new Matches();
    private final Set<Hash> touched = new HashSet<>();
    private Conflicts conflicts;
    private List<Agreements.InForce> agreements = List.of();
    private List<Measures.InForce> measures = List.of();
    private final Map<String, Placed> placed = new HashMap<>();
    private final Map<String, List<Held>> waiting = new HashMap<>();

    /** The subject of each record of a log: a receipt, and be it an old one that comes late, changes what is owed about it. */
    private final Map<Origin, NavigableMap<Long, Dossier>> placedAt = new HashMap<>();

    /** Those of which something came since the last picture. */
    private final Set<Dossier> changed = new LinkedHashSet<>();

    /** Those of which somebody holds more since then. */
    private final Set<Dossier> receipted = new LinkedHashSet<>();

    private boolean othersSpoke;

    private Subjects subjects = Subjects.NONE;
    private Owed owed = Owed.NOTHING;
    private PMap<Hash, PSet<String>> resolutions = HashTreePMap.empty();
    private Declarations declarations = Declarations.NONE;
    private Told told = Told.NOTHING;
    private Trie<String, List<Breach>> breaches = Trie.empty();
    private Calls calls = Calls.NONE;
    private Rested rested = Rested.NOTHING;
    private long awakeSince = Long.MIN_VALUE;

    /** What came and means nothing, whatever else comes: it may rest at once. */
    private final List<Rested.Place> meaningless = new ArrayList<>();

    /** The names of all records that come, where this is a fold of one family alone. */
    private Set<String> family = Set.of();

    /** Those that may rest are looked for among these, which were there when the look began. */
    private Iterator<Subject> toLookAt = Collections.emptyIterator();

    /** Which record a name means, and what its subject is. */
    private record Placed(RecordRef ref, Dossier dossier) {}

    /** An empty picture of a line among some members, kept on one core; nothing ever rests. */
    public Fold(LineId line, Set<PartyName> members) {
        this(line, members, Archive.NONE, Cores.ONE);
    }

    /** An empty picture of a line among some members. */
    public Fold(LineId line, Set<PartyName> members, Archive archive, Cores cores) {
        this.line = line;
        this.archive = archive;
        this.cores = cores;
        this.onLine = OnLine.of(members);
        this.conflicts = new Conflicts(line, Agreement.NONE.minima(), touched);
    }

    /** A fold of a line of which some is at rest already: what is not is to be given to it. */
    public Fold(LineId line, Set<PartyName> members, Archive archive, Cores cores, AtRest atRest) {
        this(line, members, archive, cores);
        for (PartyName party : atRest.parties()) {
            onLine = onLine.with(party);
        }
        atRest.taken().forEach((log, taken) -> told = told.with(log, taken.size(), taken.spoken()));
        rested = atRest.rested();
        awakeSince = atRest.awakeSince();
    }

    /** How many records are at rest. */
    public long resting() {
        return rested.count() + meaningless.size();
    }

    /** What is at rest, to begin another fold with. */
    public AtRest atRest() {
        restMeaningless();
        return new AtRest(awakeSince, onLine.parties(), told.taken(), rested);
    }

    /** Takes a record; also one that means nothing here: it shows how far its log is held. */
    public void take(Held record) {
        told = told.with(record);
        place(List.of(record));
        if (meaningless.size() >= MANY_MEANINGLESS) {
            restMeaningless();
        }
    }

    private void restMeaningless() {
        rested = rested.withMeaningless(meaningless);
        meaningless.clear();
    }

    private void place(Collection<Held> records) {
        List<Held> now = new ArrayList<>(records);
        while (!now.isEmpty()) {
            Held next = now.removeLast();
            if (place(next)) {
                now.addAll(waiting.getOrDefault(next.name(), List.of()));
                waiting.remove(next.name());
            }
        }
    }

    /** Puts a record where it belongs; false where it means nothing, or waits. */
    private boolean place(Held record) {
        if (record.isHeard() && !isHearing(record)) {
            return false;
        }
        Optional<Kind> kind = Kinds.named(record.kind());
        if (kind.isEmpty() || !isWellFormed(record, kind.get())) {
            meaningless.add(new Rested.Place(record.origin(), record.index()));
            return false;
        }
        if (isNamesake(record)) {
            return false;
        }
        Optional<RecordRef> about = record.about();
        return switch (kind.get().mechanism()) {
            case PROPOSAL, CALL, HEARD -> begins(record, kind.get());
            case NOTICE -> about.isEmpty() ? begins(record, kind.get()) : follows(record, about.get(), kind.get());
            case ANSWER, NODE -> about.isPresent() && follows(record, about.get(), kind.get());
        };
    }

    /**
     * Whether another record has its name: so only where a party, which lost its disk twice while it could reach nobody, has two
     * epochs of one number. The one that came first is meant by the name.
     */
    private boolean isNamesake(Held record) {
        return placed(record.name())
                .filter(there -> !there.ref().equals(record.ref()))
                .isPresent();
    }

    /** What the record of this name is part of; what was at rest is awake from now on. */
    private Optional<Placed> placed(String record) {
        if (!placed.containsKey(record) && !rested.isEmpty()) {
            rested.place(record).ifPresent(place -> wake(List.of(place)));
        }
        return Optional.ofNullable(placed.get(record));
    }

    private boolean begins(Held record, Kind kind) {
        if (kind.mechanism() == Mechanism.CALL) {
            record.about().ifPresent(about -> {
                placed(about.record()); // what somebody asks about again is awake with it
                calls = calls.with(about.record(), record.name());
            });
        }
        return put(record, new Dossier(record, kind));
    }

    /** What is about a record that is not here waits; what names another record of that name, which no log has, is void. */
    private boolean follows(Held record, RecordRef about, Kind kind) {
        Optional<Placed> there = placed(about.record());
        boolean elsewhere = !family.isEmpty() && !family.contains(about.record());
        if (there.isEmpty() && elsewhere && kind.mechanism() == Mechanism.NOTICE) {
            return begins(record, kind); // what it is about is another family's
        }
        if (there.isEmpty()) {
            waiting.computeIfAbsent(about.record(), name -> new ArrayList<>()).add(record);
            return false;
        }
        if (!there.get().ref().equals(about)) {
            return false;
        }
        Dossier dossier = there.get().dossier();
        boolean another = kind.mechanism() == Mechanism.NOTICE
                && !(dossier.owner().equals(record.by()) && dossier.kind().equals(kind));
        if (another) {
            return begins(record, kind);
        }
        dossier.add(record);
        return put(record, dossier);
    }

    /** Whether it says what was heard: a notice, a call, a change of status or an answer, of another party than who enters it. */
    private static boolean isHearing(Held record) {
        Optional<Json.Obj> body = record.body();
        boolean formed = body.isPresent()
                && Kinds.named(Held.HEARD)
                        .orElseThrow()
                        .form()
                        .problems(body.get())
                        .isEmpty()
                && body.get().require("says") instanceof Json.Obj;
        return formed
                && !record.by().equals(record.writer())
                && Kinds.named(record.kind())
                        .filter(kind -> switch (kind.mechanism()) {
                            case NOTICE, CALL, ANSWER -> true;
                            case PROPOSAL, HEARD, NODE -> false;
                        })
                        .isPresent();
    }

    private static boolean isWellFormed(Held record, Kind kind) {
        boolean inItsLog =
                kind.lane().filter(lane -> lane != record.origin().lane()).isEmpty();
        return inItsLog
                && record.says()
                        .filter(body -> !kind.form().problems(body).isEmpty())
                        .isEmpty();
    }

    private boolean put(Held record, Dossier dossier) {
        subjects = subjects.with(record.name(), dossier.name());
        placed.put(record.name(), new Placed(record.ref(), dossier));
        placedAt.computeIfAbsent(record.origin(), log -> new TreeMap<>()).put(record.index(), dossier);
        changed.add(dossier);
        if (dossier.kind().name().equals("site") && dossier.owner().equals(record.by())) {
            told = told.ofSite(record);
        }
        if (!onLine.parties().contains(record.by())) {
            onLine = onLine.with(record.by());
            othersSpoke = true;
        }
        return true;
    }

    /** Works out what follows from all that came since the last picture. */
    private void settle() {
        if (othersSpoke && !rested.isEmpty()) {
            wake(rested.families()); // one more has to hear of each
        }
        together(changed, dossier -> dossier.subject(onLine.members()), this::keep);
        boolean otherTerms = isChanged("agreement") && agreed();
        boolean otherMeasures = isChanged("measure") && measured();
        Follows follows = new Follows(onLine, stored, agreements, measures);
        if (othersSpoke || otherTerms) {
            together(subjects.byName().values(), follows::all, this::derive);
        } else {
            receipted.removeAll(changed);
            // A receipt says that somebody holds more of its records: what counts changes only where there is an old
            // plan too.
            receipted.stream()
                    .filter(dossier -> subjects.get(dossier.name()).versions().size() > 1)
                    .forEach(changed::add);
            receipted.removeAll(changed);
            together(changed, dossier -> follows.all(subjects.get(dossier.name())), this::derive);
            together(receipted, dossier -> follows.judged(subjects.get(dossier.name())), this::judge);
            if (otherMeasures) {
                together(subjects.ofKind("activity"), follows::judged, this::judge);
            }
        }
        changed.clear();
        receipted.clear();
        othersSpoke = false;
    }

    /** Some at a time: what is worked out about each is taken before the next are looked at. */
    private <A, B> void together(Collection<A> all, Function<A, B> work, Consumer<List<B>> taken) {
        Iterator<A> left = List.copyOf(all).iterator();
        while (left.hasNext()) {
            List<A> some = new ArrayList<>();
            while (some.size() < TOGETHER && left.hasNext()) {
                some.add(left.next());
            }
            taken.accept(cores(some.size()).each(some, work));
        }
    }

    private Cores cores(int count) {
        return count < MANY ? Cores.ONE : cores;
    }

    private boolean isChanged(String kind) {
        return changed.stream().anyMatch(dossier -> dossier.kind().name().equals(kind));
    }

    /** Their records have changed. */
    private void keep(List<Subject> some) {
        for (Subject subject : some) {
            declarations = declarations.with(subjects.named(subject.name()), subject);
            subjects = subjects.with(subject);
            if (subject.kind().name().equals("resolution")) {
                Resolutions.about(subject)
                        .ifPresent(about -> resolutions = resolutions.plus(
                                about.id(),
                                resolutions
                                        .getOrDefault(about.id(), HashTreePSet.empty())
                                        .plus(subject.name())));
            }
        }
    }

    private void derive(List<Follows.All> some) {
        Cores of = cores(some.size());
        List<Runnable> apart = List.of(() -> conflicts.take(some, of), () -> {
            some.forEach(matches::take);
            judge(some.stream().map(Follows.All::judged).toList());
        });
        of.each(apart, part -> {
            part.run();
            return part;
        });
    }

    private void judge(List<Follows.Judged> some) {
        for (Follows.Judged judged : some) {
            String subject = judged.subject();
            owed = owed.with(subject, judged.duties(), judged.flash());
            breaches =
                    judged.breaches().isEmpty() ? breaches.minus(subject) : breaches.plus(subject, judged.breaches());
        }
    }

    /** Whether there are other terms: then everything is held against everything anew. */
    private boolean agreed() {
        List<Agreements.InForce> before = agreements;
        agreements = Agreements.chain(subjects.ofKind("agreement"));
        if (Agreements.same(agreements, before)) {
            return false;
        }
        conflicts.found().byId().values().forEach(conflict -> touched.add(conflict.id()));
        conflicts = new Conflicts(line, Agreements.inForce(agreements).minima(), touched);
        return true;
    }

    /** Whether there are other control measures: then every activity is judged anew. */
    private boolean measured() {
        List<Measures.InForce> before = measures;
        measures = Measures.ever(subjects.ofKind("measure"));
        return !Measures.same(measures, before);
    }

    /**
     * Takes a receipt: a member's machine held a log up to a size at a time, in milliseconds since 1970 by its own clock. Receipts
     * come in any order, and before the records that they cover or after them.
     */
    public void stored(Origin log, PartyName member, long size, long time) {
        long from = stored.take(log, member, size, time);
        told = told.with(log, member, time);
        receipted.addAll(
                placedAt.getOrDefault(log, new TreeMap<>()).subMap(from, size).values());
    }

    /**
     * Lets rest what is over, of which all is done that was owed, and of which nothing was said at an instant or later, in
     * milliseconds since 1970: it takes eight bytes a record from now on, and is read again when it is asked for. So that what
     * comes does not wait for it, it looks at some subjects alone, and goes on with the others when it is called again.
     *
     * @param atMost how many subjects it looks at
     * @return whether it has looked at all
     */
    public boolean rest(long before, int atMost) {
        settle();
        Picture now = picture(Set.of());
        Resting resting =
                new Resting(name -> Optional.ofNullable(placed.get(name)).map(Placed::dossier), now, before);
        Map<String, List<Dossier>> families = new HashMap<>();
        for (int looked = 0; looked < atMost && toLookAt.hasNext(); looked++) {
            subjects.named(toLookAt.next().name())
                    .flatMap(resting::family)
                    .ifPresent(family -> families.put(family.getFirst().name(), family));
        }
        rested = rested.with(families.values().stream().map(Fold::places).toList());
        families.values().stream().flatMap(List::stream).forEach(this::forget);
        awakeSince = families.isEmpty() ? awakeSince : Math.max(awakeSince, before);
        boolean all = !toLookAt.hasNext();
        if (all) {
            toLookAt = subjects.byName().values().iterator();
        }
        return all;
    }

    private static List<Rested.Place> places(List<Dossier> family) {
        return family.stream()
                .flatMap(dossier -> dossier.records().stream())
                .map(record -> new Rested.Place(record.origin(), record.index()))
                .toList();
    }

    private void forget(Dossier dossier) {
        String name = dossier.name();
        subjects = subjects.without(dossier);
        owed = owed.with(name, List.of(), false);
        breaches = breaches.minus(name);
        for (Held record : dossier.records()) {
            placed.remove(record.name());
            calls = calls.without(record.name());
            Optional.ofNullable(placedAt.get(record.origin())).ifPresent(log -> log.remove(record.index()));
        }
    }

    /** Takes families again that were at rest. */
    private void wake(Collection<Rested.Place> ofFamilies) {
        List<Held> records = ofFamilies.stream()
                .flatMap(of -> rested.read(of, archive).stream())
                .toList();
        rested = rested.without(ofFamilies);
        place(records);
    }

    /** What follows from all that was taken; it knows which conflicts changed since it was asked for last. */
    public Picture picture() {
        settle();
        Set<Hash> since = Set.copyOf(touched);
        touched.clear();
        return picture(since);
    }

    private Picture picture(Set<Hash> since) {
        return new Picture(new Picture.Parts(
                onLine,
                subjects,
                agreements,
                measures,
                conflicts.found(),
                since,
                conflicts.plans(),
                resolutions,
                matches.all(),
                matches.places(),
                owed,
                breaches,
                declarations,
                calls,
                told,
                rested,
                awakeSince,
                archive));
    }

    /**
     * The picture of one family, under the terms and among the parties of a picture. A notice about a subject of another's, which
     * is no part of the family, begins it.
     */
    static Picture family(LineId line, Picture.Parts of, List<Held> records) {
        Fold fold = new Fold(line, of.line().members());
        fold.onLine = of.line();
        fold.agreements = of.agreements();
        fold.measures = of.measures();
        fold.told = of.told();
        fold.family = records.stream().map(Held::name).collect(Collectors.toSet());
        for (Held record : records) {
            fold.place(List.of(record));
            for (PartyName member : of.line().members()) {
                of.archive()
                        .since(member, record)
                        .ifPresent(time -> fold.stored.take(record.origin(), member, record.index() + 1, time));
            }
        }
        return fold.picture();
    }
}
