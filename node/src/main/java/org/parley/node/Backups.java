package org.parley.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Image;
import org.parley.node.home.Identity;
import org.parley.node.home.PrivateFile;
import org.parley.node.keys.KeyNotes;
import org.parley.node.keys.Vault;
import org.parley.node.keys.WitnessKeys;
import org.parley.store.Backup;
import org.parley.store.Damaged;
import org.parley.store.Folder;
import org.parley.store.Host;
import org.parley.store.SqliteDisk;

/** Backups of a node's database, made beside whoever serves it, and new folders from them. */
public final class Backups {
    private Backups() {}

    /** Writes a backup of the database alone: neither keys nor the mark are in it. */
    public static void write(Path folder, Path to) {
        Identity.read(folder);
        if (Files.exists(to)) {
            throw new Refused(Refused.Reason.STALE, to + " is there already");
        }
        Backup.write(folder.resolve("parley.db"), to);
    }

    /**
     * Makes a new folder from a backup. It starts fenced: the other members say what it has forgotten.
     *
     * @param old the folder whose keys and peers are taken over, but for a witness's keys, which sign nowhere but beside what
     *     they signed before; without it every line needs new keys
     */
    public static Identity restore(Path backup, Path to, Optional<Path> old, Options options) {
        old.filter(from -> !Files.isDirectory(from.resolve("keys"))).ifPresent(from -> {
            throw new Refused(Refused.Reason.UNKNOWN, from + " is not a node's folder: it has no keys/");
        });
        try (Folder folder = NodeFolder.refusing(() -> restored(backup, to))) {
            old.ifPresent(from -> copy(from, folder));
            NodeFolder.addKeysOfTheNode(
                    new Vault(folder.keys(), options.passphrase(), options.random()), options.random());
            try (SqliteDisk disk = SqliteDisk.open(folder, Host.local())) {
                Identity identity = identity(disk.load());
                identity.write(folder.path());
                return identity;
            }
        }
    }

    private static Folder restored(Path backup, Path to) {
        try {
            return Backup.restore(backup, to);
        } catch (Damaged damaged) {
            throw new Refused(Refused.Reason.INCONSISTENT, String.valueOf(damaged.getMessage()));
        }
    }

    private static void copy(Path old, Folder folder) {
        try (Stream<Path> keys = Files.list(old.resolve("keys"))) {
            List<Path> wanted = keys.filter(file ->
                            file.toString().endsWith(".key") || file.toString().endsWith(KeyNotes.SUFFIX))
                    .filter(file -> !file.endsWith(WitnessKeys.NAME + ".key")) // without its memory it must not sign
                    .toList();
            for (Path file : wanted) {
                PrivateFile.write(folder.keys().resolve(String.valueOf(file.getFileName())), Files.readAllBytes(file));
            }
            Path peers = old.resolve("peers.toml");
            if (Files.exists(peers)) {
                PrivateFile.write(folder.path().resolve("peers.toml"), Files.readAllBytes(peers));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private line says who the node is; the first one, should there be more. */
    private static Identity identity(Image image) {
        return image.lines().stream()
                .filter(line -> line.rootKeys().size() == 1)
                .min(Comparator.comparing(Image.LineImage::line))
                .map(line -> new Identity(
                        line.me(), line.rootKeys().values().iterator().next(), line.line()))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.INCONSISTENT, "the backup holds no private line: it is not one of a node"));
    }
}
