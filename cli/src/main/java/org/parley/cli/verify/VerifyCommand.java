package org.parley.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.cli.verify.audit.Audit;
import org.parley.cli.verify.audit.Crew;
import org.parley.cli.verify.audit.Deadline;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.LogReport;
import org.parley.cli.verify.audit.ProofAudit;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.ProofText;
import org.parley.cli.verify.form.Vkey;
import org.parley.cli.verify.read.BundleSource;
import org.parley.cli.verify.read.FaceSource;
import org.parley.cli.verify.read.FolderSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley verify}. */
@Command(
        name = "verify",
        description = "Recomputes every entry, tile, proof, signature and receipt, and lists what differs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:verified", "1:problems, each listed", "2:unknown option, or nothing that can be read"})
public final class VerifyCommand implements Callable<Integer> {
    private static final String DATABASE = "SQLite format 3\0";

    /** A bundle is read into memory. */
    private static final long LARGEST_FILE = 1L << 30;

    /** Fetching waits more than it computes. */
    private static final int FETCHERS = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR|URL|FILE",
            description = "A node's folder, also while the node runs; the URL of a public face, or of one log of it; a"
                    + " bundle, a .tlog-proof or a checkpoint.")
    private String given;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--root",
            paramLabel = "VKEY",
            description =
                    "A root key that you know from elsewhere, as a verifier key (parley/root/PARTY+id+key); may be repeated.")
    private List<String> roots = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The key of a log, member or witness that you know from elsewhere; may be repeated.")
    private List<String> vkeys = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "A key set (a signed note), for a proof or a checkpoint; may be repeated.")
    private List<Path> keySets = new ArrayList<>();

    @Option(names = "--entry", paramLabel = "FILE", description = "The entry that a proof or a checkpoint is about.")
    private @Nullable Path entry;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = Span.class,
            description = "Give up after so long, as 30s, 10m or 2h (default: ${DEFAULT-VALUE}).")
    private Duration deadline;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Span.class,
            description = "How long one answer of a server may take (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    /** Made by picocli. */
    public VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings();
        List<Vkey> keys = keys();
        Deadline until = new Deadline(deadline);
        List<LogReport> logs = logs(keys, until, findings);
        Report report = new Report(given, logs, findings);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.json(out);
        } else {
            report.text(out);
        }
        return findings.count() == 0 ? Exit.DONE : Exit.PROBLEMS;
    }

    private List<LogReport> logs(List<Vkey> keys, Deadline until, Findings findings) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        if (given.startsWith("http://") || given.startsWith("https://")) {
            return audit(
                    FaceSource.open(given, timeout, until, findings), keys, Math.max(cores, FETCHERS), until, findings);
        }
        Path path = Path.of(given);
        byte[] beginning = Files.isDirectory(path) ? new byte[0] : beginning(path);
        if (Files.isDirectory(path) || Arrays.equals(beginning, DATABASE.getBytes(StandardCharsets.UTF_8))) {
            return audit(FolderSource.open(path, findings), keys, cores, until, findings);
        }
        byte[] bytes = whole(path);
        if (BundleSource.begins(bytes)) {
            return audit(new BundleSource(bytes, findings), keys, cores, until, findings);
        }
        return List.of(proof(path, Blob.of(bytes), keys, findings));
    }

    private static List<LogReport> audit(
            Source opened, List<Vkey> keys, int threads, Deadline until, Findings findings) {
        try (Source source = opened;
                Crew crew = new Crew(threads, until)) {
            List<LogReport> logs = new Audit(source, keys, crew, findings).run();
            if (logs.isEmpty() && findings.count() == 0) {
                throw new BadInput("there is no log in it", "name a node's folder, a public face, a bundle or a proof");
            }
            return logs;
        }
    }

    private LogReport proof(Path path, Blob bytes, List<Vkey> keys, Findings findings) throws IOException {
        ProofAudit audit = new ProofAudit(keys, keySets(), findings);
        Optional<Blob> proven = entry == null ? Optional.empty() : Optional.of(Blob.of(whole(entry)));
        try {
            String text = bytes.text();
            if (text.startsWith(ProofText.HEADER)) {
                return audit.run(ProofText.parse(bytes), proven);
            }
            Note.parse(bytes);
            return audit.run(bytes, proven);
        } catch (Malformed e) {
            throw new BadInput(
                    path + ": neither a bundle nor a proof nor a checkpoint: " + e.what(),
                    "name a node's folder, the URL of a public face, a bundle, a .tlog-proof or a checkpoint");
        }
    }

    private List<Stored.SignedText> keySets() throws IOException {
        List<Stored.SignedText> read = new ArrayList<>();
        for (Path file : keySets) {
            Blob note = Blob.of(whole(file));
            try {
                KeySet set = KeySet.parse(Note.parse(note).text());
                read.add(new Stored.SignedText(file.toString(), set.line(), Optional.of(set.party()), false, note));
            } catch (Malformed e) {
                throw new BadInput(file + ": no key set: " + e.what(), "give the signed note that a keys entry holds");
            }
        }
        return read;
    }

    private List<Vkey> keys() {
        List<Vkey> keys = new ArrayList<>();
        for (String text : roots) {
            Vkey key = vkey("--root", text);
            if (!key.name().startsWith("parley/root/") || key.type() != Vkey.ED25519) {
                throw new BadInput("--root " + text + ": no root key", "its name is parley/root/PARTY");
            }
            keys.add(key);
        }
        vkeys.forEach(text -> keys.add(vkey("--key", text)));
        return keys;
    }

    private static Vkey vkey(String option, String text) {
        try {
            return Vkey.parse(text);
        } catch (Malformed e) {
            throw new BadInput(option + " " + text + ": " + e.what(), "write it like NAME+0a1b2c3d+BASE64");
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(DATABASE.length());
        }
    }

    private static byte[] whole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new BadInput(file + ": larger than 1 GiB", "import it into a node and verify the node's folder");
            }
            return bytes;
        }
    }
}
