package org.parley.cli.check.report;

import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;

/**
 * A way of writing a result. Called in the order of its methods.
 *
 * @param <T> a conflict made ready for writing
 */
public interface Report<T> {
    /** Before anything is searched. */
    void begin(Summary summary);

    /** Makes a conflict ready; on many threads. */
    T prepare(Conflict conflict);

    /** Writes one conflict; in the order of ids. */
    void conflict(T prepared);

    /** Writes a match; site after site, for each site nearest first. */
    void match(Match match);

    /** Nothing more comes. */
    void end(long conflicts, long matches);
}
