package org.parley.node.publicface;

import java.util.List;
import java.util.Map;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.keys.KeyHistory;

/**
 * A line as it is shown.
 *
 * @param members with all their keys; whoever writes one of the logs is among them
 * @param logs that are served
 */
public record ShownLine(LineId line, Map<PartyName, KeyHistory> members, List<Origin> logs) {
    /** A log of another line or of a party that is no member is an {@link IllegalArgumentException}. */
    public ShownLine {
        members = Map.copyOf(members);
        logs = List.copyOf(logs);
        for (Origin log : logs) {
            if (!log.line().equals(line) || !members.containsKey(log.party())) {
                throw new IllegalArgumentException(log + " is no log of a member of the line " + line);
            }
        }
    }

    /** The keys of the log's writer. */
    KeyHistory writer(Origin log) {
        KeyHistory keys = members.get(log.party());
        if (keys == null) {
            throw new IllegalArgumentException(log + " is no log of a member of the line " + line);
        }
        return keys;
    }
}
