/** What a record is in bytes: the envelope that is hashed, and the body that it commits to and that may be erased. */
@NullMarked
package org.parley.ledger.envelope;

import org.jspecify.annotations.NullMarked;
