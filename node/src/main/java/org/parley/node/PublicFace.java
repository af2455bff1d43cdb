package org.parley.node;

import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.VerifierKey;
import org.parley.node.home.WitnessedLogs;
import org.parley.node.journal.Journal;
import org.parley.node.keys.WitnessKeys;
import org.parley.node.publicface.FileWitnessState;
import org.parley.node.publicface.PublicLogs;
import org.parley.node.publicface.Shown;
import org.parley.node.publicface.VerifierKeys;
import org.parley.node.publicface.Witness;
import org.parley.store.Reading;
import org.parley.store.SqliteDisk;

/**
 * What a running node shows to the programs of others, and what it does for them where it is a witness. It reads over
 * connections of its own, so that nobody in the node waits.
 */
public final class PublicFace implements AutoCloseable {
    private final Reading reading;
    private final PublicLogs logs;
    private final int witnessed;

    private PublicFace(Reading reading, PublicLogs logs, int witnessed) {
        this.reading = reading;
        this.logs = logs;
        this.witnessed = witnessed;
    }

    static PublicFace begin(Node node, SqliteDisk disk, Shown shown, int port, boolean asWitness) throws BindException {
        Map<String, List<VerifierKey>> witnessed = asWitness ? WitnessedLogs.read(node.folder()) : Map.of();
        Optional<Witness> witness = asWitness ? Optional.of(witness(node, witnessed)) : Optional.empty();
        Reading reading = disk.reading(PublicLogs.READERS);
        try {
            Signatures signatures = node.crypto().signatures();
            PublicLogs logs = PublicLogs.start(port, reading, shown, signatures, witness, new Journal()::fault);
            return new PublicFace(reading, logs, witnessed.size());
        } catch (BindException | RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    private static Witness witness(Node node, Map<String, List<VerifierKey>> logs) {
        Signatures signatures = node.crypto().signatures();
        WitnessMemory memory = WitnessMemory.open(node);
        WitnessKeys keys = memory.keys();
        return new Witness(
                logs,
                List.of(signer(node, keys.ed25519()), signer(node, keys.mlDsa())),
                (key, message, signature) -> signatures.verifies(verifying(key), message, signature),
                new FileWitnessState(memory.heads()),
                memory::isWhole,
                node.options().clock());
    }

    private static VerifyingKey verifying(VerifierKey key) {
        boolean mlDsa = key.type() == SignatureType.COSIGNATURE_ML_DSA_44;
        return VerifyingKey.of(mlDsa ? Algorithm.ML_DSA_44 : Algorithm.ED25519, key.publicKey());
    }

    private static NoteSigner signer(Node node, SigningKey secret) {
        Signatures signatures = node.crypto().signatures();
        VerifierKey key = VerifierKeys.witness(node.identity().party(), signatures.publicKey(secret));
        return NoteSigner.of(key, message -> signatures.sign(secret, message));
    }

    /** The port on the loopback address where it answers. */
    public int port() {
        return logs.port();
    }

    /** How many logs of others it witnesses. */
    public int witnessed() {
        return witnessed;
    }

    /** Ends; to be called before the node is closed. */
    @Override
    public void close() {
        logs.close();
        reading.close();
    }
}
