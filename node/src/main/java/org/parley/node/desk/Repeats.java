package org.parley.node.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.Standing;
import org.parley.node.pictures.Change;
import org.parley.node.pictures.Records;
import org.parley.picture.Held;

/**
 * What was said with a key, so that a repeat of it finds the record that it became, after a new start too. Nothing is stored
 * for it: the seed of the body follows from a secret of the node, the officer and the key, so that the same words with the same
 * key commit to the same hash, and that stands in the log.
 */
final class Repeats {
    /** Records of ours that are remembered: more than a day of a busy desk. */
    private static final int REMEMBERED = 50_000;

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Bounded<Hash, Found> said = new Bounded<>();
    private final Bounded<String, Hash> used = new Bounded<>();

    /** A record of ours, and the time that it bears. */
    record Found(LineId line, RecordRef record, long at) {}

    /** The newest of what was put into it. */
    private static final class Bounded<K, V> {
        private final Map<K, V> all = new LinkedHashMap<>();

        synchronized void put(K key, V value) {
            all.put(key, value);
            if (all.size() > REMEMBERED) {
                Iterator<K> oldest = all.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }

        synchronized Optional<V> get(K key) {
            return Optional.ofNullable(all.get(key));
        }
    }

    /** @param secret of the node, 32 bytes */
    Repeats(byte[] secret) {
        this.secret = new SecretKeySpec(secret, MAC);
    }

    /** Remembers the last of our own records that are on the disk. */
    void read(Standing standing, Records records) {
        for (Standing.Line line : standing.lines()) {
            for (Origin origin : standing.logs(line.line())) {
                if (origin.party().equals(line.me())) {
                    long size = standing.size(origin);
                    records.giveWithoutBodies(origin, Math.max(0, size - REMEMBERED), size, this::take);
                }
            }
        }
    }

    /** Remembers ours of what came. */
    void take(Change change) {
        PartyName me = change.after().me();
        change.records().stream().filter(record -> record.writer().equals(me)).forEach(this::take);
    }

    private void take(Held record) {
        Envelope envelope = record.envelope();
        envelope.body()
                .ifPresent(commitment ->
                        said.put(commitment, new Found(envelope.origin().line(), record.ref(), envelope.at())));
    }

    /** The seed of what an officer says with a key. */
    byte[] seed(String officer, String key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            return mac.doFinal((officer + "\n" + key).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    /** What was said with this commitment on a line before. */
    Optional<Found> said(LineId line, Hash commitment) {
        return said.get(commitment).filter(found -> found.line().equals(line));
    }

    /** Whether an officer has used a key for other words since the start. */
    boolean usedOtherwise(String officer, String key, Hash commitment) {
        String name = officer + "\n" + key;
        Optional<Hash> before = used.get(name);
        if (before.isEmpty()) {
            used.put(name, commitment);
        }
        return before.filter(other -> !other.equals(commitment)).isPresent();
    }
}
