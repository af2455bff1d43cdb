package org.parley.space.height;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The grid that is part of this program, read once when first asked for. Where it comes from: {@code space/data}. */
final class Egm96 {
    private Egm96() {}

    private static final int ROWS = 721;
    private static final int COLUMNS = 1440;

    static final Geoid GEOID = read();

    private static Geoid read() {
        short[] centimetres = new short[ROWS * COLUMNS];
        try (InputStream packed = Objects.requireNonNull(Egm96.class.getResourceAsStream("egm96-15.gz"));
                DataInputStream in = new DataInputStream(new GZIPInputStream(packed, 1 << 16))) {
            for (int i = 0; i < centimetres.length; i++) {
                int run = i % COLUMNS == 0 ? 0 : centimetres[i - 1] - above(centimetres, i - 1);
                centimetres[i] = (short) (run + in.readShort() + above(centimetres, i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the geoid of this program is damaged", e);
        }
        return new Geoid(centimetres);
    }

    /** Each number is packed as its difference from its west and north neighbours, which packs in half the room. */
    private static int above(short[] centimetres, int i) {
        return i < COLUMNS ? 0 : centimetres[i - COLUMNS];
    }
}
