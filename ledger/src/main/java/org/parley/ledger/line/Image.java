package org.parley.ledger.line;

import java.util.List;
import java.util.Map;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/**
 * What a node finds on its disk when it starts.
 *
 * @param mark the largest size of each log, our own and the others', that the high-water mark outside the database knows:
 *     it never decreases
 */
public record Image(List<LineImage> lines, Map<Origin, Long> mark) {
    /**
     * What is stored of a line.
     *
     * @param trust what may be concluded from how the last run ended
     */
    public record LineImage(
            LineId line,
            PartyName me,
            Map<PartyName, Bytes> rootKeys,
            Map<PartyName, List<Bytes>> keySets,
            Map<PartyName, List<Bytes>> revocations,
            List<LogImage> logs,
            List<Last> receipts,
            Trust trust) {}

    /** The last receipt of a member over a log, and how many there are. */
    public record Last(Origin origin, PartyName member, Receipt.Tally tally, long size, long time) {
        /** How many there are. */
        public long count() {
            return tally.count();
        }
    }

    /**
     * How sure it is that this disk is the newest state of this node. A run in which {@link Disk#settled} was not called for a
     * line leaves the line as unsure as that run found it.
     */
    public enum Trust {
        /** The last run was stopped cleanly, on this machine and in this folder. */
        CLEAN,
        /** The same boot: a process that ended loses nothing that was committed. */
        SAME_BOOT,
        /** Neither: it may be an old copy. */
        UNKNOWN,
        /** Neither, and the high-water mark is lost or damaged too. */
        MARK_LOST
    }
}
