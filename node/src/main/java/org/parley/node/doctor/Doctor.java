package org.parley.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.ledger.Refused;
import org.parley.link.TlsEngine;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.control.ControlClient;
import org.parley.node.crypto.Chosen;
import org.parley.node.crypto.Providers;
import org.parley.node.home.Identity;
import org.parley.node.home.PrivateFile;
import org.parley.node.keys.KeyNotes;
import org.parley.store.Problem;
import org.parley.store.Scrub;

/** Looks at the machine, and at a node's folder, whether a process serves it or not. */
public final class Doctor {
    /** Below this a full disk is near: some days of a busy line, and room for one backup of it. */
    private static final long LITTLE_ROOM = 1L << 30;

    /** This was written after that: a clock before it is wrong. */
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    private final List<Finding> findings = new ArrayList<>();
    private final Options options;

    /** Opens folders that nobody serves with these options. */
    public Doctor(Options options) {
        this.options = options;
    }

    /** The machine alone: Java, signatures, TLS, clock. */
    public List<Finding> machine() {
        good("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        Chosen crypto = Providers.best();
        good("signatures", crypto.name());
        crypto.why().lines().forEach(line -> good("signatures", line));
        good("tls", TlsEngine.best().describe());
        Instant now = options.clock().instant();
        find(now.isBefore(WRITTEN), "clock", "it is " + now + " here; other members see every offset that matters");
        return List.copyOf(findings);
    }

    /** A node's folder; with {@code scrub} everything that is stored is read and recomputed. */
    public List<Finding> folder(Path folder, boolean scrub) throws IOException {
        Identity identity = Identity.read(folder);
        good("party", identity.party() + ", root key " + identity.rootKey());
        modes(folder);
        long room = Files.getFileStore(folder).getUsableSpace();
        find(room < LITTLE_ROOM, "disk", (room >> 20) + " MiB are free");
        find(!Files.exists(folder.resolve("mark")), "mark", "the high-water mark is " + there(folder.resolve("mark")));
        if (ControlClient.of(folder).isPresent()) {
            good("lock", "a process serves this folder");
        } else {
            opened(folder);
        }
        if (scrub) {
            scrub(folder);
        }
        return List.copyOf(findings);
    }

    private static String there(Path file) {
        return Files.exists(file)
                ? "there"
                : "missing, as after a restore: start and link, the other members say what they hold";
    }

    private void modes(Path folder) throws IOException {
        find(!PrivateFile.isPrivate(folder), "modes", "the folder: " + open(folder));
        try (Stream<Path> keys = Files.list(folder.resolve("keys"))) {
            List<Path> bad = keys.filter(file -> !file.toString().endsWith(KeyNotes.SUFFIX)) // what members have too
                    .filter(file -> !PrivateFile.isPrivate(file))
                    .sorted()
                    .toList();
            bad.forEach(file -> find(true, "modes", file + ": " + open(file)));
            if (bad.isEmpty()) {
                good("modes", "nobody else may read the keys");
            }
        }
        boolean rootIsHere = Files.exists(folder.resolve("keys/root.key"));
        good(
                "root key",
                rootIsHere
                        ? "in the folder; it may be taken away: keys/root.key is needed only to found lines and rotate keys"
                        : "not in the folder");
    }

    private static String open(Path file) {
        return PrivateFile.isPrivate(file) ? "nobody else may read it" : "others may read it; chmod go= it";
    }

    /** Nobody serves it: what a start finds is found by starting, without links. */
    private void opened(Path folder) {
        try (Node node = Node.open(folder, options)) {
            good("lock", "no process serves this folder");
            node.problems().forEach(problem -> find(true, "start", problem));
            node.linesWithoutKeys()
                    .forEach(line -> find(
                            true,
                            "keys",
                            "the secret keys in force on line " + line
                                    + " are not here: copy keys/ of the old folder, or parley rotate"));
            if (node.problems().isEmpty()) {
                good("start", "the database fits its mark");
            }
        } catch (Refused refused) {
            find(true, "start", refused.why());
        }
    }

    private void scrub(Path folder) {
        List<Problem> problems = new ArrayList<>();
        try (Scrub scrub = Scrub.ofDatabase(folder.resolve("parley.db"))) {
            Scrub.Result result = scrub.run(problems::add, Scrub.AT_FULL_SPEED);
            find(
                    result.problems() > 0,
                    "scrub",
                    result.entries() + " entries of " + result.logs() + " logs and " + result.claims()
                            + " heads and receipts were read: " + result.problems() + " problems");
        }
        problems.forEach(problem -> find(true, "scrub", problem.toString()));
    }

    private void good(String about, String told) {
        findings.add(Finding.good(about, told));
    }

    private void find(boolean bad, String about, String told) {
        findings.add(bad ? Finding.bad(about, told) : Finding.good(about, told));
    }
}
