package org.parley.cli.faults;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Event;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.keys.OneKey;

/** Makes nodes, and a line between them by naming root keys: what pairing comes to, without two people on the telephone. */
final class Founding {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For nodes inside this process: a failure of theirs must not end it. */
    static final Options OPTIONS =
            new Options(Optional.empty(), InstantSource.system(), RANDOM, Bounds.USUAL, fault -> {
                throw new AssertionError("a node in this process failed", fault);
            });

    private Founding() {}

    static LineId line(List<Party> parties, Map<PartyName, String> dialled) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        LineId line = new LineId(HexFormat.of().formatHex(id));
        List<Event.Founder> members = new ArrayList<>();
        for (Party party : parties) {
            var identity = NodeFolder.create(party.folder(), party.name(), Optional.empty(), OPTIONS);
            members.add(new Event.Founder(party.name(), identity.rootKey()));
        }
        for (Party party : parties) {
            Map<PartyName, Address> others = new HashMap<>();
            dialled.forEach((name, address) -> {
                if (!name.equals(party.name())) {
                    others.put(name, Address.of(address));
                }
            });
            try (Node node = Node.open(party.folder(), OPTIONS)) {
                var root = OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT));
                node.found(line, party.name(), members, others, root).join();
            }
        }
        return line;
    }
}
