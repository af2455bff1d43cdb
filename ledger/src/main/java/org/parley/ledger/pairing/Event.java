package org.parley.ledger.pairing;

import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;

/** What happens to a pairing. */
public sealed interface Event {
    /** A message came, without the carrier's length. */
    record Received(Bytes message) implements Event {}

    /** The officer here compared the six words of this line with the other officer and found them the same. */
    record WordsConfirmed(LineId line) implements Event {}

    /** The officer here found other words, or wants no line. */
    record Declined() implements Event {}

    /** There is a new connection, between the same two TLS keys, for one that broke. */
    record Reconnected() implements Event {}

    /** {@link Invitation} admitted another attempt with the same invitation. */
    record Replaced() implements Event {}

    /** Time went by. */
    record Tick() implements Event {}
}
