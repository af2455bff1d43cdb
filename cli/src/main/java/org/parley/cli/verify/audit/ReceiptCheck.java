package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.cli.verify.audit.LogReport.ReceiptCount;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Vkey;

/** Checks the receipts of a log. */
final class ReceiptCheck {
    private final Source.Log log;
    private final LogName name;
    private final Roots roots;
    private final KeyBook keys;
    private final List<Vkey> given;
    private final Findings findings;
    private final SortedMap<String, ReceiptCount> counts = new TreeMap<>();
    private final List<Long> beyond = new ArrayList<>();

    ReceiptCheck(Entries entries, KeyBook keys, List<Vkey> given, Findings findings) {
        this.log = entries.log();
        this.name = log.name();
        this.roots = entries.roots();
        this.keys = keys;
        this.given = given;
        this.findings = findings;
    }

    private record Answer(Stored.Receipt receipt, boolean verifies) {}

    SortedMap<String, ReceiptCount> run(Crew crew) {
        Crew.Row<Answer> row = crew.row(answer -> {
            if (!answer.verifies()) {
                problem(answer.receipt(), "signature does not verify");
            }
        });
        log.receipts(receipt -> check(receipt, row));
        row.finish();
        if (!beyond.isEmpty()) {
            findings.problem(
                    name.origin(),
                    Part.RECEIPTS,
                    beyond.getFirst(),
                    "receipts of size " + beyond.getFirst() + " to " + beyond.getLast(),
                    beyond.size() + " roots cannot be recomputed: entries before them are missing");
        }
        return counts;
    }

    private static String place(Stored.Receipt stored) {
        return "receipt " + (stored.number() + 1) + " of " + stored.member();
    }

    private void problem(Stored.Receipt stored, String what) {
        findings.problem(name.origin(), Part.RECEIPTS, stored.number(), place(stored), what);
    }

    private void problem(Stored.Receipt stored, String what, String expected, String found) {
        findings.problem(name.origin(), Part.RECEIPTS, stored.number(), place(stored), what, expected, found);
    }

    private void check(Stored.Receipt stored, Crew.Row<Answer> row) {
        Frame.Receipt receipt = stored.receipt();
        order(stored);
        if (receipt.size() > log.size()) {
            problem(stored, "is larger than the log", "at most " + log.size(), "" + receipt.size());
        } else if (!roots.fits(receipt.size(), receipt.root())) {
            Optional<Blob> root = roots.at(receipt.size());
            root.ifPresentOrElse(
                    it -> problem(
                            stored,
                            "root is not that of the entries",
                            it.hex(),
                            receipt.root().hex()),
                    () -> beyond.add(receipt.size()));
        }
        List<Vkey> candidates = keys(stored);
        if (candidates.isEmpty()) {
            return;
        }
        String text = new Checkpoint(name.origin(), receipt.size(), receipt.root()).text();
        row.add(() -> new Answer(stored, candidates.stream().anyMatch(key -> key.verifies(text, receipt.timed()))));
    }

    private void order(Stored.Receipt stored) {
        Frame.Receipt receipt = stored.receipt();
        ReceiptCount before = counts.getOrDefault(stored.member(), new ReceiptCount(0, 0, 0));
        if (receipt.size() < before.lastSize()) {
            problem(stored, "is smaller than the one before", "at least " + before.lastSize(), "" + receipt.size());
        }
        if (receipt.time() < before.lastTime()) {
            problem(stored, "is earlier than the one before", "at least " + before.lastTime(), "" + receipt.time());
        }
        counts.put(
                stored.member(),
                new ReceiptCount(
                        stored.number() + 1,
                        Math.max(before.lastSize(), receipt.size()),
                        Math.max(before.lastTime(), receipt.time())));
    }

    private List<Vkey> keys(Stored.Receipt stored) {
        List<Vkey> candidates = new ArrayList<>(keys.cosigners(name.line(), stored.member()));
        candidates.addAll(given);
        candidates.removeIf(key -> !key.name().equals(stored.keyName()) || key.type() != Vkey.COSIGNATURE);
        if (candidates.isEmpty()) {
            candidates.addAll(keys.listed(stored.keyName()));
        }
        if (candidates.isEmpty()) {
            if (stored.keyName().startsWith("parley/witness/")) {
                findings.note(name.origin() + ": the signatures of " + stored.keyName()
                        + " were not checked: its key was not given (--key)");
            } else {
                problem(
                        stored,
                        "no key is known by which " + stored.member() + " makes receipts: it can be given with --key");
            }
            return candidates;
        }
        if (stored.keyId().isPresent()) {
            candidates.removeIf(key -> key.id() != stored.keyId().get());
            if (candidates.isEmpty()) {
                problem(stored, "is signed by another key than those of " + stored.member());
            }
        }
        return candidates;
    }
}
