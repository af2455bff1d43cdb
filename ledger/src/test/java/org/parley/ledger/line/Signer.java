package org.parley.ledger.line;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Computers;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.note.JdkKeys;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.VerifierKey;

/** The keys of a party, real ones, from a seeded chance; and heads and receipts made and checked by hand. */
final class Signer {
    static final Signatures SIGNATURES = Computers.signatures();
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    final PartyName name;
    final SigningKey root;
    final Map<VerifyingKey, SigningKey> secrets = new HashMap<>();
    private final SplittableRandom random;

    Signer(String name) {
        this.name = new PartyName(name);
        this.random = new SplittableRandom(name.hashCode());
        this.root = key();
    }

    private SigningKey key() {
        return key(Algorithm.ED25519);
    }

    private SigningKey key(Algorithm algorithm) {
        SigningKey key = SigningKey.of(algorithm, bytes(32).array());
        secrets.put(SIGNATURES.publicKey(key), key);
        return key;
    }

    Bytes bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    Bytes rootKey() {
        return Bytes.of(SIGNATURES.publicKey(root).raw());
    }

    Optional<SigningKey> secret(VerifyingKey key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /** A key set with fresh keys. */
    KeySet keys(LineId line, int serial, Opening main, Opening safety) {
        return new KeySet(
                line,
                name,
                serial,
                SIGNATURES.publicKey(key()),
                SIGNATURES.publicKey(key(Algorithm.ML_DSA_44)),
                SIGNATURES.publicKey(key()),
                Hash.of(bytes(32).array()),
                main,
                safety);
    }

    Bytes note(KeySet keys) {
        return Bytes.of(keys.signedBy(SIGNATURES, root));
    }

    Bytes revocation(LineId line, int serial, LastHead main, LastHead safety) {
        return Bytes.of(new Revocation(line, name, serial, main, safety).signedBy(SIGNATURES, root));
    }

    private byte[] sign(VerifyingKey key, String message) {
        return SIGNATURES.sign(secret(key).orElseThrow(), message.getBytes(StandardCharsets.UTF_8));
    }

    /** A signed head: tlog-checkpoint in a signed-note, the key's name is the origin, type 1. */
    Bytes head(VerifyingKey key, Origin origin, long size, Hash root) {
        String text = checkpoint(origin, size, root);
        Bytes blob = Bytes.of(
                new Hand().hex(keyId(origin, 1, key)).raw(sign(key, text)).done());
        return Bytes.ofText(text + "\n— " + origin + " " + base64(blob.array()) + "\n");
    }

    /** The same head signed by ML-DSA-44 too: tlog-cosignature, type 6, the message cosigned_message with this time. */
    Bytes lasting(KeySet keys, Origin origin, long size, Hash root, long time) {
        byte[] blob = new Hand()
                .hex(keyId(origin, 6, keys.logMlDsa()))
                .u64(time)
                .raw(SIGNATURES.sign(secret(keys.logMlDsa()).orElseThrow(), subtree(origin, size, root, time)))
                .done();
        return Bytes.ofText(head(keys.log(), origin, size, root).text() + "— " + origin + " " + base64(blob) + "\n");
    }

    private static String keyId(Origin origin, int type, VerifyingKey key) {
        byte[] id = Rfc6962.sha256(
                        (origin + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {(byte) type}, key.raw())
                .bytes();
        return HexFormat.of().formatHex(id, 0, 4);
    }

    /** The structure cosigned_message of tlog-cosignature, over a whole tree; the log is its own cosigner. */
    static byte[] subtree(Origin origin, long size, Hash root, long time) {
        byte[] name = origin.toString().getBytes(StandardCharsets.UTF_8);
        return new Hand()
                .raw("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
                .u8(name.length)
                .raw(name)
                .u64(time)
                .u8(name.length)
                .raw(name)
                .u64(0)
                .u64(size)
                .raw(root.bytes())
                .done();
    }

    /** A receipt: the message of tlog-cosignature. */
    Receipt receipt(VerifyingKey key, Origin origin, long size, Hash root, long time) {
        return new Receipt(size, root, time, Bytes.of(sign(key, cosigned(origin, size, root, time))));
    }

    static String checkpoint(Origin origin, long size, Hash root) {
        return origin + "\n" + size + "\n" + base64(root.bytes()) + "\n";
    }

    static String cosigned(Origin origin, long size, Hash root, long time) {
        return "cosignature/v1\ntime " + time + "\n" + checkpoint(origin, size, root);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** By the JDK alone. */
    static boolean verifies(VerifyingKey key, String message, byte[] signature) {
        try {
            byte[] encoded = new Hand().raw(X509).raw(key.raw()).done();
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    /** Whether these are the bytes of a lasting head: the same with a second line, which names no time. By the JDK alone. */
    static boolean isLasting(Bytes note, KeySet keys, Origin origin, long size, Hash root) {
        List<String> lines = note.text().lines().toList();
        if (!isHead(note, keys.log(), origin, size, root) || lines.size() != 6) {
            return false;
        }
        byte[] blob = Base64.getDecoder().decode(lines.get(5).substring(("— " + origin + " ").length()));
        byte[] start = new Hand().hex(keyId(origin, 6, keys.logMlDsa())).u64(0).done();
        return blob.length == 12 + 2_420
                && Arrays.equals(start, Arrays.copyOf(blob, 12))
                && JdkKeys.verifies(
                        new VerifierKey(
                                origin.toString(),
                                SignatureType.COSIGNATURE_ML_DSA_44,
                                keys.logMlDsa().raw()),
                        subtree(origin, size, root, 0),
                        Arrays.copyOfRange(blob, 12, blob.length));
    }

    /** Whether these are the bytes of a head of that log, of that size and root, with a right signature of that key. */
    static boolean isHead(Bytes note, VerifyingKey key, Origin origin, long size, Hash root) {
        String text = checkpoint(origin, size, root);
        String start = text + "\n— " + origin + " ";
        if (!note.text().startsWith(start)) {
            return false;
        }
        String line = note.text().substring(start.length());
        byte[] blob = Base64.getDecoder().decode(line.substring(0, line.indexOf('\n')));
        return blob.length == 68 && verifies(key, text, Arrays.copyOfRange(blob, 4, 68));
    }
}
