package org.parley.cli.verify.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.BadInput;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Vkey;

/** A node's folder: its database, read only and as of one moment, also while the node runs. */
public final class FolderSource implements Source {
    private static final String DATABASE = "database";
    private static final int MOST_COMPLAINTS = 100;

    private final Path file;
    private final boolean atRest;
    private final Connections connections;
    private final boolean sums;
    private final Findings findings;
    private final Set<Member> own = new HashSet<>();
    private final Map<Member, Blob> roots = new HashMap<>();

    private FolderSource(Path file, boolean atRest, Connections connections, Findings findings) {
        this.file = file;
        this.atRest = atRest;
        this.connections = connections;
        this.findings = findings;
        Rows rows = connections.rows();
        rows.must("SELECT name, me FROM line", row -> own.add(new Member(Rows.text(row, 1), Rows.text(row, 2))));
        rows.must(
                "SELECT line.name, member.party, member.root_key FROM member JOIN line ON line.id = member.line",
                row -> roots.put(new Member(Rows.text(row, 1), Rows.text(row, 2)), Rows.blob(row, 3)));
        this.sums = RowSums.known(rows);
    }

    /** Opens a folder, or a database that lies alone. */
    public static FolderSource open(Path given, Findings findings) {
        Path file = Files.isDirectory(given) ? given.resolve("parley.db") : given;
        if (!Files.exists(file)) {
            throw new BadInput(given + ": no node's folder: there is no parley.db in it", "name a node's folder");
        }
        boolean atRest = atRest(file);
        Connections connections = new Connections(file, atRest, findings);
        try {
            return new FolderSource(file, atRest, connections, findings);
        } catch (BadInput e) {
            connections.close();
            throw e;
        }
    }

    /** Without a write-ahead log nobody has it open, and it is read without leaving files beside it. */
    private static boolean atRest(Path file) {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return !Files.exists(log) || Files.size(log) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SQLite's own check of pages and indexes, and the checksums of rows. */
    @Override
    public List<Runnable> beside() {
        return sums ? List.of(this::pages, () -> RowSums.check(connections.rows(), findings)) : List.of(this::pages);
    }

    private void pages() {
        int[] told = {0};
        if (!sums) {
            findings.note(file + ": is of a form whose checksums of rows are not known here; they were not looked at");
        }
        connections
                .rows()
                .each(
                        new Rows.Where(DATABASE, Part.KEYS, "pages"),
                        "PRAGMA integrity_check(" + MOST_COMPLAINTS + ")",
                        row -> {
                            String line = Rows.text(row, 1);
                            if (!line.equals("ok")) {
                                findings.problem(DATABASE, Part.KEYS, told[0]++, "pages", line.replace('\n', ' '));
                            }
                        });
    }

    @Override
    public Map<Member, Blob> rootKeys() {
        return roots;
    }

    @Override
    public List<Vkey> listed() {
        return List.of();
    }

    @Override
    public List<Stored.SignedText> notes() {
        return connections
                .rows()
                .list(
                        new Rows.Where(DATABASE, Part.KEYS, "key sets"),
                        "SELECT kind, line.name, party, serial, note FROM signed_note JOIN line ON line.id = signed_note.line"
                                + " ORDER BY line.id, party, kind, serial",
                        row -> {
                            boolean revocation = row.getInt(1) == 2;
                            String place = (revocation ? "revocation of key set " : "key set ") + row.getLong(4);
                            return new Stored.SignedText(
                                    place,
                                    Rows.text(row, 2),
                                    Optional.of(Rows.text(row, 3)),
                                    revocation,
                                    Rows.blob(row, 5));
                        });
    }

    @Override
    public List<Source.Log> logs() {
        List<Optional<Source.Log>> logs = connections
                .rows()
                .list(
                        new Rows.Where(DATABASE, Part.KEYS, "logs"),
                        "SELECT origin.id, origin.name, line.name FROM origin LEFT JOIN line ON line.id = origin.line"
                                + " ORDER BY origin.name",
                        row -> log(row.getLong(1), Rows.text(row, 2), Rows.text(row, 3)));
        return logs.stream().flatMap(Optional::stream).toList();
    }

    private Optional<Source.Log> log(long id, String origin, String line) {
        try {
            LogName name = LogName.parse(origin);
            if (!name.line().equals(line)) {
                findings.problem(origin, Part.KEYS, 0, "origin", "stands under another line", name.line(), line);
            }
            FolderLog log = new FolderLog(name, id, connections, sums, findings);
            return log.size() == 0 && log.claim().isEmpty() ? Optional.empty() : Optional.of(log);
        } catch (Malformed e) {
            findings.problem("folder", Part.KEYS, id, "origin " + id, e.what());
            return Optional.empty();
        }
    }

    @Override
    public List<Stored.Evidence> evidence() {
        return connections
                .rows()
                .list(
                        new Rows.Where(DATABASE, Part.EVIDENCE, "evidence"),
                        "SELECT id, frame FROM evidence ORDER BY id",
                        row -> new Stored.Evidence(Optional.of(Rows.blob(row, 1)), Rows.blob(row, 2)));
    }

    @Override
    public boolean own(LogName log) {
        return own.contains(new Member(log.line(), log.party()));
    }

    @Override
    public void done() {
        if (atRest && !atRest(file)) {
            throw new BadInput(file + ": a node began to write while it was read", "run it again");
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
