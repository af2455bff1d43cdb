package org.parley.picture;

import java.util.Comparator;
import java.util.Optional;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.volume.Shape;
import org.parley.space.footprint.Footprint;
import org.parley.space.separation.Covering;
import org.parley.space.window.Window;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What parties declared to be complete, by their end. It never changes.
 *
 * @param byParty what each stands by, by the names of the subjects
 */
record Declarations(PMap<PartyName, Timeline<String, Declarations.Declaration>> byParty) {
    static final Declarations NONE = new Declarations(HashTreePMap.empty());

    /** A party's own comes before one that was heard, and what lasts longer before what ends sooner. */
    private static final Comparator<Declaration> BEST = Comparator.<Declaration, Boolean>comparing(
                    declaration -> declaration.record().isHeard())
            .thenComparing(declaration -> declaration.window().until(), Comparator.reverseOrder())
            .thenComparing(declaration -> declaration.record().name());

    /**
     * That all is notified on the ground of a footprint in a window.
     *
     * @param through how many records of the party's main log say it
     */
    record Declaration(Held record, Footprint footprint, Window window, long through, boolean nil) {
        /** What a subject declares now; nothing where it was withdrawn or erased. */
        static Optional<Declaration> of(Subject subject) {
            return subject.kind().name().equals("completeness") && !subject.isTakenBack()
                    ? subject.current()
                            .record()
                            .says()
                            .map(body -> read(subject.current().record(), body))
                    : Optional.empty();
        }

        private static Declaration read(Held record, Json.Obj body) {
            return new Declaration(
                    record,
                    Shape.read(body.require("shape")).orElseThrow().footprint().orElseThrow(),
                    new Window(
                            Instants.parse(body.require("from").text()),
                            Instants.parse(body.require("until").text())),
                    body.require("through").integer(),
                    body.require("nil").flag());
        }

        private boolean covers(Footprint ground, Window asked) {
            return window.from() <= asked.from()
                    && asked.until() <= window.until()
                    && Covering.covers(footprint, ground);
        }

        /** Whether all the records that say it are here: of the log that it stands in, or of the party's newest where it was heard. */
        private boolean isHeld(Told told) {
            Optional<Origin> log = record.isHeard() ? told.main(record.by()) : Optional.of(record.origin());
            return log.map(told::size).orElse(0L) >= through;
        }

        Known.Declared known() {
            return new Known.Declared(
                    record.ref(),
                    record.isHeard(),
                    nil,
                    through,
                    window.until(),
                    record.envelope().at());
        }
    }

    /** With what a subject declares now, instead of what it declared before. */
    Declarations with(Optional<Subject> before, Subject now) {
        Timeline<String, Declaration> own = byParty.getOrDefault(now.owner(), Timeline.empty());
        Optional<Declaration> old = before.flatMap(Declaration::of);
        Optional<Declaration> next = Declaration.of(now);
        if (old.isPresent()) {
            own = own.minus(old.get().window().until(), now.name());
        }
        if (next.isPresent()) {
            own = own.plus(next.get().window().until(), now.name(), next.get());
        }
        return old.isPresent() || next.isPresent() ? new Declarations(byParty.plus(now.owner(), own)) : this;
    }

    /** The best that covers the whole ground for all of the window, and is held here with all that it says is complete. */
    Optional<Known.Declared> covering(Footprint ground, Window window, PartyName party, Told told) {
        return byParty.getOrDefault(party, Timeline.empty())
                .after(window.until() - 1)
                .sorted(BEST)
                .filter(declaration -> declaration.isHeld(told) && declaration.covers(ground, window))
                .findFirst()
                .map(Declaration::known);
    }
}
