package org.parley.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Fence;
import org.parley.node.home.PrivateFile;
import org.parley.node.keys.Vault;
import org.parley.node.keys.WitnessKeys;
import org.parley.store.Host;

/**
 * Whether a witness remembers all that its keys have signed. What it signed is in the folder {@code witness}, durable before
 * it is told; nobody else can say it again. So keys and memory begin together, and the keys sign only where the memory is the
 * one that began with them: in the same folder on the same machine, and of a node that never had to begin an epoch because it
 * might be an old copy.
 */
final class WitnessMemory {
    private static final String HEADER = "parley/witness/v1\n";
    private static final String WAY_OUT = "; to witness with new keys, take keys/witness.key and witness/ away";

    private final Path folder;
    private final Vault vault;
    private final Standing standing;
    private final Set<String> epochs;

    private WitnessMemory(Path folder, Vault vault, Standing standing, Set<String> epochs) {
        this.folder = folder;
        this.vault = vault;
        this.standing = standing;
        this.epochs = epochs;
    }

    /** The memory of a node's witness, begun with new keys where there are none; {@link Refused} where it may have forgotten. */
    static WitnessMemory open(Node node) {
        Path folder = node.folder().resolve("witness");
        Path place = folder.resolve("place");
        try {
            if (!Files.exists(place)) {
                if (node.vault().has(WitnessKeys.NAME)) {
                    throw forgotten(place + " is not there, and the witness's keys are");
                }
                Files.createDirectories(folder);
                PrivateFile.write(place, text(folder, later(node.standing())).getBytes(StandardCharsets.UTF_8));
            }
            WitnessMemory memory = read(folder, node, Files.readString(place));
            if (!node.vault().has(WitnessKeys.NAME)) {
                node.vault()
                        .write(
                                WitnessKeys.NAME,
                                WitnessKeys.fresh(node.options().random()).bytes());
            }
            return memory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WitnessMemory read(Path folder, Node node, String text) throws IOException {
        List<String> lines = text.lines().toList();
        Set<String> epochs = lines.stream()
                .filter(line -> line.startsWith("epoch "))
                .map(line -> line.substring("epoch ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!text.equals(text(folder, epochs))) {
            throw forgotten(folder + " is a copy, or was made on another machine");
        }
        WitnessMemory memory = new WitnessMemory(folder, node.vault(), node.standing(), epochs);
        if (!memory.epochs.containsAll(later(node.standing()))) {
            throw forgotten("this node began a new epoch since: it may have been put back to an old state");
        }
        return memory;
    }

    private static Refused forgotten(String why) {
        return new Refused(Refused.Reason.FENCED, "the witness may have forgotten what it signed: " + why + WAY_OUT);
    }

    private static String text(Path folder, Set<String> epochs) throws IOException {
        return HEADER + "machine " + Host.local().machine().orElse("unknown") + "\nfolder "
                + Files.getAttribute(folder, "unix:ino") + "\n"
                + epochs.stream().map(epoch -> "epoch " + epoch + "\n").collect(Collectors.joining());
    }

    /** Our logs in epochs after the first. */
    private static Set<String> later(Standing standing) {
        return own(standing)
                .filter(origin -> origin.epoch().number() > 1)
                .map(Origin::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Origin> own(Standing standing) {
        return standing.lines().stream()
                .flatMap(line -> standing.logs(line.line()).stream()
                        .filter(origin -> origin.party().equals(line.me())));
    }

    /** Where the heads lie that were signed. */
    Path heads() {
        return folder.resolve("heads");
    }

    WitnessKeys keys() {
        return WitnessKeys.read(vault.read(WitnessKeys.NAME));
    }

    /** Whether it is sure now: our own logs may be signed too, on every line, and in the epochs that it began with. */
    boolean isWhole() {
        return epochs.containsAll(later(standing))
                && standing.lines().stream()
                        .allMatch(line -> standing.fence(line.line())
                                .filter(fence -> fence.state() == Fence.State.OPEN)
                                .isPresent());
    }
}
