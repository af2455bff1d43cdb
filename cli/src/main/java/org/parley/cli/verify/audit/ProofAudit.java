package org.parley.cli.verify.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.cli.verify.audit.LogReport.ReceiptCount;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Envelope;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.ProofText;
import org.parley.cli.verify.form.Proofs;
import org.parley.cli.verify.form.Sha256;
import org.parley.cli.verify.form.Vkey;

/** Verifies one checkpoint and, with a proof, that one entry stands in its log. */
public final class ProofAudit {
    private final List<Vkey> given;
    private final KeyBook keys;
    private final Findings findings;

    /** Key sets come from files; they count when a root key that was given signed them. */
    public ProofAudit(List<Vkey> given, List<Stored.SignedText> keySets, Findings findings) {
        this.given = given;
        this.keys = new KeyBook(given, List.of(), Map.of(), findings);
        this.findings = findings;
        keySets.forEach(keys::add);
    }

    /** Checks a proof; the entry is what was given, or else what the proof brings along. */
    public LogReport run(ProofText proof, Optional<Blob> entry) {
        return head(proof.checkpoint(), (log, head) -> {
            Optional<Blob> proven = entry.or(proof::extra);
            if (proven.isEmpty()) {
                return Optional.of("says nothing without the entry: give it with --entry");
            }
            byte[] leaf = Sha256.leaf(proven.get().bytes());
            long size = head.checkpoint().size();
            byte[] root = head.checkpoint().root().bytes();
            if (!Proofs.included(leaf, proof.index(), size, proof.hashes(), root)) {
                return Optional.of("does not lead from the entry to the root of the checkpoint");
            }
            findings.note(log.origin() + ": the entry proven is " + log.record(proof.index()));
            return wrong(proven.get(), log, proof.index());
        });
    }

    /** Checks a checkpoint alone, which proves an entry only where the log has no other. */
    public LogReport run(Blob checkpoint, Optional<Blob> entry) {
        return head(checkpoint, (log, head) -> {
            if (entry.isEmpty()) {
                findings.note(log.origin() + ": a checkpoint alone: only its signatures were checked");
                return Optional.empty();
            }
            boolean only = head.checkpoint().size() == 1
                    && head.checkpoint()
                            .root()
                            .equals(Blob.of(Sha256.leaf(entry.get().bytes())));
            return only
                    ? wrong(entry.get(), log, 0)
                    : Optional.of("a checkpoint alone does not prove that the entry stands in it");
        });
    }

    private interface Inside {
        Optional<String> wrong(LogName log, Signatures.Head head);
    }

    private static Optional<String> wrong(Blob entry, LogName log, long index) {
        try {
            Envelope.parse(entry.bytes(), log, index);
            return Optional.empty();
        } catch (Malformed e) {
            return Optional.of("entry: " + e.what());
        }
    }

    private LogReport head(Blob note, Inside inside) {
        String origin = "proof";
        long size = 0;
        long lasting = 0;
        SortedMap<String, ReceiptCount> receipts = new TreeMap<>();
        try {
            Note read = Note.parse(note);
            LogName log = LogName.parse(read.text().lines().findFirst().orElse(""));
            origin = log.origin();
            Signatures.Head head = Signatures.read(note, log);
            size = head.checkpoint().size();
            Optional<String> wrong = Signatures.wrong(head, log, keys.inForce(log, size), given);
            if (wrong.isEmpty() && Signatures.lasting(head, log, keys.inForce(log, size), given)) {
                lasting = size;
            }
            wrong.ifPresent(it -> findings.problem(log.origin(), Part.HEADS, 0, "checkpoint", it));
            receipts.putAll(
                    new Cosignatures(log, keys, given, findings).check(head, keys.inForce(log, size), "checkpoint"));
            inside.wrong(log, head).ifPresent(it -> findings.problem(log.origin(), Part.ENTRIES, 0, "proof", it));
        } catch (Malformed e) {
            findings.problem(origin, Part.HEADS, 0, "checkpoint", e.what());
        }
        return new LogReport(origin, size, Optional.empty(), 1, lasting, 0, 0, receipts, findings.count(origin));
    }
}
