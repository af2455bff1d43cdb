package org.parley.cli.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of two parties with small logs, and the forms in which it can lie: folder, bundle, files of a public face. */
final class MadeLine {
    static final String LINE = "000102030405060708090a0b0c0d0e0f";
    static final String EPOCH = "1-0a1b2c3d";

    final MadeParty birch = MadeParty.of("BIRCH");
    final MadeParty azure = MadeParty.of("AZURE");
    final List<MadeLog> logs = new ArrayList<>();
    final List<String> keySets = new ArrayList<>();
    final List<String> revocations = new ArrayList<>();
    final List<byte[]> evidence = new ArrayList<>();

    /** Two main logs and a safety log; the first has so many records, with a head after each few. */
    static MadeLine of(int records, int batch) {
        MadeLine line = new MadeLine();
        MadeLog main = line.log(line.birch, "main");
        MadeLog other = line.log(line.azure, "main");
        MadeLog safety = line.log(line.birch, "safety");
        for (int i = 0; i < records; i++) {
            main.record(i % 3 == 2 ? "unknown-kind" : "plan", "lift " + i);
            if (i % batch == batch - 1 || i == records - 1) {
                main.head(line.azure);
            }
        }
        other.record("ack", "seen");
        other.head(line.birch);
        other.content(
                "heads",
                "{\"heads\":[{\"origin\":\"" + main.origin() + "\",\"root\":\""
                        + HexFormat.of().formatHex(main.root(main.size())) + "\",\"size\":" + main.size() + "}]}");
        other.head(line.birch);
        safety.record("stop", "all");
        safety.head(line.azure);
        main.postQuantum();
        return line;
    }

    MadeLog log(MadeParty party, String lane) {
        MadeLog log = new MadeLog(LINE, party, lane, EPOCH);
        String keys = party.keySet(LINE, 1, party.log, EPOCH, 1, EPOCH, 1);
        if (!keySets.contains(keys)) {
            keySets.add(keys);
        }
        log.keys(keys);
        logs.add(log);
        return log;
    }

    MadeLog main() {
        return logs.getFirst();
    }

    // --- A node's folder.

    Path folder(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        String sql = Files.readString(Path.of(
                System.getProperty("parley.root", ".."),
                "store/src/main/resources/org/parley/store/migration/V1__ledger.sql"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            connection.setAutoCommit(false);
            for (String part : sql.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
            fill(connection);
            connection.commit();
        }
        return folder;
    }

    private void fill(Connection connection) throws SQLException {
        row(connection, "line", "id, name, me, sum", 1, LINE, "BIRCH", 0);
        for (MadeParty party : List.of(birch, azure)) {
            row(connection, "member", "line, party, root_key, sum", 1, party.name, party.root.raw(), 0);
        }
        int serial = 0;
        for (String note : keySets) {
            String party = note.contains("party BIRCH") ? "BIRCH" : "AZURE";
            row(
                    connection,
                    "signed_note",
                    "kind, line, party, serial, note, sum",
                    1,
                    1,
                    party,
                    ++serial,
                    utf8(note),
                    0);
        }
        for (String note : revocations) {
            row(connection, "signed_note", "kind, line, party, serial, note, sum", 2, 1, "BIRCH", 1, utf8(note), 0);
        }
        for (byte[] frame : evidence) {
            row(connection, "evidence", "id, sum, frame", MadeTree.leaf(frame), 0, frame);
        }
        for (int i = 0; i < logs.size(); i++) {
            fill(connection, i + 1, logs.get(i));
        }
    }

    private static void fill(Connection connection, long id, MadeLog log) throws SQLException {
        row(connection, "origin", "id, line, name, sum", id, 1, log.origin(), 0);
        row(
                connection,
                "log",
                "id, size, frontier, root, at, received_at, state, void_from, sum",
                id,
                log.size(),
                new byte[1],
                log.root(log.size()),
                0,
                0,
                "OPEN",
                log.voidFrom,
                0);
        for (int i = 0; i < log.size(); i++) {
            row(
                    connection,
                    "entry",
                    "id, sum, entry, seed, body",
                    id << 40 | i,
                    0,
                    log.entries.get(i),
                    log.seeds.get(i),
                    log.bodies.get(i));
        }
        for (int level = 1; log.size() >> (8 * level) > 0; level++) {
            for (int n = 0; n < log.size() >> (8 * level); n++) {
                byte[] hash = MadeTree.root(log.entries.subList(n << (8 * level), (n + 1) << (8 * level)));
                row(connection, "tree", "log, level, number, hash, sum", id, 8 * level, n, hash, 0);
            }
        }
        for (Map.Entry<Long, byte[]> head : log.heads.entrySet()) {
            row(connection, "head", "id, sum, note", id << 40 | head.getKey(), 0, head.getValue());
        }
        for (Map.Entry<String, List<MadeLog.Receipt>> member : log.receipts.entrySet()) {
            for (int i = 0; i < member.getValue().size(); i++) {
                MadeLog.Receipt it = member.getValue().get(i);
                row(
                        connection,
                        "receipt",
                        "log, member, size, root, time, signature, sum",
                        id,
                        member.getKey(),
                        it.size(),
                        it.root(),
                        it.time(),
                        it.signature(),
                        0);
            }
        }
    }

    private static void row(Connection connection, String table, String columns, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")")) {
            int sum = List.of(columns.split(", ", -1)).indexOf("sum");
            for (int i = 0; i < values.length; i++) {
                if (i == sum) {
                    insert.setLong(i + 1, MadeSums.of(connection, table, columns, values));
                } else if (values[i] instanceof byte[] bytes && bytes.length == 0) {
                    insert.setNull(i + 1, Types.BLOB);
                } else {
                    insert.setObject(i + 1, values[i]);
                }
            }
            insert.execute();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // --- A public face: paths and what lies there.

    Map<String, byte[]> face() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder();
        for (MadeLog log : logs) {
            index.append(log.origin())
                    .append('\n')
                    .append(log.key.vkey(log.origin(), 1))
                    .append('\n');
            String below = "/" + log.origin() + "/";
            files.put(below + "checkpoint", utf8(log.checkpoint()));
            files.put(below + "receipts", utf8(log.receiptLines()));
            for (int level = 0; log.size() >> (8 * level) > 0; level++) {
                tiles(log, level, files);
            }
        }
        files.put("/", utf8(index.toString()));
        return files;
    }

    private static void tiles(MadeLog log, int level, Map<String, byte[]> files) {
        int count = log.size() >> (8 * level);
        for (int n = 0; n * 256 < count; n++) {
            int width = Math.min(256, count - n * 256);
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (int i = n * 256; i < n * 256 + width; i++) {
                hashes.writeBytes(MadeTree.root(log.entries.subList(i << (8 * level), (i + 1) << (8 * level))));
                byte[] entry = log.entries.get(i);
                bundle.write(entry.length >> 8);
                bundle.write(entry.length);
                bundle.writeBytes(entry);
            }
            String number = String.format("%03d", n) + (width == 256 ? "" : ".p/" + width);
            files.put("/" + log.origin() + "/tile/" + level + "/" + number, hashes.toByteArray());
            if (level == 0) {
                files.put("/" + log.origin() + "/tile/entries/" + number, bundle.toByteArray());
            }
        }
    }

    // --- A bundle.

    byte[] bundle() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(utf8("parley-bundle/1\n"));
        for (String note : keySets) {
            frame(out, 11, HexFormat.of().parseHex(LINE), bytes(utf8(note)));
        }
        for (String note : revocations) {
            frame(out, 12, HexFormat.of().parseHex(LINE), bytes(utf8(note)));
        }
        for (MadeLog log : logs) {
            long first = 0;
            for (Map.Entry<Long, byte[]> head : log.heads.entrySet()) {
                frame(out, 2, batch(log, (int) first, head.getKey().intValue(), head.getValue()));
                first = head.getKey();
            }
            log.receipts.forEach((member, list) -> frame(out, 3, receipts(log, member, list)));
        }
        for (byte[] frame : evidence) {
            out.writeBytes(u32(frame.length));
            out.writeBytes(frame);
        }
        byte[] hash = Keys.sha256(out.toByteArray());
        frame(out, 0, hash);
        return out.toByteArray();
    }

    private static byte[] batch(MadeLog log, int first, int end, byte[] head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(str(log.origin()));
        out.writeBytes(u64(first));
        out.writeBytes(bytes(head));
        out.writeBytes(u32(end - first));
        for (int i = first; i < end; i++) {
            out.writeBytes(bytes(log.entries.get(i)));
        }
        out.writeBytes(u32(end - first));
        for (int i = first; i < end; i++) {
            out.write(log.seeds.get(i).length == 0 ? 0 : 1);
            if (log.seeds.get(i).length > 0) {
                out.writeBytes(log.seeds.get(i));
                out.writeBytes(bytes(log.bodies.get(i)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] receipts(MadeLog log, String member, List<MadeLog.Receipt> list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(str(log.origin()));
        out.writeBytes(str(member));
        out.writeBytes(u32(list.size()));
        for (MadeLog.Receipt receipt : list) {
            out.writeBytes(u64(receipt.size()));
            out.writeBytes(receipt.root());
            out.writeBytes(u64(receipt.time()));
            out.writeBytes(receipt.signature());
        }
        return out.toByteArray();
    }

    /** An EVIDENCE frame without its length. */
    static byte[] evidence(String origin, byte[] one, byte[] other, byte[] root, List<byte[]> proof) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(7);
        out.writeBytes(str(origin));
        out.writeBytes(bytes(one));
        out.writeBytes(bytes(other));
        out.writeBytes(root);
        out.writeBytes(u32(proof.size()));
        proof.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void frame(ByteArrayOutputStream out, int type, byte[]... parts) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(type);
        for (byte[] part : parts) {
            payload.writeBytes(part);
        }
        out.writeBytes(u32(payload.size()));
        out.writeBytes(payload.toByteArray());
    }

    private static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    private static byte[] u64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    private static byte[] bytes(byte[] value) {
        return ByteBuffer.allocate(4 + value.length)
                .putInt(value.length)
                .put(value)
                .array();
    }

    private static byte[] str(String text) {
        byte[] value = utf8(text);
        return ByteBuffer.allocate(2 + value.length)
                .putShort((short) value.length)
                .put(value)
                .array();
    }
}
