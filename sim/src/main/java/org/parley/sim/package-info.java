/** The deterministic simulator: the real ledger on a disk, a network, a clock and chance that fail on purpose. */
@NullMarked
package org.parley.sim;

import org.jspecify.annotations.NullMarked;
