package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source.Member;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.Revocation;
import org.parley.cli.verify.form.Vkey;

/** The key sets and revocations of all parties, and which of them is in force. */
final class KeyBook {
    private final Findings findings;
    private final List<Vkey> given;
    private final List<Vkey> listed;
    private final Map<Member, Vkey> roots = new HashMap<>();
    private final Map<Member, Integer> firstUse = new HashMap<>();
    private final Map<Member, TreeMap<Long, KeySet>> sets = new HashMap<>();
    private final Map<Member, TreeMap<Long, Revocation>> revocations = new HashMap<>();
    private final Set<Stored.SignedText> seen = new HashSet<>();

    /** Root keys from outside count more than those of the source. */
    KeyBook(List<Vkey> given, List<Vkey> listed, Map<Member, Blob> ofSource, Findings findings) {
        this.given = given;
        this.listed = listed;
        this.findings = findings;
        ofSource.forEach((member, key) -> {
            try {
                roots.put(member, Vkey.of(rootName(member.party()), Vkey.ED25519, key));
            } catch (Malformed e) {
                findings.problem(about(member), Part.KEYS, -1, "root key", e.what());
            }
        });
        roots.forEach((member, key) -> {
            if (!fromOutside(member.party()).isEmpty()
                    && !fromOutside(member.party()).contains(key)) {
                findings.problem(about(member), Part.KEYS, -1, "root key", "is not the one that was given");
            }
        });
    }

    private static String rootName(String party) {
        return "parley/root/" + party;
    }

    static String about(Member member) {
        return "parley/" + member.line() + "/" + member.party();
    }

    private List<Vkey> fromOutside(String party) {
        return given.stream().filter(key -> key.name().equals(rootName(party))).toList();
    }

    /** Takes a key set or a revocation, if the root key signed it; else it is a problem and nothing of it counts. */
    void add(Stored.SignedText text) {
        Stored.SignedText placeless =
                new Stored.SignedText("", text.line(), text.party(), text.revocation(), text.note());
        if (!seen.add(placeless)) {
            return;
        }
        String about =
                "parley/" + text.line() + text.party().map(it -> "/" + it).orElse("");
        try {
            Note note = Note.parse(text.note());
            if (text.revocation()) {
                Revocation read = Revocation.parse(note.text());
                Member member = member(text, read.line(), read.party());
                signedByRoot(member, note);
                same(revocations.computeIfAbsent(member, _ -> new TreeMap<>()), read.serial(), read);
            } else {
                KeySet read = KeySet.parse(note.text());
                Member member = member(text, read.line(), read.party());
                signedByRoot(member, note);
                same(sets.computeIfAbsent(member, _ -> new TreeMap<>()), read.serial(), read);
            }
        } catch (Malformed e) {
            findings.problem(about, Part.KEYS, 0, text.place(), e.what());
        }
    }

    private static Member member(Stored.SignedText text, String line, String party) {
        boolean fits = line.equals(text.line()) && party.equals(text.party().orElse(party));
        if (!fits) {
            throw new Malformed("is of " + party + " on the line " + line);
        }
        return new Member(line, party);
    }

    private static <T> void same(Map<Long, T> all, long serial, T read) {
        T before = all.putIfAbsent(serial, read);
        if (before != null && !before.equals(read)) {
            throw new Malformed("another text with the serial " + serial + " is signed too");
        }
    }

    private void signedByRoot(Member member, Note note) {
        List<Vkey> keys = new ArrayList<>(fromOutside(member.party()));
        if (keys.isEmpty() && roots.containsKey(member)) {
            keys.add(roots.get(member));
        }
        if (!keys.isEmpty()) {
            if (keys.stream().noneMatch(key -> key.signed(note))) {
                throw new Malformed("is not signed by the root key of " + member.party());
            }
            return;
        }
        firstUse(member, note);
    }

    /** Without a key from outside, what signed the first key set signs all, and the source may list that key. */
    private void firstUse(Member member, Note note) {
        findings.note("the keys of " + member.party() + " on the line " + member.line()
                + " are trusted on first use: no root key was given (--root), so nothing shows that they are "
                + member.party() + "'s");
        List<Vkey> known = listed.stream()
                .filter(key -> key.name().equals(rootName(member.party())))
                .toList();
        if (!known.isEmpty() && known.stream().noneMatch(key -> key.signed(note))) {
            throw new Malformed("is not signed by the root key that is listed for " + member.party());
        }
        Optional<Note.Line> line = note.signatures().stream()
                .filter(it -> it.name().equals(rootName(member.party())))
                .findFirst();
        int id = line.orElseThrow(() -> new Malformed("has no signature of the root key of " + member.party()))
                .id();
        if (firstUse.computeIfAbsent(member, _ -> id) != id) {
            throw new Malformed("is signed by another root key than the first of " + member.party());
        }
    }

    /** Keys of this name that the source lists, where nothing better is known. */
    List<Vkey> listed(String name) {
        List<Vkey> found =
                listed.stream().filter(key -> key.name().equals(name)).toList();
        if (!found.isEmpty()) {
            findings.note("the key of " + name + " is trusted because it is listed beside the logs");
        }
        return found;
    }

    /** The keys that sign a log's heads of this size. */
    Optional<KeySet> inForce(LogName log, long size) {
        return of(log).stream().filter(set -> set.signs(log, size)).findFirst();
    }

    /** The key sets of a log's party, the newest first. */
    List<KeySet> of(LogName log) {
        return newestFirst(new Member(log.line(), log.party()));
    }

    private List<KeySet> newestFirst(Member member) {
        return List.copyOf(
                sets.getOrDefault(member, new TreeMap<>()).descendingMap().values());
    }

    /** The keys with which a member makes receipts, or made them, the newest first. */
    List<Vkey> cosigners(String line, String member) {
        return newestFirst(new Member(line, member)).stream()
                .map(KeySet::cosignerKey)
                .distinct()
                .toList();
    }

    /** What is taken back of a log, if anything: the earliest. */
    Optional<Revocation.Last> voided(LogName log) {
        return revocations.getOrDefault(new Member(log.line(), log.party()), new TreeMap<>()).values().stream()
                .map(it -> it.last(log))
                .filter(it -> it.epoch().equals(log.epoch()))
                .reduce((a, b) -> a.size() <= b.size() ? a : b);
    }

    /** What one look at all of them shows: a revocation without its key set, a key set that goes on in a revoked epoch. */
    void checkTogether() {
        revocations.forEach((member, all) -> all.forEach((serial, revocation) -> {
            TreeMap<Long, KeySet> ofMember = sets.getOrDefault(member, new TreeMap<>());
            String place = "revocation of key set " + serial;
            if (!ofMember.containsKey(serial)) {
                findings.problem(about(member), Part.KEYS, serial, place, "there is no such key set");
            }
            ofMember.tailMap(serial, false).forEach((later, set) -> {
                if (set.main().epoch().equals(revocation.main().epoch())
                        || set.safety().epoch().equals(revocation.safety().epoch())) {
                    findings.problem(
                            about(member), Part.KEYS, later, "key set " + later, "goes on in an epoch that is revoked");
                }
            });
        }));
    }
}
