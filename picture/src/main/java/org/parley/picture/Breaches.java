package org.parley.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.function.Function;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;
import org.parley.record.agreement.Measure;
import org.parley.space.Volume;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.line.ControlLine;

/** What of a notice breaks the terms under which it was written. */
final class Breaches {
    private final Notice notice;
    private final SortedSet<PartyName> counterparts;
    private final Function<PartyName, OptionalLong> since;
    private final Terms terms;
    private final List<Excess> all = new ArrayList<>();

    private Breaches(
            Notice notice, SortedSet<PartyName> counterparts, Function<PartyName, OptionalLong> since, Terms terms) {
        this.notice = notice;
        this.counterparts = counterparts;
        this.since = since;
        this.terms = terms;
    }

    /** What a notice is judged by. */
    record Terms(Agreement agreement, List<Measure> measures) {}

    /**
     * A version of an activity, written or not.
     *
     * @param kind of activity
     * @param crossing whether it says that it crosses a control line
     * @param before what the version before it took; nothing for a first
     */
    record Notice(PartyName owner, String kind, boolean crossing, List<Volume> volumes, List<Volume> before) {
        static Notice of(Subject subject, int number) {
            Version version = subject.versions().get(number);
            return new Notice(
                    subject.owner(),
                    version.record().text("activity").orElse(""),
                    version.record().flag("crossing"),
                    version.volumes(),
                    number == 0 ? List.of() : subject.versions().get(number - 1).volumes());
        }
    }

    /** The breaches of an activity's versions, in their order; other kinds have none: safety is never late. */
    static List<Breach> of(
            Subject subject, SortedSet<PartyName> counterparts, Stored stored, Function<Held, Terms> termsOf) {
        if (!subject.kind().name().equals("activity")) {
            return List.of();
        }
        List<Breach> all = new ArrayList<>();
        for (int number = 0; number < subject.versions().size(); number++) {
            Held record = subject.versions().get(number).record();
            List<Excess> found = of(
                    Notice.of(subject, number),
                    counterparts,
                    counterpart -> stored.since(counterpart, record),
                    termsOf.apply(record));
            found.forEach(excess -> all.add(Breach.of(record.ref(), excess)));
        }
        return List.copyOf(all);
    }

    /**
     * What of one notice is beyond its terms.
     *
     * @param since when a counterpart holds it; empty where it does not
     */
    static List<Excess> of(
            Notice notice, SortedSet<PartyName> counterparts, Function<PartyName, OptionalLong> since, Terms terms) {
        Breaches breaches = new Breaches(notice, counterparts, since, terms);
        breaches.look();
        return breaches.all;
    }

    private void look() {
        OptionalLong begins = notice.volumes().stream()
                .filter(volume -> !Inside.all(List.of(volume), notice.before()))
                .mapToLong(volume -> Inside.continued(volume, notice.before())
                        .orElse(volume.window().from()))
                .min();
        Optional.ofNullable(terms.agreement().leadTimes().get(notice.kind()))
                .ifPresent(lead -> inTime(Breach.What.LEAD_TIME, notice.kind(), begins, lead));
        notice.volumes().forEach(this::extent);
        for (Measure measure : terms.measures()) {
            measure.line().ifPresent(line -> sides(measure, line, begins));
        }
    }

    /** Whoever holds it later than so long before it begins has too little notice; who does not hold it yet is not counted. */
    private void inTime(Breach.What what, String of, OptionalLong begins, long least) {
        for (PartyName counterpart : counterparts) {
            OptionalLong held = since.apply(counterpart);
            if (begins.isPresent() && held.isPresent() && begins.getAsLong() - held.getAsLong() < least) {
                all.add(new Excess(
                        what,
                        Optional.of(counterpart),
                        of,
                        begins.getAsLong() - held.getAsLong(),
                        least,
                        Optional.empty()));
            }
        }
    }

    private void extent(Volume volume) {
        if (volume.footprint().chain().kind() == Chain.Kind.LINE) {
            above(
                    Breach.What.CORRIDOR,
                    terms.agreement().widestCorridor(),
                    2 * volume.footprint().buffer());
        } else if (terms.agreement().largestBox().isPresent()) {
            above(
                    Breach.What.BOX,
                    terms.agreement().largestBox(),
                    Math.round(volume.footprint().area()));
        }
        above(
                Breach.What.WINDOW,
                terms.agreement().longestWindow(),
                volume.window().until() - volume.window().from());
    }

    private void above(Breach.What what, OptionalLong most, long figure) {
        if (most.isPresent() && figure > most.getAsLong()) {
            all.add(new Excess(what, Optional.empty(), "", figure, most.getAsLong(), Optional.empty()));
        }
    }

    /** A party keeps to its side, or says that it crosses, and that in time. */
    private void sides(Measure measure, ControlLine line, OptionalLong begins) {
        ControlLine.Side own = measure.sides().get(notice.owner());
        if (own == null) {
            return;
        }
        Optional<Over> over = notice.volumes().stream()
                .filter(volume -> volume.window().overlap(measure.window()) > 0)
                .map(volume -> Over.of(line, volume.footprint(), own.other()))
                .filter(each -> each.reach() > 0)
                .max(Comparator.comparingLong(Over::reach));
        if (over.isPresent() && !notice.crossing()) {
            Over far = over.get();
            all.add(new Excess(
                    Breach.What.SIDE, Optional.empty(), measure.name(), far.reach(), 0, Optional.of(far.beyond())));
        } else if (over.isPresent() && measure.crossingNotice().isPresent()) {
            inTime(
                    Breach.What.CROSSING,
                    measure.name(),
                    begins,
                    measure.crossingNotice().getAsLong());
        }
    }

    /** How far a volume reaches over a line, in centimetres, and how it lies there. */
    private record Over(long reach, Beyond beyond) {
        static Over of(ControlLine line, Footprint footprint, ControlLine.Side side) {
            ControlLine.Relation all = line.relation(footprint);
            double core = line.relation(footprint.withBuffer(0)).reach(side);
            double nearest = all.reach(side.other()) > 0 ? 0 : all.nearest();
            return new Over(centimetres(all.reach(side)), new Beyond(centimetres(core), centimetres(nearest)));
        }

        private static long centimetres(double metres) {
            return Math.round(100 * metres);
        }
    }
}
