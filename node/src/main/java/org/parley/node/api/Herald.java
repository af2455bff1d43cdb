package org.parley.node.api;

import java.time.InstantSource;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.pictures.Change;
import org.parley.picture.Held;
import org.parley.picture.Picture;
import org.parley.picture.Subject;
import tools.jackson.databind.node.ObjectNode;

/** Puts what changed in a picture into events. */
final class Herald {
    private final Events events;
    private final InstantSource clock;

    Herald(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** On the thread that folds, so that events have one order. */
    void changed(Change change) {
        String line = change.after().line().hex();
        for (Held record : change.records()) {
            if (View.isKnown(record.kind())) {
                ObjectNode data = View.object().put("line", line);
                data.set("record", View.record(change.after().picture(), record));
                change.after()
                        .picture()
                        .subject(record.name())
                        .ifPresent(
                                subject -> data.set("subject", View.subject(change.after(), subject, clock.millis())));
                about(change, record)
                        .ifPresent(about -> data.set("about", View.subject(change.after(), about, clock.millis())));
                events.tell("record", data);
            }
        }
        for (Change.Receipt receipt : change.receipts()) {
            events.tell(
                    "receipt",
                    View.object()
                            .put("line", line)
                            .put("log", receipt.log().toString())
                            .put("by", receipt.by().name())
                            .put("size", receipt.size())
                            .put("at", View.time(receipt.time())));
        }
        conflicts(change);
    }

    /** What a call is about, if that is another subject: it is shown there too. */
    private static Optional<Subject> about(Change change, Held record) {
        Picture picture = change.after().picture();
        return record.envelope().about().stream()
                .filter(RecordRef.class::isInstance)
                .map(RecordRef.class::cast)
                .flatMap(ref -> picture.subject(ref.record()).stream())
                .filter(subject -> picture.calls(subject).stream()
                        .anyMatch(call -> call.name().equals(record.name())))
                .findFirst();
    }

    private void conflicts(Change change) {
        Picture after = change.after().picture();
        for (Hash id : after.touched()) {
            after.conflict(id)
                    .ifPresentOrElse(
                            conflict -> events.tell("conflict", View.conflict(change.after(), conflict)),
                            () -> events.tell(
                                    "conflict-over",
                                    View.object()
                                            .put("line", change.after().line().hex())
                                            .put("id", id.toString())));
        }
    }
}
