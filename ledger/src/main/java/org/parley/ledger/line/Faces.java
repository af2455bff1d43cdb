package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;

/** Logs that show two faces: what is asked and shown to find out, and what becomes of a proof. */
final class Faces {
    private final Books books;
    private final Seals seals;
    private final Exchange exchange;
    private final Suspicion suspicion;
    private final Lasting lasting;
    private final Parking parking;

    Faces(Books books, Seals seals, Exchange exchange, Suspicion suspicion, Lasting lasting, Parking parking) {
        this.lasting = lasting;
        this.parking = parking;
        this.books = books;
        this.seals = seals;
        this.exchange = exchange;
        this.suspicion = suspicion;
    }

    /** Where they hold another tree of a log than we do, they are shown the head that we hold. */
    void compareHeld(Session session, Frame.Hello hello, List<Effect> out) {
        for (Frame.HelloLine line : hello.lines()) {
            for (Frame.Held held : session.shares(line.line()) ? line.held() : List.<Frame.Held>of()) {
                Optional<LogState> log = books.log(held.origin());
                boolean other = log.filter(ours -> held.size() <= ours.size() && held.size() > 0)
                        .filter(ours -> !books.root(held.origin(), held.size()).equals(held.root()))
                        .isPresent();
                if (other) {
                    showHead(session, held.origin(), out);
                }
            }
        }
    }

    void showHead(Session session, Origin origin, List<Effect> out) {
        LineBook line = books.line(origin.line()).orElseThrow();
        books.log(origin)
                .flatMap(log -> exchange.head(line, origin, log.size()))
                .ifPresent(head -> out.add(new Effect.Send(session.link(), Lane.SAFETY, new Frame.Head(head))));
    }

    /** A head that is beyond what we hold cannot be compared here: ours is shown, so that it is compared there. */
    void head(Stage stage, Session session, Bytes note, List<Effect> out) {
        Seals.SignedHead head = head(stage, note);
        boolean beyond = books.log(head.origin())
                .filter(log -> log.size() > 0 && log.size() < head.size())
                .isPresent();
        if (beyond) {
            showHead(session, head.origin(), out);
        }
    }

    /** A head alone: it may contradict what we hold, or be a lasting one. */
    Seals.SignedHead head(Stage stage, Bytes note) {
        Seals.SignedHead head = seals.read(stage, note);
        Optional<Hash> held = stage.log(head.origin()).flatMap(log -> stage.root(head.origin(), head.size()));
        if (held.filter(head.root()::equals).isPresent()) {
            lasting.came(stage, head);
        } else if (books.log(head.origin())
                .filter(log -> head.size() <= log.size())
                .isPresent()) {
            throw suspicion.olderFace(head.origin(), head);
        }
        return head;
    }

    /** A proof that a log has two faces: checked, recorded, told to all; a main log is frozen. */
    void evidence(Stage stage, Equivocation proof, long from, List<Effect> out) {
        LineBook line = stage.line(proof.origin().line())
                .filter(book -> book.isMember(proof.origin().party()))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no such log here"));
        Optional<LogState> log = stage.log(proof.origin());
        if (log.filter(held -> held.state() == LogImage.State.FROZEN).isPresent()) {
            return;
        }
        if (!suspicion.proves(line.of(proof.origin().party()), proof)) {
            throw new Refused(Refused.Reason.INCONSISTENT, "the proof against " + proof.origin() + " proves nothing");
        }
        stage.write(new Transaction.NewEvidence(Suspicion.id(proof), proof));
        parking.unparkAll(stage, proof.origin());
        stage.change(log.orElseGet(() -> LogState.begin(proof.origin())).in(LogImage.State.FROZEN));
        stage.afterwards(() -> {
            out.add(new Effect.Alarm(
                    Effect.Cause.EQUIVOCATION,
                    proof.origin() + " showed two faces; the proof is kept as " + Suspicion.id(proof)));
            exchange.tell(line, new Frame.Evidence(proof), from, out);
        });
    }
}
