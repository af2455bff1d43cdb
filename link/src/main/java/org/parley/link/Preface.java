package org.parley.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.ledger.Bytes;

/** What the dialler says first on each connection: {@code parley/1}, 16 bytes that name the link, and what this one is for. */
record Preface(Bytes link, int kind) {
    static final int CONTROL = 0;
    static final int BULK = 1;
    static final int PAIRING = 2;
    static final int NAME = 16;

    private static final byte[] MAGIC = "parley/1".getBytes(StandardCharsets.US_ASCII);

    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + NAME + 1);
        System.arraycopy(link.array(), 0, bytes, MAGIC.length, NAME);
        bytes[bytes.length - 1] = (byte) kind;
        return bytes;
    }

    static Preface read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAGIC.length + NAME + 1);
        if (bytes.length < MAGIC.length + NAME + 1) {
            throw new IOException("the connection ended before it said what it is for");
        }
        int kind = bytes[bytes.length - 1];
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || kind < CONTROL || kind > PAIRING) {
            throw new IOException("the connection began with something else than parley/1");
        }
        return new Preface(Bytes.of(Arrays.copyOfRange(bytes, MAGIC.length, MAGIC.length + NAME)), kind);
    }
}
