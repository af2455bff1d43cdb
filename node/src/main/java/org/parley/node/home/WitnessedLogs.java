package org.parley.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.Refused;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.VerifierKey;

/** The logs of others that a node witnesses, and the keys that it knows of them; the file {@code witness.toml}, which people write. */
public final class WitnessedLogs {
    private static final String FILE = "witness.toml";

    /** A witness keeps a signature of each beside its own. */
    private static final int MOST_KEYS = 16;

    private WitnessedLogs() {}

    /** By origin, the verifier keys of each log: what cannot be used, and no log at all, is {@link Refused} with the line to write. */
    public static Map<String, List<VerifierKey>> read(Path folder) {
        Path file = folder.resolve(FILE);
        Map<String, List<VerifierKey>> logs = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Toml.read(file).forEach((origin, keys) -> logs.put(origin, keys(file, origin, keys)));
        }
        if (logs.isEmpty()) {
            throw new Refused(
                    Refused.Reason.UNKNOWN,
                    file + " names no log to witness: write a line \"ORIGIN\" = \"VERIFIER-KEY\" for each");
        }
        return logs;
    }

    private static List<VerifierKey> keys(Path file, String origin, String texts) {
        List<VerifierKey> keys = new ArrayList<>();
        for (String text : texts.strip().split("\\s+", -1)) {
            keys.add(key(file + ", log " + origin, text));
        }
        if (origin.isBlank() || keys.size() > MOST_KEYS) {
            throw Refused.malformed(
                    file + ", log " + origin + ": a log has an origin and at most " + MOST_KEYS + " keys");
        }
        return keys;
    }

    private static VerifierKey key(String where, String text) {
        VerifierKey key;
        try {
            key = VerifierKey.parse(text);
        } catch (Refused refused) {
            throw Refused.malformed(where + ": not a verifier key, NAME+ID+KEY: " + refused.why());
        }
        if (key.type() == SignatureType.COSIGNATURE_ED25519) {
            throw Refused.malformed(
                    where + ": the key " + key.name() + " is one of a witness (type 0x04), not of a log");
        }
        return key;
    }
}
