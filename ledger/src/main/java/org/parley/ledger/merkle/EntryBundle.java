package org.parley.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.ledger.Refused;

/** The entries of a tile in one piece: each with its length in two bytes, big-endian, before it. C2SP tlog-tiles, "Log entries". */
public final class EntryBundle {
    /** The most bytes that an entry can have: its length has two bytes. */
    private static final int LONGEST = 0xffff;

    private EntryBundle() {}

    /** From 1 to 256 entries, each of at most 65,535 bytes; others are an {@link IllegalArgumentException}. */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > Tile.FULL) {
            throw new IllegalArgumentException("a bundle has from 1 to 256 entries, not " + entries.size());
        }
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("an entry has at most 65,535 bytes, not " + entry.length);
            }
            length += Short.BYTES + entry.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /** The entries of a bundle; refuses what {@link #encode} does not write. */
    public static List<byte[]> decode(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        int at = 0;
        while (at < bundle.length) {
            if (entries.size() == Tile.FULL) {
                throw Refused.malformed("a bundle has at most 256 entries");
            }
            int start = at + 2;
            if (start > bundle.length) {
                throw Refused.malformed("the bundle ends within a length");
            }
            int length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
            if (length > bundle.length - start) {
                throw Refused.malformed("the bundle ends within an entry");
            }
            at = start + length;
            entries.add(Arrays.copyOfRange(bundle, start, at));
        }
        if (entries.isEmpty()) {
            throw Refused.malformed("a bundle without entries is not served");
        }
        return entries;
    }
}
