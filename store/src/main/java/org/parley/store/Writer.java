package org.parley.store;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.line.Transaction.Append;
import org.parley.ledger.line.Transaction.NewReceipt;
import org.parley.ledger.line.Transaction.Write;

/** Turns writes into rows, on the one connection that writes. A write with the key of an earlier one replaces it, but for receipts. */
final class Writer {
    private final Connection connection;
    private final Logs logs;
    private final Sql begin;
    private final Sql commit;
    private final Sql rollback;
    private final Sql count;
    private final Sql counted;
    private final Sql line;
    private final Sql member;
    private final Sql note;
    private final Sql log;
    private final Sql entry;
    private final Sql sealedEntry;
    private final Sql oneEntry;
    private final Sql erase;
    private final Sql head;
    private final Sql receipt;
    private final Sql evidence;
    private final Sql park;
    private final Sql unpark;

    /** Bytes of content in the transaction, for the checkpoints. */
    private long bytes;

    private boolean erased;

    Writer(Connection connection) {
        this.connection = connection;
        logs = new Logs(connection);
        begin = sql("BEGIN IMMEDIATE");
        commit = sql("COMMIT");
        rollback = sql("ROLLBACK");
        count = sql("UPDATE state SET commits = commits + 1");
        counted = sql("SELECT commits FROM state");
        line = sql("INSERT INTO line (id, name, me, sum) VALUES (?, ?, ?, ?)");
        member = sql("INSERT OR REPLACE INTO member (line, party, root_key, sum) VALUES (?, ?, ?, ?)");
        note = sql(
                "INSERT OR REPLACE INTO signed_note (kind, line, party, serial, note, sum) VALUES (?, ?, ?, ?, ?, ?)");
        log = sql("INSERT OR REPLACE INTO log (id, size, frontier, root, at, received_at, state, void_from, sum)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        entry = sql("INSERT INTO entry (id, sum, entry) VALUES (?, ?, ?)");
        sealedEntry = sql("INSERT INTO entry (id, sum, entry, seed, body) VALUES (?, ?, ?, ?, ?)");
        oneEntry = sql("SELECT id, sum, entry, seed, body FROM entry WHERE id = ?");
        erase = sql("UPDATE entry SET sum = ?, seed = NULL, body = NULL WHERE id = ?");
        head = sql("INSERT OR REPLACE INTO head (id, sum, note) VALUES (?, ?, ?)");
        receipt = sql("INSERT INTO receipt (log, member, size, time, root, signature, sum) VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
        evidence = sql("INSERT OR REPLACE INTO evidence (id, sum, frame) VALUES (?, ?, ?)");
        park = sql("INSERT OR REPLACE INTO parked (id, sum, frame) VALUES (?, ?, ?)");
        unpark = sql("DELETE FROM parked WHERE id = ?");
    }

    private Sql sql(String text) {
        return new Sql(connection, text);
    }

    Connection connection() {
        return connection;
    }

    Logs logs() {
        return logs;
    }

    /** Bytes of content in the last transaction. */
    long bytes() {
        return bytes;
    }

    /** Whether the last transaction erased a body. */
    boolean erased() {
        return erased;
    }

    /** Begins a transaction and writes it all, but does not commit. */
    void write(Transaction transaction) {
        bytes = 0;
        erased = false;
        logs.fresh();
        begin.update();
        transaction.writes().forEach(this::write);
        count.update();
    }

    void commit() {
        commit.update();
        logs.committed();
    }

    long commits() {
        return counted.number();
    }

    /** Ends a transaction that failed, so that the next can begin; SQLite may have ended it by itself. */
    void rollBack() {
        logs.rolledBack();
        try {
            rollback.update();
        } catch (SqlFailed ended) {
            try {
                begin.update();
                rollback.update();
            } catch (SqlFailed e) {
                e.addSuppressed(ended);
                throw e;
            }
        }
    }

    private void write(Write write) {
        switch (write) {
            case Transaction.NewLine it -> line(it.line(), it.me());
            case Transaction.NewMember it -> {
                long id = logs.line(it.line());
                byte[] key = it.rootKey().array();
                member.update(id, it.party(), key, Sum.of(id, it.party(), key));
            }
            case Transaction.NewKeySet it -> note(Loading.KEY_SET, it.line(), it.party(), it.serial(), it.note());
            case Transaction.NewRevocation it ->
                note(Loading.REVOCATION, it.line(), it.party(), it.serial(), it.note());
            case Append it -> append(it);
            case Transaction.LogChanged it -> {
                logs.unchanged(it.log().origin(), it.log().size());
                log(it.log());
            }
            case Transaction.NewHead it ->
                blob(head, Key.of(logs.id(it.origin()), it.size()), it.note().array());
            case NewReceipt it -> receipt(it);
            case Transaction.NewEvidence it -> {
                byte[] frame = FrameCodec.bytes(new Frame.Evidence(it.proof()));
                byte[] id = it.id().bytes();
                evidence.update(id, Sum.of(id, frame), frame);
            }
            case Transaction.Park it ->
                blob(park, Key.of(logs.id(it.batch().origin()), it.batch().first()), FrameCodec.bytes(it.batch()));
            case Transaction.Unpark it -> unpark.update(Key.of(logs.id(it.origin()), it.first()));
            case Transaction.Erase it -> erase(Key.of(logs.id(it.origin()), it.index()));
        }
    }

    private void line(LineId name, PartyName me) {
        long id = logs.newLine(name, me);
        line.update(id, name, me, Sum.of(id, name, me));
    }

    private void note(int kind, LineId of, PartyName party, int serial, Bytes text) {
        long id = logs.line(of);
        note.update(kind, id, party, serial, text.array(), Sum.of(kind, id, party, serial, text.array()));
    }

    private void blob(Sql insert, long key, byte[] blob) {
        bytes += blob.length;
        insert.update(key, Sum.of(key, blob), blob);
    }

    private void append(Append append) {
        LogImage after = append.log();
        List<Bytes> entries = append.entries();
        if (append.leaves().size() != entries.size()
                || append.bodies().size() != entries.size()
                || after.size() != append.first() + entries.size()) {
            throw new IllegalArgumentException("entries, leaves, bodies and size do not agree: " + after.origin());
        }
        long id = logs.append(after.origin(), append.first(), append.leaves());
        for (int i = 0; i < entries.size(); i++) {
            insert(
                    Key.of(id, append.first() + i),
                    entries.get(i),
                    append.bodies().get(i));
        }
        log(after);
    }

    private void insert(long key, Bytes of, Optional<SealedBody> body) {
        bytes += of.length();
        if (body.isEmpty()) {
            entry.update(key, Rows.sum(key, of, body), of.array());
        } else {
            byte[] seed = body.get().seed().array();
            byte[] text = body.get().body().array();
            bytes += text.length;
            sealedEntry.update(key, Rows.sum(key, of, body), of.array(), seed, text);
        }
    }

    private void log(LogImage of) {
        long id = logs.id(of.origin());
        log.update(
                id,
                of.size(),
                of.frontier().array(),
                of.root().bytes(),
                of.at(),
                of.receivedAt(),
                of.state(),
                of.voidFrom().orElse(Rows.NOT_VOID),
                Rows.sum(id, of));
    }

    private void receipt(NewReceipt it) {
        long id = logs.id(it.origin());
        String by = it.member().name();
        var of = it.receipt();
        receipt.update(
                id, by, of.size(), of.time(), of.root().bytes(), of.signature().array(), Rows.sum(id, by, of));
    }

    private void erase(long key) {
        var stored = oneEntry.first(Rows::entry, key)
                .orElseThrow(() -> new IllegalArgumentException("there is no entry to erase the body of"));
        erase.update(Rows.sum(key, stored.entry(), Optional.empty()), key);
        erased = true;
    }
}
