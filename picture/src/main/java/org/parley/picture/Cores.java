package org.parley.picture;

import java.util.List;
import java.util.function.Function;

/**
 * Works out something about each of many things. What is worked out about one depends on no other and changes nothing, so that
 * as many threads may do it as there are; the order of the answers is that of the things.
 */
public interface Cores {
    /** One after the other, on the thread that asks. */
    Cores ONE = new Cores() {
        @Override
        public <A, B> List<B> each(List<A> all, Function<A, B> work) {
            return all.stream().map(work).toList();
        }
    };

    /** The answer for each, in their order. */
    <A, B> List<B> each(List<A> all, Function<A, B> work);
}
