package org.parley.ledger.line;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.merkle.Consistency;
import org.parley.ledger.merkle.Merkle;

/**
 * A member who signs whatever a script says, with its own right keys: so what stands behind the check of signatures is
 * reached. A script is any bytes; each step is one that names it, and what the step reads.
 */
final class Mischief {
    /** How many different steps there are. */
    static final int STEPS = 12;

    private final Peer peer;
    private final Desk desk;
    private final Room room;
    private final ByteBuffer script;

    Mischief(Room room, Peer peer, Desk desk, byte[] script) {
        this.room = room;
        this.peer = peer;
        this.desk = desk;
        this.script = ByteBuffer.wrap(script);
    }

    /** Does all that the script says, at most so many steps. */
    void play(int most) {
        for (int step = 0; step < most && script.hasRemaining(); step++) {
            Origin own = peer.origin(number() % 2 == 0 ? Lane.MAIN : Lane.SAFETY);
            step(number() % STEPS, own);
        }
    }

    private void step(int what, Origin own) {
        switch (what) {
            case 0 -> frame().ifPresent(frame -> peer.send(lane(), frame));
            case 1 -> peer.entry(own, piece(), Optional.empty());
            case 2 -> peer.record(own, piece().text().replaceAll("[^a-z]", "."));
            case 3 -> withBody(own);
            case 4 -> batch(own);
            case 5 -> forget(own);
            case 6 -> peer.send(new Frame.Head(peer.head(own, upTo(peer.log(own).size()))));
            case 7 -> receipts();
            case 8 -> twoFaces(own);
            case 9 -> room.pass(1 + number() % 40);
            case 10 -> bundle();
            default -> peer.dial(desk);
        }
    }

    private Lane lane() {
        return number() % 2 == 0 ? Lane.SAFETY : Lane.MAIN;
    }

    private int number() {
        return script.hasRemaining() ? script.get() & 0xff : 0;
    }

    /** A number of any size that a frame may hold, more often small or very large. */
    private long far() {
        return number() * (Long.MAX_VALUE >> number() % Long.SIZE) & Long.MAX_VALUE;
    }

    private int upTo(int most) {
        return number() % (most + 1);
    }

    /** A part of the script, after its length in two bytes. */
    private Bytes piece() {
        byte[] piece = new byte[Math.min(number() << 8 | number(), script.remaining())];
        script.get(piece);
        return Bytes.of(piece);
    }

    private Optional<Frame> frame() {
        try {
            return Optional.of(FrameCodec.read(piece().array()));
        } catch (Refused noFrame) {
            return Optional.empty();
        }
    }

    /** A record of a body that may be none, under the commitment of the body if it is one. */
    private void withBody(Origin own) {
        Frame.SealedBody sealed = new Frame.SealedBody(Bytes.of(new byte[Body.SEED_LENGTH]), piece());
        peer.record(own, "a");
        List<Optional<Frame.SealedBody>> bodies =
                Optional.ofNullable(peer.bodies.get(own)).orElseThrow();
        bodies.removeLast();
        bodies.add(Optional.of(sealed));
    }

    private void batch(Origin own) {
        int size = peer.log(own).size();
        int first = upTo(size);
        int end = first + upTo(size - first);
        if (first < end) {
            peer.send(own.lane(), peer.batch(own, first, end));
        }
    }

    /** The last entries never were: what is added now makes another log of the same name. */
    private void forget(Origin own) {
        int count = upTo(peer.log(own).size());
        for (int i = 0; i < count; i++) {
            peer.log(own).removeLast();
            Optional.ofNullable(peer.bodies.get(own)).orElseThrow().removeLast();
        }
    }

    /** A receipt over a log of the other side's, of a right size or a wrong one. */
    private void receipts() {
        Origin theirs = number() % 2 == 0 ? desk.main() : desk.safety();
        int size = upTo(desk.entries(theirs).size() + 1);
        Hash root = Rfc6962.root(desk.entries(theirs)
                .subList(0, Math.min(size, desk.entries(theirs).size())));
        long time = number() % 4 == 0 ? far() : room.wall / 1_000 + script.position() - number();
        Receipt receipt = peer.signer.receipt(peer.keys.cosigner(), theirs, size, root, time);
        peer.send(new Frame.Receipts(theirs, peer.signer.name, List.of(receipt)));
    }

    /** Evidence against itself that is right, or, where it is about one log, is none. */
    private void twoFaces(Origin own) {
        List<Bytes> entries = List.copyOf(peer.log(own));
        int size = upTo(entries.size());
        Bytes other = peer.signer.head(peer.keys.log(), own, size, Merkle.leafHash(piece().array()));
        List<Hash> leaves =
                entries.stream().map(entry -> Merkle.leafHash(entry.array())).toList();
        List<Hash> proof = Consistency.prove((level, index) -> subtree(leaves, level, index), size, entries.size());
        Hash rootAtSize = Rfc6962.root(entries.subList(0, size));
        peer.send(new Frame.Evidence(new Equivocation(own, other, peer.head(own, entries.size()), rootAtSize, proof)));
    }

    private static Hash subtree(List<Hash> leaves, int level, long index) {
        if (level == 0) {
            return leaves.get((int) index);
        }
        Hash left = subtree(leaves, level - 1, 2 * index);
        return Merkle.nodeHash(left, subtree(leaves, level - 1, 2 * index + 1));
    }

    private void bundle() {
        List<Frame> frames = new ArrayList<>();
        for (int left = number() % 4; left > 0; left--) {
            frame().ifPresent(frames::add);
        }
        int size = peer.log(peer.origin(Lane.MAIN)).size();
        if (size > 0) {
            frames.add(peer.batch(peer.origin(Lane.MAIN), upTo(size - 1), size));
        }
        desk.tell(new Event.Import(desk.nextTicket(), frames));
    }
}
