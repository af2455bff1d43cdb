package org.parley.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The checksum of a row: CRC-32C over its key and what it holds, each with its length. Against decay, not against people. */
final class Sum {
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    static long of(Object... values) {
        Sum sum = new Sum();
        for (Object value : values) {
            switch (value) {
                case Long number -> sum.add(number);
                case Integer number -> sum.add(number);
                case byte[] bytes -> sum.add(bytes);
                default -> sum.add(value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return sum.crc.getValue();
    }

    private void add(long value) {
        number.clear().putLong(value);
        crc.update(number.array(), 0, Long.BYTES);
    }

    private void add(byte[] bytes) {
        add((long) bytes.length);
        crc.update(bytes, 0, bytes.length);
    }
}
