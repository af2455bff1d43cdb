package org.parley.node.api;

import java.time.InstantSource;
import org.parley.ledger.Hash;
import org.parley.node.pictures.Change;
import org.parley.picture.Held;
import org.parley.picture.Picture;
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
                data.set("record", View.record(record));
                change.after()
                        .picture()
                        .subject(record.name())
                        .ifPresent(
                                subject -> data.set("subject", View.subject(change.after(), subject, clock.millis())));
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
