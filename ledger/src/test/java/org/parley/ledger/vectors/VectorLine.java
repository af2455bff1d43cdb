package org.parley.ledger.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.VerifierKey;
import org.parley.ledger.words.Language;
import org.parley.ledger.words.SixWords;

/**
 * The line of {@code docs/vectors/line}: BIRCH writes 300 entries, rotates its keys and stops once; the keys of AZURE are
 * stolen and used, revoked, and AZURE goes on in a second epoch.
 */
final class VectorLine {
    static final VectorParty BIRCH = new VectorParty(new PartyName("BIRCH"));
    static final VectorParty AZURE = new VectorParty(new PartyName("AZURE"));
    static final LineId LINE = line();
    private static final long T = VectorLog.START;
    private static final Epoch FIRST = Epoch.of("1-0a1b2c3d");
    private static final Epoch SECOND = Epoch.of("2-4e5f6a7b");

    final VectorLog main = log(BIRCH, Lane.MAIN, FIRST);
    final VectorLog safety = log(BIRCH, Lane.SAFETY, FIRST);
    final VectorLog stolen = log(AZURE, Lane.MAIN, FIRST);
    final VectorLog stolenSafety = log(AZURE, Lane.SAFETY, FIRST);
    final VectorLog later = log(AZURE, Lane.MAIN, SECOND);
    final VectorLog laterSafety = log(AZURE, Lane.SAFETY, SECOND);

    final Map<String, Bytes> keySets = new LinkedHashMap<>();
    final Bytes revocation;

    VectorLine() {
        keySet(BIRCH, 1, new Opening(FIRST, 1), new Opening(FIRST, 1));
        keySet(BIRCH, 2, new Opening(FIRST, 257), new Opening(FIRST, 3));
        keySet(AZURE, 1, new Opening(FIRST, 1), new Opening(FIRST, 1));
        keySet(AZURE, 2, new Opening(SECOND, 1), new Opening(SECOND, 1));
        birchBegins();
        azure();
        revocation = AZURE.signed(new Revocation(LINE, AZURE.name(), 1, last(stolen, 3), last(stolenSafety, 1)));
        theft();
        successor();
        birchGoesOn();
    }

    private static LineId line() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("parley line v1\n".getBytes(UTF_8));
            digest.update(BIRCH.rootKey().array());
            digest.update(AZURE.rootKey().array());
            digest.update(VectorParty.chance("BIRCH nonce"));
            digest.update(VectorParty.chance("AZURE nonce"));
            return LineId.of(Hash.of(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static VectorLog log(VectorParty party, Lane lane, Epoch epoch) {
        return new VectorLog(new Origin(LINE, party.name(), lane, epoch), party);
    }

    private void keySet(VectorParty party, int serial, Opening main, Opening safety) {
        KeySet keys = party.keys(LINE, serial, main, safety);
        keySets.put(party.name() + "-" + serial, party.signed(keys));
    }

    private Json.Obj keys(String name) {
        return Json.Obj.builder().put("keys", note(name).text()).build();
    }

    private Bytes note(String name) {
        return java.util.Objects.requireNonNull(keySets.get(name));
    }

    private LastHead last(VectorLog log, long size) {
        return new LastHead(
                log.origin.epoch(),
                size,
                Checkpoint.parse(log.cosigned(size).text()).root());
    }

    private void birchBegins() {
        main.own("keys", keys("BIRCH-1"));
        main.sign();
        main.receipt(AZURE, 1, T + 10);
        for (int no = 2; no <= 4; no++) {
            main.text("record " + no);
        }
        Json.Obj lift = Json.Obj.builder()
                .put("height", 12_000)
                .put("note", "высота по давлению — ارتفاع الضغط \u2028 \"ok\"")
                .put("place", Json.of(List.of(Json.of(-1_191_234_567), Json.of(341_234_567))))
                .put("what", "lift")
                .build();
        main.record(
                "plan",
                lift,
                all -> all.role("watch")
                        .officer("Ötzi")
                        .precedence("routine")
                        .audience("ops")
                        .lang("en")
                        .exercise(true));
        RecordRef lifted = RecordRef.of(main.origin, 4, main.leaf(4));
        main.record("text", Json.Obj.builder().put("text", "as said").build(), it -> it.about(lifted));
        main.sign();
        main.receipt(AZURE, 1, T + 11);
        while (main.size() < 256) {
            main.text("record " + (main.size() + 1));
        }
        main.sign();
        main.receipt(AZURE, 1, T + 300);
        safety.own("keys", keys("BIRCH-1"));
        safety.sign();
        safety.receipt(AZURE, 1, T + 10);
        safety.record("stop", Json.Obj.builder().put("all", true).build(), it -> it.precedence("flash"));
        safety.sign();
        safety.receipt(AZURE, 1, T + 301);
    }

    private void azure() {
        stolen.own("keys", keys("AZURE-1"));
        stolen.sign();
        stolen.receipt(BIRCH, 1, T + 10);
        stolen.own("heads", heads(main, safety));
        stolen.text("good morning");
        stolen.sign();
        stolen.receipt(BIRCH, 1, T + 302);
        stolenSafety.own("keys", keys("AZURE-1"));
        stolenSafety.sign();
        stolenSafety.receipt(BIRCH, 1, T + 10);
    }

    private static Json.Obj heads(VectorLog... logs) {
        List<Json.Obj> heads =
                List.of(logs).stream().map(log -> head(log.head())).toList();
        return Json.Obj.builder().put("heads", Json.of(heads)).build();
    }

    private static Json.Obj head(Checkpoint head) {
        return Json.Obj.builder()
                .put("origin", head.origin())
                .put("root", head.root().toString())
                .put("size", head.size())
                .build();
    }

    /** Signed with a key that is revoked: void. */
    private void theft() {
        stolen.text("what a thief would say");
        stolen.sign();
    }

    private void successor() {
        for (VectorLog log : List.of(later, laterSafety)) {
            VectorLog before = log.origin.lane() == Lane.MAIN ? stolen : stolenSafety;
            LastHead last = last(before, log.origin.lane() == Lane.MAIN ? 3 : 1);
            log.serial = 2;
            log.own(
                    "keys",
                    Json.Obj.builder()
                            .put("after", head(new Checkpoint(before.origin.toString(), last.size(), last.root())))
                            .put("keys", note("AZURE-2").text())
                            .build());
            log.sign();
            log.receipt(BIRCH, 1, T + 400);
        }
        later.own(
                "revocation",
                Json.Obj.builder().put("revocation", revocation.text()).build());
        later.text("we are back");
        later.sign();
        later.receipt(BIRCH, 1, T + 401);
    }

    private void birchGoesOn() {
        main.serial = 2;
        main.own("keys", keys("BIRCH-2"));
        main.sign();
        main.receipt(AZURE, 2, T + 500);
        safety.serial = 2;
        safety.own("keys", keys("BIRCH-2"));
        safety.sign();
        safety.receipt(AZURE, 2, T + 500);
        main.own("heads", heads(later, laterSafety));
        while (main.size() < 300) {
            main.text("record " + (main.size() + 1));
        }
        main.signTwice(T + 600);
        main.receipt(AZURE, 2, T + 600);
        main.receipt(AZURE, 2, T + 900);
        later.receipt(BIRCH, 2, T + 900);
    }

    List<VectorLog> logs() {
        return List.of(main, safety, stolen, stolenSafety, later, laterSafety);
    }

    /** Every file of {@code docs/vectors/line}, by its path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("line.json", LineJson.of(this));
        keySets.forEach((name, note) -> files.put("keys/" + name, note.array()));
        files.put("keys/AZURE-1-revoked", revocation.array());
        files.put("line.bundle", bundle());
        files.put("face/index.json", index());
        logs().forEach(log ->
                log.served().forEach((path, bytes) -> files.put("face/" + log.origin + "/" + path, bytes)));
        files.put("records/BIRCH-5.entry", main.entry(4));
        files.put("records/BIRCH-5.body", main.body(4).bytes());
        files.put(
                "records/BIRCH-5.disclosure",
                main.body(4).disclose(Set.of("height", "what")).bytes());
        files.put("records/BIRCH-5.tlog-proof", main.proof(4, 6, main.entry(4)).bytes());
        files.put("records/BIRCH-300.entry", main.entry(299));
        files.put(
                "records/BIRCH-300.tlog-proof",
                main.proof(299, 300, new byte[0]).bytes());
        files.put(
                "records/AZURE.2-3.tlog-proof",
                later.proof(2, 3, later.entry(2)).bytes());
        return files;
    }

    private byte[] bundle() {
        List<Frame> frames = new ArrayList<>();
        keySets.values().forEach(note -> frames.add(new Frame.Keys(LINE, note)));
        frames.add(new Frame.Revoked(LINE, revocation));
        logs().forEach(log -> frames.addAll(log.frames()));
        var out = new ByteArrayOutputStream();
        out.writeBytes("parley-bundle/1\n".getBytes(UTF_8));
        frames.forEach(frame -> put(out, FrameCodec.bytes(frame)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
            put(
                    out,
                    ByteBuffer.allocate(1 + hash.length).put((byte) 0).put(hash).array());
            return out.toByteArray();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(ByteArrayOutputStream out, byte[] frame) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(frame.length).array());
        out.writeBytes(frame);
    }

    private byte[] index() {
        List<Json.Obj> all = logs().stream()
                .sorted((a, b) -> a.origin.toString().compareTo(b.origin.toString()))
                .map(this::entry)
                .toList();
        return Canonical.bytes(Json.Obj.builder()
                .put("logs", Json.of(all))
                .put("witness", Json.of(List.of()))
                .build());
    }

    private Json.Obj entry(VectorLog log) {
        VectorParty writer = log.party().equals(BIRCH.name()) ? BIRCH : AZURE;
        var entry = Json.Obj.builder()
                .put("origin", log.origin.toString())
                .put("size", log.size())
                .put("keys", texts(writer.logVerifiers(log.origin, serials(log))))
                .put("root", writer.rootVerifier().toString())
                .put("cosigners", texts(cosigners()));
        if (writer.equals(AZURE) && log.origin.epoch().equals(FIRST)) {
            entry.put("void-after", log.origin.lane() == Lane.MAIN ? 3 : 1);
        }
        return entry.build();
    }

    /** Of the key sets that signed heads of a log. */
    private static List<Integer> serials(VectorLog log) {
        return log.party().equals(BIRCH.name())
                ? List.of(1, 2)
                : List.of(log.origin.epoch().number());
    }

    private static List<VerifierKey> cosigners() {
        return List.of(
                AZURE.cosigner(LINE, 1).key(),
                AZURE.cosigner(LINE, 2).key(),
                BIRCH.cosigner(LINE, 1).key(),
                BIRCH.cosigner(LINE, 2).key());
    }

    private static Json texts(List<VerifierKey> keys) {
        return Json.of(keys.stream().map(key -> Json.of(key.toString())).toList());
    }

    static List<String> words() {
        return SixWords.of(LINE).words(Language.EN);
    }
}
