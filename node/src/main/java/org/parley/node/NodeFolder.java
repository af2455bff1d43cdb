package org.parley.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Event;
import org.parley.link.TlsIdentity;
import org.parley.node.crypto.Providers;
import org.parley.node.home.Identity;
import org.parley.node.keys.OneKey;
import org.parley.node.keys.Vault;
import org.parley.store.Damaged;
import org.parley.store.Folder;
import org.parley.store.FolderRefused;

/** Makes the folder of a new node: its root and TLS keys, its name, and its private line. */
public final class NodeFolder {
    static final String TLS = "tls";
    private static final int NONCE = 32;

    private NodeFolder() {}

    /**
     * Makes a node in a folder that is empty or not there.
     *
     * @param rootFile where the root key is put instead of the folder: a stick that is then taken away
     */
    public static Identity create(Path path, PartyName party, Optional<Path> rootFile, Options options) {
        rootFile.filter(file -> file.toFile().exists()).ifPresent(file -> {
            throw new Refused(Refused.Reason.STALE, file + " is there already: a root key is never overwritten");
        });
        Signatures signatures = Providers.best().signatures();
        SecureRandom random = options.random();
        SigningKey root = OneKey.fresh(random);
        Bytes rootKey = Bytes.of(signatures.publicKey(root).raw());
        Identity identity = new Identity(party, rootKey, privateLine(rootKey, random));
        try (Folder folder = refusing(() -> Folder.create(path))) {
            Vault vault = new Vault(folder.keys(), options.passphrase(), random);
            byte[] secret = OneKey.bytes(OneKey.ROOT, root);
            rootFile.ifPresentOrElse(
                    file -> vault.write(file, OneKey.ROOT, secret), () -> vault.write(OneKey.ROOT, secret));
            addKeysOfTheNode(vault, random);
            identity.write(folder.path());
        }
        try (Node node = Node.open(path, options)) {
            List<Event.Founder> alone = List.of(new Event.Founder(party, rootKey));
            node.found(identity.privateLine(), party, alone, Map.of(), root).join();
        }
        return identity;
    }

    /** The key that is the node's own. A witness's keys begin with its memory. */
    static void addKeysOfTheNode(Vault vault, SecureRandom random) {
        if (!vault.has(TLS)) {
            vault.write(TLS, TlsIdentity.create(random).pem());
        }
    }

    private static LineId privateLine(Bytes rootKey, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] label = "parley private line v1\n".getBytes(StandardCharsets.US_ASCII);
        try {
            return LineId.of(Hash.of(MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(label.length + rootKey.length() + NONCE)
                            .put(label)
                            .put(rootKey.array())
                            .put(nonce)
                            .array())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What takes a folder. */
    interface Taking {
        Folder take();
    }

    /** A folder that cannot be had is refused in the words of the ledger. */
    static Folder refusing(Taking taking) {
        try {
            return taking.take();
        } catch (FolderRefused refused) {
            Refused.Reason reason = switch (refused.reason()) {
                case IN_USE -> Refused.Reason.FENCED;
                case NOT_EMPTY -> Refused.Reason.STALE;
                case NOT_A_NODE -> Refused.Reason.UNKNOWN;
            };
            throw new Refused(reason, String.valueOf(refused.getMessage()));
        }
    }

    /** What keeps a folder from being opened, in the words of the ledger where it is nothing that failed. */
    static RuntimeException inWords(RuntimeException why) {
        return switch (why) {
            case Disk.Full full -> new Refused(Refused.Reason.FULL, String.valueOf(full.getMessage()));
            case Damaged damaged -> new Refused(Refused.Reason.INCONSISTENT, String.valueOf(damaged.getMessage()));
            default -> why;
        };
    }
}
