package org.parley.cli.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A log for tests, written by code of its own. */
final class MadeLog {
    static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00.123Z");

    /** Where there is no seed and no body. */
    static final byte[] NONE = {};

    final String line;
    final MadeParty party;
    final String lane;
    final String epoch;

    /** Changed by tests that damage it. */
    final List<byte[]> entries = new ArrayList<>();

    final List<byte[]> seeds = new ArrayList<>();
    final List<byte[]> bodies = new ArrayList<>();
    final TreeMap<Long, byte[]> heads = new TreeMap<>();
    final Map<String, List<Receipt>> receipts = new TreeMap<>();
    Keys key;
    long voidFrom = -1;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Receipt(long size, byte[] root, long time, byte[] signature) {}

    MadeLog(String line, MadeParty party, String lane, String epoch) {
        this.line = line;
        this.party = party;
        this.lane = lane;
        this.epoch = epoch;
        this.key = party.log;
    }

    String origin() {
        return "parley/" + line + "/" + party.name + "/" + lane + "/" + epoch;
    }

    int size() {
        return entries.size();
    }

    private String envelope(String kind, String rest) {
        String at = BEGIN.plusSeconds(size()).toString();
        return rest.replace("AT", at)
                .replace("BY", party.name)
                .replace("EPOCH", epoch)
                .replace("KIND", kind)
                .replace("LANE", lane)
                .replace("LINE", line)
                .replace("NO", "" + (size() + 1));
    }

    private void append(String entry, byte[] seed, byte[] body) {
        entries.add(entry.getBytes(StandardCharsets.UTF_8));
        seeds.add(seed);
        bodies.add(body);
    }

    /** An entry of the ledger's own kinds. */
    void content(String kind, String content) {
        String form =
                "{\"at\":\"AT\",\"by\":\"BY\",\"content\":@,\"epoch\":\"EPOCH\",\"kind\":\"KIND\",\"line\":\"LINE\","
                        + "\"log\":\"LANE\",\"no\":NO}";
        append(envelope(kind, form).replace("@", content), NONE, NONE);
    }

    void keys(String note) {
        content("keys", "{\"keys\":" + quoted(note) + "}");
    }

    static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n") + "\"";
    }

    /** An entry with a body of two fields. */
    void record(String kind, String what) {
        byte[] seed = Keys.sha256(("seed " + size()).getBytes(StandardCharsets.UTF_8));
        String height = "{\"height\":" + size() + "}";
        String text = "{\"what\":\"" + what + "\"}";
        byte[] commitment = Keys.sha256(
                Keys.sha256(hmac(seed, "height"), height.getBytes(StandardCharsets.UTF_8)),
                Keys.sha256(hmac(seed, "what"), text.getBytes(StandardCharsets.UTF_8)));
        String body = height.substring(0, height.length() - 1) + "," + text.substring(1);
        String form =
                "{\"at\":\"AT\",\"body\":\"@\",\"by\":\"BY\",\"epoch\":\"EPOCH\",\"kind\":\"KIND\",\"line\":\"LINE\","
                        + "\"log\":\"LANE\",\"no\":NO,\"officer\":\"Ötzi\"}";
        append(
                envelope(kind, form).replace("@", HexFormat.of().formatHex(commitment)),
                seed,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 2104, written out. */
    private static byte[] hmac(byte[] key, String message) {
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            byte k = i < key.length ? key[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5c);
        }
        return Keys.sha256(outer, Keys.sha256(inner, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** The head of this size. */
    byte[] signed(long size) {
        return Objects.requireNonNull(heads.get(size));
    }

    byte[] root(int size) {
        return MadeTree.root(entries.subList(0, size));
    }

    String text(int size, byte[] root) {
        return origin() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    byte[] head(int size, byte[] root) {
        return key.note(origin(), text(size, root)).getBytes(StandardCharsets.UTF_8);
    }

    /** Signs all there is, and lets the others sign receipts. */
    void head(MadeParty... members) {
        byte[] root = root(size());
        heads.put((long) size(), head(size(), root));
        for (MadeParty member : members) {
            receipts.computeIfAbsent(member.name, _ -> new ArrayList<>())
                    .add(receipt(member, size(), root, BEGIN.getEpochSecond() + size()));
        }
    }

    Receipt receipt(MadeParty member, int size, byte[] root, long time) {
        String message = "cosignature/v1\ntime " + time + "\n" + text(size, root);
        return new Receipt(size, root, time, member.cosigner.sign(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** The newest head, with an ML-DSA-44 signature too. */
    void postQuantum() {
        long size = heads.lastKey();
        byte[] name = origin().getBytes(StandardCharsets.UTF_8);
        long time = BEGIN.getEpochSecond();
        byte[] message = ByteBuffer.allocate(12 + 1 + name.length + 8 + 1 + name.length + 16 + 32)
                .put("subtree/v1\n\0".getBytes(StandardCharsets.UTF_8))
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) name.length)
                .put(name)
                .putLong(0)
                .putLong(size)
                .put(root((int) size))
                .array();
        byte[] signature = party.mlDsa.sign(message);
        byte[] timed = ByteBuffer.allocate(8 + signature.length)
                .putLong(time)
                .put(signature)
                .array();
        String note = new String(signed(size), StandardCharsets.UTF_8) + party.mlDsa.line(origin(), 6, timed);
        heads.put(size, note.getBytes(StandardCharsets.UTF_8));
    }

    /** A tlog-proof of one entry under the newest head. */
    String proof(int index, boolean extra) {
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        Base64.Encoder base64 = Base64.getEncoder();
        int size = Math.toIntExact(heads.lastKey());
        if (extra) {
            proof.append("extra ")
                    .append(base64.encodeToString(entries.get(index)))
                    .append('\n');
        }
        proof.append("index ").append(index).append('\n');
        for (byte[] hash : MadeTree.inclusion(index, entries.subList(0, size))) {
            proof.append(base64.encodeToString(hash)).append('\n');
        }
        return proof.append('\n').append(checkpoint()).toString();
    }

    /** The newest head with the newest receipts as signature lines. */
    String checkpoint() {
        StringBuilder note = new StringBuilder(new String(heads.lastEntry().getValue(), StandardCharsets.UTF_8));
        receipts.forEach((member, list) -> {
            if (list.getLast().size == heads.lastKey()) {
                note.append(cosignature(member, list.getLast()));
            }
        });
        return note.toString();
    }

    private String cosignature(String member, Receipt receipt) {
        byte[] timed = ByteBuffer.allocate(8 + receipt.signature.length)
                .putLong(receipt.time)
                .put(receipt.signature)
                .array();
        return MadeParty.of(member).cosigner.line("parley/" + line + "/" + member + "/cosigner", 4, timed);
    }

    /** The face's file {@code receipts}. */
    String receiptLines() {
        StringBuilder lines = new StringBuilder();
        receipts.forEach((member, list) -> list.forEach(receipt -> lines.append(receipt.size)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(receipt.root))
                .append(' ')
                .append(cosignature(member, receipt))));
        return lines.toString();
    }
}
