package org.parley.cli.verify.audit;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.cli.verify.audit.LogReport.ReceiptCount;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.Vkey;

/** The signatures under a head that are not its log's: of members and witnesses. */
final class Cosignatures {
    private final LogName log;
    private final KeyBook keys;
    private final List<Vkey> given;
    private final Findings findings;

    Cosignatures(LogName log, KeyBook keys, List<Vkey> given, Findings findings) {
        this.log = log;
        this.keys = keys;
        this.given = given;
        this.findings = findings;
    }

    /** Verifies those whose keys are known, and says whose they are; the others are ignored, as they must be, and noted. */
    SortedMap<String, ReceiptCount> check(Signatures.Head head, Optional<KeySet> inForce, String place) {
        SortedMap<String, ReceiptCount> verified = new TreeMap<>();
        List<Vkey> ofLog = inForce.map(it -> it.logKeys(log)).orElse(List.of());
        for (Note.Line line : head.note().signatures()) {
            if (ofLog.stream().anyMatch(key -> key.made(line))) {
                continue;
            }
            Optional<Vkey> key = candidates(line).filter(it -> it.made(line)).findFirst();
            if (key.isEmpty()) {
                findings.note(log.origin() + ": " + place + ": a signature of " + line.name()
                        + " was not checked: its key is not known");
            } else if (!key.get().verifies(head.note().text(), line.signature())) {
                findings.problem(
                        log.origin(),
                        Part.HEADS,
                        head.checkpoint().size(),
                        place,
                        "the signature of " + line.name() + " does not verify");
            } else if (!line.name().equals(log.origin())) {
                long time =
                        key.get().type() == Vkey.ED25519 ? 0 : line.signature().beginning();
                verified.put(line.name(), new ReceiptCount(1, head.checkpoint().size(), time));
            }
        }
        return verified;
    }

    private Stream<Vkey> candidates(Note.Line line) {
        String[] name = line.name().split("/", -1);
        List<Vkey> ofMember = name.length == 4 ? keys.cosigners(name[1], name[2]) : List.of();
        List<Vkey> known = Stream.concat(given.stream(), ofMember.stream())
                .filter(key -> key.name().equals(line.name()))
                .toList();
        return known.isEmpty() ? keys.listed(line.name()).stream() : known.stream();
    }
}
