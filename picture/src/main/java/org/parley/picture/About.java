package org.parley.picture;

import java.util.Optional;
import org.parley.ledger.envelope.RecordRef;

/** What a record is about. */
final class About {
    private About() {}

    /** The record that it is about, if it is about one. */
    static Optional<RecordRef> record(Held record) {
        return record.envelope().about().filter(RecordRef.class::isInstance).map(RecordRef.class::cast);
    }
}
