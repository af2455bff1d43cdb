package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Vkey;

/** Checks the heads of a log: roots on the caller's thread, signatures on the crew's. */
final class HeadCheck {
    private final Source.Log log;
    private final LogName name;
    private final Roots roots;
    private final KeyBook keys;
    private final List<Vkey> given;
    private final Findings findings;
    private final Cosignatures cosignatures;
    private final List<Long> beyond = new ArrayList<>();
    private long count;
    private long largest;
    private long lasting;

    HeadCheck(Entries entries, KeyBook keys, List<Vkey> given, Findings findings) {
        this.log = entries.log();
        this.name = log.name();
        this.roots = entries.roots();
        this.keys = keys;
        this.given = given;
        this.findings = findings;
        this.cosignatures = new Cosignatures(name, keys, given, findings);
    }

    private record Answer(long size, String place, Optional<String> wrong, boolean lasting) {}

    HeadCheck run(Crew crew, boolean own) {
        Crew.Row<Answer> row = crew.row(this::answered);
        log.heads(head -> check(head, row));
        row.finish();
        if (!beyond.isEmpty()) {
            problem(
                    beyond.getFirst(),
                    "heads of size " + beyond.getFirst() + " to " + beyond.getLast(),
                    beyond.size() + " roots cannot be recomputed: entries before them are missing");
        }
        if (largest < log.size()) {
            uncovered(own);
        }
        return this;
    }

    private void answered(Answer answer) {
        answer.wrong().ifPresent(it -> problem(answer.size(), answer.place(), it));
        if (answer.wrong().isEmpty() && answer.lasting()) {
            lasting = Math.max(lasting, answer.size());
        }
    }

    private void uncovered(boolean own) {
        String range = name.record(largest) + (log.size() > largest + 1 ? " to " + name.record(log.size() - 1) : "");
        if (own) {
            findings.note(name.origin() + ": no head covers " + range + " yet");
        } else {
            findings.problem(name.origin(), Part.HEADS, largest, range, "no head covers it");
        }
    }

    private void problem(long size, String place, String what) {
        findings.problem(name.origin(), Part.HEADS, size, place, what);
    }

    private void check(Stored.Head stored, Crew.Row<Answer> row) {
        count++;
        try {
            Signatures.Head head = Signatures.read(stored.note(), name);
            Checkpoint checkpoint = head.checkpoint();
            long size = checkpoint.size();
            if (size != stored.filed()) {
                findings.problem(
                        name.origin(),
                        Part.HEADS,
                        stored.filed(),
                        stored.place(),
                        "is of another size",
                        "" + stored.filed(),
                        "" + size);
            }
            root(stored, checkpoint);
            largest = Math.max(largest, Math.min(size, log.size()));
            Optional<KeySet> inForce = keys.inForce(name, size);
            row.add(() -> {
                cosignatures.check(head, inForce, stored.place());
                return new Answer(
                        size,
                        stored.place(),
                        Signatures.wrong(head, name, inForce, given),
                        Signatures.lasting(head, name, inForce, given));
            });
        } catch (Malformed e) {
            problem(stored.filed(), stored.place(), e.what());
        }
    }

    private void root(Stored.Head stored, Checkpoint head) {
        if (head.size() > log.size()) {
            findings.problem(
                    name.origin(),
                    Part.HEADS,
                    head.size(),
                    stored.place(),
                    "is larger than the log",
                    "at most " + log.size(),
                    "" + head.size());
        } else if (!roots.fits(head.size(), head.root())) {
            Optional<Blob> root = roots.at(head.size());
            root.ifPresentOrElse(
                    it -> findings.problem(
                            name.origin(),
                            Part.HEADS,
                            head.size(),
                            stored.place(),
                            "root is not that of the entries",
                            it.hex(),
                            head.root().hex()),
                    () -> beyond.add(head.size()));
        }
    }

    long count() {
        return count;
    }

    /** The largest size of a head that ML-DSA-44 signs too, or 0. */
    long lasting() {
        return lasting;
    }
}
