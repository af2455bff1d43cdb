package org.parley.node.desk;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who says something about a subject waits until what was said of it before is in the picture: so each decides on what is
 * there. What begins a subject waits for nobody.
 */
final class Turns {
    /** More than there are people and programs that write at once. */
    private static final int TURNS = 256;

    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    <T> T take(String key, Supplier<T> action) {
        ReentrantLock turn = turns[Math.floorMod(key.hashCode(), TURNS)];
        turn.lock();
        try {
            return action.get();
        } finally {
            turn.unlock();
        }
    }
}
