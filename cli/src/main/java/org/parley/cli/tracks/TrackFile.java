package org.parley.cli.tracks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.parley.cli.BadInput;

/** Opens what the user named: packed or not, JSON or CSV, told apart by their first bytes and not by a name. */
final class TrackFile {
    private static final int BUFFER = 1 << 16;

    private TrackFile() {}

    /** Reads all flights of a stream; {@code name} is for messages. Closes the stream. */
    static List<Flight> read(InputStream stream, String name, Tally tally) throws IOException {
        Rows rows = new Rows(tally);
        try (InputStream in = unpacked(new BufferedInputStream(stream, BUFFER))) {
            if (isJson(in)) {
                JsonRows.read(in, name, rows, tally);
            } else {
                CsvRows.read(in, name, rows);
            }
        } catch (ZipException | EOFException e) {
            throw new BadInput(
                    name + ": packed data damaged or cut off after row " + tally.rows, "fetch the file again");
        }
        return rows.flights();
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** JSON begins with a bracket, after a byte order mark and white space. */
    private static boolean isJson(InputStream in) throws IOException {
        in.mark(BUFFER / 2);
        int c = in.read();
        for (int i = 0; i < BUFFER / 4 && (Character.isWhitespace(c) || c == 0xEF || c == 0xBB || c == 0xBF); i++) {
            c = in.read();
        }
        in.reset();
        return c == '[' || c == '{';
    }
}
