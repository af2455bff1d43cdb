package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Image.Trust;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;

/** Reads what is stored of every line, at the start. */
final class Loading {
    static final int KEY_SET = 1;
    static final int REVOCATION = 2;

    private final Sql lines;
    private final Sql members;
    private final Sql notes;
    private final Sql logs;
    private final Sql oneLog;
    private final Sql nextMember;
    private final Sql lastReceipt;
    private final Sql tally;
    private final Sql origins;

    Loading(Connection connection) {
        lines = new Sql(connection, "SELECT id, name, me, sum FROM line ORDER BY id");
        members = new Sql(connection, "SELECT line, party, root_key, sum FROM member WHERE line = ? ORDER BY party");
        notes = new Sql(
                connection,
                "SELECT kind, line, party, serial, note, sum FROM signed_note WHERE kind = ? AND line = ? ORDER BY party, serial");
        String log = "SELECT log.id, origin.name, size, frontier, root, at, received_at, state, void_from, log.sum"
                + " FROM log JOIN origin ON origin.id = log.id";
        logs = new Sql(connection, log + " WHERE origin.line = ? ORDER BY log.id");
        oneLog = new Sql(connection, log + " WHERE origin.name = ?");
        nextMember =
                new Sql(connection, "SELECT member FROM receipt WHERE log = ? AND member > ? ORDER BY member LIMIT 1");
        lastReceipt = new Sql(
                connection,
                "SELECT log, member, size, time, root, signature, sum FROM receipt"
                        + " WHERE log = ? AND member = ? ORDER BY size DESC, time DESC LIMIT 1");
        tally = new Sql(connection, Rows.TALLY);
        origins = new Sql(connection, "SELECT id, line, name, sum FROM origin WHERE line = ? ORDER BY id");
    }

    /** A line by its number, and its name. */
    record StoredLine(long id, LineId line, PartyName me) {}

    List<StoredLine> lines() {
        return lines.list(row -> {
            String name = row.getString(2);
            String me = row.getString(3);
            Damaged.unless(row.getLong(4) == Sum.of(row.getLong(1), name, me), "line " + name);
            return new StoredLine(row.getLong(1), new LineId(name), new PartyName(me));
        });
    }

    /** All origins of a line by name, also those of which only a head or a parked batch is there. */
    Map<Origin, Long> origins(StoredLine line) {
        Map<Origin, Long> all = new LinkedHashMap<>();
        origins.list(Loading::origin, line.id()).forEach(origin -> all.put(origin.getKey(), origin.getValue()));
        return all;
    }

    private static Map.Entry<Origin, Long> origin(ResultSet row) throws SQLException {
        String name = row.getString(3);
        Damaged.unless(row.getLong(4) == Sum.of(row.getLong(1), row.getLong(2), name), "origin " + name);
        return Map.entry(Origin.of(name), row.getLong(1));
    }

    List<LogImage> logs(StoredLine line) {
        return logs.list(Rows::log, line.id());
    }

    /** A log by its name; nothing where only a head or a parked batch of it is there. */
    Optional<LogImage> log(Origin origin) {
        return oneLog.first(Rows::log, origin);
    }

    Image.LineImage image(StoredLine line, Trust trust) {
        Map<PartyName, Bytes> rootKeys = new TreeMap<>();
        members.list(Loading::member, line.id()).forEach(member -> rootKeys.put(member.getKey(), member.getValue()));
        return new Image.LineImage(
                line.line(),
                line.me(),
                rootKeys,
                notes(KEY_SET, line),
                notes(REVOCATION, line),
                logs(line),
                receipts(line),
                trust);
    }

    private static Map.Entry<PartyName, Bytes> member(ResultSet row) throws SQLException {
        String party = row.getString(2);
        byte[] key = row.getBytes(3);
        Damaged.unless(row.getLong(4) == Sum.of(row.getLong(1), party, key), "member " + party);
        return Map.entry(new PartyName(party), Bytes.of(key));
    }

    private Map<PartyName, List<Bytes>> notes(int kind, StoredLine line) {
        Map<PartyName, List<Bytes>> byParty = new TreeMap<>();
        notes.list(Loading::note, kind, line.id())
                .forEach(note -> byParty.computeIfAbsent(note.getKey(), party -> new ArrayList<>())
                        .add(note.getValue()));
        return byParty;
    }

    private static Map.Entry<PartyName, Bytes> note(ResultSet row) throws SQLException {
        String party = row.getString(3);
        byte[] note = row.getBytes(5);
        Damaged.unless(
                row.getLong(6) == Sum.of(row.getInt(1), row.getLong(2), party, row.getInt(4), note),
                "key set or revocation " + row.getInt(4) + " of " + party);
        return Map.entry(new PartyName(party), Bytes.of(note));
    }

    private List<Image.Last> receipts(StoredLine line) {
        List<Image.Last> last = new ArrayList<>();
        origins(line).forEach((origin, log) -> {
            var member = nextMember.first(row -> row.getString(1), log, "");
            while (member.isPresent()) {
                lastReceipt.first(row -> last(origin, row), log, member.get()).ifPresent(last::add);
                member = nextMember.first(row -> row.getString(1), log, member.get());
            }
        });
        return last;
    }

    private Image.Last last(Origin origin, ResultSet row) throws SQLException {
        var receipt = Rows.receipt(row);
        String member = row.getString(2);
        Receipt.Tally all = tally.first(Rows::tally, row.getLong(1), member).orElse(Receipt.Tally.NONE);
        return new Image.Last(origin, new PartyName(member), all, receipt.size(), receipt.time());
    }
}
