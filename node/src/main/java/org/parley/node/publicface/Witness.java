package org.parley.node.publicface;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.AddCheckpoint;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.Verifier;
import org.parley.ledger.note.VerifierKey;

/**
 * Cosigns heads of logs of others that continue the heads it cosigned before, and reads nothing but heads: C2SP
 * tlog-witness, "add-checkpoint". Safe for many threads; two on one state are not.
 */
public final class Witness {
    /** A stored head has a signature of each of them and of the witness's, and a note has at most 32. */
    private static final int MOST_KEYS = 16;

    private static final int LONGEST_ML_DSA_ORIGIN = 255;

    private final Map<String, KnownLog> logs = new HashMap<>();
    private final Map<String, KnownLog> byHash = new HashMap<>();
    private final List<NoteSigner> signers;
    private final Verifier verifier;
    private final WitnessState state;
    private final BooleanSupplier remembers;
    private final InstantSource clock;
    private volatile boolean shut;

    /** A log that is witnessed; whoever holds the lock alone reads and replaces its head. */
    private record KnownLog(String origin, List<VerifierKey> keys, ReentrantLock lock) {}

    /**
     * Witnesses the logs of these origins, with the keys of each.
     *
     * @param remembers whether the state is sure to hold all that was ever signed; where it is not, nothing is signed
     * @param signers one of type 0x04 and, if wanted, one of type 0x06; others are an {@link IllegalArgumentException}
     */
    public Witness(
            Map<String, List<VerifierKey>> logs,
            List<NoteSigner> signers,
            Verifier verifier,
            WitnessState state,
            BooleanSupplier remembers,
            InstantSource clock) {
        requireTypes(signers);
        logs.forEach((origin, keys) -> {
            if (keys.isEmpty() || keys.size() > MOST_KEYS) {
                throw new IllegalArgumentException("a log has from 1 to 16 keys, and " + origin + " has not");
            }
            var log = new KnownLog(origin, List.copyOf(keys), new ReentrantLock());
            this.logs.put(origin, log);
            this.byHash.put(FileWitnessState.hash(origin.getBytes(StandardCharsets.UTF_8)), log);
        });
        this.signers = List.copyOf(signers);
        this.verifier = verifier;
        this.state = state;
        this.remembers = remembers;
        this.clock = clock;
    }

    private static void requireTypes(List<NoteSigner> signers) {
        List<SignatureType> types =
                signers.stream().map(signer -> signer.key().type()).toList();
        boolean each = types.size() == Set.copyOf(types).size();
        if (!each || !types.contains(SignatureType.COSIGNATURE_ED25519) || types.contains(SignatureType.ED25519)) {
            throw new IllegalArgumentException("a witness signs with a key of type 0x04 and perhaps one of type 0x06");
        }
    }

    /** The keys that it signs with. */
    public List<VerifierKey> keys() {
        return signers.stream().map(NoteSigner::key).toList();
    }

    /** The head that was cosigned last of the log whose origin has this SHA-256, in lower-case hex. */
    Optional<SignedNote> latest(String originHash) {
        return Optional.ofNullable(byHash.get(originHash))
                .flatMap(log -> state.load(log.origin))
                .map(WitnessState.Seen::note);
    }

    /** Answers the body of a request to cosign. */
    Answer add(byte[] body) {
        if (shut || !remembers.getAsBoolean()) {
            return Answer.not(Problem.WITNESS_WAITS);
        }
        AddCheckpoint asked;
        try {
            asked = AddCheckpoint.parse(body);
        } catch (Refused e) {
            return Answer.not(Problem.WITNESS_FORM, e.why());
        }
        KnownLog log = logs.get(asked.checkpoint().origin());
        return log == null ? Answer.not(Problem.NOT_WITNESSED) : of(log, asked);
    }

    private Answer of(KnownLog log, AddCheckpoint asked) {
        List<SignatureLine> signed;
        try {
            signed = signatures(log, asked.note());
        } catch (Refused e) {
            return Answer.not(Problem.NOT_SIGNED);
        }
        if (asked.oldSize() > asked.checkpoint().size()) {
            return Answer.not(Problem.OLD_SIZE);
        }
        log.lock.lock();
        try {
            return continued(log, asked, signed);
        } finally {
            log.lock.unlock();
        }
    }

    /** One verified signature of each key of the log. */
    private List<SignatureLine> signatures(KnownLog log, SignedNote note) {
        Set<VerifierKey> seen = new HashSet<>();
        return note.verified(log.keys, verifier).stream()
                .filter(verified -> seen.add(verified.key()))
                .map(SignedNote.Verified::line)
                .toList();
    }

    private Answer continued(KnownLog log, AddCheckpoint asked, List<SignatureLine> signed) {
        Optional<WitnessState.Seen> before = state.load(log.origin);
        long size = before.map(WitnessState.Seen::size).orElse(0L);
        if (asked.oldSize() != size) {
            return Answer.conflict(size);
        }
        Hash root = before.map(WitnessState.Seen::root).orElse(Merkle.emptyRoot());
        if (!asked.continues(root)) {
            return Answer.not(Problem.NOT_CONTINUED);
        }
        List<SignatureLine> cosignatures = cosign(asked.checkpoint(), before);
        List<SignatureLine> all = new ArrayList<>(signed);
        all.addAll(cosignatures);
        return saved(log, new SignedNote(asked.note().text(), all), cosignatures);
    }

    private Answer saved(KnownLog log, SignedNote note, List<SignatureLine> cosignatures) {
        try {
            state.save(log.origin, WitnessState.Seen.of(note));
        } catch (WitnessState.NotSaved e) {
            throw e;
        } catch (RuntimeException | Error e) {
            shut = true;
            throw e;
        }
        var text = new StringBuilder();
        cosignatures.forEach(line -> text.append(line).append('\n'));
        return Answer.now(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** ML-DSA-44 signs no extension lines and no long origins; such a head gets the other signature alone. */
    private List<SignatureLine> cosign(Checkpoint head, Optional<WitnessState.Seen> before) {
        boolean both = head.extensions().isEmpty()
                && head.origin().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ML_DSA_ORIGIN;
        long time = Math.max(
                clock.instant().getEpochSecond(), before.map(this::time).orElse(1L));
        return signers.stream()
                .filter(signer -> both || signer.key().type() == SignatureType.COSIGNATURE_ED25519)
                .map(signer -> Cosignature.sign(signer, head, time))
                .toList();
    }

    /** When it signed that: a clock that was set back must not say of an earlier time that the larger head was there. */
    private long time(WitnessState.Seen before) {
        return before.note().signatures().stream()
                .flatMap(line -> keys().stream()
                        .filter(line::isBy)
                        .map(key -> Cosignature.read(key.type(), line.blob()).time()))
                .max(Long::compare)
                .orElse(1L);
    }
}
