package org.parley.ledger.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.EnvelopeBuilder;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.merkle.EntryBundle;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Inclusion;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.merkle.Stored;
import org.parley.ledger.merkle.Tile;
import org.parley.ledger.merkle.TileHashes;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;

/** A log of {@code docs/vectors/line} as it grows, and the forms in which it is published. */
final class VectorLog {
    /** 2026-11-24T12:00:00Z. */
    static final long START = 1_795_521_600L;

    private record Cosigned(int serial, Receipt receipt) {}

    final Origin origin;
    private final VectorParty writer;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<Optional<Body>> bodies = new ArrayList<>();
    private final Stored hashes = new Stored();
    private final TreeMap<Long, SignedNote> heads = new TreeMap<>();
    private final Map<VectorParty, List<Cosigned>> receipts =
            new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    private Frontier frontier = Frontier.empty();

    /** Of the key set in force for the next head. */
    int serial = 1;

    VectorLog(Origin origin, VectorParty writer) {
        this.origin = origin;
        this.writer = writer;
    }

    long size() {
        return entries.size();
    }

    private EnvelopeBuilder envelope(String kind) {
        return Envelope.builder(origin, size() + 1, 1_000 * (START + size()) + 123, kind);
    }

    private void append(byte[] entry, Optional<Body> body) {
        entries.add(entry);
        bodies.add(body);
        frontier = frontier.append(List.of(Merkle.leafHash(entry)), hashes);
    }

    /** An entry of the ledger's own kinds. */
    void own(String kind, Json.Obj content) {
        append(envelope(kind).content(content).bytes(), Optional.empty());
    }

    /** A record with a body. */
    void record(String kind, Json.Obj fields, UnaryOperator<EnvelopeBuilder> more) {
        Body body = Body.of(fields, VectorParty.chance(origin.recordName(size()) + " seed"));
        append(more.apply(envelope(kind)).body(body.commitment()).bytes(), Optional.of(body));
    }

    void text(String text) {
        record("text", Json.Obj.builder().put("text", text).build(), plain -> plain);
    }

    Checkpoint head() {
        return new Checkpoint(origin.toString(), size(), frontier.root());
    }

    /** Signs what there is. */
    void sign() {
        heads.put(size(), SignedNote.sign(head().text(), List.of(writer.log(origin, serial))));
    }

    /** Signs what there is with ML-DSA-44 too, at this time. */
    void signTwice(long time) {
        sign();
        SignatureLine second = Cosignature.sign(writer.logMlDsa(origin, serial), head(), time);
        heads.computeIfPresent(size(), (_, head) -> head.with(second));
    }

    /** A member's receipt over what there is, by its key set with that serial. */
    void receipt(VectorParty member, int serial, long time) {
        receipts.computeIfAbsent(member, _ -> new ArrayList<>())
                .add(new Cosigned(serial, member.receipt(origin.line(), serial, head(), time)));
    }

    byte[] entry(int index) {
        return entries.get(index);
    }

    Body body(int index) {
        return bodies.get(index).orElseThrow();
    }

    Hash leaf(int index) {
        return hashes.hash(0, index);
    }

    Hash root() {
        return frontier.root();
    }

    /** The signed head of this size, with the last receipt of each member over exactly it. */
    SignedNote cosigned(long size) {
        SignedNote note = Objects.requireNonNull(heads.get(size));
        for (Map.Entry<VectorParty, List<Cosigned>> member : receipts.entrySet()) {
            Optional<Cosigned> last = member.getValue().stream()
                    .filter(it -> it.receipt().size() == size)
                    .reduce((_, later) -> later);
            if (last.isPresent()) {
                note = note.with(line(member.getKey(), last.get()));
            }
        }
        return note;
    }

    private SignatureLine line(VectorParty member, Cosigned made) {
        Receipt receipt = made.receipt();
        var cosignature = new Cosignature(receipt.time(), receipt.signature().array());
        VerifierKey key = member.cosigner(origin.line(), made.serial()).key();
        return new SignatureLine(key.name(), key.id(), cosignature.blob());
    }

    TlogProof proof(int index, long size, byte[] extra) {
        return new TlogProof(extra, index, Inclusion.prove(new TileHashes(size, hashes), index, size), cosigned(size));
    }

    /** The files of the public face, by their paths below the log's origin. */
    Map<String, byte[]> served() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Tile tile : Tile.added(0, size())) {
            files.put(tile.path(), hashes.read(tile));
            if (tile.level() == 0) {
                int first = (int) tile.index() * Tile.FULL;
                files.put(
                        new Tile(Tile.ENTRIES, tile.index(), tile.width()).path(),
                        EntryBundle.encode(entries.subList(first, first + tile.width())));
            }
        }
        files.put("checkpoint", cosigned(size()).bytes());
        files.put("receipts", receiptLines().getBytes(UTF_8));
        return files;
    }

    private String receiptLines() {
        var lines = new StringBuilder();
        receipts.forEach((member, all) -> all.forEach(made -> lines.append(
                        made.receipt().size())
                .append(' ')
                .append(Base64.getEncoder().encodeToString(made.receipt().root().bytes()))
                .append(' ')
                .append(line(member, made))
                .append('\n')));
        return lines.toString();
    }

    /** The frames of a bundle. */
    List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        int first = 0;
        for (Map.Entry<Long, SignedNote> head : heads.entrySet()) {
            int end = head.getKey().intValue();
            frames.add(new Frame.Batch(
                    origin,
                    first,
                    Bytes.of(head.getValue().bytes()),
                    entries.subList(first, end).stream().map(Bytes::of).toList(),
                    bodies.subList(first, end).stream()
                            .map(body ->
                                    body.map(it -> new Frame.SealedBody(Bytes.of(it.seed()), Bytes.of(it.bytes()))))
                            .toList()));
            first = end;
        }
        receipts.forEach((member, all) -> frames.add(new Frame.Receipts(
                origin, member.name(), all.stream().map(Cosigned::receipt).toList())));
        return frames;
    }

    PartyName party() {
        return writer.name();
    }
}
