/** Who may sign for a party on a line: key sets and revocations, each signed by the party's root key. */
@NullMarked
package org.parley.ledger.keys;

import org.jspecify.annotations.NullMarked;
