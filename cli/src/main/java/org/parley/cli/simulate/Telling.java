package org.parley.cli.simulate;

import org.parley.sim.Outcome;

/** How outcomes are printed. The same seeds give the same bytes on every machine. */
interface Telling {
    /** One seed. */
    void seed(Outcome outcome, boolean traced);

    /** All of them. */
    void sum(Sum sum);
}
