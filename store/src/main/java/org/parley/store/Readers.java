package org.parley.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** A few connections that read, lent for one question at a time. */
final class Readers implements AutoCloseable {
    private final BlockingQueue<Reader> idle;
    private final List<Reader> all = new ArrayList<>();

    Readers(Path file, int count) {
        idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            Reader reader = new Reader(Database.reader(file));
            all.add(reader);
            idle.add(reader);
        }
    }

    <T> T ask(Function<Reader, T> question) {
        Reader reader;
        try {
            reader = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read", e);
        }
        try {
            return question.apply(reader);
        } finally {
            idle.add(reader);
        }
    }

    @Override
    public void close() {
        all.forEach(reader -> Database.close(reader.connection()));
    }
}
