package org.parley.picture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Numbers by index, 0 where there is none, in pages that are shared with the row before. It never changes. */
final class Row {
    static final Row EMPTY = new Row(new long[0][], 0);

    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final long[] NOTHING = new long[PAGE];

    private final long[][] pages;
    private final long count;

    private Row(long[][] pages, long count) {
        this.pages = pages;
        this.count = count;
    }

    /** Behind it there is nothing. */
    long size() {
        return (long) pages.length << PAGE_BITS;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long next(long index) {
        return index < size() ? pages[(int) (index >>> PAGE_BITS)][(int) index & (PAGE - 1)] : 0;
    }

    Edit edit() {
        return new Edit();
    }

    void write(Packed bytes) {
        bytes.number(pages.length);
        for (long[] page : pages) {
            for (long number : page) {
                bytes.number(number);
            }
        }
    }

    static Row read(ByteBuffer from) {
        Edit edit = EMPTY.edit();
        long size = from.getLong() << PAGE_BITS;
        for (long index = 0; index < size; index++) {
            long number = from.getLong();
            if (number != 0) {
                edit.set(index, number);
            }
        }
        return edit.done();
    }

    /** Changes on their way into another row. */
    final class Edit {
        private final BitSet own = new BitSet();
        private long[][] changed = pages.clone();
        private long left = count;

        void set(long index, long value) {
            long[] page = own((int) (index >>> PAGE_BITS));
            int at = (int) index & (PAGE - 1);
            left += (value == 0 ? 0 : 1) - (page[at] == 0 ? 0 : 1);
            page[at] = value;
        }

        /** A page that no other row shares. */
        private long[] own(int page) {
            if (page >= changed.length) {
                int before = changed.length;
                changed = Arrays.copyOf(changed, page + 1);
                Arrays.fill(changed, before, changed.length, NOTHING);
            }
            if (!own.get(page)) {
                changed[page] = changed[page].clone();
                own.set(page);
            }
            return changed[page];
        }

        Row done() {
            return own.isEmpty() ? Row.this : new Row(changed, left);
        }
    }
}
