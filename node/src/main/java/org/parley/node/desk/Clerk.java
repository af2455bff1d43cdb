package org.parley.node.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.journal.Journal;
import org.parley.node.pictures.Change;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Pictures;
import org.parley.picture.Held;
import org.parley.picture.Subject;
import org.parley.record.Mechanism;

/** Writes what a node writes by itself: that what its party proposed is in force, once it holds every acceptance. */
public final class Clerk implements AutoCloseable {
    private final Desk desk;
    private final Journal journal = new Journal();
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    private sealed interface Work {
        record Look(LinePicture line, Set<String> subjects) implements Work {}

        record End() implements Work {}
    }

    private Clerk(Desk desk) {
        this.desk = desk;
        this.thread = Thread.ofVirtual().name("clerk").unstarted(this::run);
    }

    /** Looks at all that is there, and from now on at what comes. */
    public static Clerk begin(Desk desk, Pictures pictures) {
        Clerk clerk = new Clerk(desk);
        pictures.listen(clerk::changed);
        for (LinePicture line : pictures.all()) {
            Set<String> all = new HashSet<>();
            for (Subject subject : line.picture().subjects()) {
                all.add(subject.name());
            }
            clerk.queue.add(new Work.Look(line, all));
        }
        clerk.thread.start();
        return clerk;
    }

    private void changed(Change change) {
        Set<String> answered = new HashSet<>();
        for (Held record : change.records()) {
            if (record.kind().equals("answer")) {
                change.after().picture().subject(record.name()).ifPresent(subject -> answered.add(subject.name()));
            }
        }
        if (!answered.isEmpty()) {
            queue.add(new Work.Look(change.after(), answered));
        }
    }

    private void run() {
        try {
            Work next = queue.take();
            while (next instanceof Work.Look look) {
                for (String name : look.subjects()) {
                    look.line().picture().subject(name).ifPresent(subject -> conclude(look.line(), subject));
                }
                next = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void conclude(LinePicture line, Subject proposal) {
        boolean ours = proposal.kind().mechanism() == Mechanism.PROPOSAL
                && proposal.owner().equals(line.me())
                && !proposal.isConcluded()
                && proposal.last("withdrawn").isEmpty();
        if (ours && proposal.lacksAcceptanceOf(line.members()).isEmpty()) {
            try {
                desk.concludes(line.line(), proposal.current().record().ref(), acceptances(proposal));
            } catch (Refused refused) {
                journal.note(
                        "not concluded",
                        Json.Obj.builder().put("record", proposal.name()).put("why", refused.why()));
            }
        }
    }

    /** One of each party. */
    private static Json.Obj acceptances(Subject proposal) {
        Set<PartyName> named = new HashSet<>();
        List<Json> refs = proposal.answers().stream()
                .filter(answer -> answer.says().equals("accepted") && named.add(answer.by()))
                .map(answer -> answer.record().ref())
                .<Json>map(RecordRef::json)
                .toList();
        return Json.Obj.builder().put("acceptances", Json.of(refs)).build();
    }

    /** Ends; what is not concluded then is concluded after the next start. */
    @Override
    public void close() {
        queue.add(new Work.End());
        thread.interrupt();
    }
}
