package org.parley.node.publicface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;

/** What the node shows of itself. Asked at every request, by many threads at once; it answers from memory. */
@FunctionalInterface
public interface Shown {
    /** The lines that are shown. */
    List<ShownLine> lines();

    /** The newest signed head of a log where the disk does not have it yet: a head is stored with the commit after its own. */
    default Optional<Bytes> unwrittenHead(Origin origin) {
        return Optional.empty();
    }

    /** The line that has this log. */
    default Optional<ShownLine> lineOf(Origin origin) {
        return lines().stream().filter(line -> line.logs().contains(origin)).findFirst();
    }

    /** All that is stored, as it was when the image was made. */
    static Shown all(Image image, Signatures signatures) {
        List<ShownLine> lines = new ArrayList<>();
        for (Image.LineImage line : image.lines()) {
            Map<PartyName, KeyHistory> members = new HashMap<>();
            line.rootKeys().forEach((party, root) -> members.put(party, history(line, party, root, signatures)));
            List<Origin> logs = line.logs().stream().map(LogImage::origin).toList();
            lines.add(new ShownLine(line.line(), members, logs));
        }
        List<ShownLine> all = List.copyOf(lines);
        return () -> all;
    }

    private static KeyHistory history(Image.LineImage line, PartyName party, Bytes root, Signatures signatures) {
        KeyHistory history = KeyHistory.of(line.line(), party, VerifyingKey.of(Algorithm.ED25519, root.array()));
        for (Bytes keys : line.keySets().getOrDefault(party, List.of())) {
            history = history.addKeys(signatures, keys.array());
        }
        for (Bytes revocation : line.revocations().getOrDefault(party, List.of())) {
            history = history.addRevocation(signatures, revocation.array());
        }
        return history;
    }
}
