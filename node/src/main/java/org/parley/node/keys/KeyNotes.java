package org.parley.node.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.link.Bundle;

/**
 * What the root key signed of this node's keys: key sets and revocations, in a bundle for each line beside the secret keys,
 * where no backup of the database reaches. A database that has lost them learns them again at the next start, before anything
 * is signed with keys that were changed or revoked.
 */
public final class KeyNotes {
    /** How the names of the files end. */
    public static final String SUFFIX = ".notes";

    private final Path folder;

    /** In this folder; nothing is read yet. */
    public KeyNotes(Path folder) {
        this.folder = folder;
    }

    /** What was kept of a line and its database lacks; {@link Refused} where the file is damaged. */
    public List<Frame> lacking(Image.LineImage line) {
        List<Frame> kept = kept(line.line());
        List<Frame> stored = frames(
                line.line(),
                line.keySets().getOrDefault(line.me(), List.of()),
                line.revocations().getOrDefault(line.me(), List.of()));
        if (kept.isEmpty() && !stored.isEmpty()) {
            keep(line.line(), stored);
        }
        return kept.stream().filter(note -> !stored.contains(note)).toList();
    }

    /** From now on these are this node's keys of a line. */
    public void keep(KeyHistory own) {
        keep(own.line(), frames(own.line(), notes(own.keySetNotes()), notes(own.revocationNotes())));
    }

    private static List<Bytes> notes(List<byte[]> signed) {
        return signed.stream().map(Bytes::of).toList();
    }

    private List<Frame> kept(LineId line) {
        List<Frame> notes = new ArrayList<>();
        if (Files.exists(file(line))) {
            try {
                Bundle.read(file(line), frame -> notes.add(FrameCodec.read(frame)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return notes;
    }

    private void keep(LineId line, List<Frame> notes) {
        if (isKept(line, notes)) {
            return; // the line changed in something else
        }
        try (Bundle.Writer bundle = new Bundle.Writer(file(line))) {
            for (Frame note : notes) {
                bundle.frame(FrameCodec.bytes(note));
            }
            bundle.seal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isKept(LineId line, List<Frame> notes) {
        try {
            return kept(line).equals(notes);
        } catch (Refused damaged) {
            return false;
        }
    }

    /** In the order in which they are taken: a revocation names a key set that is known. */
    private static List<Frame> frames(LineId line, List<Bytes> keySets, List<Bytes> revocations) {
        List<Frame> notes = new ArrayList<>();
        keySets.forEach(note -> notes.add(new Frame.Keys(line, note)));
        revocations.forEach(note -> notes.add(new Frame.Revoked(line, note)));
        return notes;
    }

    private Path file(LineId line) {
        return folder.resolve("line-" + line + SUFFIX);
    }
}
