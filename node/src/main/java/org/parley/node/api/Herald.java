package org.parley.node.api;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.parley.ledger.Hash;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.Node;
import org.parley.node.journal.Journal;
import org.parley.node.pictures.Change;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Pictures;
import org.parley.picture.Held;
import org.parley.picture.Picture;
import org.parley.picture.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what changed in a picture into events, on a thread of its own: so that they have one order, and no fold waits for them. */
final class Herald implements AutoCloseable {
    /** Changes that may wait; with more the fold waits, so that nobody is told of what is long over. */
    private static final int WAITING = 1_024;

    private final Events events;
    private final InstantSource clock;

    /** Nothing at the end. */
    private final ArrayBlockingQueue<Optional<Change>> queue = new ArrayBlockingQueue<>(WAITING);

    private final Node node;
    private final Journal journal = new Journal();
    private final Thread thread;

    private Herald(Events events, Node node) {
        this.events = events;
        this.clock = node.options().clock();
        this.node = node;
        this.thread = Thread.ofPlatform().name("herald").unstarted(this::run);
    }

    /** Tells from now on what changes in pictures. */
    static Herald begin(Pictures pictures, Events events, Node node) {
        Herald herald = new Herald(events, node);
        herald.thread.start();
        pictures.listen(herald::changed);
        return herald;
    }

    private void changed(Change change) {
        put(Optional.of(change));
    }

    private void put(Optional<Change> next) {
        try {
            queue.put(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Optional<Change> next = queue.take(); next.isPresent(); next = queue.take()) {
                tell(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            // Nobody would be told of anything any more, and the fold would wait for ever.
            journal.fault("events are not told any more", fault);
            node.options().broken().accept(fault);
        }
    }

    private void tell(Change change) {
        String line = change.after().line().hex();
        for (Held record : change.records()) {
            if (View.isKnown(record.kind())) {
                events.tell("record", () -> record(change, record));
            }
        }
        for (Change.Receipt receipt : change.receipts()) {
            events.tell(
                    "receipt",
                    () -> View.object()
                            .put("line", line)
                            .put("log", receipt.log().toString())
                            .put("by", receipt.by().name())
                            .put("size", receipt.size())
                            .put("at", View.time(receipt.time())));
        }
        conflicts(change);
    }

    private JsonNode record(Change change, Held record) {
        LinePicture after = change.after();
        ObjectNode data = View.object().put("line", after.line().hex());
        data.set("record", View.record(after.picture(), record));
        after.picture()
                .subject(record.name())
                .ifPresent(subject -> data.set("subject", View.subject(after, subject, clock.millis())));
        about(change, record).ifPresent(about -> data.set("about", View.subject(after, about, clock.millis())));
        return data;
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
                            conflict -> events.tell("conflict", () -> View.conflict(change.after(), conflict)),
                            () -> events.tell(
                                    "conflict-over",
                                    () -> View.object()
                                            .put("line", change.after().line().hex())
                                            .put("id", id.toString())));
        }
    }

    /** Tells what is left, and ends; to be called when no picture changes any more. */
    @Override
    public void close() {
        put(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
