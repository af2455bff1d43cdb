package org.parley.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.record.agreement.Agreement;
import org.parley.record.agreement.Measure;
import org.parley.space.Volume;
import org.parley.space.footprint.Chain;
import org.parley.space.line.ControlLine;

/** What of a subject's versions breaks the agreement under which each was written. */
final class Breaches {
    private final Subject subject;
    private final Set<PartyName> counterparts;
    private final Stored stored;
    private final List<Breach> all = new ArrayList<>();

    private Breaches(Subject subject, Set<PartyName> counterparts, Stored stored) {
        this.subject = subject;
        this.counterparts = counterparts;
        this.stored = stored;
    }

    /** The breaches of an activity's versions, in their order; other kinds have none: safety is never late. */
    static List<Breach> of(Subject subject, Set<PartyName> members, Stored stored, Function<Held, Agreement> termsOf) {
        if (!subject.kind().name().equals("activity")) {
            return List.of();
        }
        Set<PartyName> counterparts = new HashSet<>(members);
        counterparts.remove(subject.owner());
        Breaches breaches = new Breaches(subject, counterparts, stored);
        for (int number = 0; number < subject.versions().size(); number++) {
            Version version = subject.versions().get(number);
            List<Volume> before =
                    number == 0 ? List.of() : subject.versions().get(number - 1).volumes();
            breaches.look(version, before, termsOf.apply(version.record()));
        }
        return List.copyOf(breaches.all);
    }

    private void look(Version version, List<Volume> before, Agreement terms) {
        OptionalLong begins = version.volumes().stream()
                .filter(volume -> !Inside.all(List.of(volume), before))
                .mapToLong(volume ->
                        Inside.continued(volume, before).orElse(volume.window().from()))
                .min();
        String kind = word(version, "activity");
        Optional.ofNullable(terms.leadTimes().get(kind))
                .ifPresent(lead -> notice(Breach.What.LEAD_TIME, version, kind, begins, lead));
        extents(version, terms);
        for (Measure measure : terms.measures()) {
            measure.line().ifPresent(line -> sides(version, measure, line, begins));
        }
    }

    /** Whoever holds it later than so long before it begins had too little notice; who does not hold it yet is not counted. */
    private void notice(Breach.What what, Version version, String of, OptionalLong begins, long least) {
        for (PartyName counterpart : counterparts.stream().sorted().toList()) {
            OptionalLong since = stored.since(counterpart, version.record());
            if (begins.isPresent() && since.isPresent() && begins.getAsLong() - since.getAsLong() < least) {
                add(what, version, Optional.of(counterpart), of, begins.getAsLong() - since.getAsLong(), least);
            }
        }
    }

    private void extents(Version version, Agreement terms) {
        for (Volume volume : version.volumes()) {
            boolean corridor = volume.footprint().chain().kind() == Chain.Kind.LINE;
            long length = volume.window().until() - volume.window().from();
            if (corridor) {
                above(Breach.What.CORRIDOR, version, 2 * volume.footprint().buffer(), terms.widestCorridor());
            } else {
                above(Breach.What.BOX, version, Math.round(volume.footprint().area()), terms.largestBox());
            }
            above(Breach.What.WINDOW, version, length, terms.longestWindow());
        }
    }

    private void above(Breach.What what, Version version, long figure, OptionalLong most) {
        if (most.isPresent() && figure > most.getAsLong()) {
            add(what, version, Optional.empty(), "", figure, most.getAsLong());
        }
    }

    /** A party keeps to its side, or says that it crosses, and that in time. */
    private void sides(Version version, Measure measure, ControlLine line, OptionalLong begins) {
        ControlLine.Side own = measure.sides().get(subject.owner());
        if (own == null) {
            return;
        }
        long beyond = version.volumes().stream()
                .mapToLong(volume ->
                        Math.round(100 * line.relation(volume.footprint()).reach(own.other())))
                .max()
                .orElse(0);
        if (beyond > 0 && !says(version, "crossing")) {
            add(Breach.What.SIDE, version, Optional.empty(), measure.name(), beyond, 0);
        } else if (beyond > 0 && measure.crossingNotice().isPresent()) {
            notice(
                    Breach.What.CROSSING,
                    version,
                    measure.name(),
                    begins,
                    measure.crossingNotice().getAsLong());
        }
    }

    private void add(
            Breach.What what, Version version, Optional<PartyName> towards, String of, long figure, long limit) {
        all.add(new Breach(what, version.record().ref(), towards, of, figure, limit));
    }

    private static String word(Version version, String field) {
        return version.record()
                .says()
                .flatMap(body -> body.get(field))
                .map(Json::text)
                .orElse("");
    }

    private static boolean says(Version version, String flag) {
        return version.record()
                .says()
                .flatMap(body -> body.get(flag))
                .map(Json::flag)
                .orElse(false);
    }
}
