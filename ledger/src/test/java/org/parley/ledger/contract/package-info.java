/** What every disk of a ledger must do, as tests: the real store, the simulator's disk and the one of the ledger's own tests obey the same. */
@NullMarked
package org.parley.ledger.contract;

import org.jspecify.annotations.NullMarked;
