package org.parley.node.pictures;

import java.util.Map;
import java.util.SortedSet;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.picture.Picture;

/**
 * What follows from the records and receipts of a line that this node holds. It never changes.
 *
 * @param members all of them, ourselves too
 * @param sizes how many entries of each log are in it
 * @param version grows with each picture of this line that was made since the node was started
 */
public record LinePicture(
        LineId line,
        PartyName me,
        SortedSet<PartyName> members,
        Picture picture,
        Map<Origin, Long> sizes,
        long version) {
    /** The same line by another picture. */
    LinePicture withPicture(Picture other) {
        return new LinePicture(line, me, members, other, sizes, version);
    }

    /** Whether a node alone is on it: nothing on it leaves the node. */
    public boolean isPrivate() {
        return members.size() == 1;
    }

    /** Whether the entry of a log with this index is in it. */
    boolean holds(Origin origin, long index) {
        return sizes.getOrDefault(origin, 0L) > index;
    }
}
