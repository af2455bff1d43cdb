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
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.VerifierKey;

/** The receipts of a log, as signature lines. */
final class Receipts {
    private final Disk disk;
    private final Signatures signatures;
    private final ShownLine line;
    private final Origin origin;

    Receipts(Disk disk, Signatures signatures, ShownLine line, Origin origin) {
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
        long after = first(member, head.size() + 1);
        return after == 0
                ? Optional.empty()
                : at(member, after - 1)
                        .filter(receipt ->
                                receipt.size() == head.size() && receipt.root().equals(head.root()));
    }

    /** A member's receipts over heads of at least this size, the earliest first. */
    List<Receipt> from(PartyName member, long size, int atMost) {
        return disk.receipts(origin, member, first(member, size), atMost);
    }

    /** The index of a member's first receipt over a head of at least this size, or how many there are. */
    private long first(PartyName member, long size) {
        long below = 0;
        long step = 1;
        while (isBelow(member, below + step - 1, size)) {
            below += step;
            step *= 2;
        }
        while (step > 1) {
            step /= 2;
            if (isBelow(member, below + step - 1, size)) {
                below += step;
            }
        }
        return below;
    }

    private boolean isBelow(PartyName member, long index, long size) {
        return at(member, index).filter(receipt -> receipt.size() < size).isPresent();
    }

    private Optional<Receipt> at(PartyName member, long index) {
        return disk.receipts(origin, member, index, 1).stream().findFirst();
    }

    /** A page of a member's receipts. */
    List<Receipt> page(PartyName member, long from, int atMost) {
        return disk.receipts(origin, member, from, atMost);
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
