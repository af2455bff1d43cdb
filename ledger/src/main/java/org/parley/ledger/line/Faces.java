package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;

/** Logs that show two faces: what is asked and shown to find out, and what becomes of a proof. */
final class Faces {
    private final Books books;
    private final Seals seals;
    private final Exchange exchange;
    private final Suspicion suspicion;

    Faces(Books books, Seals seals, Exchange exchange, Suspicion suspicion) {
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

    /** A head alone: it may contradict what we hold. */
    void head(Stage stage, Bytes note) {
        Seals.SignedHead head = seals.read(stage, note);
        Optional<LogState> log = books.log(head.origin());
        if (log.filter(held -> head.size() <= held.size()).isPresent()
                && !books.root(head.origin(), head.size()).equals(head.root())) {
            throw suspicion.olderFace(head.origin(), head);
        }
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
        stage.change(log.orElseGet(() -> LogState.begin(proof.origin())).in(LogImage.State.FROZEN));
        stage.afterwards(() -> {
            out.add(new Effect.Alarm(
                    Effect.Cause.EQUIVOCATION,
                    proof.origin() + " showed two faces; the proof is kept as " + Suspicion.id(proof)));
            exchange.tell(line, new Frame.Evidence(proof), from, out);
        });
    }
}
