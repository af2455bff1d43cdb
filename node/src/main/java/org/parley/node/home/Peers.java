package org.parley.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.link.Address;

/** Where the other members of lines are dialled; the file {@code peers.toml}, which people may edit while no process runs. */
public final class Peers {
    private static final String COMMENT = "Where other members are dialled: \"line/PARTY\" = \"host:port\"";

    private final Path file;
    private final Map<Member, Address> known = new LinkedHashMap<>();

    /** A member of a line. */
    public record Member(LineId line, PartyName party) {
        @Override
        public String toString() {
            return line + "/" + party;
        }
    }

    private Peers(Path file) {
        this.file = file;
    }

    /** Those of a folder; no file means that none is dialled. */
    public static Peers read(Path folder) {
        Peers peers = new Peers(folder.resolve("peers.toml"));
        if (Files.exists(peers.file)) {
            Toml.read(peers.file).forEach((member, address) -> peers.known.put(member(member), Address.of(address)));
        }
        return peers;
    }

    private static Member member(String text) {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return new Member(new LineId(parts[0]), new PartyName(parts[1]));
            }
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed("a peer in peers.toml: " + wrong.getMessage());
        }
        throw Refused.malformed("a peer in peers.toml is line/PARTY, not " + text);
    }

    /** All that are known. */
    public synchronized Map<Member, Address> all() {
        return Map.copyOf(known);
    }

    /** From now on this member is dialled there. */
    public synchronized void put(LineId line, PartyName party, Address address) {
        if (!address.equals(known.put(new Member(line, party), address))) {
            Map<String, String> settings = new LinkedHashMap<>();
            known.forEach((member, at) -> settings.put(member.toString(), at.toString()));
            Toml.write(file, COMMENT, settings);
        }
    }
}
