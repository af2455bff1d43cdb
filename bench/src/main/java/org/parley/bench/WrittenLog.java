package org.parley.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.Limits;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.line.Transaction.Write;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;
import org.parley.node.crypto.Providers;
import org.parley.store.Folder;
import org.parley.store.Host;
import org.parley.store.SqliteDisk;

/** A node's folder with one long log of BIRCH, for which AZURE gave a receipt at each head. The same seed gives the same log. */
final class WrittenLog {
    private static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final PartyName AZURE = new PartyName("AZURE");
    private static final Opening BEGIN = new Opening(Epoch.of("1-0a1b2c3d"), 1);
    private static final Origin ORIGIN = new Origin(LINE, BIRCH, Lane.MAIN, BEGIN.epoch());
    private static final long START = 1_795_521_600L;

    private final Signatures signatures = Providers.best().signatures();
    private final SplittableRandom random = new SplittableRandom(1);
    private final SigningKey logKey = key(Algorithm.ED25519);
    private final SigningKey cosigner = key(Algorithm.ED25519);
    private final SqliteDisk disk;
    private Frontier frontier = Frontier.empty();

    private WrittenLog(SqliteDisk disk) {
        this.disk = disk;
    }

    static void write(Path path, int records) {
        try (Folder folder = Folder.create(path);
                SqliteDisk disk = SqliteDisk.open(folder, Host.local())) {
            WrittenLog log = new WrittenLog(disk);
            log.begin();
            for (int left = records; left > 0; left -= Limits.BATCH_ENTRIES) {
                log.batch(Math.min(left, Limits.BATCH_ENTRIES));
            }
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private SigningKey key(Algorithm algorithm) {
        return SigningKey.of(algorithm, bytes(Algorithm.SEED_LENGTH));
    }

    private void begin() {
        List<Write> writes = new ArrayList<>(List.of(new Transaction.NewLine(LINE, BIRCH)));
        Bytes own = member(writes, BIRCH, logKey, key(Algorithm.ED25519));
        member(writes, AZURE, key(Algorithm.ED25519), cosigner);
        byte[] entry = Envelope.builder(ORIGIN, 1, at(), "keys")
                .content(Json.Obj.builder().put("keys", own.text()).build())
                .bytes();
        append(writes, List.of(Bytes.of(entry)), List.of(Optional.empty()));
        disk.commit(new Transaction(writes));
    }

    private Bytes member(List<Write> writes, PartyName party, SigningKey log, SigningKey cosigning) {
        SigningKey root = key(Algorithm.ED25519);
        KeySet keys = new KeySet(
                LINE,
                party,
                1,
                signatures.publicKey(log),
                signatures.publicKey(key(Algorithm.ML_DSA_44)),
                signatures.publicKey(cosigning),
                Hash.of(bytes(Hash.LENGTH)),
                BEGIN,
                BEGIN);
        Bytes note = Bytes.of(keys.signedBy(signatures, root));
        writes.add(new Transaction.NewMember(
                LINE, party, Bytes.of(signatures.publicKey(root).raw())));
        writes.add(new Transaction.NewKeySet(LINE, party, 1, note));
        return note;
    }

    private long at() {
        return 1_000 * START + frontier.size();
    }

    private void batch(int count) {
        List<Bytes> entries = new ArrayList<>(count);
        List<Optional<SealedBody>> bodies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Body body = Body.of(fields(frontier.size() + i), bytes(Body.SEED_LENGTH));
            byte[] entry = Envelope.builder(ORIGIN, frontier.size() + i + 1, at(), "plan")
                    .body(body.commitment())
                    .bytes();
            entries.add(Bytes.of(entry));
            bodies.add(Optional.of(new SealedBody(Bytes.of(body.seed()), Bytes.of(body.bytes()))));
        }
        List<Write> writes = new ArrayList<>();
        append(writes, entries, bodies);
        disk.commit(new Transaction(writes));
    }

    /** Eight fields, about 300 bytes. */
    private Json.Obj fields(long number) {
        return Json.Obj.builder()
                .put("begin", START + number)
                .put("end", START + number + 3_600)
                .put("height", random.nextInt(1_000_000))
                .put("latitude", random.nextInt(900_000_000))
                .put("longitude", random.nextInt(1_800_000_000))
                .put("name", "lift " + number)
                .put("radius", random.nextInt(500_000))
                .put("remarks", "x".repeat(140 + random.nextInt(40)))
                .build();
    }

    private void append(List<Write> writes, List<Bytes> entries, List<Optional<SealedBody>> bodies) {
        List<Hash> leaves =
                entries.stream().map(entry -> Merkle.leafHash(entry.array())).toList();
        long first = frontier.size();
        long at = at();
        frontier = frontier.append(leaves);
        LogImage image = new LogImage(
                ORIGIN,
                frontier.size(),
                Bytes.of(frontier.bytes()),
                frontier.root(),
                at,
                0,
                LogImage.State.OPEN,
                Optional.empty());
        Checkpoint head = new Checkpoint(ORIGIN.toString(), frontier.size(), frontier.root());
        long time = START + frontier.size();
        byte[] receipt = signatures.sign(cosigner, Cosignature.ed25519Message(head, time));
        writes.add(new Transaction.Append(first, entries, leaves, bodies, image));
        writes.add(new Transaction.NewHead(
                ORIGIN,
                head.size(),
                Bytes.of(SignedNote.sign(head.text(), List.of(signer())).bytes())));
        writes.add(new Transaction.NewReceipt(
                ORIGIN, AZURE, new Receipt(head.size(), head.root(), time, Bytes.of(receipt))));
    }

    private NoteSigner signer() {
        VerifierKey key = new VerifierKey(
                ORIGIN.toString(),
                SignatureType.ED25519,
                signatures.publicKey(logKey).raw());
        return NoteSigner.of(key, message -> signatures.sign(logKey, message));
    }
}
