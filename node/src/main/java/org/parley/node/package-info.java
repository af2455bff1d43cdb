/** One running party: its folder, its ledger, the one thread that commits, and its links. */
@NullMarked
package org.parley.node;

import org.jspecify.annotations.NullMarked;
