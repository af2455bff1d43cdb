package org.parley.cli.verify.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exported proof (C2SP tlog-proof).
 *
 * @param extra what it brings along; Parley puts the entry there
 */
public record ProofText(Optional<Blob> extra, long index, List<Blob> hashes, Blob checkpoint) {
    /** The first line. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1\n";

    private static final int LONGEST = 63;

    /** Reads a file. */
    public static ProofText parse(Blob bytes) {
        String text = bytes.text();
        Malformed.unless(text.startsWith(HEADER), "no tlog-proof");
        int end = text.indexOf("\n\n");
        Malformed.unless(end >= 0, "a proof without a checkpoint");
        List<String> lines = new ArrayList<>(List.of(
                text.substring(HEADER.length(), Math.max(end, HEADER.length())).split("\n", -1)));
        Optional<Blob> extra = Optional.empty();
        if (lines.getFirst().startsWith("extra ")) {
            extra = Optional.of(Blob.base64(lines.removeFirst().substring("extra ".length())));
        }
        Malformed.unless(!lines.isEmpty() && lines.getFirst().startsWith("index "), "a proof without an index");
        long index = Checkpoint.number(lines.removeFirst().substring("index ".length()));
        Malformed.unless(lines.size() <= LONGEST, "a proof of " + lines.size() + " hashes");
        List<Blob> hashes = lines.stream().map(line -> Blob.base64(line).hash()).toList();
        return new ProofText(extra, index, hashes, Blob.utf8(text.substring(end + 2)));
    }
}
