package org.parley.ledger.note;

import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** What tlog-proof and tlog-witness have in common: some lines, of which the last are a proof, an empty line, a checkpoint. */
record ProofText(List<String> lines, SignedNote note) {
    /** The most hashes of a proof: a tree has at most 63 levels above its leaves. */
    static final int MOST_HASHES = 63;

    static ProofText parse(byte[] bytes, int mostBytes) {
        if (bytes.length > mostBytes) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE, "a proof with its checkpoint has at most " + mostBytes + " bytes");
        }
        String text = Text.utf8(bytes);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw Refused.malformed("an empty line stands before the checkpoint");
        }
        SignedNote note = SignedNote.parse(text.substring(blank + 2));
        Checkpoint.parseExtended(note.text());
        return new ProofText(List.of(text.substring(0, blank).split("\n", -1)), note);
    }

    static String print(List<String> lines, List<Hash> hashes, SignedNote note) {
        var text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        for (Hash hash : hashes) {
            text.append(Text.base64(hash)).append('\n');
        }
        return text.append('\n').append(note).toString();
    }

    /** The line at that place; refused is a text without it. */
    String line(int at) {
        if (at >= lines.size()) {
            throw Refused.malformed("a line is missing before the proof");
        }
        return lines.get(at);
    }

    /** The hashes from that line on. */
    List<Hash> hashes(int from) {
        List<String> proof = lines.subList(from, lines.size());
        if (proof.size() > MOST_HASHES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a proof has at most 63 hashes");
        }
        return proof.stream().map(Text::hash).toList();
    }

    /** What a proof and a note must be that are put together; others are an {@link IllegalArgumentException}. */
    static void require(List<Hash> proof, SignedNote note) {
        if (proof.size() > MOST_HASHES) {
            throw new IllegalArgumentException("a proof has at most 63 hashes, not " + proof.size());
        }
        try {
            Checkpoint.parseExtended(note.text());
        } catch (Refused e) {
            throw new IllegalArgumentException(e.why());
        }
    }
}
