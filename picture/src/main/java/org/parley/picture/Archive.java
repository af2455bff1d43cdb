package org.parley.picture;

import java.util.OptionalLong;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** Where a fold, and the pictures that it made, read again what is at rest. Any thread may ask. */
public interface Archive {
    /** Of a fold that lets nothing rest. */
    Archive NONE = new Archive() {
        @Override
        public Held record(Origin log, long index) {
            throw new IllegalStateException("nothing is at rest, and " + log.recordName(index) + " is asked for");
        }

        @Override
        public OptionalLong since(PartyName member, Held record) {
            return OptionalLong.empty();
        }
    };

    /** The record of a log with this index, which was taken once. */
    Held record(Origin log, long index);

    /** Since when a member's machine holds a record, in milliseconds since 1970; empty where no receipt says so. */
    OptionalLong since(PartyName member, Held record);
}
