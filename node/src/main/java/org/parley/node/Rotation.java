package org.parley.node;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;
import org.parley.node.keys.LineKeys;

/**
 * The key set that follows on a line: in force from the very next entry of each of our logs, or, where those may not be
 * continued, from the beginning of the next epoch.
 */
record Rotation(LineId line, LineKeys keys, SigningKey root, Hash tls, Signatures signatures) {

    /**
     * The signed key set, by what is durable now.
     *
     * @param goesOn whether the logs may be continued in their epochs
     */
    Bytes keySet(Image image, boolean goesOn, byte[] tag) {
        Image.LineImage of = line(image, line, signatures, root);
        long serial = of.keySets().getOrDefault(of.me(), List.of()).size() + 1L;
        Opening main = opening(of, Lane.MAIN, goesOn, tag);
        Opening safety = opening(of, Lane.SAFETY, goesOn, tag);
        return Bytes.of(keys.keySet(signatures, line, of.me(), serial, tls, main, safety)
                .signedBy(signatures, root));
    }

    /**
     * Takes back the keys in force; what is durable now stays proven.
     *
     * @return the signed revocation
     */
    static Bytes revocation(Image image, LineId line, SigningKey root, Signatures signatures) {
        Image.LineImage of = line(image, line, signatures, root);
        long serial = of.keySets().getOrDefault(of.me(), List.of()).size();
        return Bytes.of(new Revocation(line, of.me(), serial, last(of, Lane.MAIN), last(of, Lane.SAFETY))
                .signedBy(signatures, root));
    }

    private static LastHead last(Image.LineImage of, Lane lane) {
        LogImage log = current(of, lane);
        return new LastHead(log.origin().epoch(), log.size(), log.root());
    }

    private static Image.LineImage line(Image image, LineId line, Signatures signatures, SigningKey root) {
        Image.LineImage of = image.lines().stream()
                .filter(each -> each.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + line + " here"));
        Bytes rootKey = Bytes.of(signatures.publicKey(root).raw());
        if (!Optional.of(rootKey).equals(Optional.ofNullable(of.rootKeys().get(of.me())))) {
            throw new Refused(Refused.Reason.FORBIDDEN, "that is not the root key of " + of.me() + " on this line");
        }
        return of;
    }

    private static Opening opening(Image.LineImage of, Lane lane, boolean goesOn, byte[] tag) {
        LogImage log = current(of, lane);
        Epoch epoch = log.origin().epoch();
        boolean whole = log.state() == LogImage.State.OPEN && log.voidFrom().isEmpty();
        return goesOn && whole
                ? new Opening(epoch, log.size() + 1)
                : new Opening(new Epoch(epoch.number() + 1, HexFormat.of().formatHex(tag)), 1);
    }

    private static LogImage current(Image.LineImage of, Lane lane) {
        return of.logs().stream()
                .filter(log ->
                        log.origin().party().equals(of.me()) && log.origin().lane() == lane)
                .max(Comparator.comparingInt(log -> log.origin().epoch().number()))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "we have no log on this line"));
    }
}
