package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.Content;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Vkey;

/** Verifies all that a source has. First entries and trees, for keys lie in entries; then what was signed over them. */
public final class Audit {
    private final Source source;
    private final List<Vkey> given;
    private final Crew crew;
    private final Findings findings;
    private final Map<String, Entries> logs = new LinkedHashMap<>();

    public Audit(Source source, List<Vkey> given, Crew crew, Findings findings) {
        this.source = source;
        this.given = given;
        this.crew = crew;
        this.findings = findings;
    }

    /** Checks everything, and says for each log what there was; what is wrong is in the findings. */
    public List<LogReport> run() {
        Crew.Row<Boolean> beside = crew.row(_ -> {});
        source.beside()
                .forEach(check -> beside.add(() -> {
                    check.run();
                    return true;
                }));
        for (Source.Log log : source.logs()) {
            logs.put(log.name().origin(), new Entries(log, findings).run(crew));
        }
        KeyBook keys = keys();
        List<LogReport> reports = new ArrayList<>();
        for (Entries entries : logs.values()) {
            reports.add(check(entries, keys));
        }
        EvidenceCheck evidence = new EvidenceCheck(keys, given, findings);
        source.evidence().forEach(evidence::check);
        logs.values().forEach(entries -> mentions(entries, evidence));
        beside.finish();
        source.done();
        return reports.stream().map(this::counted).toList();
    }

    /** Problems of one log are also found while another is looked at. */
    private LogReport counted(LogReport report) {
        return new LogReport(
                report.origin(),
                report.size(),
                report.voidFrom(),
                report.heads(),
                report.lasting(),
                report.bodies(),
                report.absent(),
                report.receipts(),
                findings.count(report.origin()));
    }

    private KeyBook keys() {
        KeyBook keys = new KeyBook(given, source.listed(), source.rootKeys(), findings);
        logs.values().forEach(entries -> entries.notes().forEach(keys::add));
        source.notes().forEach(keys::add);
        keys.checkTogether();
        source.listed().forEach(key -> listed(key, keys));
        logs.values().forEach(Entries::rotations);
        return keys;
    }

    /** A verifier key that a source lists for a log must be one of its key sets'. */
    private void listed(Vkey key, KeyBook keys) {
        Optional.ofNullable(logs.get(key.name())).map(it -> it.log().name()).ifPresent(log -> {
            boolean known =
                    keys.of(log).stream().anyMatch(set -> set.logKeys(log).contains(key));
            if (!known) {
                findings.problem(log.origin(), Part.KEYS, 0, "verifier key listed", "is in no key set of the log");
            }
        });
    }

    private LogReport check(Entries entries, KeyBook keys) {
        Source.Log log = entries.log();
        LogName name = log.name();
        subtrees(entries, 1);
        HeadCheck heads = new HeadCheck(entries, keys, given, findings).run(crew, source.own(name));
        SortedMap<String, LogReport.ReceiptCount> receipts = new ReceiptCheck(entries, keys, given, findings).run(crew);
        for (int level = 2; level < 5; level++) {
            subtrees(entries, level);
        }
        Optional<Long> voidFrom = keys.voided(name).map(last -> {
            mention(new Checkpoint(name.origin(), last.size(), last.root()), name, -1, "revocation");
            return last.size();
        });
        log.claim().ifPresent(claim -> claim(entries, claim, voidFrom));
        return new LogReport(
                name.origin(),
                log.size(),
                voidFrom,
                heads.count(),
                heads.lasting(),
                entries.bodies(),
                entries.absent(),
                receipts,
                0);
    }

    private void subtrees(Entries entries, int level) {
        LogName name = entries.log().name();
        TileTree tree = entries.roots().tree();
        entries.log().subtrees(level, new Source.Subtrees() {
            @Override
            public void there(long number, Blob hash, String place) {
                Optional<Blob> expected = tree.at(8 * (level - 1), number).map(Blob::of);
                if (expected.isPresent() && expected.get().equals(hash)) {
                    return;
                }
                expected.ifPresent(it -> findings.problem(
                        name.origin(),
                        Part.HASHES,
                        number,
                        place,
                        "is not the hash of the entries",
                        it.hex(),
                        hash.hex()));
                if (level == 1) {
                    entries.roots().otherwise(number, hash);
                }
            }

            @Override
            public void missing(String place, String why) {
                findings.problem(name.origin(), Part.HASHES, 0, place, why);
            }
        });
    }

    private void claim(Entries entries, Stored.Claim claim, Optional<Long> voidFrom) {
        LogName name = entries.log().name();
        if (claim.size() != entries.log().size()) {
            findings.problem(
                    name.origin(),
                    Part.HEADS,
                    claim.size(),
                    "size",
                    "is not the number of entries",
                    "" + entries.log().size(),
                    "" + claim.size());
        } else if (!entries.roots().fits(claim.size(), claim.root())) {
            findings.problem(
                    name.origin(),
                    Part.HEADS,
                    claim.size(),
                    "root",
                    "is not that of the entries",
                    entries.roots().at(claim.size()).map(Blob::hex).orElse("one that can be computed"),
                    claim.root().hex());
        }
        if (!claim.voidFrom().equals(voidFrom)) {
            findings.problem(
                    name.origin(),
                    Part.HEADS,
                    claim.size(),
                    "void from",
                    "is not what revocations say",
                    words(voidFrom),
                    words(claim.voidFrom()));
        }
    }

    private static String words(Optional<Long> size) {
        return size.map(it -> "size " + it).orElse("nothing void");
    }

    /** Heads of logs, the reader's or others', that an entry names. */
    private void mentions(Entries entries, EvidenceCheck evidence) {
        LogName name = entries.log().name();
        for (TileCheck.Special special : entries.specials()) {
            String place = name.record(special.index());
            try {
                switch (special.kind()) {
                    case "heads" ->
                        Content.heads(special.content()).forEach(it -> mention(it, name, special.index(), place));
                    case "keys" ->
                        Content.after(special.content()).ifPresent(it -> mention(it, name, special.index(), place));
                    case "evidence" -> evidence.claim(name, special);
                    default -> {
                        // A revocation: its note was taken with those of the keys.
                    }
                }
            } catch (Malformed e) {
                findings.problem(name.origin(), Part.ENTRIES, special.index(), place, e.what());
            }
        }
    }

    private void mention(Checkpoint head, LogName by, long position, String place) {
        Optional<Entries> log = Optional.ofNullable(logs.get(head.origin()));
        if (log.isEmpty() || head.size() > log.get().log().size()) {
            findings.note(by.origin() + ": heads that it names are not here to be compared");
            return;
        }
        Roots roots = log.get().roots();
        if (roots.fits(head.size(), head.root())) {
            return;
        }
        roots.at(head.size())
                .ifPresent(root -> findings.problem(
                        by.origin(),
                        Part.EVIDENCE,
                        position,
                        place,
                        "names another root of " + head.origin() + " at size " + head.size(),
                        root.hex(),
                        head.root().hex()));
    }
}
