package org.parley.cli.check.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts where a certain byte stands: a line break, or the record separator of RFC 8142. */
final class SeparatedSplitter implements Splitter {
    private final InputStream in;
    private final Form form;
    private final byte separator;
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int limit;
    private long line = 1;
    private int index;
    private boolean over;
    private boolean abrupt;
    private Optional<Unreadable> failure = Optional.empty();

    SeparatedSplitter(InputStream in, Form form) {
        this.in = in;
        this.form = form;
        this.separator = (byte) (form == Form.LINES ? '\n' : 0x1E);
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Optional<Batch> next() throws IOException, Unreadable {
        if (failure.isPresent()) {
            throw failure.get();
        }
        BatchBuilder batch = new BatchBuilder();
        try {
            while (!over && !batch.isFull()) {
                feature(batch);
            }
        } catch (Unreadable e) {
            batch.drop();
            over = true;
            failure = Optional.of(e);
        }
        if (batch.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        Batch built = batch.build(index, abrupt);
        index += built.count();
        return Optional.of(built);
    }

    /** Takes everything up to the next separator. */
    private void feature(BatchBuilder batch) throws IOException, Unreadable {
        batch.begin(line);
        while (at < limit || fill()) {
            int stop = at;
            int breaks = 0;
            while (stop < limit && chunk[stop] != separator) {
                breaks += chunk[stop++] == '\n' ? 1 : 0;
            }
            if (!batch.add(chunk, at, stop)) {
                throw tooLong(line);
            }
            at = stop;
            line += breaks;
            if (at < limit) {
                line += chunk[at++] == '\n' ? 1 : 0;
                batch.end();
                return;
            }
        }
        over = true;
        abrupt = batch.hasBytes();
        batch.end();
    }

    static Unreadable tooLong(long line) {
        return new Unreadable(
                line,
                "more than " + (ReadLimits.FEATURE_BYTES >> 20) + " MiB",
                "longer than one feature may be",
                "give one Feature a line, or a FeatureCollection");
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(chunk, 0, chunk.length));
        return limit > 0;
    }
}
