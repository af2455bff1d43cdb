package org.parley.node.publicface;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.VerifierKey;

/** The receipts of a log, as signature lines. */
final class Receipts {
    private final Holdings disk;
    private final Signatures signatures;
    private final ShownLine line;
    private final Origin origin;

    Receipts(Holdings disk, Signatures signatures, ShownLine line, Origin origin) {
        this.disk = disk;
        this.signatures = signatures;
        this.line = line;
        this.origin = origin;
    }

    /** Who may have given receipts, in the order of their names. */
    List<PartyName> members() {
        return List.copyOf(new TreeSet<>(line.members().keySet()));
    }

    /** Of each member the latest receipt over exactly this head, at most so many. */
    List<SignatureLine> over(Checkpoint head, int atMost) {
        List<SignatureLine> lines = new ArrayList<>();
        for (PartyName member : members()) {
            if (lines.size() < atMost) {
                latest(member, head).flatMap(receipt -> line(member, receipt)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<Receipt> latest(PartyName member, Checkpoint head) {
        return disk.lastReceipt(origin, member, Receipt.Place.endOf(head.size()))
                .filter(receipt ->
                        receipt.size() == head.size() && receipt.root().equals(head.root()));
    }

    /** A member's receipts over heads of at least this size, the earliest first. */
    List<Receipt> from(PartyName member, long size, int atMost) {
        return disk.receipts(origin, member, Receipt.Place.endOf(size - 1), atMost);
    }

    /** A page of a member's receipts: those behind this place. */
    List<Receipt> page(PartyName member, Receipt.Place after, int atMost) {
        return disk.receipts(origin, member, after, atMost);
    }

    /** A line for each: size, root, signature line. */
    byte[] text(PartyName member, List<Receipt> receipts) {
        var text = new StringBuilder();
        for (Receipt receipt : receipts) {
            String root = Base64.getEncoder().encodeToString(receipt.root().bytes());
            line(member, receipt)
                    .ifPresent(signature -> text.append(receipt.size())
                            .append(' ')
                            .append(root)
                            .append(' ')
                            .append(signature)
                            .append('\n'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The receipt with the name of the key that signed it: one of those the member ever had. Without such a key it proves nothing. */
    Optional<SignatureLine> line(PartyName member, Receipt receipt) {
        Checkpoint head = new Checkpoint(origin.toString(), receipt.size(), receipt.root());
        byte[] message = Cosignature.ed25519Message(head, receipt.time());
        byte[] signature = receipt.signature().array();
        List<VerifyingKey> keys =
                Optional.ofNullable(line.members().get(member)).orElseThrow().cosigners();
        return keys.stream()
                .filter(key -> signatures.verifies(key, message, signature))
                .findFirst()
                .map(key -> {
                    VerifierKey name = VerifierKeys.cosigner(line.line(), member, key);
                    return new SignatureLine(name.name(), name.id(), new Cosignature(receipt.time(), signature).blob());
                });
    }
}
