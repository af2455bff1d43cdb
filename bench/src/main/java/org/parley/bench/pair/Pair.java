package org.parley.bench.pair;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Event;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.home.Identity;
import org.parley.node.keys.OneKey;

/**
 * The folders of two nodes and the line between them, founded by naming root keys to both.
 *
 * @param azure the folder of who speaks
 * @param birch the folder of who listens
 */
public record Pair(Path azure, Path birch, LineId line) {
    /** Who speaks. */
    public static final PartyName AZURE = new PartyName("AZURE");

    /** Who listens. */
    public static final PartyName BIRCH = new PartyName("BIRCH");

    /** Makes both in a folder. */
    public static Pair make(Path folder) {
        Path azure = folder.resolve("azure");
        Path birch = folder.resolve("birch");
        Options options = Options.usual(Optional.empty());
        Identity one = NodeFolder.create(azure, AZURE, Optional.empty(), options);
        Identity other = NodeFolder.create(birch, BIRCH, Optional.empty(), options);
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        LineId line = new LineId(HexFormat.of().formatHex(id));
        List<Event.Founder> members =
                List.of(new Event.Founder(AZURE, one.rootKey()), new Event.Founder(BIRCH, other.rootKey()));
        found(azure, AZURE, line, members, options);
        found(birch, BIRCH, line, members, options);
        return new Pair(azure, birch, line);
    }

    private static void found(Path folder, PartyName me, LineId line, List<Event.Founder> members, Options options) {
        try (Node node = Node.open(folder, options)) {
            node.found(
                            line,
                            me,
                            members,
                            Map.of(),
                            OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT)))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        }
    }
}
