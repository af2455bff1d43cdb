package org.parley.node.keys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.ledger.LineId;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeySet;

/** The secret keys of all lines of a node, found by their public ones. A key is in the folder before anything names it. */
public final class KeyRing {
    private static final String LINE = "line-";

    private final Vault vault;
    private final Signatures signatures;
    private final SecureRandom random;
    private final Map<VerifyingKey, SigningKey> secrets = new ConcurrentHashMap<>();

    private KeyRing(Vault vault, Signatures signatures, SecureRandom random) {
        this.vault = vault;
        this.signatures = signatures;
        this.random = random;
    }

    /** All that lie in a vault. */
    public static KeyRing open(Vault vault, Signatures signatures, SecureRandom random) {
        KeyRing ring = new KeyRing(vault, signatures, random);
        vault.names().stream()
                .filter(name -> name.startsWith(LINE))
                .forEach(name -> ring.hold(LineKeys.read(vault.read(name))));
        return ring;
    }

    private void hold(LineKeys keys) {
        List.of(keys.log(), keys.logMlDsa(), keys.cosigner())
                .forEach(key -> secrets.put(signatures.publicKey(key), key));
    }

    /** Makes keys for a line and stores them, under a name that no other has: they may yet be refused. */
    public LineKeys fresh(LineId line) {
        LineKeys keys = LineKeys.fresh(random);
        byte[] tag = new byte[4];
        random.nextBytes(tag);
        vault.write(LINE + line + "-" + HexFormat.of().formatHex(tag), keys.bytes());
        hold(keys);
        return keys;
    }

    /** Whether the secret keys of a key set are here. */
    public boolean holds(KeySet keys) {
        return Stream.of(keys.log(), keys.logMlDsa(), keys.cosigner())
                .allMatch(key -> secret(key).isPresent());
    }

    /** The secret key of a public one, where it is here. */
    public Optional<SigningKey> secret(VerifyingKey key) {
        return Optional.ofNullable(secrets.get(key));
    }
}
