package org.parley.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/**
 * Who a node is; the file {@code node.toml}, which holds nothing secret.
 *
 * @param rootKey the public root key, 32 bytes
 * @param privateLine the line of this node alone
 */
public record Identity(PartyName party, Bytes rootKey, LineId privateLine) {
    private static final String FILE = "node.toml";

    /** What a folder says of its node; {@link Refused} where it says nothing. */
    public static Identity read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new Refused(Refused.Reason.UNKNOWN, folder + " has no " + FILE + ": it is not a node's folder");
        }
        Map<String, String> settings = Toml.read(file);
        try {
            return new Identity(
                    new PartyName(setting(settings, "party")),
                    Bytes.of(Base64.getDecoder().decode(setting(settings, "root"))),
                    new LineId(setting(settings, "private")));
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(file + ": " + wrong.getMessage());
        }
    }

    private static String setting(Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + key));
    }

    /** Writes it into a folder. */
    public void write(Path folder) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("party", party.name());
        settings.put("root", Base64.getEncoder().encodeToString(rootKey.array()));
        settings.put("private", privateLine.hex());
        Toml.write(folder.resolve(FILE), "Who this node is. Nothing here is secret; do not change it.", settings);
    }
}
