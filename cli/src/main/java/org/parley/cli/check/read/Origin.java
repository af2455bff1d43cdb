package org.parley.cli.check.read;

/**
 * Where a feature stands.
 *
 * @param file the file as its user named it
 * @param form how the file is laid out
 * @param line the line at which the feature begins, from 1
 * @param index which feature of the file it is, from 0; −1 for what concerns the file
 */
public record Origin(String file, Form form, int line, int index) {
    /** The file as a whole. */
    static Origin whole(String file) {
        return new Origin(file, Form.DOCUMENT, 0, -1);
    }

    /** A line of a file that is no feature. */
    static Origin atLine(String file, long line) {
        return new Origin(file, Form.LINES, (int) Math.min(line, Integer.MAX_VALUE), -1);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return switch (form) {
            case LINES -> file + " line " + line;
            case SEQUENCE -> file + " record " + index + " (line " + line + ")";
            case DOCUMENT -> file + " feature " + index + " (line " + line + ")";
        };
    }
}
