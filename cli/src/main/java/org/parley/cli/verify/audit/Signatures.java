package org.parley.cli.verify.audit;

import java.util.List;
import java.util.Optional;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.Vkey;

/** Whether a log's head is signed by the key in force for its size. */
final class Signatures {
    private Signatures() {}

    /** A head whose signatures are not verified yet. */
    record Head(Note note, Checkpoint checkpoint) {}

    static Head read(Blob note, LogName log) {
        Note read = Note.parse(note);
        Checkpoint checkpoint = Checkpoint.of(read.text());
        if (!checkpoint.origin().equals(log.origin())) {
            throw new Malformed("is a head of another log, " + Checkpoint.shortened(checkpoint.origin()));
        }
        return new Head(read, checkpoint);
    }

    private static List<Vkey> wanted(LogName log, Optional<KeySet> keys, List<Vkey> given) {
        List<Vkey> fromOutside =
                given.stream().filter(key -> key.name().equals(log.origin())).toList();
        return keys.map(it -> it.logKeys(log)).orElse(fromOutside);
    }

    /** Whether it bears a signature of the log's ML-DSA-44 key; that it is right is another question. */
    static boolean lasting(Head head, LogName log, Optional<KeySet> keys, List<Vkey> given) {
        return wanted(log, keys, given).stream()
                .filter(key -> key.type() == Vkey.ML_DSA_44)
                .anyMatch(key -> head.note().signatures().stream().anyMatch(key::made));
    }

    /** Says what is wrong with it; nothing when it is signed as it should be. */
    static Optional<String> wrong(Head head, LogName log, Optional<KeySet> keys, List<Vkey> given) {
        List<Vkey> wanted = wanted(log, keys, given);
        if (wanted.isEmpty()) {
            return Optional.of("no key set says who signs heads of this size");
        }
        boolean signed = false;
        for (Vkey key : wanted) {
            for (Note.Line line : head.note().signatures()) {
                if (key.made(line)) {
                    if (!key.verifies(head.note().text(), line.signature())) {
                        return Optional.of("a signature of the key in force does not verify");
                    }
                    signed |= key.type() == Vkey.ED25519;
                }
            }
        }
        return signed ? Optional.empty() : Optional.of("is not signed by the key in force for its size");
    }
}
