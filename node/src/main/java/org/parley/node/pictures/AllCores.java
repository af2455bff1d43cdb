package org.parley.node.pictures;

import java.util.List;
import java.util.function.Function;
import org.parley.picture.Cores;

/** All cores of the machine: a start, and what comes after an outage, are worked out by as many. */
public record AllCores() implements Cores {
    @Override
    public <A, B> List<B> each(List<A> all, Function<A, B> work) {
        return all.parallelStream().map(work).toList();
    }
}
