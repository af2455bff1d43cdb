package org.parley.node.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Refused;
import org.parley.node.home.PrivateFile;

/** A folder of secrets: files that their owner alone may read, sealed with a passphrase where there is one. */
public final class Vault {
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final Optional<Passphrase> passphrase;
    private final SecureRandom random;
    private final byte[] salt;

    /** Nothing is read yet. */
    public Vault(Path folder, Optional<Passphrase> passphrase, SecureRandom random) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.random = random;
        this.salt = bytes(Sealed.SALT);
    }

    /** The names of the secrets, in their order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a secret of this name. */
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** A secret; {@link Refused} where it is not there, others may read its file, or the passphrase is not the right one. */
    public byte[] read(String name) {
        return read(file(name), name);
    }

    /** A secret in a file anywhere. */
    public byte[] read(Path file, String name) {
        if (!Files.exists(file)) {
            throw new Refused(Refused.Reason.UNKNOWN, file + " is not there");
        }
        if (!PrivateFile.isPrivate(file)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "others may read " + file + ": chmod 600 it");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Sealed.is(bytes)) {
                return bytes;
            }
            return Sealed.open(
                    name,
                    bytes,
                    passphrase.orElseThrow(() ->
                            new Refused(Refused.Reason.FORBIDDEN, file + " is sealed: its passphrase is needed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a secret; one that is there already is an {@link IllegalArgumentException}. */
    public void write(String name, byte[] secret) {
        write(file(name), name, secret);
    }

    /** Puts a secret into a file anywhere. */
    public void write(Path file, String name, byte[] secret) {
        if (Files.exists(file)) {
            throw new Refused(Refused.Reason.STALE, file + " is there already");
        }
        PrivateFile.write(
                file,
                passphrase
                        .map(words -> Sealed.seal(name, secret, words, salt, bytes(Sealed.NONCE)))
                        .orElse(secret));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
