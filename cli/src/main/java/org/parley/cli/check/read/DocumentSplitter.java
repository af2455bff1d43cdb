package org.parley.cli.check.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a FeatureCollection into its features while it is read, so that its size does not matter. What is around the
 * features is gathered and read as JSON by itself, with an empty list in their place. A root that is no collection is
 * passed on as one feature.
 */
final class DocumentSplitter implements Splitter {
    private enum State {
        ROOT,
        IN_ROOT,
        /** In the list, before a feature. */
        BEFORE,
        IN_FEATURE,
        /** In the list, behind a feature. */
        BEHIND
    }

    private static final int ENDED = -1;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private final Nesting nesting = new Nesting();
    private final ByteArrayOutputStream around = new ByteArrayOutputStream();
    private BatchBuilder batch = new BatchBuilder();
    private State state = State.ROOT;
    private int at;
    private int limit;
    private int kept;
    private long line = 1;
    private long begun;
    private int index;
    private boolean comma;
    private boolean collection;
    private boolean over;
    private Optional<Unreadable> failure = Optional.empty();

    DocumentSplitter(InputStream in) {
        this.in = in;
    }

    @Override
    public Form form() {
        return Form.DOCUMENT;
    }

    @Override
    public Optional<Batch> next() throws IOException, Unreadable {
        if (failure.isPresent()) {
            throw failure.get();
        }
        batch = new BatchBuilder();
        try {
            while (!over && !batch.isFull()) {
                step();
            }
        } catch (Unreadable e) {
            batch.drop();
            failure = Optional.of(e);
        }
        if (!batch.isEmpty()) {
            Batch built = batch.build(index, false);
            index += built.count();
            return Optional.of(built);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Optional.empty();
    }

    private void step() throws IOException, Unreadable {
        int b = read();
        if (b == ENDED) {
            if (state != State.ROOT) {
                throw unreadable("the end", truncated(), "get the whole file");
            }
            over = true;
            return;
        }
        switch (state) {
            case ROOT -> root(b);
            case IN_ROOT -> inRoot(b);
            case BEFORE, BEHIND -> list(b);
            case IN_FEATURE -> {
                if (follow(b)) {
                    keep();
                    batch.end();
                    state = State.BEHIND;
                }
            }
        }
    }

    private String truncated() {
        return state == State.IN_FEATURE
                ? "truncated: the file ends within the feature that begins at line " + begun
                : "truncated: the file ends before its object is closed";
    }

    private static boolean blank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private void root(int b) throws Unreadable {
        if (blank(b)) {
            return;
        }
        if (b != '{') {
            throw unreadable(shown(b), "an object is due here", "give a FeatureCollection or Features");
        }
        begun = line;
        kept = at - 1;
        around.reset();
        collection = false;
        state = State.IN_ROOT;
        follow(b);
    }

    private void inRoot(int b) throws Unreadable {
        boolean closed = follow(b);
        if (closed) {
            keep();
            state = State.ROOT;
            if (collection) {
                CollectionFrame.check(around.toByteArray(), begun, true);
            } else {
                batch.begin(begun);
                byte[] whole = around.toByteArray();
                if (!batch.add(whole, 0, whole.length)) {
                    throw SeparatedSplitter.tooLong(begun);
                }
                batch.end();
            }
        } else if (nesting.beginsListOfFeatures()) {
            keep();
            byte[] soFar = Arrays.copyOf(around.toByteArray(), around.size() + 2);
            soFar[soFar.length - 2] = ']';
            soFar[soFar.length - 1] = '}';
            CollectionFrame.check(soFar, begun, false);
            collection = true;
            comma = false;
            state = State.BEFORE;
        }
    }

    private void list(int b) throws Unreadable {
        if (blank(b)) {
            return;
        }
        if (b == ']' && !comma) {
            kept = at - 1;
            state = State.IN_ROOT;
            follow(b);
        } else if (b == ',' && state == State.BEHIND) {
            comma = true;
            state = State.BEFORE;
        } else if (b == '{' && state == State.BEFORE) {
            comma = false;
            begun = line;
            batch.begin(line);
            kept = at - 1;
            state = State.IN_FEATURE;
            follow(b);
        } else {
            String due = state == State.BEFORE ? "a Feature is due here" : "a comma or the list's end is due here";
            throw unreadable(shown(b), due, "correct the list of features");
        }
    }

    /** Follows strings and brackets; true when the object or list that the state is about is closed. */
    private boolean follow(int b) throws Unreadable {
        Nesting.Flaw flaw = nesting.follow(b);
        switch (flaw) {
            case NONE -> {}
            case BREAK_IN_TEXT -> throw unreadable("a line break", "stands within a text", "close the text before it");
            case MISMATCH -> throw unreadable(shown(b), "closes what was not opened", "correct the brackets");
            case TOO_DEEP ->
                throw unreadable(
                        "more than " + ReadLimits.NESTING + " levels",
                        "nested deeper than is read",
                        "flatten its properties");
        }
        return nesting.depth() == (state == State.IN_FEATURE ? 2 : 0);
    }

    private int read() throws IOException, Unreadable {
        if (at == limit) {
            keep();
            at = 0;
            kept = 0;
            limit = Math.max(0, in.read(chunk, 0, chunk.length));
            if (limit == 0) {
                return ENDED;
            }
        }
        byte b = chunk[at++];
        line += b == '\n' ? 1 : 0;
        return b & 0xFF;
    }

    /** Keeps what was read since the last time, in the feature or in what is around the features. */
    private void keep() throws Unreadable {
        boolean fits = true;
        if (state == State.IN_FEATURE) {
            fits = batch.add(chunk, kept, at);
        } else if (state == State.IN_ROOT) {
            around.write(chunk, kept, at - kept);
            fits = around.size() <= ReadLimits.FEATURE_BYTES;
        }
        kept = at;
        if (!fits) {
            throw SeparatedSplitter.tooLong(begun);
        }
    }

    private Unreadable unreadable(String value, String reason, String wayOut) {
        return new Unreadable(line, value, reason, wayOut);
    }

    private static String shown(int b) {
        return b > ' ' && b < 0x7F ? "\"" + (char) b + "\"" : "byte 0x" + Integer.toHexString(b);
    }
}
